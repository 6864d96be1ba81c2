// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

namespace awaitscope {

/// Lines that are laid out of those that are offered, and what was done to them. Lines are called by their places in what is offered;
/// those that are left over stay in that order, behind the ones that lie.
class LineLayout
{
public:
    /// `laid` as it was left; what names no line of them, or one twice, is no longer laid.
    LineLayout(int offered, const std::vector<int>& laid);

    const std::vector<int>& laid() const { return m_laid; }
    std::vector<int> leftOver() const;
    bool isLaid(int line) const;

    // Each is one step that can be taken back, where it changes something: else false.
    bool moveUp(int line);   ///< the last that is left over, too: it becomes the last that lies
    bool moveDown(int line); ///< behind the last that lies: it is left over
    bool putIn(int line);    ///< as the last
    bool leaveOut(int line);
    /// In front of the one that lies at `place` now; behind the last: as many as lie.
    bool put(int line, std::size_t place);
    /// With `continues` it is part of the step before, as all of one drag is one step.
    bool replace(const std::vector<int>& laid, bool continues = false);

    /// Where it lies while it is held at the height `y`: in front of the first of the others that lie whose middle is not above that, and
    /// left over below `end`, where those that lie end. All of one drag is one step: `continues` as above.
    bool hold(int line, int y, const std::function<int(int line)>& middleOf, int end, bool continues);

    bool undo();
    bool redo();

private:
    bool become(std::vector<int> laid, bool continues);

    int m_offered;
    std::vector<int> m_laid;
    std::vector<std::vector<int>> m_past;
    std::vector<std::vector<int>> m_future;
};

} // namespace awaitscope
