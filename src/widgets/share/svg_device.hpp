// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/share/flat_device.hpp"

#include <QByteArray>
#include <QString>

namespace awaitscope {

/// Takes what is painted as SVG: paths as paths, text as text, each within its clip. One unit is one logical pixel. To be
/// painted on once.
class SvgDevice : public FlatDevice
{
public:
    explicit SvgDevice(QSize size);

    /// The document, once the painter has ended. `title` and `description` say what it shows to whoever cannot see it, and
    /// to file managers.
    QByteArray document(const QString& title, const QString& description) const;
};

} // namespace awaitscope
