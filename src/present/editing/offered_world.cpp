// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/editing/offered_world.hpp"

#include "present/text/qt_text.hpp"
#include "present/text/tr.hpp"

#include <QRegularExpression>

#include <algorithm>
#include <iterator>

namespace awaitscope {

namespace {

// The docstrings of core/world say the same at more length, for authors, and in English only. That each `code` compiles is tested.

std::vector<OfferedPart> calls()
{
    const auto code = [](const char* text) { return QString::fromUtf8(text); };
    return {
        {code("co_await"), OfferedTr::tr("Waits for what follows. Here a cancellation can arrive, and then the lines below may never run."),
         code("co_await timer.async_wait(asio::use_awaitable);")},
        {code("timer.async_wait(asio::use_awaitable)"),
         OfferedTr::tr("A timer of Asio's, in virtual time: expires_after(), expires_at(), cancel(). Throws operation_aborted when it is cancelled."),
         code("timer.expires_after(100ms);\nco_await timer.async_wait(asio::use_awaitable);")},
        {code("sleep_for(world, duration)"), OfferedTr::tr("Waits for that much virtual time, without a timer of one's own."),
         code("co_await sleep_for(world(), 100ms);"), true},
        {code("race(timeout(), work())"),
         OfferedTr::tr("Work against the timeout that you drag; whoever comes second is cancelled, in the way that was chosen. What it gives tells the winner."),
         code("const auto winner = co_await race(timeout(), work());\nif (winner == Winner::timeout)\n  println(\"too late\");"), true},
        {code("work() || timeout()"), OfferedTr::tr("The first of two, by Asio's own operator; && waits for both."),
         code("co_await (work() || timeout());"), true},
        {code("asio::co_spawn(executor, work(), asio::detached)"),
         OfferedTr::tr("Starts a coroutine that goes on beside this one, with a row of its own. Nobody here waits for it."),
         code("asio::co_spawn(co_await asio::this_coro::executor, work(), asio::detached);"), true},
        {code("println(parts)"), OfferedTr::tr("A line in the console, with its time."), code("println(\"here\");")},
        {code("effect(name, detail)"),
         OfferedTr::tr("Something that happened to the world and stays so, as a write does. The map and the table tell runs apart by it."),
         code("effect(\"stored\", \"v2\");"), true},
        {code("expect(words, holds)"), OfferedTr::tr("What must be true here, most often in judge(), after all is over; with the sentence that says so."),
         code("expect(\"what is paid is shipped\", paid == shipped);"), true},
        {code("lane.span(kind, text)"), OfferedTr::tr("A stretch on a row of your own, until what it gives is destroyed or its end() is called."),
         code("const auto span = lane.span(\"working\", \"prints\");"), true},
        {code("lane.holds(text)"), OfferedTr::tr("What that part of the world holds from now on."), code("lane.holds(\"one page\");"), true},
        {code("cache.get(key)"), OfferedTr::tr("The value, if it is still fresh; nothing otherwise. It does not wait."),
         code("const auto hit = cache.get(\"ann\");")},
        {code("cache.get_any(key)"), OfferedTr::tr("What there is, fresh or expired, with its age in words."), code("const auto found = cache.get_any(\"ann\");")},
        {code("cache.set(key, value)"), OfferedTr::tr("Stores the value. It does not wait: an effect, “cache.set”."), code("cache.set(\"ann\", \"v2\");")},
        {code("http.make_request(key)"),
         OfferedTr::tr("Asks the service downstream and waits for its answer. A cancellation of the type “total” does not stop it."),
         code("const auto response = co_await http.make_request(\"ann\");")},
        {code("channel.send(message)"),
         OfferedTr::tr("Waits until the client is ready, then it gets the message. Cancelled before, it gets nothing, and the message is gone."),
         code("co_await channel.send(\"v2\");")},
        {code("channel.answer(found)"), OfferedTr::tr("Answers the client with what a cache had. It waits for nobody."),
         code("channel.answer(cache.get_any(\"ann\"));")},
        {code("queue.async_push(item)"),
         OfferedTr::tr("Waits for room, then the item is in the queue. Cancelled while it waits, the item is gone: who must not lose it reserves first."),
         code("co_await queue.async_push(\"v2\");")},
        {code("queue.async_reserve()"), OfferedTr::tr("Waits for a place in the queue; the permit's send(item) then puts one there without waiting."),
         code("auto permit = co_await queue.async_reserve();\npermit.send(\"v2\");")},
        {code("queue.async_pop()"), OfferedTr::tr("Waits for an item. Cancelled while it waits, none is lost."), code("auto item = co_await queue.async_pop();")},
        {code("queue.try_push(item)"), OfferedTr::tr("Puts it into the queue at once, or gives false: the queue is full or closed."),
         code("queue.try_push(\"v2\");")},
        {code("queue.try_pop()"), OfferedTr::tr("An item at once; nothing if the queue is empty."), code("const auto next = queue.try_pop();")},
        {code("mutex.async_lock()"), OfferedTr::tr("Waits for the lock, which is held until what it gives is destroyed. First come, first served."),
         code("const auto lock = co_await mutex.async_lock();")},
        {code("semaphore.async_acquire()"), OfferedTr::tr("Waits for one of so many permits. Nobody gives it back for you: call release()."),
         code("co_await semaphore.async_acquire();\nsemaphore.release();")},
        {code("event.async_wait()"), OfferedTr::tr("Waits until somebody calls event.set()."), code("co_await event.async_wait();")},
        {code("event.set()"), OfferedTr::tr("All who wait go on, and those who come later need not wait; reset() ends that."), code("event.set();")},
        {code("pool.async_acquire()"),
         OfferedTr::tr("Waits for a connection, which goes back as it is, when what it gives is destroyed; discard() closes it."),
         code("auto connection = co_await pool.async_acquire();")},
        {code("stream.async_read_some(buffer)"),
         OfferedTr::tr("Waits for bytes and reads some of them; asio::async_read, async_read_until and async_write work on a stream too."),
         code("std::array<char, 64> buffer{};\nconst auto size = co_await left.async_read_some(asio::buffer(buffer));\nprintln(size);")},
        {code("stream.async_write_some(buffer)"), OfferedTr::tr("Waits for room and writes some of the bytes."),
         code("co_await right.async_write_some(asio::buffer(\"v2\", 2));")},
        {code("task.async_join()"), OfferedTr::tr("Waits until the task has ended; what it threw comes out here."), code("co_await task.async_join();")},
        {code("task.abort()"), OfferedTr::tr("Stops the task, in the way that was chosen for cancelling."), code("task.abort();")},
    };
}

std::vector<OfferedPart> made()
{
    const auto code = [](const char* text) { return QString::fromUtf8(text); };
    return {
        {code("asio::steady_timer timer(executor)"), OfferedTr::tr("A timer of Asio's, in virtual time; system_timer too."),
         code("asio::steady_timer timer(co_await asio::this_coro::executor);")},
        {code("Cache cache(world, time to live)"), OfferedTr::tr("A cache whose entries expire; its row shows what it holds."),
         code("Cache cache(world(), 1h);"), true},
        {code("Http http(world, duration, respond)"), OfferedTr::tr("A service downstream, how long it takes, and what it answers to a key."),
         code("Http http(world(), 200ms, [](const string& key) { return \"v2 of \" + key; });"), true},
        {code("Channel channel(world, not ready for)"), OfferedTr::tr("The way to a client that is not ready for so long after it is first sent something."),
         code("Channel channel(world(), 100ms);"), true},
        {code("Queue<T> queue(world, name, room)"), OfferedTr::tr("A queue with room for so many; first come, first served on both sides."),
         code("Queue<string> queue(world(), \"queue\", 4);"), true},
        {code("Mutex mutex(world, name)"), OfferedTr::tr("A lock that can be held across an await."), code("Mutex mutex(world(), \"mutex\");"), true},
        {code("Semaphore semaphore(world, name, count)"), OfferedTr::tr("So many at a time."), code("Semaphore semaphore(world(), \"semaphore\", 2);"), true},
        {code("Event event(world, name)"), OfferedTr::tr("Something that has happened, or not yet."), code("Event event(world(), \"event\");"), true},
        {code("Pool pool(world, name, size)"), OfferedTr::tr("So many connections, which are lent out and come back."),
         code("Pool pool(world(), \"pool\", 2);"), true},
        {code("Stream::connected(world, first, second)"), OfferedTr::tr("Two ends of a connection: what is written to one is read from the other."),
         code("auto [left, right] = Stream::connected(world(), \"left\", \"right\");"), true},
        {code("Task task(world, name, coroutine)"), OfferedTr::tr("A coroutine that goes on by itself, with a handle to join or to abort it."),
         code("Task task(world(), \"task\", work());"), true},
        {code("world().lane(name)"), OfferedTr::tr("A row of your own on the timeline."), code("Lane lane = world().lane(\"printer\");"), true},
    };
}

/// A part of the world as the code of a lesson knows it: "inbox" is of the type "Queue".
struct NamedPart
{
    QString type;
    QString name;
};

/// Of what the lesson's headers declare those that calls can be made of as they stand, and are not optional or shared.
std::vector<NamedPart> partsOf(const Lesson& lesson)
{
    static const QRegularExpression declaration(QStringLiteral(R"(\b(Cache|Http|Channel|Queue|Mutex|Semaphore|Event|Pool|Stream|Task)(?:<[^<>]*>)?\s*&?\s+(\w+);)"));
    std::vector<NamedPart> parts;
    for (const LessonFile& file : lesson.files) {
        if (!file.name.ends_with(".hpp"))
            continue;
        for (const QRegularExpressionMatch& found : declaration.globalMatch(qt(file.text))) {
            const auto isSame = [&found](const NamedPart& part) { return part.type == found.captured(1) && part.name == found.captured(2); };
            if (std::ranges::none_of(parts, isSame)) // a second class may have one too
                parts.push_back({found.captured(1), found.captured(2)});
        }
    }
    return parts;
}

/// What the code of the lesson's variants can do, by the names that it has for its parts.
std::vector<OfferedPart> ofLesson(const std::vector<OfferedPart>& all, const Lesson& lesson)
{
    const std::vector<NamedPart> parts = partsOf(lesson);
    std::vector<OfferedPart> offered;
    for (const OfferedPart& part : all) {
        if (part.isOfPages)
            continue;
        const QString object = part.call.section('.', 0, 0);
        if (object == part.call || object == QLatin1String("timer")) {
            offered.push_back(part);
            continue;
        }
        const QRegularExpression asCalled(QStringLiteral("\\b%1\\.").arg(object));
        for (const NamedPart& named : parts) {
            if (named.type.compare(object, Qt::CaseInsensitive) != 0)
                continue;
            OfferedPart theirs = part;
            theirs.call.replace(asCalled, named.name + '.');
            theirs.code.replace(asCalled, named.name + '.');
            offered.push_back(theirs);
        }
    }
    return offered;
}

} // namespace

std::vector<OfferedPart> offeredWorld(const Lesson& lesson, const QString& search)
{
    std::vector<OfferedPart> offered = calls();
    std::ranges::move(made(), std::back_inserter(offered));
    if (!lesson.isSandbox)
        offered = ofLesson(offered, lesson);
    const QStringList wanted = search.split(' ', Qt::SkipEmptyParts);
    const auto hasAll = [&wanted](const QString& text) {
        return std::ranges::all_of(wanted, [&text](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
    };
    std::erase_if(offered, [&hasAll](const OfferedPart& part) { return !hasAll(part.call + ' ' + part.words); });
    // Whoever types "ca" means the cache, and not each sentence on cancelling.
    std::ranges::stable_partition(offered, [&hasAll](const OfferedPart& part) { return hasAll(part.call); });
    return offered;
}

QStringList withStatement(const QStringList& lines, int line, const QString& code, int indent)
{
    const auto isBlank = [&lines](int index) { return lines[index].trimmed().isEmpty(); };
    int above = line;
    while (above > 0 && isBlank(above))
        --above;
    const QString& last = lines[above];
    qsizetype depth = 0;
    while (depth < last.size() && last[depth] == ' ')
        ++depth;
    if (last.trimmed().endsWith('{'))
        depth += indent;
    QStringList written;
    if (!isBlank(line))
        written += lines[line];
    for (const QString& each : code.split('\n'))
        written += QString(depth, ' ') + each;
    return written;
}

QStringList offeredCalls()
{
    QStringList names{"awaitable<void>", "co_return", "spawn(task)", "steady_timer", "string", "timeout(deadline)", "use_awaitable"};
    for (const OfferedPart& part : calls()) {
        if (!part.call.contains(QLatin1String("||"))) // no name that somebody begins to type
            names += part.call;
    }
    names.sort();
    return names;
}

} // namespace awaitscope
