// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/action_table.hpp"

#include "present/time/typed_timeout.hpp"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <stdexcept>

namespace awaitscope {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Actions)
};

std::vector<ActionRow> runRows()
{
    constexpr ActionGroup group = ActionGroup::run;
    return {
        {Act::play, group, Tr::tr("Play or pause"), {Qt::Key_Space}},
        {Act::previousStep, group, Tr::tr("Previous event"), {Qt::Key_Left}, true, Tr::tr("← →"), Tr::tr("previous, next event")},
        {Act::nextStep, group, Tr::tr("Next event"), {Qt::Key_Right}, true, {}, {}, false},
        {Act::previousAwait,
         group,
         Tr::tr("Previous await"),
         {Qt::CTRL | Qt::Key_Left},
         true,
         Tr::tr("Ctrl+← →"),
         Tr::tr("previous, next await")},
        {Act::nextAwait, group, Tr::tr("Next await"), {Qt::CTRL | Qt::Key_Right}, true, {}, {}, false},
        {Act::toStart, group, Tr::tr("To the start"), {Qt::Key_Home}, false, Tr::tr("Home, End"), Tr::tr("to the start, the end")},
        {Act::toEnd, group, Tr::tr("To the end"), {Qt::Key_End}, false, {}, {}, false},
        {Act::slower, group, Tr::tr("Slower"), {Qt::Key_BracketLeft}, true, Tr::tr("[ ]"), Tr::tr("slower, faster")},
        {Act::faster, group, Tr::tr("Faster"), {Qt::Key_BracketRight}, true, {}, {}, false},
        {Act::loop, group, Tr::tr("Loop"), {Qt::Key_L}, false, {}, Tr::tr("loop")},
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
         Tr::tr("1 ms earlier"),
         {Qt::ALT | Qt::Key_Left},
         true,
         Tr::tr("Alt+← →"),
         Tr::tr("1 ms earlier, later")},
        {Act::later, timeout, Tr::tr("1 ms later"), {Qt::ALT | Qt::Key_Right}, true, {}, {}, false},
        {Act::muchEarlier,
         timeout,
         Tr::tr("10 ms earlier"),
         {Qt::ALT | Qt::SHIFT | Qt::Key_Left},
         true,
         Tr::tr("Alt+Shift+← →"),
         Tr::tr("10 ms earlier, later")},
        {Act::muchLater, timeout, Tr::tr("10 ms later"), {Qt::ALT | Qt::SHIFT | Qt::Key_Right}, true, {}, {}, false},
        {Act::typeTimeout, timeout, Tr::tr("Type the timeout"), {Qt::Key_T}},
        {Act::noTimeout, timeout, Tr::tr("No timeout"), {Qt::Key_N}},
        {Act::fork,
         timeout,
         Tr::tr("Cancel here, and keep this run to compare"),
         {Qt::Key_C},
         false,
         Tr::tr("C, D"),
         Tr::tr("cancel here, first difference")},
        {Act::dropFork, timeout, Tr::tr("Drop the earlier run"), {Qt::SHIFT | Qt::Key_C}, false, {}, {}, false},
        {Act::firstDifference, timeout, Tr::tr("To the first difference"), {Qt::Key_D}, false, {}, {}, false},
        {Act::asioModel, model, wordFor(CancelModel::asio), {}},
        {Act::dropModel, model, wordFor(CancelModel::drop), {}},
        {Act::eagerModel, model, wordFor(CancelModel::eager), {}},
        {Act::nextModel,
         model,
         Tr::tr("The next meaning of a cancel"),
         {Qt::Key_M},
         false,
         {},
         Tr::tr("what a cancel is: next")},
        {Act::cancelling, model, Tr::tr("What cancelling means"), {Qt::Key_W}},
        {Act::previousScene,
         scene,
         Tr::tr("Previous scene"),
         {Qt::Key_PageUp},
         false,
         Tr::tr("Page Up, Down"),
         Tr::tr("previous, next scene")},
        {Act::nextScene, scene, Tr::tr("Next scene"), {Qt::Key_PageDown}, false, {}, {}, false},
    };
}

std::vector<ActionRow> questionRows()
{
    constexpr ActionGroup group = ActionGroup::questions;
    return {
        {Act::question, group, Tr::tr("Go to the question"), {Qt::Key_Q}, false, Tr::tr("Q, H, R"), Tr::tr("question, hint, answer")},
        {Act::hint, group, Tr::tr("Hint"), {Qt::Key_H}, false, {}, {}, false},
        {Act::reveal, group, Tr::tr("Reveal the answer"), {Qt::Key_R}, false, {}, {}, false},
        {Act::exportProgress, group, Tr::tr("Export progress…"), {}},
        {Act::importProgress, group, Tr::tr("Import progress…"), {}},
        {Act::resetProgress, group, Tr::tr("Reset progress"), {}},
    };
}

std::vector<ActionRow> editingRows()
{
    constexpr ActionGroup group = ActionGroup::editing;
    return {
        {Act::editCode, group, Tr::tr("Edit the code"), {Qt::Key_E}, false, Tr::tr("E, Ctrl+R, F8"), Tr::tr("edit, run, next error")},
        {Act::runEdited, group, Tr::tr("Run my version"), {Qt::CTRL | Qt::Key_R}, false, {}, {}, false},
        {Act::stopEdited, group, Tr::tr("Stop compiling and running"), {}},
        {Act::runAsTyped, group, Tr::tr("Run as I type"), {}},
        {Act::watchMemory, group, Tr::tr("Watch memory while it runs (AddressSanitizer)"), {}},
        {Act::nextProblem, group, Tr::tr("The next error"), {Qt::Key_F8}, false, {}, {}, false},
        {Act::compilerOutput, group, Tr::tr("All that the compiler said…"), {}},
        {Act::restoreLines, group, Tr::tr("Restore these lines"), {}},
        {Act::restoreAll, group, Tr::tr("Restore the whole original"), {}},
        {Act::openCode, group, Tr::tr("Copy code from a file…"), {}},
        {Act::saveCode, group, Tr::tr("Save my version as…"), {}},
        {Act::giveUpCode, group, Tr::tr("Put my version away"), {}},
        {Act::clearCompiled, group, Tr::tr("Clear compiled code"), {}},
    };
}

std::vector<ActionRow> presentingRows()
{
    constexpr ActionGroup group = ActionGroup::presenting;
    std::vector<ActionRow> rows{
        {Act::present, group, Tr::tr("Present"), {Qt::Key_F5}, false, Tr::tr("F5, B"), Tr::tr("present, blank")},
        {Act::forward,
         group,
         Tr::tr("On, step by step and scene by scene"),
         {Qt::Key_PageDown},
         false,
         Tr::tr("Page Up, Down"),
         Tr::tr("steps, then scenes")},
        {Act::back, group, Tr::tr("Back, step by step and scene by scene"), {Qt::Key_PageUp}, false, {}, {}, false},
        {Act::restartScene,
         group,
         Tr::tr("Back to the scene's start"),
         {Qt::Key_Home},
         false,
         {},
         Tr::tr("the scene's start")},
        {Act::blank, group, Tr::tr("Blank the screen"), {Qt::Key_B, Qt::Key_Period}, false, {}, {}, false},
    };
    constexpr Act moments[] = {Act::moment1, Act::moment2, Act::moment3, Act::moment4, Act::moment5,
                               Act::moment6, Act::moment7, Act::moment8, Act::moment9};
    int number = 0;
    for (const Act act : moments) {
        const bool isFirst = number == 0;
        ++number;
        rows.push_back({act,
                        ActionGroup::scene,
                        Tr::tr("Set piece %1").arg(number),
                        {QKeySequence(static_cast<int>(Qt::Key_0) + number)},
                        false,
                        isFirst ? Tr::tr("1 … 9") : QString(),
                        isFirst ? Tr::tr("set pieces") : QString(),
                        isFirst,
                        false});
    }
    return rows;
}

std::vector<ActionRow> viewRows()
{
    constexpr ActionGroup group = ActionGroup::view;
    return {
        {Act::zoomIn, group, Tr::tr("Zoom in"), {Qt::Key_Plus, Qt::Key_Equal}, true, Tr::tr("+ −"), Tr::tr("zoom in, out")},
        {Act::zoomOut, group, Tr::tr("Zoom out"), {Qt::Key_Minus}, true, {}, {}, false},
        {Act::fit, group, Tr::tr("The whole axis"), {Qt::Key_0}},
        {Act::story, group, Tr::tr("Story"), {}},
        {Act::code, group, Tr::tr("Code, console and table"), {}},
        {Act::steps, group, Tr::tr("All steps in words"), {Qt::Key_A}},
        {Act::copySteps, group, Tr::tr("Copy all steps"), {}},
        {Act::nextTongue,
         group,
         Tr::tr("The code in the next language"),
         {Qt::Key_S},
         false,
         {},
         Tr::tr("the same story in another language")},
        {Act::systemTheme, group, Tr::tr("Theme of the system"), {}},
        {Act::lightTheme, group, Tr::tr("Light theme"), {}},
        {Act::darkTheme, group, Tr::tr("Dark theme"), {}},
        {Act::contrastTheme, group, Tr::tr("High contrast, for projectors"), {}},
        {Act::nextTheme, group, Tr::tr("Next theme"), {}, false, {}, {}, true, false},
        {Act::lessMotion, group, Tr::tr("Less motion"), {}},
        {Act::systemLanguage, group, Tr::tr("Language of the system"), {}},
        {Act::englishLanguage, group, QStringLiteral("English"), {}},
        {Act::germanLanguage, group, QStringLiteral("Deutsch"), {}},
        {Act::largerType,
         group,
         Tr::tr("Larger type"),
         {Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal},
         true,
         Tr::tr("Ctrl+ + −"),
         Tr::tr("larger, smaller type")},
        {Act::smallerType, group, Tr::tr("Smaller type"), {Qt::CTRL | Qt::Key_Minus}, true, {}, {}, false},
        {Act::usualType,
         group,
         Tr::tr("Type as it was"),
         {Qt::CTRL | Qt::Key_0},
         false,
         {},
         Tr::tr("type as it was")},
    };
}

std::vector<ActionRow> windowRows()
{
    constexpr ActionGroup scenario = ActionGroup::scenario;
    constexpr ActionGroup help = ActionGroup::help;
    return {
        {Act::undo, scenario, Tr::tr("Undo"), {Qt::CTRL | Qt::Key_Z}, true, Tr::tr("Ctrl+Z, Ctrl+Y"), Tr::tr("undo, redo")},
        {Act::redo,
         scenario,
         Tr::tr("Redo"),
         {Qt::CTRL | Qt::SHIFT | Qt::Key_Z, Qt::CTRL | Qt::Key_Y},
         true,
         {},
         {},
         false},
        {Act::openFile,
         scenario,
         Tr::tr("Open a file…"),
         {Qt::CTRL | Qt::Key_O},
         false,
         Tr::tr("Ctrl+O, Ctrl+S"),
         Tr::tr("open, save a file")},
        {Act::openLesson, scenario, Tr::tr("Open a lesson from a folder…"), {}},
        {Act::saveFile, scenario, Tr::tr("Save"), {Qt::CTRL | Qt::Key_S}, false, {}, {}, false},
        {Act::saveFileAs, scenario, Tr::tr("Save as…"), {Qt::CTRL | Qt::SHIFT | Qt::Key_S}, false, {}, {}, false},
        {Act::copyLink, scenario, Tr::tr("Copy a link to this"), {Qt::CTRL | Qt::SHIFT | Qt::Key_C}},
        {Act::copyCommand, scenario, Tr::tr("Copy this as a command"), {}},
        {Act::pasteLink, scenario, Tr::tr("Paste a link"), {Qt::CTRL | Qt::Key_V}},
        {Act::copyPicture,
         scenario,
         Tr::tr("Copy a picture"),
         {Qt::CTRL | Qt::SHIFT | Qt::Key_E},
         false,
         Tr::tr("Ctrl+E"),
         Tr::tr("save a picture")},
        {Act::savePicture, scenario, Tr::tr("Save a picture…"), {Qt::CTRL | Qt::Key_E}, false, {}, {}, false},
        {Act::saveTrace, scenario, Tr::tr("Save a trace for Perfetto…"), {}},
        {Act::quit, scenario, Tr::tr("Quit"), {Qt::CTRL | Qt::Key_Q}},
        {Act::keys, help, Tr::tr("All keys"), {Qt::Key_Question, Qt::Key_F1}, false, Tr::tr("? or F1"), Tr::tr("these keys")},
        {Act::tour, help, Tr::tr("A tour in three steps"), {}},
        {Act::menu, help, Tr::tr("Menu"), {Qt::Key_F10}, false, Tr::tr("F10 or Alt"), Tr::tr("the menu"), true, false},
        {Act::dismiss, help, Tr::tr("Dismiss the message"), {Qt::Key_Escape}, false, {}, {}, true, false},
    };
}

} // namespace

const std::vector<ActionRow>& actionTable()
{
    // One for each language that was spoken so far, so that a row lives as long as the program.
    static std::map<QString, std::vector<ActionRow>> tables;
    const auto [table, isNew] = tables.try_emplace(Tr::tr("en", "the code of the language that this is"));
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
        return Tr::tr("Run");
    case ActionGroup::timeout:
        return Tr::tr("Timeout");
    case ActionGroup::model:
        return Tr::tr("Model");
    case ActionGroup::scene:
        return Tr::tr("Scene");
    case ActionGroup::questions:
        return Tr::tr("Questions");
    case ActionGroup::editing:
        return Tr::tr("Code");
    case ActionGroup::presenting:
        return Tr::tr("Presenting");
    case ActionGroup::view:
        return Tr::tr("View");
    case ActionGroup::scenario:
        return Tr::tr("Scenario");
    case ActionGroup::help:
        return Tr::tr("Help");
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
