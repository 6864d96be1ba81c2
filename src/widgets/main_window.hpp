// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/session.hpp"
#include "present/theme.hpp"
#include "widgets/key_table.hpp"

#include <QWidget>

class QLabel;
class QScrollArea;
class QSettings;
class QSplitter;

namespace awaitscope {

class CentreColumn;
class SideColumn;
class StoryPane;
class TimeoutField;
class TopBar;

/// The window: story, timeline and code side by side. Where it is too narrow for all three, story or code folds away.
class MainWindow : public QWidget
{
    Q_OBJECT

public:
    /// `settings` keeps size, columns, theme and type size; null: nothing is read or kept. Both outlive the window.
    MainWindow(Session& session, const Theme& theme, QSettings* settings, QWidget* parent = nullptr);
    ~MainWindow() override;

    const Theme& theme() const { return m_theme; }
    void setTheme(const Theme& theme);

    const std::vector<KeyAction>& keys() const { return m_keys; }
    TopBar& topBar() { return *m_topBar; }
    CentreColumn& centre() { return *m_centre; }
    SideColumn& side() { return *m_side; }
    StoryPane& story() { return *m_story; }
    TimeoutField& timeoutField() { return *m_timeoutField; }
    QString errorText() const; ///< of the bar of errors; empty: it is hidden

public Q_SLOTS:
    void showError(const QString& message);
    void showKeys();
    void typeTimeout();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    enum class Column { story, code };

    std::vector<KeyAction> makeKeys();
    QWidget* makeErrorBar();
    void applyTheme();
    void refreshTitle();
    void want(Column column, bool wanted);
    void fold();
    void moveFlag(VirtualDuration by);
    void nextModel();
    void setScale(double scale);
    void restore();
    void save() const;

    Session& m_session;
    Theme m_theme;
    QSettings* m_settings;
    TopBar* m_topBar;
    QLabel* m_errorLabel = nullptr; // before the bar, whose making sets it
    QWidget* m_errorBar;
    QScrollArea* m_scroll;
    QSplitter* m_splitter;
    QWidget* m_storyHolder;
    StoryPane* m_story;
    CentreColumn* m_centre;
    SideColumn* m_side;
    TimeoutField* m_timeoutField = nullptr;
    std::vector<KeyAction> m_keys;
    bool m_wantsStory = true;
    bool m_wantsCode = true;
    Column m_lastWanted = Column::story; ///< the one that stays where there is no room for both
};

} // namespace awaitscope
