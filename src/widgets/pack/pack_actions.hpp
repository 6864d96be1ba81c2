// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace awaitscope {

class LessonPacks;
class MainWindow;
class PackVerifier;

/// What one does with lessons that lie in folders: open them, read them again after a change, and verify them.
class PackActions : public QObject
{
    Q_OBJECT

public:
    explicit PackActions(MainWindow& window); ///< which is its parent

    /// From now on. `packs` outlives this.
    void allow(LessonPacks& packs);

private:
    void refresh();
    void showVerifier();

    MainWindow& m_window;
    LessonPacks* m_packs = nullptr;
    PackVerifier* m_verifier = nullptr;
    QString m_complaint; ///< why a lesson is not shown, as the bar of errors has it
};

} // namespace awaitscope
