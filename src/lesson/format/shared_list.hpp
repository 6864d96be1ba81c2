// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <concepts>
#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace awaitscope {

/// A list that copies share until one of them changes its own: a copy weighs nothing, and what one has found in a list stays
/// where it is as long as any copy of it does.
template <class T>
class SharedList
{
public:
    const std::vector<T>& all() const { return *m_items; }
    std::vector<T>& own() ///< to be changed; of the others nothing is
    {
        if (m_items.use_count() > 1)
            m_items = std::make_shared<std::vector<T>>(*m_items);
        return *m_items;
    }
    SharedList& operator=(std::vector<T> items)
    {
        m_items = std::make_shared<std::vector<T>>(std::move(items));
        return *this;
    }

    bool isOneWith(const SharedList& other) const { return m_items == other.m_items; } ///< neither has been changed since one was copied

    operator const std::vector<T>&() const { return all(); } // NOLINT(google-explicit-constructor): it is one, for readers
    auto begin() const { return all().begin(); }
    auto end() const { return all().end(); }
    std::size_t size() const { return all().size(); }
    bool empty() const { return all().empty(); }
    const T& operator[](std::size_t index) const { return all()[index]; }
    const T& at(std::size_t index) const { return all().at(index); }
    const T& front() const { return all().front(); }
    const T& back() const { return all().back(); }

    friend bool operator==(const SharedList& a, const SharedList& b)
        requires std::equality_comparable<T>
    {
        return a.m_items == b.m_items || a.all() == b.all();
    }

private:
    std::shared_ptr<std::vector<T>> m_items = std::make_shared<std::vector<T>>();
};

} // namespace awaitscope
