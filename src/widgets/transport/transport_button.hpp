// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/look/theme.hpp"
#include "widgets/actions/action_table.hpp"
#include "widgets/transport/transport_icon.hpp"

#include <QAbstractButton>

namespace awaitscope {

/// A flat button with a painted icon and, if its text is not empty, a word beside it.
class TransportButton : public QAbstractButton
{
    Q_OBJECT

public:
    enum class WordSide { none, left, right };

    /// Does what `act` does: its words and key are the tooltip.
    TransportButton(TransportIcon icon, Act act, const Theme& theme, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setIconAndName(TransportIcon icon, const QString& name);
    void sayWords(); ///< those of the act, in the language that is spoken
    void setWord(const QString& word, WordSide side);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    Theme m_theme;
    TransportIcon m_icon;
    Act m_act;
    WordSide m_side = WordSide::none;
};

} // namespace awaitscope
