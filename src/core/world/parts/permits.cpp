// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/world/parts/permits.hpp"

namespace awaitscope {

void Permit::giveBack()
{
    // First it is nobody's: what it lets go on may come back to here.
    if (const std::shared_ptr<Permits> permits = std::exchange(m_permits, nullptr))
        permits->giveBack();
}

Permit Permits::tryTake()
{
    if (m_free == 0)
        return {};
    --m_free;
    taken();
    return Permit{shared_from_this()};
}

void Permits::giveBack()
{
    if (m_line.empty()) {
        ++m_free;
        cameBack();
    } else {
        giveToFirst();
        passedOn();
    }
}

void Permits::giveToFirst()
{
    // Into its claim before it is ready: from here on it gives the permit back itself if it is destroyed.
    m_line.first<Wanted>().permit = Permit{shared_from_this()};
    m_line.completeFirst();
}

} // namespace awaitscope
