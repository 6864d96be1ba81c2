// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/verdict_bar.hpp"

#include <gtest/gtest.h>

namespace awaitscope {

TEST(VerdictBar, CutsNoHalfOffASentenceHoweverNarrow)
{
    const QString reason = "v2 was obtained at 200 ms, and cache.set never ran.";
    VerdictBar bar{Theme::light(), nullptr};
    VerdictText text;
    text.verdict = Verdict::violated;
    text.main = reason;
    text.shortMain = "lost";
    text.client = "the client gets v1, three weeks old";
    bar.setText(text);
    for (const int width : {900, 520, 400, 300, 200, 120}) {
        bar.resize(width, 30);
        const QString shown = bar.shownWords().front();
        EXPECT_TRUE(shown == reason || shown == "lost") << width << ": " << shown.toStdString();
    }
    bar.resize(1200, 30);
    EXPECT_EQ(bar.shownWords(), (QStringList{reason, text.client}));
}

} // namespace awaitscope
