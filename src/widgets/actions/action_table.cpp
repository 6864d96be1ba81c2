// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/action_table.hpp"

#include "present/time/typed_timeout.hpp"
#include "present/text/tr.hpp"


#include <algorithm>
#include <map>
#include <stdexcept>

namespace awaitscope {

namespace {

std::vector<ActionRow> runRows()
{
    constexpr ActionGroup group = ActionGroup::run;
    return {
        {Act::play, group, ActionsTr::tr("Play or pause"), {Qt::Key_Space}},
        {Act::previousStep, group, ActionsTr::tr("Previous event"), {Qt::Key_Left}, true, ActionsTr::tr("← →"), ActionsTr::tr("previous, next event")},
        {Act::nextStep, group, ActionsTr::tr("Next event"), {Qt::Key_Right}, true, {}, {}, false},
        {Act::previousAwait,
         group,
         ActionsTr::tr("Previous await"),
         {Qt::CTRL | Qt::Key_Left},
         true,
         ActionsTr::tr("Ctrl+← →"),
         ActionsTr::tr("previous, next await")},
        {Act::nextAwait, group, ActionsTr::tr("Next await"), {Qt::CTRL | Qt::Key_Right}, true, {}, {}, false},
        {Act::toStart, group, ActionsTr::tr("To the start"), {Qt::Key_Home}, false, ActionsTr::tr("Home, End"), ActionsTr::tr("to the start, the end")},
        {Act::toEnd, group, ActionsTr::tr("To the end"), {Qt::Key_End}, false, {}, {}, false},
        {Act::slower, group, ActionsTr::tr("Slower"), {Qt::Key_BracketLeft}, true, ActionsTr::tr("[ ]"), ActionsTr::tr("slower, faster")},
        {Act::faster, group, ActionsTr::tr("Faster"), {Qt::Key_BracketRight}, true, {}, {}, false},
        {Act::loop, group, ActionsTr::tr("Loop"), {Qt::Key_L}, false, {}, ActionsTr::tr("loop")},
    };
}

std::vector<ActionRow> scenarioRows()
{
    constexpr ActionGroup timeout = ActionGroup::timeout;
    constexpr ActionGroup model = ActionGroup::model;
    constexpr ActionGroup scene = ActionGroup::scene;
    return {
        {Act::earlier,
         timeout,
         ActionsTr::tr("1 ms earlier"),
         {Qt::ALT | Qt::Key_Left},
         true,
         ActionsTr::tr("Alt+← →"),
         ActionsTr::tr("1 ms earlier, later")},
        {Act::later, timeout, ActionsTr::tr("1 ms later"), {Qt::ALT | Qt::Key_Right}, true, {}, {}, false},
        {Act::muchEarlier,
         timeout,
         ActionsTr::tr("10 ms earlier"),
         {Qt::ALT | Qt::SHIFT | Qt::Key_Left},
         true,
         ActionsTr::tr("Alt+Shift+← →"),
         ActionsTr::tr("10 ms earlier, later")},
        {Act::muchLater, timeout, ActionsTr::tr("10 ms later"), {Qt::ALT | Qt::SHIFT | Qt::Key_Right}, true, {}, {}, false},
        {Act::typeTimeout, timeout, ActionsTr::tr("Type the timeout"), {Qt::Key_T}},
        {Act::noTimeout, timeout, ActionsTr::tr("No timeout"), {Qt::Key_N}},
        {Act::fork,
         timeout,
         ActionsTr::tr("Cancel here, and keep this run to compare"),
         {Qt::Key_C},
         false,
         ActionsTr::tr("C, D"),
         ActionsTr::tr("cancel here, first difference")},
        {Act::dropFork, timeout, ActionsTr::tr("Drop the earlier run"), {Qt::SHIFT | Qt::Key_C}, false, {}, {}, false},
        {Act::firstDifference, timeout, ActionsTr::tr("To the first difference"), {Qt::Key_D}, false, {}, {}, false},
        {Act::asioModel, model, wordFor(CancelModel::asio), {}},
        {Act::dropModel, model, wordFor(CancelModel::drop), {}},
        {Act::eagerModel, model, wordFor(CancelModel::eager), {}},
        {Act::cancelOperation, model, ActionsTr::tr("Asio: stop the operation, not the coroutine"), {Qt::SHIFT | Qt::Key_M}, false, {},
         ActionsTr::tr("Asio: stop the operation")},
        {Act::terminalCancel, model, ActionsTr::tr("Cancel run() from outside: terminal"), {}},
        {Act::partialCancel, model, ActionsTr::tr("Cancel run() from outside: partial"), {}},
        {Act::totalCancel, model, ActionsTr::tr("Cancel run() from outside: total"), {}},
        {Act::nextModel,
         model,
         ActionsTr::tr("The next meaning of a cancel"),
         {Qt::Key_M},
         false,
         {},
         ActionsTr::tr("what a cancel is: next")},
        {Act::cancelling, model, ActionsTr::tr("What cancelling means"), {Qt::Key_W}},
        {Act::previousScene,
         scene,
         ActionsTr::tr("Previous scene"),
         {Qt::Key_PageUp},
         false,
         ActionsTr::tr("Page Up, Down"),
         ActionsTr::tr("previous, next scene")},
        {Act::nextScene, scene, ActionsTr::tr("Next scene"), {Qt::Key_PageDown}, false, {}, {}, false},
        {Act::path, scene, ActionsTr::tr("The path: all lessons…"), {Qt::Key_P}, false, {}, ActionsTr::tr("the path: all lessons")},
    };
}

std::vector<ActionRow> questionRows()
{
    constexpr ActionGroup group = ActionGroup::questions;
    return {
        {Act::question, group, ActionsTr::tr("Go to the question"), {Qt::Key_Q}, false, ActionsTr::tr("Q, H, R"), ActionsTr::tr("question, hint, answer")},
        {Act::hint, group, ActionsTr::tr("Hint"), {Qt::Key_H}, false, {}, {}, false},
        {Act::reveal, group, ActionsTr::tr("Reveal the answer"), {Qt::Key_R}, false, {}, {}, false},
        {Act::moveLine,
         group,
         ActionsTr::tr("Put lines in order"),
         {},
         false,
         ActionsTr::tr("Ctrl+↑ ↓, Enter"),
         ActionsTr::tr("move a line, in or out"),
         true,
         false},
        {Act::exportProgress, group, ActionsTr::tr("Export progress…"), {}},
        {Act::importProgress, group, ActionsTr::tr("Import progress…"), {}},
        {Act::resetProgress, group, ActionsTr::tr("Reset progress"), {}},
    };
}

std::vector<ActionRow> editingRows()
{
    constexpr ActionGroup group = ActionGroup::editing;
    return {
        {Act::editCode, group, ActionsTr::tr("Edit the code"), {Qt::Key_E}, false, ActionsTr::tr("E, Ctrl+R, F4, F8"), ActionsTr::tr("edit, run, what there is, error")},
        {Act::runEdited, group, ActionsTr::tr("Run my version"), {Qt::CTRL | Qt::Key_R}, false, {}, {}, false},
        {Act::stopEdited, group, ActionsTr::tr("Stop compiling and running"), {}},
        {Act::runAsTyped, group, ActionsTr::tr("Run as I type"), {}},
        {Act::watchMemory, group, ActionsTr::tr("Watch memory while it runs (AddressSanitizer)"), {}},
        {Act::nextProblem, group, ActionsTr::tr("The next error"), {Qt::Key_F8}, false, {}, {}, false},
        {Act::compilerOutput, group, ActionsTr::tr("All that the compiler said…"), {}},
        {Act::offeredWorld, group, ActionsTr::tr("What the code can use"), {Qt::Key_F4}, false, {}, {}, false},
        {Act::restoreLines, group, ActionsTr::tr("Restore these lines"), {}},
        {Act::restoreAll, group, ActionsTr::tr("Restore the whole original"), {}},
        {Act::openCode, group, ActionsTr::tr("Copy code from a file…"), {}},
        {Act::openEarlier, group, ActionsTr::tr("Copy an earlier version of mine…"), {}},
        {Act::saveCode, group, ActionsTr::tr("Save my version as…"), {}},
        {Act::giveUpCode, group, ActionsTr::tr("Put my version away"), {}},
        {Act::keepAsA, group, ActionsTr::tr("Keep this as A"), {Qt::Key_K}, false, ActionsTr::tr("K, Shift+K, F9"), ActionsTr::tr("keep as A, swap, break it")},
        {Act::swapVersions, group, ActionsTr::tr("Swap A and B"), {Qt::SHIFT | Qt::Key_K}, false, {}, {}, false},
        {Act::dropKept, group, ActionsTr::tr("Drop A"), {}},
        {Act::findBreak, group, ActionsTr::tr("Find what breaks it"), {Qt::Key_F9}, false, {}, {}, false},
        {Act::clearCompiled, group, ActionsTr::tr("Clear compiled code"), {}},
    };
}

std::vector<ActionRow> presentingRows()
{
    constexpr ActionGroup group = ActionGroup::presenting;
    std::vector<ActionRow> rows{
        {Act::present, group, ActionsTr::tr("Present"), {Qt::Key_F5}, false, ActionsTr::tr("F5, V, B or ."), ActionsTr::tr("present, notes, blank")},
        {Act::forward,
         group,
         ActionsTr::tr("On, step by step and scene by scene"),
         {Qt::Key_PageDown},
         false,
         ActionsTr::tr("Page Up, Down"),
         ActionsTr::tr("steps, then scenes")},
        {Act::back, group, ActionsTr::tr("Back, step by step and scene by scene"), {Qt::Key_PageUp}, false, {}, {}, false},
        {Act::restartScene,
         group,
         ActionsTr::tr("Back to the scene's start"),
         {Qt::Key_Home},
         false,
         {},
         ActionsTr::tr("the scene's start")},
        {Act::blank, group, ActionsTr::tr("Blank the screen"), {Qt::Key_B, Qt::Key_Period}, false, {}, {}, false},
    };
    rows.push_back({Act::speaker, group, ActionsTr::tr("Speaker's view"), {Qt::Key_V}, false, {}, {}, false});
    rows.push_back({Act::laser, group, ActionsTr::tr("A light at the pointer"), {}, false, ActionsTr::tr("X (held)"),
                    ActionsTr::tr("a light at the pointer"), true, false});
    constexpr Act votes[] = {Act::voteA, Act::voteB, Act::voteC, Act::voteD, Act::voteE, Act::voteF};
    for (const Act act : votes) {
        const QChar letter('A' + static_cast<int>(act) - static_cast<int>(Act::voteA));
        const bool isFirst = act == Act::voteA;
        rows.push_back({act,
                        group,
                        ActionsTr::tr("The room says %1").arg(letter),
                        {QKeySequence(letter)},
                        false,
                        isFirst ? ActionsTr::tr("A … F") : QString(),
                        isFirst ? ActionsTr::tr("what the room answers") : QString(),
                        isFirst,
                        false});
    }
    constexpr Act moments[] = {Act::moment1, Act::moment2, Act::moment3, Act::moment4, Act::moment5,
                               Act::moment6, Act::moment7, Act::moment8, Act::moment9};
    int number = 0;
    for (const Act act : moments) {
        const bool isFirst = number == 0;
        ++number;
        rows.push_back({act,
                        ActionGroup::scene,
                        ActionsTr::tr("Set piece %1").arg(number),
                        {QKeySequence(static_cast<int>(Qt::Key_0) + number)},
                        false,
                        isFirst ? ActionsTr::tr("1 … 9") : QString(),
                        isFirst ? ActionsTr::tr("set pieces") : QString(),
                        isFirst,
                        false});
    }
    return rows;
}

std::vector<ActionRow> viewRows()
{
    constexpr ActionGroup group = ActionGroup::view;
    return {
        {Act::zoomIn, group, ActionsTr::tr("Zoom in"), {Qt::Key_Plus, Qt::Key_Equal}, true, ActionsTr::tr("+ −"), ActionsTr::tr("zoom in, out")},
        {Act::zoomOut, group, ActionsTr::tr("Zoom out"), {Qt::Key_Minus}, true, {}, {}, false},
        {Act::fit, group, ActionsTr::tr("The whole axis"), {Qt::Key_0}, false, ActionsTr::tr("0, Shift+L"), ActionsTr::tr("the whole axis, the lanes")},
        {Act::lanes, group, ActionsTr::tr("Lanes: which, how high, in which order…"), {Qt::SHIFT | Qt::Key_L}, false, {}, {}, false},
        {Act::story, group, ActionsTr::tr("Story"), {}},
        {Act::code, group, ActionsTr::tr("Code, console and table"), {}},
        {Act::steps, group, ActionsTr::tr("All steps in words"), {Qt::Key_A}},
        {Act::copySteps, group, ActionsTr::tr("Copy all steps"), {}},
        {Act::nextTongue,
         group,
         ActionsTr::tr("The code in the next language"),
         {Qt::Key_S},
         false,
         {},
         ActionsTr::tr("the same story in another language")},
        {Act::systemTheme, group, ActionsTr::tr("Theme of the system"), {}},
        {Act::lightTheme, group, ActionsTr::tr("Light theme"), {}},
        {Act::darkTheme, group, ActionsTr::tr("Dark theme"), {}},
        {Act::contrastTheme, group, ActionsTr::tr("High contrast, for projectors"), {}},
        {Act::nextTheme, group, ActionsTr::tr("Next theme"), {}, false, {}, {}, true, false},
        {Act::lessMotion, group, ActionsTr::tr("Less motion"), {}},
        {Act::systemLanguage, group, ActionsTr::tr("Language of the system"), {}},
        {Act::englishLanguage, group, QStringLiteral("English"), {}},
        {Act::germanLanguage, group, QStringLiteral("Deutsch"), {}},
        {Act::largerType,
         group,
         ActionsTr::tr("Larger type"),
         {Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal},
         true,
         ActionsTr::tr("Ctrl+ + − 0"),
         ActionsTr::tr("larger, smaller, usual type")},
        {Act::smallerType, group, ActionsTr::tr("Smaller type"), {Qt::CTRL | Qt::Key_Minus}, true, {}, {}, false},
        {Act::usualType,
         group,
         ActionsTr::tr("Type as it was"),
         {Qt::CTRL | Qt::Key_0},
         false,
         {},
         {},
         false},
        {Act::resetLayout, group, ActionsTr::tr("Reset the layout"), {}},
    };
}

std::vector<ActionRow> windowRows()
{
    constexpr ActionGroup scenario = ActionGroup::scenario;
    constexpr ActionGroup help = ActionGroup::help;
    return {
        {Act::undo, scenario, ActionsTr::tr("Undo"), {Qt::CTRL | Qt::Key_Z}, true, ActionsTr::tr("Ctrl+Z, Ctrl+Y"), ActionsTr::tr("undo, redo")},
        {Act::redo,
         scenario,
         ActionsTr::tr("Redo"),
         {Qt::CTRL | Qt::SHIFT | Qt::Key_Z, Qt::CTRL | Qt::Key_Y},
         true,
         {},
         {},
         false},
        {Act::newSandbox,
         scenario,
         ActionsTr::tr("New sandbox"),
         {Qt::CTRL | Qt::Key_N},
         false,
         ActionsTr::tr("Ctrl+N, O, S"),
         ActionsTr::tr("new page, open, save")},
        {Act::openFile,
         scenario,
         ActionsTr::tr("Open a file…"),
         {Qt::CTRL | Qt::Key_O},
         false,
         {},
         {},
         false},
        {Act::openLesson, scenario, ActionsTr::tr("Open a lesson from a folder…"), {}},
        {Act::readAgain,
         scenario,
         ActionsTr::tr("Read the lesson's folder again"),
         {Qt::Key_F7},
         false,
         ActionsTr::tr("F7, Shift+F7"),
         ActionsTr::tr("reread a folder, verify")},
        {Act::verifyLesson, scenario, ActionsTr::tr("Verify the lesson"), {Qt::SHIFT | Qt::Key_F7}, false, {}, {}, false},
        {Act::saveFile, scenario, ActionsTr::tr("Save"), {Qt::CTRL | Qt::Key_S}, false, {}, {}, false},
        {Act::saveFileAs, scenario, ActionsTr::tr("Save as…"), {Qt::CTRL | Qt::SHIFT | Qt::Key_S}, false, {}, {}, false},
        {Act::copyLink, scenario, ActionsTr::tr("Copy a link to this"), {Qt::CTRL | Qt::SHIFT | Qt::Key_C}},
        {Act::copyCommand, scenario, ActionsTr::tr("Copy this as a command"), {}},
        {Act::pasteLink, scenario, ActionsTr::tr("Paste a link"), {Qt::CTRL | Qt::Key_V}},
        {Act::copyPicture,
         scenario,
         ActionsTr::tr("Copy a picture"),
         {Qt::CTRL | Qt::SHIFT | Qt::Key_E},
         false,
         ActionsTr::tr("Ctrl+E"),
         ActionsTr::tr("save a picture")},
        {Act::savePicture, scenario, ActionsTr::tr("Save a picture…"), {Qt::CTRL | Qt::Key_E}, false, {}, {}, false},
        {Act::saveTrace, scenario, ActionsTr::tr("Save a trace for Perfetto…"), {}},
        {Act::quit, scenario, ActionsTr::tr("Quit"), {Qt::CTRL | Qt::Key_Q}},
        {Act::traffic, help, ActionsTr::tr("Weeks of traffic"), {Qt::Key_F6}},
        {Act::keys, help, ActionsTr::tr("All keys"), {Qt::Key_Question, Qt::Key_F1}, false, ActionsTr::tr("? or F1"), ActionsTr::tr("these keys")},
        {Act::tour, help, ActionsTr::tr("A tour in three steps"), {}},
        {Act::manual, help, ActionsTr::tr("Manual"), {}},
        {Act::licence, help, ActionsTr::tr("Licence"), {}},
        {Act::about, help, ActionsTr::tr("About Awaitscope"), {}},
        {Act::menu, help, ActionsTr::tr("Menu"), {Qt::Key_F10}, false, ActionsTr::tr("F10 or Alt"), ActionsTr::tr("the menu"), true, false},
        {Act::dismiss, help, ActionsTr::tr("Dismiss the message"), {Qt::Key_Escape}, false, {}, {}, true, false},
    };
}

} // namespace

const std::vector<ActionRow>& actionTable()
{
    // One for each language that was spoken so far, so that a row lives as long as the program.
    static std::map<QString, std::vector<ActionRow>> tables;
    const auto [table, isNew] = tables.try_emplace(ActionsTr::tr("en", "the code of the language that this is"));
    if (isNew) {
        for (std::vector<ActionRow> rows :
             {runRows(), scenarioRows(), questionRows(), editingRows(), presentingRows(), viewRows(), windowRows()})
            table->second.insert(table->second.end(), rows.begin(), rows.end());
    }
    return table->second;
}

const ActionRow& rowOf(Act act)
{
    const std::vector<ActionRow>& table = actionTable();
    const auto row = std::find_if(table.begin(), table.end(), [act](const ActionRow& each) { return each.act == act; });
    if (row == table.end())
        throw std::logic_error("an action without a row");
    return *row;
}

const std::vector<ActionGroup>& actionGroups()
{
    using enum ActionGroup;
    static const std::vector groups{run, timeout, model, scene, questions, editing, presenting, view, scenario, help};
    return groups;
}

QString titleOf(ActionGroup group)
{
    switch (group) {
    case ActionGroup::run:
        return ActionsTr::tr("Run");
    case ActionGroup::timeout:
        return ActionsTr::tr("Timeout");
    case ActionGroup::model:
        return ActionsTr::tr("Model");
    case ActionGroup::scene:
        return ActionsTr::tr("Scene");
    case ActionGroup::questions:
        return ActionsTr::tr("Questions");
    case ActionGroup::editing:
        return ActionsTr::tr("Code");
    case ActionGroup::presenting:
        return ActionsTr::tr("Presenting");
    case ActionGroup::view:
        return ActionsTr::tr("View");
    case ActionGroup::scenario:
        return ActionsTr::tr("Scenario");
    case ActionGroup::help:
        return ActionsTr::tr("Help");
    }
    return {};
}

QString keyOf(Act act)
{
    const ActionRow& row = rowOf(act);
    return row.keys.isEmpty() ? QString() : row.keys.front().toString(QKeySequence::NativeText);
}

QString tooltipOf(Act act)
{
    const QString key = keyOf(act);
    return key.isEmpty() ? rowOf(act).words : QStringLiteral("%1 (%2)").arg(rowOf(act).words, key);
}

} // namespace awaitscope
