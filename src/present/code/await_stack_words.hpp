// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/trace.hpp"

#include <QString>
#include <QStringList>

namespace awaitscope {

/// The await stacks of a moment, as they are written: "handle_request › get_response › 2 channel.send".
struct AwaitStackWords
{
    QString line;    ///< that of the subject, or the first; "nothing waits" where there is none
    int others = 0;  ///< how many there are besides
    QStringList all; ///< each, that of the line first

    friend bool operator==(const AwaitStackWords&, const AwaitStackWords&) = default;
};

AwaitStackWords awaitStackWordsAt(const Trace& trace, VirtualTime at);

} // namespace awaitscope
