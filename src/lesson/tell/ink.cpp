// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/tell/ink.hpp"

namespace awaitscope {

namespace {

// From the 256 colours: these can be read on a dark and on a light ground; of the 16 basic ones no orange exists.
std::string_view codeOf(Ink ink)
{
    switch (ink) {
    case Ink::plain:
        return "";
    case Ink::strong:
        return "\x1b[1m";
    case Ink::badge:
        return "\x1b[1;7m";
    case Ink::waiting:
        return "\x1b[38;5;32m";
    case Ink::cut:
        return "\x1b[1;38;5;103m";
    case Ink::violated:
        return "\x1b[1;38;5;166m";
    case Ink::holds:
        return "\x1b[1;38;5;35m";
    case Ink::muted:
        return "\x1b[38;5;244m";
    }
    return "";
}

} // namespace

std::string painted(std::string_view text, Ink ink, bool isColoured)
{
    const std::string_view code = codeOf(ink);
    const bool isBlank = text.find_first_not_of(' ') == std::string_view::npos;
    // Blanks without codes, or the end of a line could not be trimmed.
    if (!isColoured || code.empty() || isBlank)
        return std::string{text};
    return std::string{code}.append(text).append("\x1b[0m");
}

Ink inkOf(Verdict verdict)
{
    return verdict == Verdict::violated ? Ink::violated : verdict == Verdict::holds ? Ink::holds : Ink::muted;
}

std::string_view markOf(Verdict verdict)
{
    return verdict == Verdict::violated ? "✗" : verdict == Verdict::holds ? "✓" : "–";
}

std::string_view wordOf(Verdict verdict)
{
    return verdict == Verdict::violated ? "violated" : verdict == Verdict::holds ? "holds" : "not applicable";
}

std::string_view titleOf(CancelModel model)
{
    switch (model) {
    case CancelModel::asio:
        return "Asio cancel";
    case CancelModel::drop:
        return "Rust drop";
    case CancelModel::eager:
        return "JS race";
    }
    return "";
}

} // namespace awaitscope
