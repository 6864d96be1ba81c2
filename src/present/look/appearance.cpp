// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/look/appearance.hpp"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace awaitscope {

namespace {

constexpr std::array scales{0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0};
constexpr std::array themeChoices{ThemeChoice::system, ThemeChoice::light, ThemeChoice::dark, ThemeChoice::contrast};

std::ptrdiff_t indexOfNearest(double scale)
{
    const auto nearest = std::min_element(scales.begin(), scales.end(), [scale](double a, double b) {
        return std::abs(a - scale) < std::abs(b - scale);
    });
    return nearest - scales.begin();
}

} // namespace

QString wordFor(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::light:
        return QCoreApplication::translate("Appearance", "light");
    case ThemeChoice::dark:
        return QCoreApplication::translate("Appearance", "dark");
    case ThemeChoice::contrast:
        return QCoreApplication::translate("Appearance", "contrast");
    case ThemeChoice::system:
        break;
    }
    return QCoreApplication::translate("Appearance", "system");
}

QString nameOf(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::light:
        return QStringLiteral("light");
    case ThemeChoice::dark:
        return QStringLiteral("dark");
    case ThemeChoice::contrast:
        return QStringLiteral("contrast");
    case ThemeChoice::system:
        break;
    }
    return QStringLiteral("system");
}

std::optional<ThemeChoice> readThemeChoice(const QString& name)
{
    for (const ThemeChoice choice : themeChoices) {
        if (name == nameOf(choice))
            return choice;
    }
    return std::nullopt;
}

ThemeChoice nextAfter(ThemeChoice choice)
{
    const auto here = std::find(themeChoices.begin(), themeChoices.end(), choice);
    return here + 1 == themeChoices.end() ? themeChoices.front() : *(here + 1);
}

double nearestTypeScale(double scale)
{
    return std::isfinite(scale) ? scales[static_cast<std::size_t>(indexOfNearest(scale))] : 1;
}

double typeScaleBeside(double scale, int steps)
{
    const auto index = std::clamp<std::ptrdiff_t>(indexOfNearest(scale) + steps, 0, std::ssize(scales) - 1);
    return scales[static_cast<std::size_t>(index)];
}

} // namespace awaitscope
