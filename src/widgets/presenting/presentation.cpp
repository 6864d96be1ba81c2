// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/presenting/presentation.hpp"

#include "present/session/session.hpp"
#include "widgets/actions/window_actions.hpp"
#include "widgets/presenting/overlays.hpp"
#include "widgets/presenting/presenter_bar.hpp"
#include "widgets/presenting/speaker_view.hpp"
#include "widgets/toast.hpp"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>

#include <algorithm>
#include <utility>

namespace awaitscope {

namespace {

constexpr int lettersOfAVote = static_cast<int>(Act::voteF) - static_cast<int>(Act::voteA) + 1;

} // namespace

Presentation::Presentation(Session& session, const Theme& theme, Toast& toast, QWidget& window)
    : QObject(&window),
      m_session(session),
      m_toast(toast),
      m_window(window),
      m_presenter(session),
      m_bar(new PresenterBar(m_presenter, theme, &window)),
      m_hints(new PresenterHints(theme, &window)),
      m_blank(new BlankScreen(&window)),
      m_laser(new Laser(&window)),
      m_notes(session, m_presenter),
      m_speaker(new SpeakerView(m_notes, theme, window))
{
    m_bar->hide();
    m_hints->hide();
    connect(&m_presenter, &Presenter::changed, this, &Presentation::refresh);
    connect(&session, &Session::runChanged, this, &Presentation::refresh); // the story's line follows the model
    connect(m_blank, &BlankScreen::clicked, &m_presenter, &Presenter::toggleBlank);
    qApp->installEventFilter(this); // a key that is held is let go wherever the focus is by then
    setTheme(theme);
}

void Presentation::setTheme(const Theme& theme)
{
    m_bar->setTheme(theme);
    m_hints->setTheme(theme);
    m_laser->setTheme(theme);
    m_speaker->setTheme(theme);
}

void Presentation::refresh()
{
    const auto scene = static_cast<std::size_t>(m_session.scene());
    const std::vector<Scene>& scenes = m_session.lesson().story.scenes;
    m_hints->set(scene < scenes.size() ? static_cast<int>(scenes[scene].setPieces.size()) : 0, m_presenter.lettersToVoteFor());
    m_blank->setGeometry(m_window.rect());
    m_blank->setVisible(m_presenter.isBlank());
    m_blank->raise();
}

void Presentation::answer(WindowActions& actions)
{
    const auto say = [this](const QString& words) {
        if (!words.isEmpty())
            m_toast.say(words);
    };
    QAction& present = actions.onToggle(Act::present, [this](bool on) { on ? m_presenter.start() : m_presenter.stop(); });
    QAction& blank = actions.on(Act::blank, [this] { m_presenter.toggleBlank(); });
    QAction& restart = actions.on(Act::restartScene, [this, say] { say(m_presenter.restart()); });
    QAction& nextStep = actions[Act::nextScene];
    QAction& previousStep = actions[Act::previousScene];
    // Page Up and Page Down are the scenes' outside of a presentation, and the clicker's in one.
    QAction& forward = actions.on(Act::forward, [this, say] { say(m_presenter.forward()); });
    QAction& back = actions.on(Act::back, [this, say] { say(m_presenter.back()); });
    QAction& toStart = actions[Act::toStart];
    QAction& speaker = actions.onToggle(Act::speaker, [this](bool) { m_speaker->toggle(); });
    connect(m_speaker, &SpeakerView::shownChanged, &speaker, &QAction::setChecked);
    connect(&m_presenter, &Presenter::changed, this, [this, &actions] {
        if (m_presenter.isPresenting() == m_wasPresenting)
            return;
        m_wasPresenting = !m_wasPresenting;
        if (m_wasPresenting) {
            followKeys(actions); // once all are answered
            m_speaker->begin();
        } else {
            m_speaker->end();
        }
    });
    for (int answer = 0; answer < lettersOfAVote; ++answer) {
        const auto act = static_cast<Act>(static_cast<int>(Act::voteA) + answer);
        actions.on(act, [this, answer] { m_presenter.vote(answer); });
    }
    const auto refreshKeys = [this, &actions, &present, &blank, &restart, &nextStep, &previousStep, &forward, &back, &toStart] {
        const bool on = m_presenter.isPresenting();
        present.setChecked(on);
        for (QAction* const action : {&blank, &restart, &forward, &back})
            action->setEnabled(on);
        nextStep.setShortcuts(on ? QList<QKeySequence>() : rowOf(Act::nextScene).keys);
        previousStep.setShortcuts(on ? QList<QKeySequence>() : rowOf(Act::previousScene).keys);
        toStart.setShortcuts(on ? QList<QKeySequence>() : rowOf(Act::toStart).keys);
        lendLetters(actions, on ? m_presenter.lettersToVoteFor() : 0);
    };
    connect(&m_presenter, &Presenter::changed, this, refreshKeys);
    refreshKeys();
    for (int number = 1; number <= static_cast<int>(mostSetPieces); ++number) {
        const auto act = static_cast<Act>(static_cast<int>(Act::moment1) + number - 1);
        actions.on(act, [this, number] {
            if (!m_session.setMoment(number - 1))
                m_toast.say(tr("This scene has no set piece %1.").arg(number));
        });
    }
}

void Presentation::followKeys(const WindowActions& actions)
{
    if (std::exchange(m_isFollowing, true))
        return;
    for (const ActionRow& row : actionTable()) {
        const QAction* const action = actions.find(row.act);
        if (!action || row.keys.isEmpty())
            continue;
        // As scripts call them.
        const QString key = row.act == Act::forward ? QStringLiteral("Page Down")
                            : row.act == Act::back  ? QStringLiteral("Page Up")
                                                    : row.keys.front().toString(QKeySequence::PortableText);
        connect(action, &QAction::triggered, this, [this, key] { m_notes.press(key); });
    }
}

void Presentation::lendLetters(WindowActions& actions, int count)
{
    if (count == std::exchange(m_lent, count))
        return;
    const auto isLent = [count](const QKeySequence& key) {
        return key.count() == 1 && key[0].keyboardModifiers() == Qt::NoModifier && key[0].key() >= Qt::Key_A
               && key[0].key() < Qt::Key_A + count;
    };
    for (const ActionRow& row : actionTable()) {
        QAction* const action = actions.find(row.act);
        const bool isVote = row.act >= Act::voteA && row.act <= Act::voteF;
        if (!action || isVote || std::ranges::none_of(row.keys, [](const QKeySequence& key) {
                return key.count() == 1 && key[0].key() >= Qt::Key_A && key[0].key() < Qt::Key_A + lettersOfAVote
                       && key[0].keyboardModifiers() == Qt::NoModifier;
            }))
            continue;
        QList<QKeySequence> keys = row.keys;
        keys.removeIf(isLent);
        action->setShortcuts(keys);
    }
    for (int answer = 0; answer < lettersOfAVote; ++answer)
        actions[static_cast<Act>(static_cast<int>(Act::voteA) + answer)].setEnabled(answer < count);
}

bool Presentation::eventFilter(QObject* watched, QEvent* event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease;
    if (isKey && static_cast<QKeyEvent*>(event)->key() == Qt::Key_X && watched->isWidgetType()) {
        auto* const key = static_cast<QKeyEvent*>(event);
        const bool isTyped = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        const bool isHere = QApplication::activeWindow() == &m_window;
        if (key->isAutoRepeat())
            return m_laser->isVisible();
        if (event->type() == QEvent::KeyRelease)
            m_laser->setShining(false);
        else if (isHere && !isTyped && key->modifiers() == Qt::NoModifier)
            m_laser->setShining(true);
    } else if (event->type() == QEvent::WindowDeactivate && watched == &m_window) {
        m_laser->setShining(false);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace awaitscope
