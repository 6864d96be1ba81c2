// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/main_menu.hpp"

#include "present/look/theme.hpp"
#include "present/session/session.hpp"
#include "widgets/actions/window_actions.hpp"
#include "widgets/in_every_language.hpp"

#include <algorithm>

namespace awaitscope {

namespace {

/// A title as a menu's words: an ampersand in it is no mnemonic.
QString plain(const std::string& title) { return QString::fromStdString(title).replace('&', QStringLiteral("&&")); }

/// Where the thought changes, for the eye.
bool beginsPart(Act act)
{
    constexpr Act first[] = {Act::toStart,    Act::slower, Act::typeTimeout, Act::nextModel, Act::systemTheme,
                             Act::largerType, Act::story,  Act::copyLink,  Act::copyPicture,
                             Act::fork,       Act::quit,   Act::cancelling,  Act::exportProgress, Act::systemLanguage,
                             Act::nextProblem, Act::restoreLines, Act::newSandbox, Act::keepAsA, Act::openCode,    Act::clearCompiled};
    return std::ranges::find(first, act) != std::end(first);
}

} // namespace

MainMenu::MainMenu(const WindowActions& actions, Session& session, QWidget* parent) : QMenu(parent), m_session(session)
{
    for (const ActionGroup group : actionGroups()) {
        QMenu* const menu = addMenu(QString());
        inEveryLanguage(*menu, [menu, group] { menu->setTitle(titleOf(group)); });
        if (group == ActionGroup::scenario) {
            m_lessons = menu->addMenu(QString());
            m_recent = menu->addMenu(QString());
            menu->addSeparator();
        }
        for (const ActionRow& row : actionTable()) {
            QAction* const action = row.group == group && row.isInMenu ? actions.find(row.act) : nullptr;
            if (!action)
                continue;
            if (beginsPart(row.act) && !menu->isEmpty())
                menu->addSeparator();
            menu->addAction(action);
        }
        if (group == ActionGroup::scene) {
            menu->addSeparator();
            m_scenes = menu->addMenu(QString());
            m_moments = menu->addMenu(QString());
        }
    }
    // Filled when they open: what they show depends on where one is.
    connect(m_recent, &QMenu::aboutToShow, this, [this] { Q_EMIT recentWanted(*m_recent); });
    m_recent->setEnabled(false); // until somebody lists them
    connect(m_lessons, &QMenu::aboutToShow, this, &MainMenu::listLessons);
    connect(m_scenes, &QMenu::aboutToShow, this, &MainMenu::listScenes);
    for (const auto signal : {&Session::sceneChanged, &Session::lessonChanged})
        connect(&session, signal, this, &MainMenu::listMoments); // it is enabled where there are some
    inEveryLanguage(*this, [this] {
        m_lessons->setTitle(tr("Lesson"));
        m_recent->setTitle(tr("Recently open"));
        m_scenes->setTitle(tr("Scene"));
        m_moments->setTitle(tr("Set piece"));
        listLessons();
        listScenes();
        listMoments();
    });
}

void MainMenu::listLessons()
{
    m_lessons->clear();
    for (const Lesson* const each : m_session.lessons()) {
        const Lesson& lesson = *each;
        const Progress& progress = m_session.predictions().progress();
        const auto mine = progress.lessons.find(lesson.slug);
        const int scene = mine == progress.lessons.end() ? 0 : mine->second.scene; // where one left off
        QAction* const action =
            m_lessons->addAction(tr("%1 (%2)").arg(plain(lesson.title), progressWords(lesson, progress)));
        action->setCheckable(true);
        action->setChecked(lesson.slug == m_session.lesson().slug);
        const QString slug = QString::fromStdString(lesson.slug);
        connect(action, &QAction::triggered, this, [this, slug, scene] { m_session.setLesson(slug, scene); });
    }
}

void MainMenu::listScenes()
{
    m_scenes->clear();
    int index = 0;
    for (const Scene& scene : m_session.lesson().story.scenes) {
        QAction* const action = m_scenes->addAction(QStringLiteral("%1  %2").arg(index + 1).arg(plain(scene.title)));
        action->setCheckable(true);
        action->setChecked(index == m_session.scene());
        connect(action, &QAction::triggered, this, [this, index] { m_session.setScene(index); });
        ++index;
    }
}

void MainMenu::listMoments()
{
    m_moments->clear();
    const auto scene = static_cast<std::size_t>(m_session.scene());
    const std::vector<Scene>& scenes = m_session.lesson().story.scenes;
    int index = 0;
    for (const SetPiece& piece : scene < scenes.size() ? scenes[scene].setPieces : std::vector<SetPiece>{}) {
        QAction* const action = m_moments->addAction(QStringLiteral("%1  %2").arg(index + 1).arg(plain(piece.title)));
        connect(action, &QAction::triggered, this, [this, index] { m_session.setMoment(index); });
        ++index;
    }
    m_moments->setEnabled(index > 0);
}

void MainMenu::setTheme(const Theme& theme)
{
    // Said to each: a style sheet in force keeps fonts and palettes from being inherited.
    const QList<QMenu*> below = findChildren<QMenu*>();
    for (QMenu* const menu : QList<QMenu*>{this} + below) {
        menu->setFont(theme.uiFont(14));
        menu->setPalette(theme.palette());
    }
}

} // namespace awaitscope
