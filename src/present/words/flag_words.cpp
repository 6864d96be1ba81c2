// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/words/flag_words.hpp"

#include "present/text/qt_text.hpp"
#include "present/text/tr.hpp"
#include "present/time/times.hpp"

namespace awaitscope {

namespace {

/// As Asio writes it, in every language.
QString typeWord(const Scenario& scenario) { return qt(std::string{toText(scenario.cancelType)}); }

} // namespace

QString flagWordsOf(const Lesson& lesson, const Scenario& scenario)
{
    if (!lesson.isSandbox)
        return {};
    if (!lesson.isCancelledFromOutside) {
        QString words = FlagTr::tr("ends the page's own timeout()");
        if (const std::optional<VirtualDuration> cancel = cancelBesides(scenario, lesson))
            words = FlagTr::tr("%1; run() is cancelled from outside at %2 (%3)").arg(words, readableTime(*cancel), typeWord(scenario));
        return words;
    }
    switch (scenario.model) {
    case CancelModel::asio:
        if (scenario.cancelOn == CancelOn::operation)
            return FlagTr::tr("stops the operation that run() waits for, from outside");
        return scenario.cancelType == CancelType::terminal
                   ? FlagTr::tr("cancels run() from outside (%1)").arg(typeWord(scenario))
                   : FlagTr::tr("cancels run() from outside (%1): heard only where it enables that").arg(typeWord(scenario));
    case CancelModel::drop:
        return FlagTr::tr("drops run(): its frames are destroyed where they wait");
    case CancelModel::eager:
        return FlagTr::tr("stops nobody: the page has no timeout() to lose against");
    }
    return {};
}

} // namespace awaitscope
