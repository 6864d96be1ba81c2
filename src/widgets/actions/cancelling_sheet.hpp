// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/actions/text_sheet.hpp"

namespace awaitscope {

struct Theme;

/// What cancelling means in each runtime, with the program that shows it and the source: resources/cancelling.md. Escape,
/// its key and a click on Close close it.
class CancellingSheet : public TextSheet
{
    Q_OBJECT

public:
    CancellingSheet(const Theme& theme, QWidget* window);

    /// The text, as it is written.
    static QString markdown();
};

} // namespace awaitscope
