// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/look/theme.hpp"
#include "present/session/session.hpp"

#include <QPointer>
#include <QWidget>

#include <vector>

class QPushButton;

namespace awaitscope {

class ParameterSheet;

/// The lesson's parameters, "downstream 200 ms  client 100 ms": each a button that opens the sheet in which all of them
/// are changed. Where they do not fit there is one button for all.
class ParameterBar : public QWidget
{
    Q_OBJECT

public:
    ParameterBar(Session& session, const Theme& theme, QWidget* parent);

    void setTheme(const Theme& theme);
    /// As wide as it likes, but at most `room`.
    int widthFor(int room);

    const std::vector<QPushButton*>& buttons() const { return m_buttons; }
    ParameterSheet* sheet() const; ///< null while it is closed

public Q_SLOTS:
    void openSheet(const QString& parameter); ///< empty: with the first one ready to be changed
    QPoint placeOfSheet(QSize sheet) const; ///< its upper left corner on the screen

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeButtons();
    void refresh();
    void arrange();

    Session& m_session;
    Theme m_theme;
    std::vector<QPushButton*> m_buttons; ///< in the order of the lesson's parameters
    QPushButton* m_all;
    QPointer<ParameterSheet> m_sheet;
};

} // namespace awaitscope
