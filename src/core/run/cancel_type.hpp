// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace awaitscope {

/// What a cancel from outside asks of run() under CancelModel::asio: boost::asio::cancellation_type. What co_spawn starts lets
/// `terminal` alone through; of the others it hears once it has enabled them by this_coro::reset_cancellation_state().
enum class CancelType {
    terminal, ///< afterwards only to close or to destroy is safe
    partial,  ///< some of its work may have been done, and what is known
    total,    ///< none of it has been done
};

std::string_view toText(CancelType type);                            ///< "terminal"
std::optional<CancelType> tryParseCancelType(std::string_view text); ///< empty: it is none of them

} // namespace awaitscope
