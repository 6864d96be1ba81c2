// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/stage.hpp"

#include <utility>

namespace awaitscope {

TraceCheck Stage::expect(std::string text, bool holds, std::string why, std::string word, const std::source_location& where)
{
    return expectIf(true, std::move(text), holds, std::move(why), std::move(word), where);
}

TraceCheck Stage::expectIf(bool applies, std::string text, bool holds, std::string why, std::string word,
                           const std::source_location& where)
{
    TraceCheck check;
    check.text = std::move(text);
    check.verdict = !applies ? Verdict::notApplicable : holds ? Verdict::holds : Verdict::violated;
    check.why = std::move(why);
    check.word = std::move(word);
    if (check.why.empty()) {
        const std::string_view path = where.file_name();
        check.why = std::string{!applies ? "There was nothing to expect" : holds ? "It is so at the end" : "It is not so at the end"}
                    + " (" + std::string{path.substr(path.rfind('/') + 1)} + ':' + std::to_string(where.line()) + ").";
    }
    return check;
}

} // namespace awaitscope
