// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/look/theme.hpp"
#include "present/session/session.hpp"

#include <QFrame>

#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;
class QSlider;

namespace awaitscope {

/// All parameters of the lesson, each with a slider that acts at once and a field to type into. A click elsewhere or Escape
/// closes it; a mistake is told in the sheet and changes nothing.
class ParameterSheet : public QFrame
{
    Q_OBJECT

public:
    ParameterSheet(Session& session, const Theme& theme, QWidget* parent);

    void setTheme(const Theme& theme);
    /// With its upper left corner at `corner` of the screen, as far as it can be there.
    void open(QPoint corner, const QString& parameter);

    QSlider& slider(const QString& parameter);
    QLineEdit& field(const QString& parameter);
    QString message() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Row
    {
        ParameterSpec spec;
        QLabel* title;
        QSlider* slider; ///< in whole milliseconds
        QLineEdit* field;
    };

    void addRow(const ParameterSpec& spec);
    Row& row(const QString& parameter);
    void refresh();
    void accept(const Row& row);
    void reset();
    void tell(const QString& message);

    Session& m_session;
    std::vector<Row> m_rows;
    QLabel* m_message;
    QPushButton* m_reset;
};

} // namespace awaitscope
