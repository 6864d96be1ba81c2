// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace awaitscope {

struct Theme;

/// What cancelling means in each runtime, with the program that shows it and the source: resources/cancelling.md. Escape,
/// its key and a click on Close close it.
class CancellingSheet : public QDialog
{
    Q_OBJECT

public:
    /// In the middle of `window`, and no larger than it: what does not fit scrolls.
    CancellingSheet(const Theme& theme, QWidget* window);

    /// The text, as it is written.
    static QString markdown();
};

} // namespace awaitscope
