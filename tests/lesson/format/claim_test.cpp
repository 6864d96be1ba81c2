// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/example_lesson.hpp"
#include "lesson/format/claim.hpp"

#include <gtest/gtest.h>

namespace awaitscope {
namespace {

using namespace std::chrono_literals;

/// What buggy does at 250 ms, as far as claims look at it.
Trace traceOfLostWrite()
{
    Trace trace;
    trace.variant = "buggy";
    trace.subject = 2;
    trace.coroutines.push_back(
        {2, "get_response", {}, "buggy.cpp", 3, VirtualTime{}, VirtualTime{250ms}, CoroutineEnd::cancelled});
    trace.awaits.push_back(
        {1, 1, false, 2, "http.make_request", "buggy.cpp", 5, VirtualTime{}, VirtualTime{200ms}, AwaitEnd::resumed});
    trace.awaits.push_back(
        {2, 2, false, 2, "channel.send", "buggy.cpp", 6, VirtualTime{200ms}, VirtualTime{250ms}, AwaitEnd::cancelled});
    trace.log.push_back({VirtualTime{200ms}, "got v2"});
    trace.checks.push_back({"obtained-response-is-cached", "", Verdict::violated, ""});
    trace.clientOutcome = "gets v1, three weeks old";
    return trace;
}

Trace traceOfWrite()
{
    Trace trace = traceOfLostWrite();
    trace.coroutines[0].how = CoroutineEnd::returned;
    trace.awaits[1].how = AwaitEnd::resumed;
    trace.effects.push_back({"cache.set", "user/42 → v2", 2, "buggy.cpp", 7, VirtualTime{300ms}});
    trace.log.push_back({VirtualTime{300ms}, "cached"});
    trace.checks[0].verdict = Verdict::holds;
    trace.clientOutcome = "gets v2";
    return trace;
}

bool isTrueOf(std::string_view text, const Trace& trace)
{
    const Result<std::vector<Claim>> claims = parseClaims(text, example::lesson());
    EXPECT_TRUE(claims) << text << ": " << claims.error().toText();
    for (const Claim& claim : *claims) {
        if (!isTrue(claim, trace))
            return false;
    }
    return true;
}

TEST(Claim, TellsALostWriteFromOneThatRan)
{
    const Trace lost = traceOfLostWrite();
    const Trace ran = traceOfWrite();
    const std::vector<const char*> trueOfLost = {
        "buggy lacks cache.set",
        "buggy omits \"cached\"",
        "buggy violates obtained-response-is-cached",
        "buggy stops at 2",
        "buggy answers \"v1\"",
        "buggy lacks cache.set and buggy prints \"got v2\" and buggy stops at 2",
    };
    const std::vector<const char*> trueOfRan = {
        "buggy runs cache.set",
        "buggy runs cache.set at 300ms",
        "buggy prints \"cached\"",
        "buggy holds obtained-response-is-cached",
        "buggy finishes",
        "buggy answers \"v2\"",
        "buggy runs cache.set and buggy finishes",
    };
    for (const char* const claim : trueOfLost) {
        EXPECT_TRUE(isTrueOf(claim, lost)) << claim;
        EXPECT_FALSE(isTrueOf(claim, ran)) << claim;
    }
    for (const char* const claim : trueOfRan) {
        EXPECT_TRUE(isTrueOf(claim, ran)) << claim;
        EXPECT_FALSE(isTrueOf(claim, lost)) << claim;
    }
    EXPECT_FALSE(isTrueOf("buggy runs cache.set at 200ms", ran));
    EXPECT_FALSE(isTrueOf("buggy stops at 1", lost));
    EXPECT_FALSE(isTrueOf("buggy n/a obtained-response-is-cached", lost));
}

TEST(Claim, SaysWhatIsAllowedWhereItCannotBeRead)
{
    const std::vector<std::pair<const char*, const char*>> mistakes = {
        {"", "A claim cannot start with \"\". Allowed: a variant of the lesson, buggy or fixed."},
        {"better runs cache.set", "A claim cannot start with \"better\"."},
        {"buggy", "A claim cannot say that a variant \"\". Allowed: runs, lacks, prints, omits, answers, stops, "
                  "finishes, holds, violates or n/a."},
        {"buggy wins", "A claim cannot say that a variant \"wins\"."},
        {"buggy runs", "After runs comes an effect"},
        {"buggy runs cache.set at noon", "After at comes a time, such as 300ms, not \"noon\"."},
        {"buggy lacks and fixed finishes", "After lacks comes an effect"},
        {"buggy prints cached", "After prints comes a text in quotes."},
        {"buggy prints \"cached", "The claim has a quote that does not end."},
        {"buggy stops 2", "After stops comes at and the number"},
        {"buggy stops at send", "After stops comes at and the number"},
        {"buggy stops at 0", "After stops comes at and the number"},
        {"buggy holds it", "There is no check \"it\". Allowed: obtained-response-is-cached."},
        {"buggy finishes now", "goes on after its end. Join several by and."},
        {"buggy finishes and", "A claim cannot start with \"\"."},
    };
    for (const auto& [claim, message] : mistakes) {
        const Result<std::vector<Claim>> claims = parseClaims(claim, example::lesson());
        ASSERT_FALSE(claims) << claim;
        EXPECT_NE(claims.error().message.find(message), std::string::npos) << claim << ": " << claims.error().message;
    }
}

} // namespace
} // namespace awaitscope
