// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which handler of a source takes an exception.
#include "core/trace/source_index.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace awaitscope {

namespace {

std::string_view lastPart(std::string_view name)
{
    const std::size_t colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// Whether a handler of the type `caught` takes a `thrown`; empty where that is declared elsewhere. Of the standard library's and
/// of Asio's the ancestors are known.
std::optional<bool> takes(std::string_view caught, std::string_view thrown)
{
    if (caught == "...")
        return true;
    const std::string_view handler = lastPart(caught);
    std::string_view type = lastPart(thrown);
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 14> parents = {{
        {"system_error", "runtime_error"}, {"multiple_exceptions", "exception"}, {"runtime_error", "exception"},
        {"logic_error", "exception"}, {"out_of_range", "logic_error"}, {"invalid_argument", "logic_error"},
        {"length_error", "logic_error"}, {"domain_error", "logic_error"}, {"range_error", "runtime_error"},
        {"overflow_error", "runtime_error"}, {"underflow_error", "runtime_error"}, {"bad_alloc", "exception"},
        {"bad_cast", "exception"}, {"bad_executor", "exception"}}};
    while (type != handler) {
        if (type == "exception")
            return false;
        const auto parent = std::ranges::find(parents, type, &std::pair<std::string_view, std::string_view>::first);
        if (parent == parents.end())
            return std::nullopt;
        type = parent->second;
    }
    return true;
}

} // namespace

int SourceIndex::handlerLine(int line, std::string_view type) const
{
    const SourceAwait* const await = awaitAt(line);
    if (!await)
        return 0;
    // Inner blocks end, and stand here, before outer ones.
    for (const SourceTry& block : m_tries) {
        if (block.scope != await->scope || block.firstLine > await->line || block.lastLine < await->line)
            continue;
        for (const SourceTry::Handler& handler : block.handlers) {
            const std::optional<bool> isTaken = takes(handler.type, type);
            if (!isTaken)
                return 0;
            if (*isTaken)
                return handler.line;
        }
    }
    return 0;
}

} // namespace awaitscope
