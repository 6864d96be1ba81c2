// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/trace.hpp"
#include "lesson/format/predict.hpp"
#include "lesson/format/set_pieces.hpp"
#include "lesson/format/shared_list.hpp"
#include "lesson/format/slide.hpp"

#include <optional>
#include <string>
#include <vector>

namespace awaitscope {

/// A piece of a scene in the order of the file.
struct StoryBlock
{
    /// Markdown, or a question if `predict` is set.
    std::string markdown;
    std::optional<Predict> predict;
    /// The block is shown only while one of these is selected; empty: always.
    std::vector<CancelModel> models;
    int line = 0;
};

/// A link of the story that acts: [text](awaitscope:?await=2).
struct StoryLink
{
    std::string target;
    int line = 0;
};

/// A link to a mark of the sources, [the write](mark:write): the line that ends in the comment "// mark: write",
/// in every variant that has it.
struct StoryMark
{
    std::string name;
    int line = 0;
};

struct Scene
{
    std::string title;
    std::string scope; ///< the scenario string of its `scope` block, exactly what is restored on entering it
    int scopeLine = 0;
    Slide slide; ///< how it looks while it is presented
    SceneView view; ///< and in the window
    std::vector<StoryBlock> blocks;
    std::vector<StoryLink> links;
    std::vector<StoryMark> marks;
    bool showsTraffic = false; ///< a link leads to weeks of traffic: [what it does in weeks](traffic:)
    std::vector<SetPiece> setPieces; ///< for the keys 1 to 9, in their order
    int line = 0;
};

struct Story
{
    std::string title;
    SharedList<Scene> scenes; ///< one for all versions of a lesson
};

/// The Markdown of a scene as it reads under `model`; predictions are left out.
std::string markdownOf(const Scene& scene, CancelModel model);

} // namespace awaitscope
