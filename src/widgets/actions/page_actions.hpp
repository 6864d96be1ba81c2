// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

class QMenu;

namespace awaitscope {

class BreakFinder;
class MainWindow;
class PageBar;
class Pages;
class RepairBar;
struct Theme;

/// What can be done with pages of one's own. Nothing of it, until allow().
class PageActions : public QObject
{
    Q_OBJECT

public:
    explicit PageActions(MainWindow& window); ///< its parent

    /// `pages` outlives the window, in which code can be changed already.
    void allow(Pages& pages);
    Pages* pages() const { return m_pages; }

    /// Shows the file, and says what came of it.
    void open(const QString& path);
    /// The page that an .awaitscope file holds. False: it holds none, or cannot be read.
    bool openShared(const QString& path);
    void begin(const QString& startingPage); ///< by its name; empty: the least that runs

    bool isPageShown() const;
    QString title() const; ///< of the page that is shown, with the place for the mark of a change
    void saveTo(const QString& path);

    void setTheme(const Theme& theme);
    RepairBar* repairBar() const { return m_repairBar; } ///< null before allow()
    BreakFinder* finder() const { return m_finder; }     ///< likewise

private:
    void answer();
    void refresh();
    void listRecent(QMenu& menu);
    void showRepair();
    void showFinder();

    MainWindow& m_window;
    Pages* m_pages = nullptr;
    PageBar* m_pageBar = nullptr;
    RepairBar* m_repairBar = nullptr;
    BreakFinder* m_finder = nullptr;
};

} // namespace awaitscope
