// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>

namespace awaitscope {

/// What comes from below present is UTF-8.
inline QString qt(const std::string& text) { return QString::fromStdString(text); }

/// Text that is none of ours, in the middle of Markdown: what it has of signs stays as it is.
inline QString inMarkdown(QString text)
{
    for (const char sign : {'\\', '`', '*', '_', '[', ']', '<', '>', '#', '|', '~'})
        text.replace(QLatin1Char(sign), QString(QLatin1Char('\\')) + QLatin1Char(sign));
    return text;
}

} // namespace awaitscope
