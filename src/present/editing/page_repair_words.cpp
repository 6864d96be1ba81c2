// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/editing/page_repair_words.hpp"

#include "present/text/qt_text.hpp"
#include "present/text/tr.hpp"

namespace awaitscope {

QString repairWords(const PageRepair& repair)
{
    switch (repair.kind) {
    case PageRepair::Kind::mainWithContext:
        return PageRepairTr::tr("This is a program with a main(). A page has a run(): what its context is given before it runs can be that.");
    case PageRepair::Kind::callsCoroutine:
        return PageRepairTr::tr("There is no run() yet. One that awaits %1() is enough.").arg(qt(repair.name));
    case PageRepair::Kind::callsMember:
        return PageRepairTr::tr("There is no run() yet. One that makes a %1 and awaits its %2() is enough.").arg(qt(repair.owner), qt(repair.name));
    case PageRepair::Kind::nothingToCall:
        return PageRepairTr::tr("There is no run() yet, and every coroutine here wants arguments. Write an awaitable<void> run() that calls one.");
    }
    return {};
}

QString outsideWords(const PageRepair& repair)
{
    if (!repair.outside)
        return {};
    return PageRepairTr::tr("Line %1 needs the outside world (%2), which a run on virtual time has not got. Put a timer or one of the "
                            "world's parts there, such as a Stream.")
        .arg(repair.outside->line)
        .arg(qt(repair.outside->what));
}

} // namespace awaitscope
