// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/look/theme.hpp"

#include <QString>

#include <optional>

namespace awaitscope {

/// What the person wants; `system` follows the desktop while the window is open.
enum class ThemeChoice { system, light, dark, contrast };

/// "system", "light", "dark", "contrast": as written in settings and on the command line.
QString nameOf(ThemeChoice choice);
QString wordFor(ThemeChoice choice); ///< the same, in the language that is spoken
std::optional<ThemeChoice> readThemeChoice(const QString& name);

/// The choice that a button which goes round all of them comes to after `choice`.
ThemeChoice nextAfter(ThemeChoice choice);

/// The size nearest to `scale`; 1 where it is no number.
double nearestTypeScale(double scale);

/// `steps` sizes larger, or smaller where negative; the last one at either end.
double typeScaleBeside(double scale, int steps);

/// How the window looks, and why: keeps what was chosen apart from what the desktop says.
struct Appearance
{
    ThemeChoice choice = ThemeChoice::system;
    bool systemIsDark = false;
    double scale = 1;

    bool isDark() const { return choice == ThemeChoice::system ? systemIsDark : choice == ThemeChoice::dark; }
    Theme theme() const
    {
        if (choice == ThemeChoice::contrast)
            return Theme::contrast(scale);
        return isDark() ? Theme::darkTheme(scale) : Theme::light(scale);
    }
};

} // namespace awaitscope
