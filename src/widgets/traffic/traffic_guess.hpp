// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/look/theme.hpp"

#include <QWidget>

#include <optional>

class QButtonGroup;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace awaitscope {

/// What one thinks comes of weeks of traffic, asked before it is shown: of ten thousand clients how many get old data, and after
/// how many days the first complains. Judged by what was run.
class TrafficGuess : public QWidget
{
    Q_OBJECT

public:
    TrafficGuess(const Theme& theme, QWidget* parent);

    QPushButton& oldButton(int index);   ///< of the answers to the first question
    QPushButton& daysButton(int index);  ///< and to the second
    QPushButton& showButton() { return *m_show; }

    /// How the guesses compare with what was run; empty where nothing was guessed. `days` empty: nobody complained.
    QString judged(double oldInTenThousand, std::optional<double> days) const;

Q_SIGNALS:
    void answered(); ///< both, or that one wants to see

private:
    QButtonGroup* addQuestion(const QString& question, const QStringList& answers, QVBoxLayout& column, const Theme& theme);

    QButtonGroup* m_old;
    QButtonGroup* m_days;
    QPushButton* m_show;
};

} // namespace awaitscope
