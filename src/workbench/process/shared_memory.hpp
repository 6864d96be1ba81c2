// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace awaitscope {

/// Memory that a process which is started sees as well, and that is still there when it has died. Zeros at first.
class SharedMemory
{
public:
    explicit SharedMemory(std::size_t bytes);
    ~SharedMemory();
    SharedMemory(const SharedMemory&) = delete;
    SharedMemory& operator=(const SharedMemory&) = delete;

    /// To be given to that process, which maps it; -1: the system has none to give.
    int file() const { return m_data ? m_file : -1; }
    void* data() const { return m_data; } ///< null likewise

private:
    std::size_t m_bytes;
    int m_file;
    void* m_data = nullptr;
};

} // namespace awaitscope
