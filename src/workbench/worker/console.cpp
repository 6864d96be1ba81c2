// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/worker/console.hpp"

#include "core/trace/recorder.hpp"
#include "workbench/worker/fault.hpp"

#include <cstdio>
#include <iostream>
#include <streambuf>
#include <string>
#include <unistd.h>

namespace awaitscope::worker {

namespace {

constexpr std::size_t mostBytes = 256 * 1024; ///< of one run

/// Cuts text into lines.
class Lines
{
public:
    void take(std::string_view text)
    {
        m_bytes += text.size();
        if (m_recorder && m_bytes > mostBytes)
            reportFault("flood");
        for (const char c : text) {
            if (c == '\n')
                end();
            // The rest of a longer line is counted as bytes and not kept.
            else if (m_line.size() < longestLogLine)
                m_line += c;
        }
    }

    void setRecorder(Recorder* recorder)
    {
        m_line.clear();
        m_recorder = recorder;
        m_bytes = 0;
    }

    void finish()
    {
        if (!m_line.empty())
            end();
        m_recorder = nullptr;
    }

private:
    void end()
    {
        if (m_recorder)
            m_recorder->addLogLine(m_line);
        m_line.clear();
    }

    Recorder* m_recorder = nullptr;
    std::string m_line;
    std::size_t m_bytes = 0;
};

// The C library's streams have no other way to be told whom to write to.
Lines lines;
int errorFile = -1;

ssize_t takeOutput(void*, const char* text, std::size_t size)
{
    lines.take({text, size});
    return static_cast<ssize_t>(size);
}

ssize_t takeErrors(void*, const char* text, std::size_t size)
{
    if (write(errorFile, text, size) < 0)
        return 0;
    return takeOutput(nullptr, text, size);
}

/// Of a C++ stream: straight into the C stream of the same name, whose lines they share.
class ToFile final : public std::streambuf
{
public:
    explicit ToFile(std::FILE* file) : m_file(file) {}

protected:
    int_type overflow(int_type c) override
    {
        return traits_type::eq_int_type(c, traits_type::eof()) ? traits_type::not_eof(c) : std::fputc(c, m_file);
    }
    std::streamsize xsputn(const char* text, std::streamsize size) override
    {
        return static_cast<std::streamsize>(std::fwrite(text, 1, static_cast<std::size_t>(size), m_file));
    }
    int sync() override { return std::fflush(m_file); }

private:
    std::FILE* m_file;
};

std::FILE* makeFile(ssize_t (*take)(void*, const char*, std::size_t))
{
    std::FILE* const file = fopencookie(nullptr, "w", cookie_io_functions_t{nullptr, take, nullptr, nullptr});
    if (file)
        // By the line, so that each gets the virtual time at which it was ended and not that of a full buffer.
        std::setvbuf(file, nullptr, _IOLBF, BUFSIZ);
    return file;
}

} // namespace

void captureOutput(int errors)
{
    errorFile = errors;
    std::FILE* const out = makeFile(&takeOutput);
    std::FILE* const err = makeFile(&takeErrors);
    if (!out || !err)
        return;
    stdout = out;
    stderr = err;
    // They are used until the very end of the process, by destructors of a learner's own.
    auto* const outBuffer = new ToFile(out); // NOLINT(cppcoreguidelines-owning-memory)
    auto* const errorBuffer = new ToFile(err); // NOLINT(cppcoreguidelines-owning-memory)
    std::cout.rdbuf(outBuffer);
    std::cerr.rdbuf(errorBuffer);
    std::clog.rdbuf(errorBuffer);
}

void writeInto(Recorder* recorder)
{
    // What is still in the buffers belongs to whoever ran before: first it goes there.
    std::fflush(stdout);
    std::fflush(stderr);
    lines.setRecorder(recorder);
    if (recorder)
        recorder->watchLog({mostLogLines, [] { reportFault("flood"); },
                            [] {
                                std::fflush(stdout);
                                std::fflush(stderr);
                                lines.finish();
                            }});
}

} // namespace awaitscope::worker
