// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/words/flag_words.hpp"

#include "present/text/tr.hpp"
#include "present/time/times.hpp"

namespace awaitscope {

QString flagWordsOf(const Lesson& lesson, const Scenario& scenario)
{
    if (!lesson.isSandbox)
        return {};
    if (!lesson.isCancelledFromOutside) {
        QString words = FlagTr::tr("ends the page's own timeout()");
        if (const std::optional<VirtualDuration> cancel = cancelBesides(scenario, lesson))
            words = FlagTr::tr("%1; run() is cancelled from outside at %2 (terminal)").arg(words, readableTime(*cancel));
        return words;
    }
    switch (scenario.model) {
    case CancelModel::asio:
        return scenario.cancelOn == CancelOn::operation ? FlagTr::tr("stops the operation that run() waits for, from outside")
                                                        : FlagTr::tr("cancels run() from outside (terminal)");
    case CancelModel::drop:
        return FlagTr::tr("drops run(): its frames are destroyed where they wait");
    case CancelModel::eager:
        return FlagTr::tr("stops nobody: the page has no timeout() to lose against");
    }
    return {};
}

} // namespace awaitscope
