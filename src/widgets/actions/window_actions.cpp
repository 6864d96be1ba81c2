// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/window_actions.hpp"

#include "present/session/history.hpp"
#include "present/session/session.hpp"
#include "widgets/in_every_language.hpp"
#include "widgets/key_focus.hpp"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QShortcutEvent>

#include <algorithm>
#include <stdexcept>

namespace awaitscope {

using namespace std::chrono_literals;

WindowActions::WindowActions(QWidget& window) : QObject(&window), m_window(window), m_keyFocus(new KeyFocus(window)) {}

QAction& WindowActions::make(Act act)
{
    const ActionRow& row = rowOf(act);
    auto* const action = new QAction(this);
    inEveryLanguage(*this, [action, act] { action->setText(rowOf(act).words); });
    action->setShortcuts(row.keys);
    action->setAutoRepeat(row.repeats);
    action->installEventFilter(this);
    m_window.addAction(action);
    if (!m_actions.emplace(act, action).second)
        throw std::logic_error("an action that was answered before");
    return *action;
}

QAction& WindowActions::on(Act act, std::function<void()> does)
{
    QAction& action = make(act);
    connect(&action, &QAction::triggered, this, [does = std::move(does)] { does(); });
    return action;
}

QAction& WindowActions::onToggle(Act act, std::function<void(bool)> does)
{
    QAction& action = make(act);
    action.setCheckable(true);
    connect(&action, &QAction::triggered, this, std::move(does));
    return action;
}

QAction* WindowActions::find(Act act) const
{
    const auto found = m_actions.find(act);
    return found == m_actions.end() ? nullptr : found->second;
}

QAction& WindowActions::operator[](Act act) const { return *m_actions.at(act); }

bool WindowActions::eventFilter(QObject* watched, QEvent* event)
{
    // A button that the keyboard has led to is pressed by Space, as everywhere; one that was clicked is not pressed again.
    if (event->type() == QEvent::Shortcut && watched == find(Act::play) && m_keyFocus->isByKeys()) {
        auto* const button = qobject_cast<QAbstractButton*>(QApplication::focusWidget());
        if (button && static_cast<QShortcutEvent*>(event)->key() == QKeySequence(Qt::Key_Space)) {
            button->click();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

namespace {

void answerForPlayback(WindowActions& actions, Playback& playback)
{
    const std::pair<Act, void (Playback::*)()> plain[] = {
        {Act::previousStep, &Playback::toPreviousStep},
        {Act::nextStep, &Playback::toNextStep},
        {Act::previousAwait, &Playback::toPreviousAwait},
        {Act::nextAwait, &Playback::toNextAwait},
        {Act::toStart, &Playback::toStart},
        {Act::toEnd, &Playback::toEnd},
        {Act::play, &Playback::togglePlaying},
        {Act::slower, &Playback::slower},
        {Act::faster, &Playback::faster},
    };
    for (const auto& [act, does] : plain)
        actions.on(act, [&playback, step = does] { (playback.*step)(); });
    QAction& loop = actions.onToggle(Act::loop, [&playback](bool on) { playback.setLooping(on); });
    loop.setChecked(playback.isLooping());
    QObject::connect(&playback, &Playback::loopingChanged, &loop, &QAction::setChecked);
}

} // namespace

void answerForSession(WindowActions& actions, Session& session)
{
    answerForPlayback(actions, session.playback());
    const std::pair<Act, VirtualDuration> moves[] = {
        {Act::earlier, -1ms}, {Act::later, 1ms}, {Act::muchEarlier, -10ms}, {Act::muchLater, 10ms}};
    for (const auto& [act, by] : moves)
        actions.on(act, [&session, distance = by] { session.moveTimeout(distance); });
    actions.on(Act::noTimeout, [&session] { session.setTimeout(NoTimeout{}); });

    const std::pair<Act, CancelModel> models[] = {{Act::asioModel, CancelModel::asio},
                                                  {Act::dropModel, CancelModel::drop},
                                                  {Act::eagerModel, CancelModel::eager}};
    const std::pair<Act, CancelType> types[] = {{Act::terminalCancel, CancelType::terminal},
                                                {Act::partialCancel, CancelType::partial},
                                                {Act::totalCancel, CancelType::total}};
    const auto showModel = [&actions, &session, models, types] {
        const Scenario& scenario = session.scenario();
        for (const auto& [act, model] : models)
            actions[act].setChecked(scenario.model == model);
        const bool sendsType = sendsCancelType(scenario, session.lesson());
        for (const auto& [act, type] : types) {
            actions[act].setEnabled(sendsType);
            actions[act].setChecked(sendsType && scenario.cancelType == type);
        }
        actions[Act::cancelOperation].setChecked(session.scenario().cancelOn == CancelOn::operation);
    };
    for (const auto& [act, model] : models)
        actions.onToggle(act, [&session, showModel, chosen = model](bool) {
            session.setModel(chosen);
            showModel(); // the one that is on stays on
        });
    actions.onToggle(Act::cancelOperation, [&session, showModel](bool on) {
        session.setCancelOn(on ? CancelOn::operation : CancelOn::coroutine);
        showModel();
    });
    for (const auto& [act, type] : types)
        actions.onToggle(act, [&session, showModel, chosen = type](bool) {
            session.setCancelType(chosen);
            showModel();
        });
    actions.on(Act::nextModel, [&session] { session.setNextModel(); });

    actions.on(Act::previousScene, [&session] { session.setScene(session.scene() - 1); });
    actions.on(Act::nextScene, [&session] { session.setScene(session.scene() + 1); });
    const auto show = [&actions, &session, showModel] {
        showModel();
        const auto scenes = static_cast<int>(session.lesson().story.scenes.size());
        actions[Act::noTimeout].setEnabled(session.run().timeout.has_value());
        actions[Act::previousScene].setEnabled(session.scene() > 0);
        actions[Act::nextScene].setEnabled(session.scene() + 1 < scenes);
    };
    for (const auto signal : {&Session::runChanged, &Session::sceneChanged, &Session::lessonChanged})
        QObject::connect(&session, signal, &actions, show);
    show();
}

void answerForHistory(WindowActions& actions, History& history)
{
    QAction& undo = actions.on(Act::undo, [&history] { history.undo(); });
    QAction& redo = actions.on(Act::redo, [&history] { history.redo(); });
    const auto show = [&undo, &redo, &history] {
        const auto name = [](QAction& action, Act act, const QString& words) {
            action.setEnabled(!words.isEmpty());
            action.setText(words.isEmpty() ? rowOf(act).words : QStringLiteral("%1: %2").arg(rowOf(act).words, words));
        };
        name(undo, Act::undo, history.undoWords());
        name(redo, Act::redo, history.redoWords());
    };
    QObject::connect(&history, &History::changed, &actions, show);
    inEveryLanguage(actions, show); // after their plain words
}

} // namespace awaitscope
