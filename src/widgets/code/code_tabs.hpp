// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/code/retold_code.hpp"
#include "present/look/theme.hpp"

#include <QWidget>

#include <vector>

class QPushButton;

namespace awaitscope {

/// The languages in which a pane's code can be read, side by side. Hidden where there is but one.
class CodeTabs : public QWidget
{
    Q_OBJECT

public:
    explicit CodeTabs(QWidget* parent);

    void setTheme(const Theme& theme);
    int widthAt(const Theme& theme) const; ///< of all of them as they would be in it, in pixels
    /// `subject` is what is read in them, for those who hear it: "Buggy, get_response".
    void setTongues(const std::vector<CodeTongue>& tongues, const QString& subject);
    void nameSubject(const QString& subject); ///< for those who hear the tabs
    void choose(const QString& runtime);

    const std::vector<QPushButton*>& buttons() const { return m_buttons; } ///< in the order of the tongues

Q_SIGNALS:
    void chosen(const QString& runtime);

private:
    std::vector<CodeTongue> m_tongues;
    std::vector<QPushButton*> m_buttons;
    QString m_chosen;
    QFont m_font;
};

} // namespace awaitscope
