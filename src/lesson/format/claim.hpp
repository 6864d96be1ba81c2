// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnostic.hpp"
#include "lesson/format/lesson.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace awaitscope {

/// Something that is true of a run or not, such as "buggy lacks cache.set": what makes an answer of the story right.
struct Claim
{
    enum class Verb {
        runs,     ///< the effect `object` happens, at `at` if that is set
        lacks,    ///< the effect never happens
        prints,   ///< println shows the line `object`
        omits,    ///< println never shows the line
        answers,  ///< what the client gets contains `object`
        stopsAt,  ///< the await with the number `await` was cancelled, dropped or refused
        finishes, ///< the subject returned
        holds,    ///< the check `object` holds
        violates, ///< it is violated
        isNotApplicable,
    };

    std::string variant;
    Verb verb{};
    std::string object;
    int await = 0;
    std::optional<VirtualTime> at;
};

/// Reads clauses joined by " and ". Each is VARIANT and one of
///     runs EFFECT · runs EFFECT at TIME · lacks EFFECT · prints "LINE" · omits "LINE" · answers "TEXT"
///     stops at NUMBER · finishes · holds CHECK · violates CHECK · n/a CHECK
/// Errors say what is allowed; whoever knows the file and line adds them.
Result<std::vector<Claim>> parseClaims(std::string_view text, const Lesson& lesson);

/// `trace` is a run of claim.variant.
bool isTrue(const Claim& claim, const Trace& trace);

} // namespace awaitscope
