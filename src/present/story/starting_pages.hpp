// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace awaitscope {

/// A page to start from: one idea, and a comment that says what to try.
struct StartingPage
{
    QString name;  ///< of its file, without ".cpp"
    QString title; ///< the first line of its comment
    QString text;
};

/// Those that the program has, in the order in which they are offered, in the language that the window speaks: the same code, with
/// comments and texts of that language. They live as long as the program.
const std::vector<StartingPage>& startingPages();

/// Null: there is none of that name.
const StartingPage* findStartingPage(const QString& name);

/// What the comment at the head of a page says, which is Markdown: without the signs that make it a comment. Empty: it begins with
/// something else.
QString leadingComment(const QString& text);

/// The line behind that comment on which something stands, from 1; 1 where there is nothing else.
int firstLineOfCode(const QString& text);

} // namespace awaitscope
