// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/format/lesson.hpp"

#include <QString>
#include <QStringList>

#include <vector>

namespace awaitscope {

/// Something that the code of a learner can use without an include.
struct OfferedPart
{
    QString call;  ///< as it stands in code: "queue.async_push(item)"
    QString words; ///< a sentence or two, in the window's language
    QString code;  ///< a statement for the caret; it compiles where the parts that it names have been made
    bool isOfPages = false; ///< lessons have it under another name, or their caller does it
};

/// What the code of this page, or of this lesson's variants, is offered: what can be called, and for a page how its parts are made.
/// A lesson has the parts of the world that its headers declare, under the names that they have there. Of these all that agree with each word of `search` in what they are
/// called or in their words, in any case and order, those first that are called so; with none, all.
std::vector<OfferedPart> offeredWorld(const Lesson& lesson, const QString& search = {});

/// What stands in place of the line with this index (from 0) when `code` is put there: below it, or in it if it is blank, as deep as
/// what stands above, and `indent` blanks deeper behind an opening brace.
QStringList withStatement(const QStringList& lines, int line, const QString& code, int indent);

/// What an editor completes: every call that there is.
QStringList offeredCalls();

} // namespace awaitscope
