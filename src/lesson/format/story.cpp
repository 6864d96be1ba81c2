// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/format/story.hpp"

#include <algorithm>

namespace awaitscope {

std::string markdownOf(const Scene& scene, CancelModel model)
{
    std::string markdown;
    for (const StoryBlock& block : scene.blocks) {
        const bool isShown =
            block.models.empty() || std::find(block.models.begin(), block.models.end(), model) != block.models.end();
        if (!isShown || block.predict)
            continue;
        if (!markdown.empty())
            markdown += "\n\n";
        markdown += block.markdown;
    }
    return markdown;
}

} // namespace awaitscope
