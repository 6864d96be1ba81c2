// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/action_table.hpp"

#include "lesson/ink.hpp"

#include <QCoreApplication>

#include <algorithm>
#include <stdexcept>

namespace awaitscope {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("Actions", text); }

std::vector<ActionRow> runRows()
{
    constexpr ActionGroup group = ActionGroup::run;
    return {
        {Act::play, group, tr("Play or pause"), {Qt::Key_Space}},
        {Act::previousStep, group, tr("Previous event"), {Qt::Key_Left}, true, tr("← →"), tr("previous, next event")},
        {Act::nextStep, group, tr("Next event"), {Qt::Key_Right}, true, {}, {}, false},
        {Act::previousAwait,
         group,
         tr("Previous await"),
         {Qt::CTRL | Qt::Key_Left},
         true,
         tr("Ctrl+← →"),
         tr("previous, next await")},
        {Act::nextAwait, group, tr("Next await"), {Qt::CTRL | Qt::Key_Right}, true, {}, {}, false},
        {Act::toStart, group, tr("To the start"), {Qt::Key_Home}, false, tr("Home, End"), tr("to the start, the end")},
        {Act::toEnd, group, tr("To the end"), {Qt::Key_End}, false, {}, {}, false},
        {Act::slower, group, tr("Slower"), {Qt::Key_BracketLeft}, true, tr("[ ]"), tr("slower, faster")},
        {Act::faster, group, tr("Faster"), {Qt::Key_BracketRight}, true, {}, {}, false},
        {Act::loop, group, tr("Loop"), {Qt::Key_L}},
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
         tr("1 ms earlier"),
         {Qt::ALT | Qt::Key_Left},
         true,
         tr("Alt+← →"),
         tr("1 ms earlier, later")},
        {Act::later, timeout, tr("1 ms later"), {Qt::ALT | Qt::Key_Right}, true, {}, {}, false},
        {Act::muchEarlier,
         timeout,
         tr("10 ms earlier"),
         {Qt::ALT | Qt::SHIFT | Qt::Key_Left},
         true,
         tr("Alt+Shift+← →"),
         tr("10 ms earlier, later")},
        {Act::muchLater, timeout, tr("10 ms later"), {Qt::ALT | Qt::SHIFT | Qt::Key_Right}, true, {}, {}, false},
        {Act::typeTimeout, timeout, tr("Type the timeout"), {Qt::Key_T}},
        {Act::noTimeout, timeout, tr("No timeout"), {Qt::Key_N}},
        {Act::fork,
         timeout,
         tr("Cancel here, and keep this run to compare"),
         {Qt::Key_C},
         false,
         tr("C, D"),
         tr("cancel here, first difference")},
        {Act::dropFork, timeout, tr("Drop the earlier run"), {Qt::SHIFT | Qt::Key_C}, false, {}, {}, false},
        {Act::firstDifference, timeout, tr("To the first difference"), {Qt::Key_D}, false, {}, {}, false},
        {Act::asioModel, model, QString::fromUtf8(titleOf(CancelModel::asio)), {}},
        {Act::dropModel, model, QString::fromUtf8(titleOf(CancelModel::drop)), {}},
        {Act::eagerModel, model, QString::fromUtf8(titleOf(CancelModel::eager)), {}},
        {Act::nextModel,
         model,
         tr("The next meaning of a cancel"),
         {Qt::Key_M},
         false,
         {},
         tr("what a cancel is: next")},
        {Act::cancelling, model, tr("What cancelling means"), {Qt::Key_W}},
        {Act::previousScene,
         scene,
         tr("Previous scene"),
         {Qt::Key_PageUp},
         false,
         tr("Page Up, Down"),
         tr("previous, next scene")},
        {Act::nextScene, scene, tr("Next scene"), {Qt::Key_PageDown}, false, {}, {}, false},
    };
}

std::vector<ActionRow> questionRows()
{
    constexpr ActionGroup group = ActionGroup::questions;
    return {
        {Act::question, group, tr("Go to the question"), {Qt::Key_Q}, false, tr("Q, H, R"), tr("question, hint, answer")},
        {Act::hint, group, tr("Hint"), {Qt::Key_H}, false, {}, {}, false},
        {Act::reveal, group, tr("Reveal the answer"), {Qt::Key_R}, false, {}, {}, false},
        {Act::exportProgress, group, tr("Export progress…"), {}},
        {Act::importProgress, group, tr("Import progress…"), {}},
        {Act::resetProgress, group, tr("Reset progress"), {}},
    };
}

std::vector<ActionRow> presentingRows()
{
    constexpr ActionGroup group = ActionGroup::presenting;
    std::vector<ActionRow> rows{
        {Act::present, group, tr("Present"), {Qt::Key_F5}, false, tr("F5, B"), tr("present, blank")},
        {Act::forward,
         group,
         tr("On, step by step and scene by scene"),
         {Qt::Key_PageDown},
         false,
         tr("Page Up, Down"),
         tr("steps, then scenes")},
        {Act::back, group, tr("Back, step by step and scene by scene"), {Qt::Key_PageUp}, false, {}, {}, false},
        {Act::restartScene,
         group,
         tr("Back to the scene's start"),
         {Qt::Key_Home},
         false,
         {},
         tr("the scene's start")},
        {Act::blank, group, tr("Blank the screen"), {Qt::Key_B, Qt::Key_Period}, false, {}, {}, false},
    };
    constexpr Act moments[] = {Act::moment1, Act::moment2, Act::moment3, Act::moment4, Act::moment5,
                               Act::moment6, Act::moment7, Act::moment8, Act::moment9};
    int number = 0;
    for (const Act act : moments) {
        const bool isFirst = number == 0;
        ++number;
        rows.push_back({act,
                        ActionGroup::scene,
                        tr("Set piece %1").arg(number),
                        {QKeySequence(static_cast<int>(Qt::Key_0) + number)},
                        false,
                        isFirst ? tr("1 … 9") : QString(),
                        isFirst ? tr("set pieces") : QString(),
                        isFirst,
                        false});
    }
    return rows;
}

std::vector<ActionRow> viewRows()
{
    constexpr ActionGroup group = ActionGroup::view;
    return {
        {Act::zoomIn, group, tr("Zoom in"), {Qt::Key_Plus, Qt::Key_Equal}, true, tr("+ −"), tr("zoom in, out")},
        {Act::zoomOut, group, tr("Zoom out"), {Qt::Key_Minus}, true, {}, {}, false},
        {Act::fit, group, tr("The whole axis"), {Qt::Key_0}},
        {Act::story, group, tr("Story"), {}},
        {Act::code, group, tr("Code, console and table"), {}},
        {Act::steps, group, tr("All steps in words"), {Qt::Key_A}},
        {Act::copySteps, group, tr("Copy all steps"), {}},
        {Act::nextTongue,
         group,
         tr("The code in the next language"),
         {Qt::Key_S},
         false,
         {},
         tr("the same story in another language")},
        {Act::systemTheme, group, tr("Theme of the system"), {}},
        {Act::lightTheme, group, tr("Light theme"), {}},
        {Act::darkTheme, group, tr("Dark theme"), {}},
        {Act::contrastTheme, group, tr("High contrast, for projectors"), {}},
        {Act::nextTheme, group, tr("Next theme"), {}, false, {}, {}, true, false},
        {Act::largerType,
         group,
         tr("Larger type"),
         {Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal},
         true,
         tr("Ctrl+ + −"),
         tr("larger, smaller type")},
        {Act::smallerType, group, tr("Smaller type"), {Qt::CTRL | Qt::Key_Minus}, true, {}, {}, false},
        {Act::usualType, group, tr("Type as it was"), {Qt::CTRL | Qt::Key_0}},
    };
}

std::vector<ActionRow> windowRows()
{
    constexpr ActionGroup scenario = ActionGroup::scenario;
    constexpr ActionGroup help = ActionGroup::help;
    return {
        {Act::undo, scenario, tr("Undo"), {Qt::CTRL | Qt::Key_Z}, true, tr("Ctrl+Z, Ctrl+Y"), tr("undo, redo")},
        {Act::redo,
         scenario,
         tr("Redo"),
         {Qt::CTRL | Qt::SHIFT | Qt::Key_Z, Qt::CTRL | Qt::Key_Y},
         true,
         {},
         {},
         false},
        {Act::openFile,
         scenario,
         tr("Open a file…"),
         {Qt::CTRL | Qt::Key_O},
         false,
         tr("Ctrl+O, Ctrl+S"),
         tr("open, save a file")},
        {Act::saveFile, scenario, tr("Save"), {Qt::CTRL | Qt::Key_S}, false, {}, {}, false},
        {Act::saveFileAs, scenario, tr("Save as…"), {Qt::CTRL | Qt::SHIFT | Qt::Key_S}, false, {}, {}, false},
        {Act::copyLink, scenario, tr("Copy a link to this"), {Qt::CTRL | Qt::SHIFT | Qt::Key_C}},
        {Act::copyCommand, scenario, tr("Copy this as a command"), {}},
        {Act::pasteLink, scenario, tr("Paste a link"), {Qt::CTRL | Qt::Key_V}},
        {Act::copyPicture,
         scenario,
         tr("Copy a picture"),
         {Qt::CTRL | Qt::SHIFT | Qt::Key_E},
         false,
         tr("Ctrl+E"),
         tr("save a picture")},
        {Act::savePicture, scenario, tr("Save a picture…"), {Qt::CTRL | Qt::Key_E}, false, {}, {}, false},
        {Act::saveTrace, scenario, tr("Save a trace for Perfetto…"), {}},
        {Act::quit, scenario, tr("Quit"), {Qt::CTRL | Qt::Key_Q}},
        {Act::keys, help, tr("All keys"), {Qt::Key_Question, Qt::Key_F1}, false, tr("? or F1"), tr("these keys")},
        {Act::tour, help, tr("A tour in three steps"), {}},
        {Act::menu, help, tr("Menu"), {Qt::Key_F10}, false, tr("F10 or Alt"), tr("the menu"), true, false},
        {Act::dismiss, help, tr("Dismiss the message"), {Qt::Key_Escape}, false, {}, {}, true, false},
    };
}

} // namespace

const std::vector<ActionRow>& actionTable()
{
    static const std::vector<ActionRow> table = [] {
        std::vector<ActionRow> all;
        for (std::vector<ActionRow> rows : {runRows(), scenarioRows(), questionRows(), presentingRows(), viewRows(), windowRows()})
            all.insert(all.end(), rows.begin(), rows.end());
        return all;
    }();
    return table;
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
    static const std::vector groups{run, timeout, model, scene, questions, presenting, view, scenario, help};
    return groups;
}

QString titleOf(ActionGroup group)
{
    switch (group) {
    case ActionGroup::run:
        return tr("Run");
    case ActionGroup::timeout:
        return tr("Timeout");
    case ActionGroup::model:
        return tr("Model");
    case ActionGroup::scene:
        return tr("Scene");
    case ActionGroup::questions:
        return tr("Questions");
    case ActionGroup::presenting:
        return tr("Presenting");
    case ActionGroup::view:
        return tr("View");
    case ActionGroup::scenario:
        return tr("Scenario");
    case ActionGroup::help:
        return tr("Help");
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
