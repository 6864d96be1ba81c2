// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/look/theme.hpp"

#include <algorithm>
#include <cmath>

namespace awaitscope {

namespace {

void setFonts(Theme& theme, double scale)
{
    theme.scale = scale;
    theme.ui.setFamilies({"Inter", "Noto Sans", "DejaVu Sans"});
    theme.ui.setStyleHint(QFont::SansSerif);
    theme.code.setFamilies({"JetBrains Mono", "DejaVu Sans Mono", "Noto Sans Mono"});
    theme.code.setStyleHint(QFont::Monospace);
    // Without ligatures: "->" on screen is what was typed.
    theme.code.setStyleStrategy(QFont::PreferNoShaping);
    theme.code.setFixedPitch(true);
    theme.ui = theme.uiFont(13);
    theme.code = theme.codeFont(13);
}

QFont sized(QFont font, double pixels, QFont::Weight weight)
{
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(pixels))));
    font.setWeight(weight);
    return font;
}

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

} // namespace

Theme Theme::light(double scale)
{
    Theme theme;
    theme.window = "#f4f5f7";
    theme.panel = "#ffffff";
    theme.panelBorder = "#d5d9e0";
    theme.rule = "#e5e7eb";
    theme.text = "#14181f";
    theme.secondaryText = "#525c6b";
    theme.waiting = {"#d6e6f2", "#00558c", "#14181f"};
    theme.violated = {"#fce5d8", "#c8703b", "#8f3f00"};
    theme.holds = {"#d7f0e6", "#2e9a78", "#00684c"};
    theme.fault = {"#fde4ea", "#c01f47", "#9a1238"};
    theme.cut = {"#e8eaee", "#3f4a5a", "#14181f"};
    theme.clickable = {"#4a3aa8", "#4a3aa8", "#ffffff"};
    theme.notApplicable = {"#e8eaee", "#868f9e", "#525c6b"};
    theme.hatch = "#97bbd5";
    theme.run = "#00558c";
    theme.badge = "#3f4a5a";
    theme.badgeText = "#ffffff";
    setFonts(theme, scale);
    return theme;
}

Theme Theme::darkTheme(double scale)
{
    Theme theme;
    theme.look = Look::dark;
    theme.dark = true;
    theme.window = "#12151a";
    theme.panel = "#1a1e25";
    theme.panelBorder = "#333b47";
    theme.rule = "#2a303a";
    theme.text = "#edf0f5";
    theme.secondaryText = "#a6b0bf";
    theme.waiting = {"#213e52", "#7cc4f2", "#edf0f5"};
    theme.violated = {"#43281a", "#cf804e", "#ffb184"};
    theme.holds = {"#113a2f", "#3ba986", "#63ddb7"};
    theme.fault = {"#45202c", "#f2708f", "#ff9db3"};
    theme.cut = {"#2a303a", "#c3cbd7", "#edf0f5"};
    theme.clickable = {"#b9aeff", "#b9aeff", "#12151a"};
    theme.notApplicable = {"#2a303a", "#6d7788", "#a6b0bf"};
    theme.hatch = "#386179";
    theme.run = "#7cc4f2";
    theme.badge = "#c3cbd7";
    theme.badgeText = "#12151a";
    setFonts(theme, scale);
    return theme;
}

Theme Theme::contrast(double scale)
{
    Theme theme;
    theme.look = Look::contrast;
    theme.window = "#ffffff";
    theme.panel = "#ffffff";
    theme.panelBorder = "#000000";
    theme.rule = "#8c8c8c";
    theme.text = "#000000";
    theme.secondaryText = "#2b2b2b";
    theme.waiting = {"#cfe8ff", "#003a70", "#000000"};
    theme.violated = {"#ffd5b8", "#7a2e00", "#5c2200"};
    theme.holds = {"#c4f2d9", "#00452f", "#003d2a"};
    theme.fault = {"#ffd9e2", "#8a0028", "#6b001f"};
    theme.cut = {"#dcdcdc", "#000000", "#000000"};
    theme.clickable = {"#2d1d8f", "#2d1d8f", "#ffffff"};
    theme.notApplicable = {"#e6e6e6", "#4d4d4d", "#2b2b2b"};
    theme.hatch = "#7db8e8";
    theme.run = "#003a70";
    theme.badge = "#000000";
    theme.badgeText = "#ffffff";
    setFonts(theme, scale);
    return theme;
}

Theme Theme::of(Look look, double scale)
{
    switch (look) {
    case Look::dark:
        return darkTheme(scale);
    case Look::contrast:
        return contrast(scale);
    case Look::light:
        break;
    }
    return light(scale);
}

Theme Theme::following(const QPalette& system, double scale)
{
    const bool dark = system.color(QPalette::Window).lightnessF() < system.color(QPalette::WindowText).lightnessF();
    return dark ? darkTheme(scale) : light(scale);
}

QFont Theme::uiFont(double pixels, QFont::Weight weight) const { return sized(ui, px(pixels), weight); }

QFont Theme::codeFont(double pixels, QFont::Weight weight) const { return sized(code, px(pixels), weight); }

QFont Theme::titleFont() const { return uiFont(13.5, QFont::DemiBold); }

const Theme::Tone& Theme::toneOf(Verdict verdict) const
{
    switch (verdict) {
    case Verdict::violated:
        return violated;
    case Verdict::holds:
        return holds;
    case Verdict::notApplicable:
        break;
    }
    return notApplicable;
}

QPalette Theme::palette() const
{
    QPalette result;
    result.setColor(QPalette::Window, window);
    result.setColor(QPalette::WindowText, text);
    result.setColor(QPalette::Base, panel);
    result.setColor(QPalette::AlternateBase, window);
    result.setColor(QPalette::Text, text);
    result.setColor(QPalette::PlaceholderText, secondaryText);
    result.setColor(QPalette::Button, panel);
    result.setColor(QPalette::ButtonText, text);
    result.setColor(QPalette::BrightText, violated.text);
    result.setColor(QPalette::ToolTipBase, panel);
    result.setColor(QPalette::ToolTipText, text);
    result.setColor(QPalette::Highlight, clickable.fill);
    result.setColor(QPalette::HighlightedText, clickable.text);
    result.setColor(QPalette::Link, clickable.line);
    result.setColor(QPalette::LinkVisited, clickable.line);
    result.setColor(QPalette::Light, panel);
    result.setColor(QPalette::Midlight, rule);
    result.setColor(QPalette::Mid, panelBorder);
    result.setColor(QPalette::Dark, secondaryText);
    result.setColor(QPalette::Shadow, text);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        result.setColor(QPalette::Disabled, role, secondaryText);
    return result;
}

QString Theme::styleSheet() const
{
    // A panel is a QFrame with the property "panel"; a link-like button one with the property "link".
    const QString sheet = R"(
QToolTip { background: @panel; color: @text; border: 1px solid @border; padding: 4px 6px; }
QFrame[panel="true"] { background: @panel; border: 1px solid @border; border-radius: 6px; }
QPushButton { background: @panel; color: @text; border: 1px solid @border; border-radius: 4px; outline: none;
              padding: @vpadpx @hpadpx; font-weight: 500; }
QPushButton:hover { border-color: @violet; }
QPushButton:focus { border: 2px solid @violet; padding: @vfocuspx @hfocuspx; }
QPushButton:pressed, QPushButton:checked { background: @pressed; color: @onpressed; border-color: @pressed; }
QPushButton:checked:focus { border-color: @text; }
QPushButton[toggle="true"]:checked { background: @cutfill; color: @text; border-color: @border; }
QPushButton[toggle="true"]:checked:focus { border-color: @violet; }
QPushButton:disabled { color: @secondary; border-color: @rule; }
QPushButton[tab="true"] { background: transparent; color: @secondary; border: 1px solid transparent; padding: 1px 6px; }
QPushButton[tab="true"]:hover { color: @text; border-color: @violet; }
QPushButton[tab="true"]:checked { background: @cutfill; color: @text; border-color: @border; }
QPushButton[tab="true"]:focus { border: 2px solid @violet; padding: 0px 5px; }
QPushButton[link="true"] { background: transparent; color: @violet; border: 1px solid transparent; padding: 2px 4px;
                           font-weight: 600; }
QPushButton[link="true"]:focus { border: 1px solid @violet; padding: 2px 4px; }
QPushButton[link="true"]:hover, QPushButton[link="true"]:focus { text-decoration: underline; }
QPushButton[link="true"]:disabled { color: @secondary; text-decoration: none; }
QFrame[error="true"] { background: @cutfill; border: none; border-bottom: 1px solid @cutline; }
QFrame[error="true"] QLabel { color: @text; }
QLineEdit { background: @panel; color: @text; border: 1px solid @border; border-radius: 4px; padding: 4px 6px;
            selection-background-color: @pressed; selection-color: @onpressed; }
QLineEdit:focus { border-color: @violet; }
QMenu { background: @panel; color: @text; border: 1px solid @border; padding: 4px; }
QMenu::item { padding: @vpadpx 28px @vpadpx 30px; border-radius: 4px; }
QMenu::item:disabled { color: @secondary; }
QMenu::separator { height: 1px; background: @rule; margin: 4px 8px; }
QMenu::item:selected { background: @pressed; color: @onpressed; }
QSlider::groove:horizontal { height: 4px; background: @border; border-radius: 2px; }
QSlider::sub-page:horizontal { height: 4px; background: @violet; border-radius: 2px; }
QSlider::handle:horizontal { background: @violet; border: 1px solid @violet; width: 12px; margin: -5px 0; border-radius: 7px; }
QSlider::handle:horizontal:focus { border: 2px solid @text; }
QProgressBar { border: none; background: @rule; }
QProgressBar::chunk { background: @violet; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: @border; }
QScrollBar { background: transparent; width: 10px; height: 10px; }
QScrollBar::handle { background: @border; border-radius: 4px; min-height: 24px; min-width: 24px; margin: 1px; }
QScrollBar::handle:hover { background: @secondary; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
)";
    QString result = sheet;
    const std::pair<const char*, QString> words[] = {
        {"@panel", panel.name()},
        {"@text", text.name()},
        {"@border", panelBorder.name()},
        {"@violet", clickable.line.name()},
        {"@pressed", clickable.fill.name()},
        {"@onpressed", clickable.text.name()},
        {"@secondary", secondaryText.name()},
        {"@rule", rule.name()},
        {"@cutfill", cut.fill.name()},
        {"@cutline", cut.line.name()},
        {"@vfocus", QString::number(std::lround(px(4)) - 1)},
        {"@hfocus", QString::number(std::lround(px(12)) - 1)},
        {"@vpad", QString::number(std::lround(px(4)))},
        {"@hpad", QString::number(std::lround(px(12)))},
    };
    for (const auto& [word, value] : words)
        result.replace(QLatin1String(word), value);
    return result;
}

double contrastRatio(const QColor& a, const QColor& b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace awaitscope
