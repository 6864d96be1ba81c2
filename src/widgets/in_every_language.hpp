// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

namespace awaitscope {

/// Calls `say`, which sets words that nothing else sets, now and each time `object`'s window changes its language. `object`
/// is a widget or belongs to one. What was given first is said first.
void inEveryLanguage(QObject& object, std::function<void()> say);

} // namespace awaitscope
