// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/files/scenario_document.hpp"
#include "present/files/share_memory.hpp"
#include "widgets/share/ask_file.hpp"

#include <QObject>
#include <QThreadPool>

class QSettings;

namespace awaitscope {

class MainWindow;
class PictureSheet;
class WindowActions;

/// What goes from a window to others and comes back: pictures, traces and .awaitscope files. What was done is said in the
/// window's toast, what went wrong in its bar of errors.
class Sharing : public QObject
{
    Q_OBJECT

public:
    /// `settings` keeps ShareMemory; null: for as long as the window lives. The window is its parent.
    Sharing(MainWindow& window, QSettings* settings);

    ScenarioDocument& document() { return m_document; }
    const ShareMemory& memory() const { return m_memory; }

    /// Who is asked for files instead of the system's dialog.
    void setAsker(FileAsker asker) { m_asker = std::move(asker); }

    /// A picture is on its way to its file.
    bool isWriting() const { return m_writing > 0; }

    /// The lesson's title, and before it the name of the file with the place for the mark of a change.
    QString title() const;

    /// Shows what the file holds, or the lesson of a folder; or says why not.
    void open(const QString& path);

public Q_SLOTS:
    void askAndOpen();
    void askAndOpenLesson();
    void save(); ///< to the file there is, else as saveAs()
    void saveAs();
    void choosePicture(); ///< opens a PictureSheet
    void savePicture(const awaitscope::PictureChoice& choice);
    void copyPicture(const awaitscope::PictureChoice& choice);
    void saveTrace();

private:
    QString ask(FileQuestion question, const QString& proposedName);
    void saveTo(const QString& path);
    void savePage();
    void write(const QString& path, const QByteArray& bytes);
    void writeBehind(const QString& path, const QImage& image);
    void tellWritten(const QString& path, const QString& problem);
    void remember(const PictureChoice& choice);
    void rememberFolderOf(const QString& path);
    void keepMemory();
    void tell(const QString& done, const QString& path);

    MainWindow& m_window;
    QSettings* m_settings;
    ScenarioDocument m_document;
    ShareMemory m_memory;
    FileAsker m_asker = askForFile;
    int m_writing = 0;
    QThreadPool m_writer; ///< last: its tasks use what stands above, and it waits for them
};

/// Open, save, pictures and traces.
void answerForSharing(WindowActions& actions, Sharing& sharing);

} // namespace awaitscope
