// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/code/await_stack_words.hpp"

#include "core/trace/await_stack.hpp"
#include "present/text/qt_text.hpp"
#include "present/text/tr.hpp"
#include "present/words/sentences.hpp"

#include <algorithm>

namespace awaitscope {

AwaitStackWords awaitStackWordsAt(const Trace& trace, VirtualTime at)
{
    std::vector<AwaitStack> stacks = awaitStacksAt(trace, at);
    const auto isOfSubject = [&trace](const AwaitStack& stack) { return std::ranges::find(stack.coroutines, trace.subject) != stack.coroutines.end(); };
    std::ranges::stable_partition(stacks, isOfSubject);
    AwaitStackWords words;
    for (const AwaitStack& stack : stacks) {
        QStringList names;
        for (const int id : stack.coroutines)
            names += qt(std::ranges::find(trace.coroutines, id, &TraceCoroutine::id)->name);
        names += nameOf(*std::ranges::find(trace.awaits, stack.await, &TraceAwait::id));
        words.all += names.join(QStringLiteral(" › "));
    }
    words.line = words.all.isEmpty() ? CodeWordsTr::tr("nothing waits") : words.all.front();
    words.others = std::max(0, static_cast<int>(words.all.size()) - 1);
    return words;
}

} // namespace awaitscope
