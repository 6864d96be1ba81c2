// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

namespace awaitscope {

using WallClock = std::chrono::steady_clock;

inline double milliseconds(WallClock::duration duration) { return std::chrono::duration<double, std::milli>(duration).count(); }

/// Wall times by name, of several rounds that take every figure in turn; what is told of each is its median.
class Figures
{
public:
    template <class Work>
    auto take(const std::string& name, Work work)
    {
        const auto begin = WallClock::now();
        auto result = work();
        add(name, milliseconds(WallClock::now() - begin));
        return result;
    }
    void add(const std::string& name, double value)
    {
        if (!m_values.contains(name))
            m_order.push_back(name);
        m_values[name].push_back(value);
    }
    double median(const std::string& name)
    {
        std::vector<double>& values = m_values[name];
        std::ranges::sort(values);
        return values[values.size() / 2];
    }
    void print(const std::string& reference)
    {
        const double base = median(reference);
        std::printf("| what | ms | against %s |\n|---|---|---|\n", reference.c_str());
        for (const std::string& name : m_order)
            std::printf("| %s | %.2f | %.3f × |\n", name.c_str(), median(name), median(name) / base);
    }

private:
    std::map<std::string, std::vector<double>> m_values;
    std::vector<std::string> m_order;
};

} // namespace awaitscope
