// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/example_lesson.hpp"

#include <algorithm>
#include <stdexcept>

namespace awaitscope::example {

namespace {

constexpr const char* manifest = R"(title = "An example"
order = 7
pattern = "effect after an await"
summary = "What is written last may never be written."
subject = "get_response"
caller = "serve"
models = ["asio", "drop"]

[[parameter]]
name = "downstream"
title = "The downstream takes"
default = "200ms"
minimum = "0ms"
maximum = "1s"

[[parameter]]
name = "client"
title = "The client is not ready for"
default = "100ms"
minimum = "0ms"
maximum = "1s"

[[variant]]
name = "buggy"
title = "Buggy"
kind = "buggy"

[[variant]]
name = "fixed"
title = "Fixed"
kind = "fixed"
price = "The response is cached even when the client never got it."

[[check]]
id = "obtained-response-is-cached"
text = "A response that was obtained is cached."
holds = "cached"
violated = "lost"
not-applicable = "nothing fetched yet"
)";

constexpr const char* story = R"(# An example

## The first scene

```scope
awaitscope:?timeout=250ms
```

Fire at [await 2](awaitscope:?await=2): [the write](mark:write) is lost.

::: drop
The frame is destroyed.
:::

```predict
question = "Does the write run?"
explanation = "It stands after the await that was cut."

[[answer]]
text = "It runs"
claim = "buggy runs cache.set"

[[answer]]
text = "It never runs"
claim = "buggy lacks cache.set"
right = true
```

## The second scene

Nothing fires.
)";

constexpr const char* buggy = R"(#include "service.hpp"

awaitable<void> Service::get_response(std::string key)
{
    auto response = co_await http.make_request(key);
    co_await channel.send(response);
    cache.set(key, response); // mark: write
}
)";

constexpr const char* fixed = R"(#include "service.hpp"

awaitable<void> Service::get_response(std::string key)
{
    auto response = co_await http.make_request(key);
    cache.set(key, response); // mark: write
    co_await channel.send(response);
}
)";

constexpr const char* scenario = R"(#include "service.hpp"

awaitable<void> serve(Service& service)
{
    co_await race(service.get_response("user/42"));
}
)";

} // namespace

std::vector<LessonFile> files()
{
    return {{"buggy.cpp", buggy},
            {"fixed.cpp", fixed},
            {"lesson.toml", manifest},
            {"scenario.cpp", scenario},
            {"story.md", story}};
}

std::vector<LessonFile> filesWith(std::string_view name, std::string_view from, std::string_view to)
{
    std::vector<LessonFile> changed = files();
    for (LessonFile& file : changed) {
        const std::size_t position = file.text.find(from);
        if (file.name == name && position != std::string::npos) {
            file.text.replace(position, from.size(), to);
            return changed;
        }
    }
    throw std::logic_error("the example's " + std::string{name} + " has no \"" + std::string{from} + '"');
}

std::vector<LessonFile> filesWithout(std::string_view name)
{
    std::vector<LessonFile> rest = files();
    std::erase_if(rest, [&](const LessonFile& file) { return file.name == name; });
    return rest;
}

LessonReading read(std::vector<LessonFile> files) { return readLesson("example", std::move(files), ""); }

Lesson lesson()
{
    LessonReading reading = read(files());
    if (!reading.errors.empty())
        throw std::logic_error(errorsOf(reading));
    return std::move(reading.lesson);
}

std::string errorsOf(const LessonReading& reading)
{
    std::string text;
    for (const Diagnostic& error : reading.errors)
        text += error.toText() + '\n';
    return text;
}

} // namespace awaitscope::example
