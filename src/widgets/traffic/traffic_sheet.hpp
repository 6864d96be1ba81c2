// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/look/theme.hpp"
#include "present/session/session.hpp"
#include "present/traffic/traffic_maker.hpp"
#include "widgets/share/ask_file.hpp"
#include "widgets/traffic/traffic_guess.hpp"

#include <QDialog>

#include <array>
#include <vector>

class QGridLayout;
class QLabel;
class QSlider;
class QStackedWidget;
class QTimer;

namespace awaitscope {

class TrafficPlot;

/// Weeks of requests to the lesson's service, by all of its versions: four plots, and sliders for what they depend on. What one
/// guesses is asked first. While a slider is dragged a sample is shown, then the whole.
class TrafficSheet : public QDialog
{
    Q_OBJECT

public:
    /// `session` shows a lesson with traffic.
    TrafficSheet(const Session& session, const Theme& theme, QWidget* window);

    /// Whether a new one would be no different: of the same lesson and meaning, in the same theme.
    bool isOf(const Session& session, const Theme& theme) const;

    TrafficMaker& maker() { return m_maker; }
    TrafficPlot& plot(std::size_t index) { return *m_plots[index]; }
    TrafficGuess& guess() { return *m_guess; }
    QSlider& timeoutSlider() { return *m_timeout.slider; }
    QSlider& slowSlider() { return *m_slow.slider; }
    QSlider& trafficSlider() { return *m_traffic.slider; }
    QSlider& timeToLiveSlider() { return *m_timeToLive.slider; }
    QSlider& complaintSlider() { return *m_complaint.slider; }
    QString words() const; ///< all that stands above the plots
    bool isWhole() const;  ///< what is shown is no sample

    /// Who is asked for files instead of the system's dialog.
    void setAsker(FileAsker asker) { m_asker = std::move(asker); }

public Q_SLOTS:
    void savePictures(); ///< one for each plot, beside the one that is asked for
    void saveTables();   ///< likewise, as CSV

Q_SIGNALS:
    /// A request to be looked at by itself.
    void requestWanted(const QString& scenario);
    void failed(const QString& message);

private:
    struct Control
    {
        QLabel* title = nullptr;
        QSlider* slider = nullptr;
        QLabel* value = nullptr;
    };

    Control addControl(QGridLayout& grid, const QString& title, int least, int most, int value);
    std::vector<TrafficOrder> orders(int oneKeyIn) const;
    double oneIn() const;
    void changed();
    void serveSample();
    void serveWhole();
    void showControls();
    void showResults();
    void showWords();
    void save(const QString& title, const QString& filter, const QString& ending);

    std::shared_ptr<const Lesson> m_lesson;
    Theme m_theme;
    Scenario m_scenario;
    Control m_timeout;
    Control m_slow;
    Control m_traffic;
    Control m_timeToLive;
    Control m_complaint;
    QLabel* m_served;
    QLabel* m_summary;
    TrafficGuess* m_guess;
    QStackedWidget* m_pages;
    std::array<TrafficPlot*, 4> m_plots{};
    std::array<QLabel*, 4> m_titles{};
    bool m_isSampling = false;
    QTimer* m_settled; ///< runs out when a slider has stood still
    FileAsker m_asker = askForFile;
    TrafficMaker m_maker; ///< last: its threads are over before all else goes
};

} // namespace awaitscope
