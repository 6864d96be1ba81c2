// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/verify_folder.hpp"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>
#include <thread>
#include <vector>

namespace awaitscope {

class LessonPacks;

/// What a lesson does not hold, and where.
struct PackFinding
{
    QString file; ///< in its folder: "story.md"; empty: no file is to blame
    int line = 0; ///< 0: the file as a whole
    QString message;
    QString path; ///< of the file; empty likewise

    QString toText() const; ///< "story.md:12: message"
};

/// Verifies the lesson in a folder, as it lies there: what `awaitscope-cli verify` says of it, off the GUI thread. Before its code is
/// compiled somebody is asked, as when it is opened.
class PackVerifier : public QObject
{
    Q_OBJECT

public:
    /// `packs` outlives it.
    explicit PackVerifier(LessonPacks& packs, QObject* parent = nullptr);
    ~PackVerifier() override; ///< stops it, and waits for what is compiled or run at that moment

    void start(const QString& folder);
    void stop();
    bool isAtWork() const { return m_isAtWork; }

    const std::vector<PackFinding>& findings() const { return m_findings; }
    bool holds() const; ///< all was run, and nothing was found
    QString words() const; ///< how far it is, or what came of it

Q_SIGNALS:
    void changed();

private:
    void take(VerifiedLesson verified);

    LessonPacks& m_packs;
    QString m_folder;
    QString m_title; ///< of the lesson; else the folder's
    std::vector<PackFinding> m_findings;
    std::optional<VerifiedLesson> m_result; ///< empty: see below
    bool m_isRefused = false; ///< its code is not to be run
    bool m_wasStopped = false;
    bool m_isAtWork = false;
    std::jthread m_thread; ///< last: it uses what stands above
};

} // namespace awaitscope
