// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/edited_alan.hpp"

namespace awaitscope::test {

namespace {

// AddressSanitizer, which then runs in the worker itself, watches the memory from a thread of its own.
#if defined(__SANITIZE_ADDRESS__)
constexpr int memoryLine = 0;
#else
constexpr int memoryLine = editedLine;
#endif

} // namespace

std::string editedAlan(const std::string& line, const std::string& before)
{
    return "#include \"service.hpp\"\n" + before + R"(

awaitable<void> Service::get_response(string key)
{
  if (auto hit = cache.get(key)) {
    co_await channel.send(*hit);
    co_return;
  }
  println("miss ", key);
  auto response = co_await http.make_request(key);

  )" + line + R"(
  co_await channel.send(response);
  cache.set(key, response); // mark: write
  println("cached ", response);
}
)";
}

std::vector<MadeFault> madeFaults()
{
    return {
        {"crash", "*static_cast<volatile int*>(nullptr) = 1;", "", "memory that is not its own"},
        {"abort", "std::abort();", "#include <cstdlib>", "abort()"},
        {"assertion", "assert(response == \"v3\");", "#include <cassert>", "Assertion `response == \"v3\"'"},
        {"exception", "throw std::runtime_error(\"no such luck\");", "", "no such luck", editedLine, true, true},
        {"exception nobody can catch", "[]() noexcept { throw std::runtime_error(\"too late\"); }();", "", "too late"},
        {"endless loop", "for (volatile int i = 0;; ++i) {}", "", "computed for two seconds"},
        {"endless awaits", "while (true) co_await nothing();", "awaitable<void> nothing() { co_return; }",
         "does not come to an end", editedLine, true, true},
        {"endless memory", "for (std::vector<string> all;;) all.push_back(string(1'000'000, 'x'));", "", "its memory", memoryLine},
        // Each kind of memory that grows, and one that is slow to: however long the machine takes to make its pages.
        {"endless memory of C", "for (;;) { auto* p = static_cast<char*>(std::malloc(100'000)); p[0] = p[99'999] = 'x'; }",
         "#include <cstdlib>", "its memory", memoryLine},
        {"endless pages", "for (;;) *static_cast<char*>(mmap(nullptr, 1 << 24, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)) = 'x';",
         "#include <sys/mman.h>", "its memory", memoryLine},
        {"endless memory of small things", "for (std::list<int> all;;) all.push_back(1);", "#include <list>", "its memory", memoryLine},
        {"memory slowly filled",
         "for (std::vector<string> all;;) { all.push_back(string(4'000'000, 'x')); for (volatile int i = 0; i < 10'000'000; ++i) {} }",
         "", "its memory", memoryLine},
        {"stack overflow", "println(deep(1));",
         "int deep(int n) { volatile char room[4096]; room[0] = 1; return n + deep(n + 1) + room[0]; }", "stack has run over", 2},
        {"output flood", "while (true) println(\"again\");", "", "prints without an end"},
        {"output flood of C", "while (true) std::puts(\"again\");", "#include <cstdio>", "prints without an end"},
        {"exit", "std::exit(3);", "#include <cstdlib>", "exit(3)"},
        {"_exit", "_exit(4);", "#include <unistd.h>", "status 4", 0},
        {"closed descriptors", "for (int i = 0; i < 100; ++i) close(i);", "#include <unistd.h>",
         "closed the file through which it answers", 0, false},
        {"a wait outside of the clock", "pause();", "#include <unistd.h>", "outside of the virtual clock"},
    };
}

} // namespace awaitscope::test
