// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/process/shared_memory.hpp"

#include <sys/mman.h>
#include <unistd.h>

namespace awaitscope {

SharedMemory::SharedMemory(std::size_t bytes) : m_bytes(bytes), m_file(memfd_create("awaitscope", MFD_CLOEXEC))
{
    if (m_file < 0 || ftruncate(m_file, static_cast<off_t>(bytes)) != 0)
        return;
    void* const memory = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, m_file, 0);
    if (memory != MAP_FAILED)
        m_data = memory;
}

SharedMemory::~SharedMemory()
{
    if (m_data)
        munmap(m_data, m_bytes);
    if (m_file >= 0)
        close(m_file);
}

} // namespace awaitscope
