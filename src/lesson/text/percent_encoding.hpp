// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace awaitscope {

/// Everything but letters, digits and -._~ as %XX: the unreserved characters of RFC 3986.
std::string percentEncoded(std::string_view text);

/// The bytes again; empty when a '%' is not followed by two hexadecimal digits.
std::optional<std::string> tryPercentDecode(std::string_view text);

} // namespace awaitscope
