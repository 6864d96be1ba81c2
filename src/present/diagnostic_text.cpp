// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/diagnostic_text.hpp"

#include "lesson/phrasebook.hpp"

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
    QT_TRANSLATE_NOOP("Diagnostics", "There is no lesson {1}. Allowed: {2}."),
    QT_TRANSLATE_NOOP("Diagnostics", "time={1} lies past the end: the timeline of this scenario ends at {2}."),
    QT_TRANSLATE_NOOP("Diagnostics", "await={1}: the variant {2} reaches no await that can be a target."),
    QT_TRANSLATE_NOOP("Diagnostics", "await={1}: the variant {2} reaches one await; only await=1 is possible."),
    QT_TRANSLATE_NOOP("Diagnostics", "await={1}: the variant {2} reaches {3} awaits; allowed are 1 to {4}."),
    QT_TRANSLATE_NOOP("Diagnostics", "{1} does not come to an end: {2} events were run and it still goes on. Let its "
                                     "loop wait for time to pass, or end."),
    QT_TRANSLATE_NOOP("Diagnostics", "{1} left the caller; the last coroutine to run was {2}. Catch it in the caller, "
                                     "or let the work not throw it."),
    QT_TRANSLATE_NOOP("Diagnostics", "The file is empty. Allowed: {1}."),
    QT_TRANSLATE_NOOP("Diagnostics", "This is no scenario of Awaitscope. Allowed: {1}."),
    QT_TRANSLATE_NOOP("Diagnostics", "The file is of version {1}, and this Awaitscope reads version {2}. Open it with "
                                     "a newer Awaitscope."),
    QT_TRANSLATE_NOOP("Diagnostics", "There is no key {1}. Allowed: {2}."),
    QT_TRANSLATE_NOOP("Diagnostics", "The file holds edits of the code, which this Awaitscope cannot run. Open it "
                                     "with a newer one."),
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
    QT_TRANSLATE_NOOP("Diagnostics", "one or more of {1}, each once, with commas between them"),
    QT_TRANSLATE_NOOP("Diagnostics", "the number of an await, from 1, such as 2, or 2+ for after its operation "
                                     "completed"),
    QT_TRANSLATE_NOOP("Diagnostics", "what Awaitscope saves, beginning with {1}"),
    QT_TRANSLATE_NOOP("Diagnostics", "a file of progress, as Awaitscope writes it"),
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
    Phrasebook within = whole; // a message can hold another one: "scenario: ..."
    add(within, parts);
    if (const auto words = whole.find(told.message, within))
        told.message = *words;
    return QString::fromStdString(told.toText());
}

} // namespace awaitscope
