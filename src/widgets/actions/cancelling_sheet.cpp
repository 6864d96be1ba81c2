// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/cancelling_sheet.hpp"

#include "present/look/theme.hpp"
#include "widgets/actions/action_table.hpp"

namespace awaitscope {

QString CancellingSheet::markdown() { return read(tr(":/cancelling.md", "the file that holds the text in this language")); }

CancellingSheet::CancellingSheet(const Theme& theme, QWidget* window)
    : TextSheet(tr("What cancelling means"), markdown(), rowOf(Act::cancelling).keys, theme, window)
{}

} // namespace awaitscope
