// SPDX-License-Identifier: GPL-3.0-or-later
//
// Weeks of traffic, over the window.

#include "widgets/actions/window_actions.hpp"
#include "widgets/story/story_pane.hpp"
#include "widgets/toast.hpp"
#include "widgets/traffic/traffic_sheet.hpp"
#include "widgets/window/main_window.hpp"

#include <QAction>

namespace awaitscope {

void MainWindow::answerForTraffic()
{
    QAction& action = m_actions->on(Act::traffic, [this] { showTraffic(); });
    const auto offer = [this, &action] { action.setEnabled(m_session.lesson().traffic.has_value()); };
    connect(&m_session, &Session::lessonChanged, this, offer);
    offer();
    connect(m_story, &StoryPane::trafficWanted, this, &MainWindow::showTraffic);
}

void MainWindow::showTraffic()
{
    if (!m_session.lesson().traffic)
        return showError(tr("The lesson %1 has no traffic.").arg(QString::fromStdString(m_session.lesson().title)));
    // What was served is still there after a look at one of its requests.
    if (!m_traffic || !m_traffic->isOf(m_session, m_theme)) {
        delete m_traffic;
        m_traffic = new TrafficSheet(m_session, m_theme, this);
        connect(m_traffic, &TrafficSheet::failed, this, &MainWindow::showError);
        connect(m_traffic, &TrafficSheet::requestWanted, this, [this](const QString& scenario) {
            m_traffic->hide();
            activateWindow(); // no window manager need do it, and the keys of this window are wanted
            if (m_session.apply(scenario))
                m_toast->say(tr("One request of the traffic. %1 leads back.").arg(keyOf(Act::traffic)));
        });
    }
    m_traffic->open(); // over the window, whose keys rest meanwhile
}

} // namespace awaitscope
