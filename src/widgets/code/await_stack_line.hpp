// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/code/await_stack_words.hpp"
#include "present/look/theme.hpp"

#include <QWidget>

class QLabel;

namespace awaitscope {

/// One line: who called whom at the playhead, down to the operation that is pending. What does not fit is left out at its
/// front, as the pending one counts most; the tooltip has all stacks, a line each.
class AwaitStackLine : public QWidget
{
    Q_OBJECT

public:
    explicit AwaitStackLine(const Theme& theme, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setWords(const AwaitStackWords& words);
    QString shownText() const; ///< as it was cut to fit

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void tell(); ///< to who points at it, or hears it
    void fit();

    AwaitStackWords m_words;
    QFont m_code;
    QLabel* m_line = nullptr;
    QLabel* m_others = nullptr;
};

} // namespace awaitscope
