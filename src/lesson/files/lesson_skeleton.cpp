// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/files/lesson_skeleton.hpp"

#include <algorithm>
#include <cctype>
#include <string_view>

namespace awaitscope {

namespace {

constexpr std::string_view placeOfTitle = "@TITLE@";

constexpr std::string_view manifestText = R"(# What each key says is in Awaitscope's lessons/README.md.
title = "@TITLE@"
order = 100
pattern = "An effect after an await"
summary = "An order is paid and never shipped: a timeout ends the coroutine in between."
author = ""
subject = "take_order"
caller = "serve"
models = ["asio", "drop"]

[[parameter]]
name = "bank"
title = "The bank takes"
default = "200ms"
minimum = "0ms"
maximum = "1s"

[[parameter]]
name = "client"
title = "The client gets ready in"
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
price = "An order is shipped even when its client was never told."

[[check]]
id = "paid-is-shipped"
text = "What is paid is shipped."
holds = "shipped"
violated = "paid, not shipped"
not-applicable = "nothing paid yet"
)";

constexpr std::string_view serviceText = R"(#pragma once

#include "core/run/teaching.hpp"

inline namespace AWAITSCOPE_VARIANT {

/// What the variants are written against: each of them is one definition of take_order.
class Shop
{
public:
  explicit Shop(World& world);

  awaitable<void> take_order();

  World& world;
  Http http;       // the bank
  Channel channel; // the client
  bool paid = false;
  bool shipped = false;
};

} // namespace AWAITSCOPE_VARIANT
)";

constexpr std::string_view buggyText = R"(#include "service.hpp"

awaitable<void> Shop::take_order()
{
  co_await http.make_request("order 7");
  paid = true;
  co_await channel.send("order 7 is taken");
  shipped = true;
  world.effect("shipped", "order 7"); // mark: ship
}
)";

constexpr std::string_view fixedText = R"(#include "service.hpp"

awaitable<void> Shop::take_order()
{
  co_await http.make_request("order 7");
  paid = true;
  shipped = true;
  world.effect("shipped", "order 7"); // mark: ship
  co_await channel.send("order 7 is taken");
}
)";

constexpr std::string_view scenarioText = R"(#include "service.hpp"

inline namespace AWAITSCOPE_VARIANT {

Shop::Shop(World& world)
    : world(world)
    , http(world, world.parameter("bank"), [](const string&) { return "paid"; })
    , channel(world, world.parameter("client"))
{}

/// One order, and who waits for it.
class OneOrder : public Stage, private Shop
{
public:
  explicit OneOrder(World& world) : Shop(world), limit(world.deadline()) {}

  awaitable<void> serve()
  {
    winner = co_await race(timeout(limit),
                           take_order());
  }

  awaitable<void> caller() override { return serve(); }

  std::vector<TraceCheck> judge(const Trace&) const override
  {
    return {expectIf(paid, "What is paid is shipped.", shipped,
                     !paid     ? "Nothing was paid, so that there was nothing to ship."
                     : shipped ? "Order 7 was paid and shipped."
                               : "Order 7 was paid, and never shipped.")};
  }

  string callerOutcome() const override
  {
    if (!winner)
      return "still waiting";
    return winner == Winner::timeout ? "timeout won" : "take_order won";
  }

  string clientOutcome() const override { return channel.received() ? "is told" : "is told nothing"; }

private:
  Deadline limit;
  std::optional<Winner> winner;
};

} // namespace AWAITSCOPE_VARIANT

AWAITSCOPE_STAGE(OneOrder)
)";

constexpr std::string_view storyText = R"(# @TITLE@

## An order

```scope
awaitscope:?variants=buggy
```

`take_order` waits twice, where its code says `co_await`: until the bank has paid, and until the client is ready to be told. Then it [ships](mark:ship).

Try [a slower bank](awaitscope:?bank=400ms), and [the bank as it was](awaitscope:?bank=200ms).

## A timeout

```scope
awaitscope:?variants=buggy&timeout=350ms
```

The caller waits for 350 ms and no longer. That is enough here.

```predict
id = "too-late"
question = "The timeout fires at 250 ms. What becomes of the order?"
scenario = "awaitscope:?timeout=250ms"
hints = [
  "The bank has paid at 200 ms. At which await does take_order wait at 250 ms?",
  "What stands after that await never runs.",
]
explanation = "At 250 ms the order is paid, and take_order waits for its client. It is stopped there, before it ships."

[[answer]]
text = "It is paid and shipped"
claim = "buggy runs shipped"

[[answer]]
text = "It is paid and never shipped"
claim = "buggy violates paid-is-shipped"
right = true
```

## The other order of lines

```scope
awaitscope:?timeout=250ms
```

The fixed version [ships](mark:ship) as soon as it is paid, with no await in between.

::: asio drop
Whatever the timeout does, the line has run.
:::

::: eager
Nobody is stopped here: both versions ship.
:::
)";

constexpr std::string_view germanStoryText = R"(# @TITLE@

## Eine Bestellung

```scope
awaitscope:?variants=buggy
```

`take_order` wartet zweimal, dort, wo im Code `co_await` steht: bis die Bank bezahlt hat, und bis der Client bereit ist, es zu hören. Dann [versendet sie](mark:ship).

Versuch [eine langsamere Bank](awaitscope:?bank=400ms) und [die Bank wie zuvor](awaitscope:?bank=200ms).

## Ein Timeout

```scope
awaitscope:?variants=buggy&timeout=350ms
```

Der Aufrufer wartet 350 ms und nicht länger. Das reicht hier.

```predict
id = "too-late"
question = "Der Timeout kommt nach 250 ms. Was wird aus der Bestellung?"
scenario = "awaitscope:?timeout=250ms"
hints = [
  "Die Bank hat nach 200 ms bezahlt. An welchem await wartet take_order nach 250 ms?",
  "Was nach diesem await steht, läuft nie.",
]
explanation = "Nach 250 ms ist die Bestellung bezahlt, und take_order wartet auf ihren Client. Dort wird sie angehalten, bevor sie versendet."

[[answer]]
text = "Sie ist bezahlt und versendet"
claim = "buggy runs shipped"

[[answer]]
text = "Sie ist bezahlt und wird nie versendet"
claim = "buggy violates paid-is-shipped"
right = true
```

## Die andere Reihenfolge

```scope
awaitscope:?timeout=250ms
```

Die richtige Fassung [versendet](mark:ship), sobald bezahlt ist, ohne ein await dazwischen.

::: asio drop
Was der Timeout auch tut, die Zeile ist gelaufen.
:::

::: eager
Hier wird niemand angehalten: Beide Fassungen versenden.
:::
)";

constexpr std::string_view germanWordsText = R"(# What lesson.toml says, and what the runs say of themselves.
"@TITLE@" = "@TITLE@"
"An effect after an await" = "Eine Wirkung nach einem await"
"An order is paid and never shipped: a timeout ends the coroutine in between." = "Eine Bestellung wird bezahlt und nie versendet: Ein Timeout beendet die Coroutine dazwischen."
"The bank takes" = "Die Bank braucht"
"The client gets ready in" = "Der Client ist bereit nach"
"Buggy" = "Falsch"
"Fixed" = "Richtig"
"An order is shipped even when its client was never told." = "Eine Bestellung wird auch dann versendet, wenn ihr Client es nie erfuhr."
"What is paid is shipped." = "Was bezahlt ist, wird versendet."
"shipped" = "versendet"
"paid, not shipped" = "bezahlt, nicht versendet"
"nothing paid yet" = "noch nichts bezahlt"

"still waiting" = "wartet noch"
"timeout won" = "der Timeout gewinnt"
"take_order won" = "take_order gewinnt"
"is told" = "erfährt es"
"is told nothing" = "erfährt nichts"
"Nothing was paid, so that there was nothing to ship." = "Nichts war bezahlt, also gab es nichts zu versenden."
"Order 7 was paid and shipped." = "Bestellung 7 wurde bezahlt und versendet."
"Order 7 was paid, and never shipped." = "Bestellung 7 wurde bezahlt und nie versendet."
)";

/// "My lesson" of "my-lesson".
std::string titleOf(std::string slug)
{
    std::ranges::replace_if(slug, [](char character) { return character == '-' || character == '_'; }, ' ');
    slug.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(slug.front())));
    return slug;
}

std::string filled(std::string_view text, const std::string& title)
{
    std::string result{text};
    for (std::size_t at = result.find(placeOfTitle); at != std::string::npos; at = result.find(placeOfTitle, at + title.size()))
        result.replace(at, placeOfTitle.size(), title);
    return result;
}

} // namespace

std::vector<LessonFile> lessonSkeleton(const std::string& slug)
{
    const std::string title = titleOf(slug);
    std::vector<LessonFile> files{{"lesson.toml", std::string{manifestText}},   {"story.md", std::string{storyText}},
                                  {"service.hpp", std::string{serviceText}},    {"buggy.cpp", std::string{buggyText}},
                                  {"fixed.cpp", std::string{fixedText}},        {"scenario.cpp", std::string{scenarioText}},
                                  {"story.de.md", std::string{germanStoryText}}, {"words.de.toml", std::string{germanWordsText}}};
    for (LessonFile& file : files)
        file.text = filled(file.text, title);
    return files;
}

} // namespace awaitscope
