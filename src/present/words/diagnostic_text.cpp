// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/words/diagnostic_text.hpp"

#include "lesson/format/phrasebook.hpp"

#include <QCoreApplication>

namespace awaitscope {

namespace {

/// What src/lesson and src/core tell whoever opens, pastes or runs something. The places are those of a Phrasebook; which
/// comes first is tried first.
constexpr const char* messages[] = {
    QT_TRANSLATE_NOOP("Diagnostics", "The scenario {1} is too long. Allowed: up to {2} bytes."),
    QT_TRANSLATE_NOOP("Diagnostics", "The scenario {1} is not UTF-8."),
    QT_TRANSLATE_NOOP("Diagnostics", "{1} names no lesson. Allowed: a lesson such as {2}, or a scenario such as {3}."),
    QT_TRANSLATE_NOOP("Diagnostics", "{1} names no lesson. Allowed: a whole scenario such as {2}."),
    QT_TRANSLATE_NOOP("Diagnostics", "The setting {1} has no value. Allowed: key=value, joined by &."),
    QT_TRANSLATE_NOOP("Diagnostics", "The setting {1} has a % without two hexadecimal digits after it. Write %25 for "
                                     "a percent sign."),
    QT_TRANSLATE_NOOP("Diagnostics", "The setting {1} is not UTF-8 once its %XX are decoded."),
    QT_TRANSLATE_NOOP("Diagnostics", "There is no setting {1}. Allowed: {2}."),
    QT_TRANSLATE_NOOP("Diagnostics", "The scenario is for the lesson {1}, not for {2}."),
    QT_TRANSLATE_NOOP("Diagnostics", "The setting {1} is there twice. Allowed: each setting once."),
    QT_TRANSLATE_NOOP("Diagnostics", "There are both await and timeout. Allowed: one of them, as both say when the "
                                     "timeout fires."),
    QT_TRANSLATE_NOOP("Diagnostics", "There is cancel_type={1} with {2}, which sends no type to run(). Allowed: cancel_type with "
                                     "model=asio and cancel_on=coroutine."),
    QT_TRANSLATE_NOOP("Diagnostics", "There is cancel_type={1}, and nothing cancels run() from outside, as the file calls timeout() "
                                     "itself. Allowed: cancel_type with a cancel, such as cancel=100ms."),
    QT_TRANSLATE_NOOP("Diagnostics", "There is no lesson {1}. Allowed: {2}."),
    QT_TRANSLATE_NOOP("Diagnostics", "time={1} lies past the end: the timeline of this scenario ends at {2}."),
    QT_TRANSLATE_NOOP("Diagnostics", "await={1}: the variant {2} reaches no await that can be a target."),
    QT_TRANSLATE_NOOP("Diagnostics", "await={1}: the variant {2} reaches one await; only await=1 is possible."),
    QT_TRANSLATE_NOOP("Diagnostics", "await={1}: the variant {2} reaches {3} awaits; allowed are 1 to {4}."),
    QT_TRANSLATE_NOOP("Diagnostics", "{1} does not come to an end: {2} events were run and it still goes on. Let its "
                                     "loop wait for time to pass, or end."),
    QT_TRANSLATE_NOOP("Diagnostics", "{1} left the caller; the last coroutine to run was {2}. Catch it in the caller, "
                                     "or let the work not throw it."),
    QT_TRANSLATE_NOOP("Diagnostics", "The lesson {1} cannot be run, as its files have mistakes: {2} All of them: awaitscope-cli "
                                     "verify {3}."),
    QT_TRANSLATE_NOOP("Diagnostics", "The lesson has no parameter {1}. Those of its lesson.toml: {2}."),
    QT_TRANSLATE_NOOP("Diagnostics", "The lesson has no parameter {1}. Its lesson.toml names none."),
    QT_TRANSLATE_NOOP("Diagnostics", "Rust drop cannot take {1} from where it waits, {2}: what waits in a strand's queue, or in a channel "
                                     "without a cancellation slot, is out of its reach. Await it in the race itself, or choose Asio "
                                     "cancel."),
    QT_TRANSLATE_NOOP("Diagnostics", "{1} left a handler; the last coroutine to run was {2}. Catch it in the handler, or let the "
                                     "work not throw it."),
    QT_TRANSLATE_NOOP("Diagnostics", "{1} left the scenario's {2}, where nobody catches it. Mend what throws it."),
    QT_TRANSLATE_NOOP("Diagnostics", "It made something of Asio's that belongs to the real world, such as a socket, a pipe or a "
                                     "signal set, and neither network nor devices are to be had on the virtual clock. Use the "
                                     "parts of the teaching world."),
    QT_TRANSLATE_NOOP("Diagnostics", "The file is empty. Allowed: {1}."),
    QT_TRANSLATE_NOOP("Diagnostics", "This is no scenario of Awaitscope. Allowed: {1}."),
    QT_TRANSLATE_NOOP("Diagnostics", "The file is of version {1}, and this Awaitscope reads version {2}. Open it with "
                                     "a newer Awaitscope."),
    QT_TRANSLATE_NOOP("Diagnostics", "There is no key {1}. Allowed: {2}."),
    QT_TRANSLATE_NOOP("Diagnostics", "{1} It is left as it is: save under another name."),
    QT_TRANSLATE_NOOP("Diagnostics", "scenario: {1}"),
    QT_TRANSLATE_NOOP("Diagnostics", "The file is not UTF-8. Allowed: {1}."),
    QT_TRANSLATE_NOOP("Diagnostics", "There is the invisible character {1}. Allowed: text, tabs and line ends."),
    QT_TRANSLATE_NOOP("Diagnostics", "This is nested too deep. Allowed: up to {1} brackets inside each other."),
    QT_TRANSLATE_NOOP("Diagnostics", "The key {1} is there twice in one object. Allowed: each key once."),
    QT_TRANSLATE_NOOP("Diagnostics", "There are too many keys in one object, such as {1}. Allowed: up to {2}."),
    QT_TRANSLATE_NOOP("Diagnostics", "This is not JSON: {1}. Allowed: {2}."),
    QT_TRANSLATE_NOOP("Diagnostics", "This progress was written by a newer Awaitscope (version {1} of the file; known "
                                     "here: {2}). Read it with that one."),
    QT_TRANSLATE_NOOP("Diagnostics", "This is a folder. Name a file."),
    QT_TRANSLATE_NOOP("Diagnostics", "The file is too long. Allowed: up to {1} bytes."),
    QT_TRANSLATE_NOOP("Diagnostics", "The file cannot be read: {1}."),
    QT_TRANSLATE_NOOP("Diagnostics", "{1} cannot be {2}. Allowed: {3}."),
};

/// What src/workbench tells whoever changes code: of compilers, of what runs, and of what is typed.
constexpr const char* workbenchMessages[] = {
    QT_TRANSLATE_NOOP("Diagnostics", "The stack has run over: a function calls itself without an end, or has very large "
                                     "local variables. Give the recursion an end."),
    QT_TRANSLATE_NOOP("Diagnostics", "It reads or writes memory that is not its own ({1}). Look for a null pointer, or a reference, pointer or "
                                     "iterator to something that is gone."),
    QT_TRANSLATE_NOOP("Diagnostics", "It divides by zero, or the result is too large (SIGFPE)."),
    QT_TRANSLATE_NOOP("Diagnostics", "It ran into code that is no code (SIGILL): often a function that ends without its "
                                     "return."),
    QT_TRANSLATE_NOOP("Diagnostics", "It gave up with abort(), after saying: {1}"),
    QT_TRANSLATE_NOOP("Diagnostics", "It gave up with abort()."),
    QT_TRANSLATE_NOOP("Diagnostics", "It wrote a file that grew beyond what it may: 1 MB."),
    QT_TRANSLATE_NOOP("Diagnostics", "It asked the system for something that it may not do."),
    QT_TRANSLATE_NOOP("Diagnostics", "It makes a socket, and no network is to be had on the virtual clock. Use http.make_request, "
                                     "or a Stream of the teaching world."),
    QT_TRANSLATE_NOOP("Diagnostics", "It makes an acceptor, and no network is to be had on the virtual clock. Let the client be a "
                                     "coroutine that is started with spawn, and give both a Stream of the teaching world."),
    QT_TRANSLATE_NOOP("Diagnostics", "It looks up a name of the network, and no network is to be had on the virtual clock. Use "
                                     "http.make_request, which needs no address."),
    QT_TRANSLATE_NOOP("Diagnostics", "It waits for signals of the system, and none comes on the virtual clock. Let the timeout "
                                     "cancel, or emit an asio::cancellation_signal."),
    QT_TRANSLATE_NOOP("Diagnostics", "It opens a serial port, and no devices are to be had on the virtual clock. Use a Stream of "
                                     "the teaching world."),
    QT_TRANSLATE_NOOP("Diagnostics", "It makes a pipe, and nothing of the system can be waited for on the virtual clock. Use a "
                                     "Stream or a Queue of the teaching world."),
    QT_TRANSLATE_NOOP("Diagnostics", "It opens a file to wait for it, and nothing of the system can be waited for on the virtual "
                                     "clock. Keep the text in a variable, or use a Stream of the teaching world."),
    QT_TRANSLATE_NOOP("Diagnostics", "It asks for a descriptor to wait for, and nothing of the system can be waited for on the "
                                     "virtual clock. Use a Stream or a Queue of the teaching world."),
    QT_TRANSLATE_NOOP("Diagnostics", "It makes a thread pool, and a run has one thread, so that it is the same each time. Start "
                                     "work with spawn, or post to the coroutine's own executor: co_await "
                                     "asio::this_coro::executor."),
    QT_TRANSLATE_NOOP("Diagnostics", "It starts a thread (std::thread, std::jthread, std::async), and a run has one thread, so "
                                     "that it is the same each time. Start work with spawn, or await several coroutines at once "
                                     "with &&."),
    QT_TRANSLATE_NOOP("Diagnostics", "It makes an io_context of its own, whose time is real, while that of a run is virtual. Use "
                                     "the coroutine's own executor: co_await asio::this_coro::executor."),
    QT_TRANSLATE_NOOP("Diagnostics", "It uses the system_executor, which runs work on threads of its own, and a run has one "
                                     "thread. Use the coroutine's own executor: co_await asio::this_coro::executor."),
    QT_TRANSLATE_NOOP("Diagnostics", "It makes an execution context of Asio's own, whose time is real, while that of a run is "
                                     "virtual. Use the coroutine's own executor: co_await asio::this_coro::executor."),
    QT_TRANSLATE_NOOP("Diagnostics", "It makes a timer whose clock is none of the standard library's: that waits in real time. "
                                     "Use asio::steady_timer or asio::system_timer, which wait in virtual time."),
    QT_TRANSLATE_NOOP("Diagnostics", "It puts the thread to sleep in real time, while virtual time stands still. Wait with "
                                     "co_await: sleep_for of the teaching world, or async_wait of an asio::steady_timer."),
    QT_TRANSLATE_NOOP("Diagnostics", "It waits for a timer with the thread, and no virtual time passes meanwhile. Use co_await "
                                     "timer.async_wait(asio::use_awaitable)."),
    QT_TRANSLATE_NOOP("Diagnostics", "It waits for a future with the thread, which alone could bring its value: that would be for "
                                     "ever. Use co_await with asio::use_awaitable in place of asio::use_future."),
    QT_TRANSLATE_NOOP("Diagnostics", "It waits with the thread for another one, to free a mutex or to wake it, and a run has one "
                                     "thread: that would be for ever. Wait with co_await, for a Queue of the teaching world or a "
                                     "timer."),
    QT_TRANSLATE_NOOP("Diagnostics", "It starts another process, and a run is one process, so that it is the same each time. Let "
                                     "a coroutine do the work, or use http.make_request for what another program would answer."),
    QT_TRANSLATE_NOOP("Diagnostics", "The system ended it (SIGKILL), most often because the machine had no memory left."),
    QT_TRANSLATE_NOOP("Diagnostics", "It was ended by signal {1}."),
    QT_TRANSLATE_NOOP("Diagnostics", "It does not come to an end: it computed for two seconds without reaching an await that "
                                     "takes time. Let the loop end, or wait in it."),
    QT_TRANSLATE_NOOP("Diagnostics", "It does not go on: it waits outside of the virtual clock. Wait with co_await and the "
                                     "sandbox's own sleep_for, which take no real time."),
    QT_TRANSLATE_NOOP("Diagnostics", "It used up its memory, {1}. Look for a container that grows without an end."),
    QT_TRANSLATE_NOOP("Diagnostics", "It prints without an end: more than 1000 lines in one run. Print less, or let the loop "
                                     "end."),
    QT_TRANSLATE_NOOP("Diagnostics", "It called exit({1}), which ends the whole program. End a coroutine with co_return."),
    QT_TRANSLATE_NOOP("Diagnostics", "The exception {1} was thrown where nobody can catch it: in a destructor, a noexcept "
                                     "function or a thread. Catch it there."),
    QT_TRANSLATE_NOOP("Diagnostics", "An exception was thrown where nobody can catch it: in a destructor, a noexcept "
                                     "function or a thread. Catch it there."),
    QT_TRANSLATE_NOOP("Diagnostics", "The program did not end when it was asked to: the destructor of a static object does "
                                     "not come back."),
    QT_TRANSLATE_NOOP("Diagnostics", "It ended for a reason that it could not tell."),
    QT_TRANSLATE_NOOP("Diagnostics", "It closed the file through which it answers, or broke it. Leave descriptors that you "
                                     "have not opened alone."),
    QT_TRANSLATE_NOOP("Diagnostics", "It closed the file through which it answers. Leave descriptors that you have not "
                                     "opened alone."),
    QT_TRANSLATE_NOOP("Diagnostics", "It did not answer, not even when it was asked to stop. It was ended."),
    QT_TRANSLATE_NOOP("Diagnostics", "It ended the whole program at once, with status {1} (_exit, quick_exit). End a "
                                     "coroutine with co_return."),
    QT_TRANSLATE_NOOP("Diagnostics", "It uses memory that was given back before. ({1})"),
    QT_TRANSLATE_NOOP("Diagnostics", "It reads or writes beyond the end of what it allocated. ({1})"),
    QT_TRANSLATE_NOOP("Diagnostics", "It uses a local variable of a function that has returned. ({1})"),
    QT_TRANSLATE_NOOP("Diagnostics", "It uses a local variable whose block is over. ({1})"),
    QT_TRANSLATE_NOOP("Diagnostics", "It reads or writes beyond the end of a local variable. ({1})"),
    QT_TRANSLATE_NOOP("Diagnostics", "The stack has run over: a function calls itself without an end. ({1})"),
    QT_TRANSLATE_NOOP("Diagnostics", "It reads or writes beyond the end of a global variable. ({1})"),
    QT_TRANSLATE_NOOP("Diagnostics", "It gives memory back twice. ({1})"),
    QT_TRANSLATE_NOOP("Diagnostics", "It gives memory back in another way than it got it. ({1})"),
    QT_TRANSLATE_NOOP("Diagnostics", "It reads or writes memory that is not its own. ({1})"),
    QT_TRANSLATE_NOOP("Diagnostics", "AddressSanitizer found: {1}."),
    QT_TRANSLATE_NOOP("Diagnostics", "It does what C++ does not define: {1}. ({2})"),
    QT_TRANSLATE_NOOP("Diagnostics", "What it answered is no run. Leave the files alone that you have not opened."),
    QT_TRANSLATE_NOOP("Diagnostics", "The run was stopped."),
    QT_TRANSLATE_NOOP("Diagnostics", "The lesson calls {1}, which the file does not define. Define it with just these "
                                     "parameters."),
    QT_TRANSLATE_NOOP("Diagnostics", "The compiled code cannot be loaded: {1}"),
    QT_TRANSLATE_NOOP("Diagnostics", "This is no module of Awaitscope: it lacks what every module has."),
    QT_TRANSLATE_NOOP("Diagnostics", "The module was made for another version of Awaitscope. Clear the cache of compiled "
                                     "code, and run it again."),
    QT_TRANSLATE_NOOP("Diagnostics", "This system refuses the limits within which changed code runs."),
    QT_TRANSLATE_NOOP("Diagnostics", "There is no C++ compiler, which running changed code needs. What you type is kept. "
                                     "Install one (Debian, Ubuntu: {1}) and run it again."),
    QT_TRANSLATE_NOOP("Diagnostics", "The program awaitscope-worker, which runs changed code, is not beside this one. "
                                     "Install or build Awaitscope again."),
    QT_TRANSLATE_NOOP("Diagnostics", "The compiler has no AddressSanitizer (Debian: libasan8). Install it, or run without."),
    QT_TRANSLATE_NOOP("Diagnostics", "The folder for compiled code cannot be written. Make it writable, or set "
                                     "XDG_CACHE_HOME to another one."),
    QT_TRANSLATE_NOOP("Diagnostics", "There is no room to compile in: a folder in {1} could not be written. Make room there, "
                                     "or set TMPDIR to another folder."),
    QT_TRANSLATE_NOOP("Diagnostics", "There is no room to run in: no folder can be made in {1}. Make room there, or set TMPDIR "
                                     "to another folder."),
    QT_TRANSLATE_NOOP("Diagnostics", "The program that runs changed code cannot be started: {1}. Install or build Awaitscope "
                                     "again."),
    QT_TRANSLATE_NOOP("Diagnostics", "The compiler took too long for {1}. Try it again when the machine has less to do."),
    QT_TRANSLATE_NOOP("Diagnostics", "The compiler cannot make {1}: {2} Does this machine have the packages that Awaitscope "
                                     "was built with (libboost1.81-dev)?"),
    QT_TRANSLATE_NOOP("Diagnostics", "The compiler did not come to an end."),
    QT_TRANSLATE_NOOP("Diagnostics", "cancel is for a sandbox, a C++ file of one's own; in a lesson the caller's race cancels. "
                                     "Allowed: timeout."),
    QT_TRANSLATE_NOOP("Diagnostics", "There are both cancel and {1}, and the file does not call timeout(): both would cancel "
                                     "run(). Allowed: one of them."),
    QT_TRANSLATE_NOOP("Diagnostics", "The lesson's scenario.cpp does not compile: {1}"),
    QT_TRANSLATE_NOOP("Diagnostics", "What you type cannot be saved: {1}. Make room, or make the folder writable. Until then "
                                     "it is in this window only."),
    QT_TRANSLATE_NOOP("Diagnostics", "A conditional operator stands inside a co_await expression."),
    QT_TRANSLATE_NOOP("Diagnostics", "g++ 12 destroys a temporary of such an expression twice, and the program may crash or "
                                     "lose what it holds. Give the result of ?: a name in a line of its own, and await that."),
    QT_TRANSLATE_NOOP("Diagnostics", "g++ 12 uses what was awaited between ? and : after it was destroyed. Use if and else."),
    QT_TRANSLATE_NOOP("Diagnostics", "A co_await stands inside the braces of an initialiser."),
    QT_TRANSLATE_NOOP("Diagnostics", "If they are those of an aggregate, g++ 12 copies the awaited value out of memory that "
                                     "was given back. Give the value a name in a line of its own, and put that between the "
                                     "braces."),
    QT_TRANSLATE_NOOP("Diagnostics", "The condition of this {1} holds a co_await, and the coroutine has no variable."),
    QT_TRANSLATE_NOOP("Diagnostics", "g++ 12 makes code of such a coroutine that never runs, or that is no code. Give what is "
                                     "awaited a name in a line of its own, and test that."),
    QT_TRANSLATE_NOOP("Diagnostics", "The coroutine {1} takes a reference."),
    QT_TRANSLATE_NOOP("Diagnostics", "A coroutine goes on after its caller's expression is over. What the reference refers "
                                     "to may be gone by the first co_await. Take it by value."),
    QT_TRANSLATE_NOOP("Diagnostics", "A lambda that captures is a coroutine."),
    QT_TRANSLATE_NOOP("Diagnostics", "What it captures lives in the lambda, not in the coroutine. If the lambda is gone at "
                                     "the first co_await, the coroutine reads memory that is not its own. Pass what it needs "
                                     "as parameters by value, or keep the lambda until the coroutine has ended."),
    QT_TRANSLATE_NOOP("Diagnostics", "A channel of Boost before 1.82 is used."),
    QT_TRANSLATE_NOOP("Diagnostics", "Once a receive was cancelled it takes nothing into its buffer, and who sends waits for "
                                     "ever (Asio's issue 1241). Queue of the teaching world does not."),
    QT_TRANSLATE_NOOP("Diagnostics", "The teaching world has a name like it. Write :: before it to mean your own, or call yours "
                                     "otherwise."),
    QT_TRANSLATE_NOOP("Diagnostics", "There is more than one co_await in this statement. Give each a statement on a line of its "
                                     "own."),
    QT_TRANSLATE_NOOP("Diagnostics", "An await is known by its line: those of one statement have one name and one number between "
                                     "them, and a timeout cannot be aimed at each."),
    QT_TRANSLATE_NOOP("Diagnostics", "No file can be waited for on the virtual clock. Keep the text in a variable, or use a "
                                     "Stream of the teaching world."),
    QT_TRANSLATE_NOOP("Diagnostics", "A co_await is missing: the line makes the coroutine or the operation and throws it "
                                     "away, so that it never runs. Write co_await before it."),
    QT_TRANSLATE_NOOP("Diagnostics", "A co_await is missing: without it one has the awaitable, and not what comes of it. "
                                     "Write co_await before the call."),
    QT_TRANSLATE_NOOP("Diagnostics", "A coroutine ends with co_return, not with return."),
    QT_TRANSLATE_NOOP("Diagnostics", "This coroutine is an awaitable<void>: it has nothing to give back. Write co_return; "
                                     "alone, or let it return awaitable<T> of what it gives."),
    QT_TRANSLATE_NOOP("Diagnostics", "This coroutine promises a value: its co_return must name one."),
    QT_TRANSLATE_NOOP("Diagnostics", "A semicolon is missing at the end of this line."),
    QT_TRANSLATE_NOOP("Diagnostics", "There is one } too many, or a { is missing before it."),
    QT_TRANSLATE_NOOP("Diagnostics", "The { of this line is never closed: a } is missing."),
    QT_TRANSLATE_NOOP("Diagnostics", "This } closes the { of line {1}: a { is missing between them."),
    QT_TRANSLATE_NOOP("Diagnostics", "Nothing here is called {1}. Did you mean {2}?"),
    QT_TRANSLATE_NOOP("Diagnostics", "Nothing here is called {1}."),
    QT_TRANSLATE_NOOP("Diagnostics", "{1} has nothing called {2}. Did you mean {3}?"),
    QT_TRANSLATE_NOOP("Diagnostics", "{1} has nothing called {2}."),
    QT_TRANSLATE_NOOP("Diagnostics", "There is no co_await and no co_return in it: it is an ordinary function that gives back "
                                     "nothing, and no coroutine. Write co_return; at its end."),
};

/// What stands in their places.
constexpr const char* parts[] = {
    QT_TRANSLATE_NOOP("Diagnostics", "an empty value"),
    QT_TRANSLATE_NOOP("Diagnostics", "an exception"),
    QT_TRANSLATE_NOOP("Diagnostics", "the exception {1}"),
    QT_TRANSLATE_NOOP("Diagnostics", "the program"),
    QT_TRANSLATE_NOOP("Diagnostics", "missing or null"),
    QT_TRANSLATE_NOOP("Diagnostics", "an object"),
    QT_TRANSLATE_NOOP("Diagnostics", "a list of up to {1} objects"),
    QT_TRANSLATE_NOOP("Diagnostics", "a list of {1}"),
    QT_TRANSLATE_NOOP("Diagnostics", "a list"),
    QT_TRANSLATE_NOOP("Diagnostics", "a text of up to {1} bytes"),
    QT_TRANSLATE_NOOP("Diagnostics", "a text without control characters"),
    QT_TRANSLATE_NOOP("Diagnostics", "a text"),
    QT_TRANSLATE_NOOP("Diagnostics", "true or false"),
    QT_TRANSLATE_NOOP("Diagnostics", "null, or {1}"),
    QT_TRANSLATE_NOOP("Diagnostics", "none, or {1}"),
    QT_TRANSLATE_NOOP("Diagnostics", "a whole number from {1} to {2}"),
    QT_TRANSLATE_NOOP("Diagnostics", "a whole number and us, ms or s, up to 1 hour, such as {1}"),
    QT_TRANSLATE_NOOP("Diagnostics", "{1} to {2}, as a whole number and us, ms or s"),
    QT_TRANSLATE_NOOP("Diagnostics", "1 to {1}, the number of a scene"),
    QT_TRANSLATE_NOOP("Diagnostics", "one or more of {1}, each once, with commas between them"),
    QT_TRANSLATE_NOOP("Diagnostics", "the number of an await, from 1, such as 2, or 2+ for after its operation "
                                     "completed"),
    QT_TRANSLATE_NOOP("Diagnostics", "what Awaitscope saves, beginning with {1}"),
    QT_TRANSLATE_NOOP("Diagnostics", "a file of progress, as Awaitscope writes it"),
    QT_TRANSLATE_NOOP("Diagnostics", "the precompiled header"),
    QT_TRANSLATE_NOOP("Diagnostics", "the lesson's scenario.cpp"),
    QT_TRANSLATE_NOOP("Diagnostics", "your file"),
    QT_TRANSLATE_NOOP("Diagnostics", "{1} or {2}"),
    QT_TRANSLATE_NOOP("Diagnostics", "{1} and {2}"),
};

std::string said(const char* phrase) { return QCoreApplication::translate("Diagnostics", phrase).toStdString(); }

void add(Phrasebook& book, const auto& phrases)
{
    for (const char* const phrase : phrases)
        book.add(phrase, said(phrase));
}

} // namespace

QString diagnosticText(const Diagnostic& diagnostic)
{
    if (said(messages[0]) == messages[0]) // English
        return QString::fromStdString(diagnostic.toText());
    Diagnostic told = diagnostic;
    Phrasebook whole;
    add(whole, messages);
    add(whole, workbenchMessages);
    Phrasebook within = whole; // a message can hold another one: "scenario: ..."
    add(within, parts);
    if (const auto words = whole.find(told.message, within))
        told.message = *words;
    return QString::fromStdString(told.toText());
}

} // namespace awaitscope
