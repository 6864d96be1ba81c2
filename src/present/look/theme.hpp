// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/trace.hpp"

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QString>

namespace awaitscope {

/// Colours mean one thing each; see product.md's table in src/README.md. A view takes colours and fonts from here and nowhere else.
struct Theme
{
    enum class Look { light, dark, contrast };
    Look look = Look::light;
    bool dark = false;
    double scale = 1; ///< of the type, and of what is measured in it

    QColor window; ///< between the panels
    QColor panel;  ///< ground of a panel
    QColor panelBorder;
    QColor rule; ///< between lanes
    QColor text;
    QColor secondaryText;

    struct Tone ///< one meaning: fill, outline and text on that fill or on a panel
    {
        QColor fill;
        QColor line;
        QColor text;
    };
    Tone waiting;       ///< blue, hatched
    Tone violated;      ///< orange, and nothing else
    Tone holds;         ///< green
    Tone fault;         ///< red: what does not compile, and what ended a program
    Tone cut;           ///< slate: the timeout and what it cut off
    Tone clickable;     ///< violet; fill and text of a pressed choice, line for links and words on a panel
    Tone notApplicable; ///< grey; also ghosts and the rest of the world
    QColor hatch;       ///< lines over waiting.fill
    QColor run;         ///< the solid tick of running code
    QColor badge;       ///< ground of an await's number
    QColor badgeText;

    QFont ui;   ///< Inter, or what there is; 13 px at scale 1
    QFont code; ///< JetBrains Mono, or what there is; 13 px at scale 1

    /// `ui` or `code` in another size (px at scale 1) and weight.
    QFont uiFont(double pixels, QFont::Weight weight = QFont::Normal) const;
    QFont codeFont(double pixels, QFont::Weight weight = QFont::Normal) const;
    QFont titleFont() const; ///< of a pane

    static Theme light(double scale = 1);
    static Theme darkTheme(double scale = 1);
    /// For projectors that wash colours out, and eyes that want more: text has a contrast of at least 7.
    static Theme contrast(double scale = 1);
    static Theme of(Look look, double scale = 1);
    /// Follows the system: the lightness of the application's palette.
    static Theme following(const QPalette& system, double scale = 1);

    /// `pixels` at scale 1, as they are at this scale.
    double px(double pixels) const { return pixels * scale; }

    const Tone& toneOf(Verdict verdict) const;
    QPalette palette() const;
    QString styleSheet() const; ///< for the standard widgets of the window
};

/// WCAG 2's contrast ratio of two opaque colours, 1 to 21.
double contrastRatio(const QColor& a, const QColor& b);

} // namespace awaitscope
