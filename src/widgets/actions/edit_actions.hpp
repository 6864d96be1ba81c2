// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/share/ask_file.hpp"

#include <QObject>

namespace awaitscope {

class Edits;
class MainWindow;

/// What can be done with code that a learner changes. Nothing of it, until allow().
class EditActions : public QObject
{
    Q_OBJECT

public:
    explicit EditActions(MainWindow& window); ///< its parent

    /// `edits` outlives the window.
    void allow(Edits& edits);
    Edits* edits() const { return m_edits; }

    /// Who is asked for files instead of the system's dialog.
    void setAsker(FileAsker asker) { m_asker = std::move(asker); }

    void openCode(const QString& path); ///< in place of what is being edited; can be undone

private:
    void answer();
    void refresh();
    void toggleEditor();
    void run();
    void askAndOpen();
    void askAndSave();
    void showOutput();

    MainWindow& m_window;
    Edits* m_edits = nullptr;
    FileAsker m_asker = askForFile;
};

} // namespace awaitscope
