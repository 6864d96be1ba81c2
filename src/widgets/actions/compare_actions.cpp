// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/compare_actions.hpp"

#include "present/session/comparison.hpp"
#include "present/session/session.hpp"
#include "widgets/actions/window_actions.hpp"
#include "widgets/toast.hpp"

#include <QAction>

namespace awaitscope {

void answerForComparison(WindowActions& actions, Session& session, Toast& toast)
{
    Comparison& comparison = session.comparison();
    const auto say = [&toast](const QString& words) {
        if (!words.isEmpty())
            toast.say(words);
    };
    actions.on(Act::fork, [&comparison, say] { say(comparison.fork()); });
    actions.on(Act::firstDifference, [&comparison, say] { say(comparison.showDifference()); });
    QAction& drop = actions.on(Act::dropFork, [&comparison] { comparison.drop(); });
    const auto show = [&comparison, &drop] {
        drop.setEnabled(comparison.origin().has_value() || comparison.difference().has_value());
    };
    QObject::connect(&comparison, &Comparison::changed, &drop, show);
    show();
}

} // namespace awaitscope
