// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace awaitscope {

/// What keeps pasted code from being a page, and the smallest change that makes one of it. Found by a scan of the text, which knows no
/// types: what is made of it is still compiled.
struct PageRepair
{
    enum class Kind {
        mainWithContext, ///< a main() that runs an io_context: its body becomes run()
        callsCoroutine,  ///< no run(): one is added that awaits the coroutine `name`
        callsMember,     ///< likewise, of the class `owner`
        nothingToCall,   ///< no run(), and nothing that could be called without parameters: there is no `text`
    };

    /// A line that needs what a run on virtual time has not got.
    struct Outside
    {
        int line = 0;
        std::string what; ///< as it stands there: "tcp::socket"
    };

    Kind kind{};
    std::string name = {};
    std::string owner = {};
    std::optional<std::string> text = {}; ///< the page that it makes
    std::optional<Outside> outside = {};  ///< the first one in the text as it is
};

/// Empty: the text has a run() of its own, or nothing in it that looks like a coroutine or a program.
std::optional<PageRepair> findPageRepair(std::string_view text);

} // namespace awaitscope
