// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/look/column_plan.hpp"

#include <QSplitter>

#include <optional>

namespace awaitscope {

inline constexpr int columnGap = 12; ///< between the columns, and around them

/// Story, centre and code beside each other. What a person wants of them is kept apart from what there is room for now, so that
/// neither larger type nor a presentation leaves anything behind.
class Columns : public QSplitter
{
    Q_OBJECT

public:
    explicit Columns(QWidget* parent = nullptr);

    /// Once, in the order in which they stand.
    void setColumns(QWidget& story, QWidget& centre, QWidget& code);

    const ColumnWidths& widths() const { return m_wanted; } ///< as a person wants them
    void setWidths(const ColumnWidths& widths);
    void setScale(double scale); ///< of the type
    void setEditing(bool isEditing);
    /// While presenting: how wide the code is, in pixels. Nothing: as on a desk.
    void setPresentedCode(std::optional<int> width);
    void layOut(); ///< to be called when a column was shown or hidden

Q_SIGNALS:
    void resetWanted();

protected:
    void resizeEvent(QResizeEvent* event) override;
    QSplitterHandle* createHandle() override;

private:
    void noteDrag();

    ColumnWidths m_wanted;
    double m_scale = 1;
    bool m_isEditing = false;
    std::optional<int> m_presentedCode;
};

} // namespace awaitscope
