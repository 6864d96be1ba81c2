// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/cancel_type.hpp"

namespace awaitscope {

std::string_view toText(CancelType type)
{
    switch (type) {
    case CancelType::terminal:
        return "terminal";
    case CancelType::partial:
        return "partial";
    case CancelType::total:
        break;
    }
    return "total";
}

std::optional<CancelType> tryParseCancelType(std::string_view text)
{
    for (const CancelType type : {CancelType::terminal, CancelType::partial, CancelType::total}) {
        if (toText(type) == text)
            return type;
    }
    return std::nullopt;
}

} // namespace awaitscope
