// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/questions/line_layout.hpp"

#include <algorithm>
#include <utility>

namespace awaitscope {

LineLayout::LineLayout(int offered, const std::vector<int>& laid) : m_offered(offered)
{
    for (const int line : laid) {
        if (line >= 0 && line < offered && !isLaid(line))
            m_laid.push_back(line);
    }
}

std::vector<int> LineLayout::leftOver() const
{
    std::vector<int> left;
    for (int line = 0; line < m_offered; ++line) {
        if (!isLaid(line))
            left.push_back(line);
    }
    return left;
}

bool LineLayout::isLaid(int line) const { return std::ranges::find(m_laid, line) != m_laid.end(); }

bool LineLayout::moveUp(int line)
{
    const auto place = std::ranges::find(m_laid, line);
    if (place == m_laid.end())
        return putIn(line);
    if (place == m_laid.begin())
        return false;
    return put(line, static_cast<std::size_t>(place - m_laid.begin()) - 1);
}

bool LineLayout::moveDown(int line)
{
    const auto place = std::ranges::find(m_laid, line);
    if (place == m_laid.end())
        return false;
    const auto index = static_cast<std::size_t>(place - m_laid.begin());
    return index + 1 == m_laid.size() ? leaveOut(line) : put(line, index + 2);
}

bool LineLayout::putIn(int line) { return !isLaid(line) && put(line, m_laid.size()); }

bool LineLayout::leaveOut(int line)
{
    std::vector<int> laid = m_laid;
    std::erase(laid, line);
    return become(std::move(laid), false);
}

bool LineLayout::put(int line, std::size_t place)
{
    if (line < 0 || line >= m_offered)
        return false;
    std::vector<int> laid;
    for (std::size_t i = 0; i <= m_laid.size(); ++i) {
        if (i == std::min(place, m_laid.size()))
            laid.push_back(line);
        if (i < m_laid.size() && m_laid[i] != line)
            laid.push_back(m_laid[i]);
    }
    return become(std::move(laid), false);
}

bool LineLayout::replace(const std::vector<int>& laid, bool continues) { return become(LineLayout{m_offered, laid}.laid(), continues); }

bool LineLayout::hold(int line, int y, const std::function<int(int)>& middleOf, int end, bool continues)
{
    std::vector<int> laid = m_laid;
    std::erase(laid, line);
    if (y <= end)
        laid.insert(std::ranges::find_if(laid, [&](int other) { return middleOf(other) >= y; }), line);
    return replace(laid, continues);
}

bool LineLayout::become(std::vector<int> laid, bool continues)
{
    if (laid == m_laid)
        return false;
    if (!continues || m_past.empty())
        m_past.push_back(m_laid);
    m_laid = std::move(laid);
    m_future.clear();
    return true;
}

bool LineLayout::undo()
{
    while (!m_past.empty() && m_past.back() == m_laid) // a drag that went back to where it came from
        m_past.pop_back();
    if (m_past.empty())
        return false;
    m_future.push_back(std::exchange(m_laid, std::move(m_past.back())));
    m_past.pop_back();
    return true;
}

bool LineLayout::redo()
{
    if (m_future.empty())
        return false;
    m_past.push_back(std::exchange(m_laid, std::move(m_future.back())));
    m_future.pop_back();
    return true;
}

} // namespace awaitscope
