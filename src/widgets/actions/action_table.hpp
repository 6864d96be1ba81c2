// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

#include <vector>

namespace awaitscope {

/// Everything that the window can be told to do.
enum class Act {
    previousStep,
    nextStep,
    previousAwait,
    nextAwait,
    toStart,
    toEnd,
    play,
    slower,
    faster,
    loop,
    earlier,
    later,
    muchEarlier,
    muchLater,
    typeTimeout,
    noTimeout,
    asioModel,
    dropModel,
    eagerModel,
    cancelOperation,
    terminalCancel,
    partialCancel,
    totalCancel,
    nextModel,
    cancelling,
    traffic,
    previousScene,
    nextScene,
    path,
    moment1, ///< these nine follow one another
    moment2,
    moment3,
    moment4,
    moment5,
    moment6,
    moment7,
    moment8,
    moment9,
    present,
    forward,
    back,
    restartScene,
    blank,
    speaker,
    laser, ///< a key that is held, which no action knows: for the sheet alone
    voteA, ///< these six follow one another
    voteB,
    voteC,
    voteD,
    voteE,
    voteF,
    fork,
    dropFork,
    firstDifference,
    question,
    hint,
    reveal,
    moveLine, ///< keys of the board of lines, which no action knows: for the sheet alone
    exportProgress,
    importProgress,
    resetProgress,
    editCode,
    runEdited,
    stopEdited,
    nextProblem,
    restoreLines,
    restoreAll,
    runAsTyped,
    watchMemory,
    compilerOutput,
    offeredWorld,
    openCode,
    openEarlier,
    saveCode,
    giveUpCode,
    clearCompiled,
    lanes,
    zoomIn,
    zoomOut,
    fit,
    story,
    code,
    steps,
    copySteps,
    nextTongue,
    systemTheme,
    lightTheme,
    darkTheme,
    contrastTheme,
    nextTheme,
    lessMotion,
    systemLanguage,
    englishLanguage,
    germanLanguage,
    largerType,
    smallerType,
    usualType,
    resetLayout,
    keepAsA,
    swapVersions,
    dropKept,
    findBreak,
    undo,
    redo,
    newSandbox,
    openFile,
    openLesson,
    readAgain,
    verifyLesson,
    saveFile,
    saveFileAs,
    copyLink,
    copyCommand,
    pasteLink,
    copyPicture,
    savePicture,
    saveTrace,
    quit,
    keys,
    tour,
    manual,
    licence,
    about,
    menu,
    dismiss,
};

/// A submenu, and a block in the sheet of keys.
enum class ActionGroup { run, timeout, model, scene, questions, editing, presenting, view, scenario, help };

/// One thing to do, for keys, menu, tooltips and sheet alike. Whoever adds one writes a row here and says in
/// WindowActions::on() what it does; a row that nobody answers is shown nowhere.
struct ActionRow
{
    Act act;
    ActionGroup group;
    QString words;            ///< in the menu and in tooltips: "Previous event"
    QList<QKeySequence> keys; ///< the first is the one that is shown; may be empty
    bool repeats = false;     ///< while a key is held down
    QString sheetKeys = {};   ///< in the sheet: "← →"; empty: the keys
    QString sheetWords = {};  ///< in the sheet: "previous, next event"; empty: the words
    bool hasOwnLine = true;   ///< in the sheet; false: told by the line of the row before
    bool isInMenu = true;
};

/// In the order in which menu and sheet show them.
const std::vector<ActionRow>& actionTable();

const ActionRow& rowOf(Act act);

const std::vector<ActionGroup>& actionGroups();
QString titleOf(ActionGroup group);

/// "Previous await (Ctrl+Left)": the words and the first key, if there is one.
QString tooltipOf(Act act);

/// As people write it: "Ctrl+Left"; empty if it has none.
QString keyOf(Act act);

} // namespace awaitscope
