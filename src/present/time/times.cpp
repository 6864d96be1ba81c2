// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/time/times.hpp"

#include <QLocale>

namespace awaitscope {

QString readableTime(VirtualDuration duration)
{
    return QString::fromStdString(toReadableText(duration)).replace('.', QLocale().decimalPoint());
}

QString readableTime(VirtualTime time) { return readableTime(time.time_since_epoch()); }

} // namespace awaitscope
