// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnostic.hpp"
#include "lesson/format/lesson.hpp"
#include "lesson/format/predict.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace awaitscope {

/// The file of a question of the kind `order`, with a hole where its lines lie.
struct LineFrame
{
    std::string before; ///< whole lines
    std::string after;
    std::string indent; ///< of the lines in the hole
    std::vector<int> own; ///< the order of the lesson's file, as indices into Predict::pieces
};

/// The hole is where the variant's file has lines that are offered: one after the other, with nothing but blank lines between. Errors:
/// there are none, or not in one place.
Result<LineFrame> frameOf(const Lesson& lesson, const Predict& predict);

/// The whole file, with these lines laid.
std::string laidText(const LineFrame& frame, const Predict& predict, const std::vector<int>& order);

/// Whether a text is one that laidText() could have given.
bool isLaid(const LineFrame& frame, const Predict& predict, std::string_view text);

/// The lesson's own variant that has this code: the comments that name lines for the story are no difference. Empty: none has.
std::string variantWith(const Lesson& lesson, std::string_view text);

} // namespace awaitscope
