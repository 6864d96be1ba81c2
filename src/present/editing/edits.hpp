// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/format/lesson.hpp"
#include "workbench/edit_store.hpp"
#include "workbench/workbench.hpp"

#include <QObject>
#include <QString>

#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

class QTimer;

namespace awaitscope {

class Session;

/// What is to be said of an edited file, and where.
struct EditProblem
{
    enum class Kind { error, warning, fault };
    Kind kind = Kind::error;
    int line = 0; ///< in the file; 0: nowhere in it
    int column = 0;
    QString text;
    QString explanation; ///< in words; may be empty
    QString elsewhere;   ///< the file and line of a library where the compiler found it; may be empty
    bool isWithoutTimeout = false; ///< a fault of the run without one, which is not what is shown

    friend bool operator==(const EditProblem&, const EditProblem&) = default;
};

/// What a learner made of one variant.
struct Edit
{
    /// Where it stands between the text and the timeline.
    enum class Stage {
        typed,     ///< it has not been run as it is
        preparing, ///< the compiler, once; or the lesson
        compiling,
        running,
        ran,    ///< what is shown is this very text
        failed, ///< problems say why
    };
    std::string variant; ///< "buggy", which it is made of
    QString text;
    Stage stage = Stage::typed;
    std::vector<EditProblem> problems;
    QString output;    ///< all that the compiler printed
    bool lacksCompiler = false; ///< failed by the machine's doing, such as having none: no other text would fare better
    bool hasRun = false; ///< a version of it is in the timeline, perhaps one before this text
};

/// The variants that a learner changes: their texts, kept as they are typed, compiled and run when they are asked to be, off the GUI
/// thread. What runs goes to the session, which shows it beside the lesson's own.
class Edits : public QObject
{
    Q_OBJECT

public:
    /// `session` outlives this. Texts of earlier starts are found again.
    Edits(Session& session, std::shared_ptr<Workbench> workbench, std::filesystem::path folder, QObject* parent = nullptr);
    ~Edits() override; ///< ends what is being compiled and every worker

    // Of the lesson that is shown. `variant` is one of its own: "buggy".
    const Edit* find(const std::string& variant) const; ///< null: it was not changed
    std::vector<const Edit*> all() const;
    QString originalOf(const std::string& variant) const; ///< of a page the kept version, else what its file has
    std::string variantToEdit() const; ///< the one that has been changed, else the first buggy one that is shown

    const Edit& begin(const std::string& variant); ///< with the original's text, where there is no other
    void type(const std::string& variant, const QString& text);
    /// As if it had been typed, by another hand; with `keepsTyped` what was there is put aside before. False, and nothing is changed, if
    /// that fails: failed() says why.
    bool replaceWith(const std::string& variant, const QString& text, bool keepsTyped);
    void run(const std::string& variant);
    void stop(); ///< what is being compiled or run
    void giveUp(const std::string& variant); ///< the text is put aside, and the timeline shows it no more

    // A page of one's own (Lesson::isSandbox). What is typed is the page itself, and no version beside it.

    /// Shows `page`, whose text is what its file has, or what it begins with; where something else was typed into it before, that.
    /// It runs at once.
    void openPage(Lesson page);
    QString textOf(const Lesson& page);            ///< as it is typed; what the page has where nothing was
    std::optional<std::filesystem::file_time_type> typedAt(const Lesson& page) const; ///< empty: all of it is in its file
    /// Another text in place of it, which its file has now; it runs at once. Was something typed, that is put aside.
    void takeFromFile(const QString& text);
    void settleInFile(); ///< its file has what is typed from now on
    bool isUnsaved() const; ///< of the page that is shown: its file, or what it began with, has another text

    // Two versions of a page: one is kept as A beside the one that is typed on.
    bool canKeep() const; ///< something has run
    bool hasKept() const;
    void keep(); ///< what has run
    void swapKept();
    void dropKept();

    bool isBusy() const;

    /// What runs a moment after typing stops.
    struct RunsAsTyped
    {
        bool versions = false; ///< of a lesson
        bool pages = false;
    };
    bool runsAsTyped() const;       ///< of what is shown
    void setRunsAsTyped(bool runs); ///< of what is shown
    const RunsAsTyped& whatRunsAsTyped() const { return m_runsAsTyped; }
    void setWhatRunsAsTyped(const RunsAsTyped& what);
    bool isSanitized() const { return m_isSanitized; } ///< with AddressSanitizer and UndefinedBehaviorSanitizer
    void setSanitized(bool isSanitized);

    std::shared_ptr<Workbench> workbench() const { return m_workbench; }
    /// Where the texts of the lesson that is shown are kept, with those that were put aside.
    QString folder() const;

    std::uintmax_t cacheSize() const { return m_workbench->cache().size(); }
    void clearCache();

    /// The workers that run now: process ids.
    std::vector<int> workers() const;

Q_SIGNALS:
    void changed(); ///< a text, a stage, problems, a choice
    void said(const QString& message);   ///< what is worth a notice
    void failed(const QString& message); ///< what must not be missed: nothing can be saved
    void replaced(const std::string& variant); ///< there is another text than was typed

private:
    using Key = std::pair<std::string, std::string>; ///< lesson, variant
    struct Entry;
    struct Job;
    struct Trial;

    Key keyOf(const std::string& variant) const;
    Entry& entryFor(const std::string& variant);
    void load();
    void settle();
    void prepare();
    void stopJobsOf(const Key& key);
    void start(const Key& key);
    void step(const Key& key, std::uint64_t generation, Edit::Stage stage);
    void finish(const Key& key, std::uint64_t generation, Result<WorkbenchResult> result, const Trial& trial, const QString& text);
    void hand(const Key& key, bool isWanted = false);
    void handPage(const Key& key, const Entry& entry);
    void bringBackKept(const Key& key, const Entry& entry);
    void takeKept(const Key& key, const std::string& text, Result<WorkbenchResult> result);
    Entry* shownPage() const; ///< null: none is shown
    Entry& entryOf(const Lesson& page);
    void putAside(const Key& key, const Entry& entry, const QString& words);
    void retire(std::shared_ptr<WorkerHost> host);
    void forgetRunsOf(const QString& lesson); ///< a folder's lesson was read again: they were compiled with the files before
    void reap();
    void tellAside();
    void tellOutdated();

    Session& m_session;
    EditStore m_store;
    std::shared_ptr<Workbench> m_workbench; ///< its jobs may outlive a question
    std::map<Key, std::unique_ptr<Entry>> m_entries;
    std::vector<std::string> m_loaded; ///< lessons whose texts were looked for
    QTimer* m_pause = nullptr;   ///< since something was typed, until it is put on the disk
    QTimer* m_typing = nullptr;  ///< likewise, until it runs
    std::optional<Key> m_typed;  ///< the last that was
    RunsAsTyped m_runsAsTyped;
    bool m_isSanitized = false;
    bool m_hasFailedToSave = false;
    std::uint64_t m_generation = 0;
    std::vector<std::unique_ptr<Job>> m_jobs; ///< last: their threads use what stands above
};

/// "Compiled and run", "Not run yet: Ctrl+R", …
QString stageWords(const Edit& edit);

/// One of them, for a list: what it is, where, and what it means, where that is known.
QString problemText(const EditProblem& problem);

/// The first problem in a line behind `line`, else the first of all. Null: none of them is in a line.
const EditProblem* problemAfter(const std::vector<EditProblem>& problems, int line);

/// In one line: "3 errors, 1 warning"; empty if there is nothing.
QString problemWords(const std::vector<EditProblem>& problems);

} // namespace awaitscope
