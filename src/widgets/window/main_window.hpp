// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/files/remembered.hpp"
#include "present/look/appearance.hpp"
#include "present/look/slide_fit.hpp"
#include "present/scope/row_plan.hpp"
#include "present/session/history.hpp"
#include "present/session/session.hpp"
#include "present/story/tour.hpp"

#include <QWidget>

class QScrollArea;
class QSettings;

namespace awaitscope {

class CentreColumn;
class Columns;
class EditActions;
class Edits;
class ErrorBar;
class FocusRing;
class LessonPacks;
class MainMenu;
class PackActions;
class PageActions;
class Pages;
class ProgressActions;
class Sharing;
class Presentation;
class SideColumn;
class StepsPane;
class StoryPane;
class TaskJudge;
class TimeoutField;
class Toast;
class TopBar;
class Tour;
class TrafficSheet;
class WindowActions;

/// The window: story, timeline and code side by side. Where it is too narrow for all three, story or code folds away.
class MainWindow : public QWidget
{
    Q_OBJECT

public:
    /// `settings` keeps what Remembered has; null: nothing is read or kept. Both outlive the window. The theme is a choice
    /// until setAppearance() says more.
    MainWindow(Session& session, const Appearance& appearance, QSettings* settings, QWidget* parent = nullptr);
    /// The same with a theme as if it had been chosen.
    MainWindow(Session& session, const Theme& theme, QSettings* settings, QWidget* parent = nullptr);
    ~MainWindow() override;

    const Theme& theme() const { return m_theme; }
    void setTheme(const Theme& theme); ///< as if it had been chosen

    const Appearance& appearance() const { return m_appearance; }
    void setAppearance(const Appearance& appearance);

    /// From now on the code can be changed. `edits` outlives the window.
    void allowEditing(Edits& edits);
    /// From now on lessons can be opened from folders. `packs` outlives the window.
    void allowPacks(LessonPacks& packs);
    LessonPacks* packs() const { return m_packs; }
    /// From now on one can have pages of one's own, once the code can be changed. `pages` outlives the window.
    void allowPages(Pages& pages);
    PageActions& pageActions() { return *m_pageActions; }
    void openPath(const QString& path); ///< a file or a folder, whatever it holds
    void editCode(const std::string& variant); ///< opens the editor; a variant of the lesson's own; empty: the page

    Session& session() { return m_session; }
    Sharing& sharing() { return *m_sharing; }
    Presentation& presentation() { return *m_presentation; }
    WindowActions& actions() { return *m_actions; }
    MainMenu& menu() { return *m_menu; }
    EditActions& editActions() { return *m_editActions; }
    ProgressActions& progressActions() { return *m_progressActions; }
    TopBar& topBar() { return *m_topBar; }
    ErrorBar& errorBar() { return *m_errorBar; }
    Toast& toast() { return *m_toast; }
    CentreColumn& centre() { return *m_centre; }
    SideColumn& side() { return *m_side; }
    StoryPane& story() { return *m_story; }
    TaskJudge& tasks() { return *m_tasks; }
    StepsPane& steps() { return *m_steps; }
    TrafficSheet* trafficSheet() { return m_traffic; } ///< null until it was shown
    TimeoutField& timeoutField() { return *m_timeoutField; }
    Tour& tour() { return *m_tour; }
    QString errorText() const; ///< of the bar of errors; empty: it is hidden

public Q_SLOTS:
    void showError(const QString& message);
    void showKeys();
    void showCancelling();
    void showPath(); ///< all lessons, one of which can be chosen
    void showTraffic();
    void showMenu();
    void typeTimeout();
    void pasteLink();
    void refreshTitle();
    /// To be called before it is shown for people: into the screen's available area, frame included, wherever it was kept.
    void placeOnScreen();
    void startTour(); ///< from then on it is known to have been shown
    void setThemeChoice(awaitscope::ThemeChoice choice);
    void setSystemDark(bool isDark);
    void setSystemLessMotion(bool isLess); ///< counts until somebody chooses

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    enum class Column { story, code };
    /// Which columns a person wants.
    struct Wanted
    {
        bool story = true;
        bool code = true;
        bool steps = false;
        Column last = Column::story; ///< the one that stays where there is no room for both
    };

    void arrange();
    void answerActions();
    void answerForTraffic();
    void answerChoices();
    void applyTheme();
    std::vector<double> laneParts() const; ///< of each scope
    int callerLanes() const;
    bool hasWordyStrips() const; ///< WindowRows
    int leastHeightNow() const; ///< of what scrolls where the window is lower
    void showChoices();
    void setLessMotion(bool isLess);
    void want(Column column, bool wanted);
    void showSteps(bool shown);
    void planWindow();
    void present();
    void layOutSlide();
    bool isSidePresented() const;
    PresentedRows presentedRows(double scale, const std::vector<double>& parts) const; ///< parts: laneParts()
    int presentedTop(double scale) const;
    SlideFit slideFit() const;
    QRect toastRoom() const;
    QRect placeOf(TourTarget target) const; ///< empty: it is not in sight
    Theme themeNow() const;
    bool isPresenting() const;
    void fold();
    void dismiss();
    void setScale(double scale);
    void stepScale(int steps); ///< 0: as it was
    void resetLayout();
    void restore();
    void copy(const QString& text);
    void copyLink();
    bool save(); ///< false: it could not, and the window says why

    Session& m_session;
    Appearance m_appearance;
    bool m_hasFailedToSave = false;
    bool m_hasStarted = false; ///< it has been shown; from then on changes are the person's
    ThemeChoice m_choiceAtStart{};
    QString m_languageAtStart;
    std::optional<bool> m_lessMotion; ///< as chosen
    Remembered m_placeAtStart; ///< its lesson, scene, scenario and own versions
    Theme m_theme;
    QSettings* m_settings;
    TopBar* m_topBar;
    ErrorBar* m_errorBar;
    QScrollArea* m_scroll;
    Columns* m_columns;
    QWidget* m_storyHolder;
    TaskJudge* m_tasks; ///< what questions ask for that is code
    StoryPane* m_story;
    StepsPane* m_steps; ///< below the story
    CentreColumn* m_centre;
    SideColumn* m_side;
    TimeoutField* m_timeoutField;
    Toast* m_toast;
    Presentation* m_presentation;
    Tour* m_tour;
    FocusRing* m_ring;
    History* m_history;
    Sharing* m_sharing;
    WindowActions* m_actions;
    ProgressActions* m_progressActions = nullptr;
    EditActions* m_editActions = nullptr;
    PageActions* m_pageActions = nullptr;
    PackActions* m_packActions = nullptr;
    LessonPacks* m_packs = nullptr;
    TrafficSheet* m_traffic = nullptr; ///< of the lesson that it was last shown of
    MainMenu* m_menu = nullptr; ///< made once all actions are answered
    bool m_wasPresenting = false;
    Qt::WindowStates m_stateBefore{};  ///< of the presentation
    Wanted m_wanted;
    double m_slideScale = 1; ///< what a person wants of the type of slides, beyond what fits
    Wanted m_wantedBefore; ///< of the presentation
    History::Kept m_historyBefore; ///< likewise
};

} // namespace awaitscope
