// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace awaitscope {

class WindowActions;
struct Theme;

/// Every key and what it does, in groups, large enough for the back row. Escape, ? and a click on Close close it.
class KeySheet : public QDialog
{
    Q_OBJECT

public:
    /// In the middle of `window`, and no larger than it: what does not fit scrolls.
    KeySheet(const WindowActions& actions, const Theme& theme, QWidget* window);
};

} // namespace awaitscope
