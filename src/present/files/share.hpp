// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace awaitscope {

class Session;

/// What a picture is of: caller, scopes and axis, or all that the window has.
enum class PictureOf { scope, window };

enum class PictureFormat { png, svg, pdf };

/// A picture to be made.
struct PictureChoice
{
    PictureOf of = PictureOf::scope;
    PictureFormat format = PictureFormat::png;
    int scale = 2; ///< 1 to largestPictureScale; of a PNG alone: the others are drawings

    friend bool operator==(const PictureChoice&, const PictureChoice&) = default;
};

constexpr int largestPictureScale = 3;

QString endingOf(PictureFormat format); ///< ".png"

/// By the ending, in large or small letters; empty for any other and for none.
std::optional<PictureFormat> pictureFormatOf(const QString& path);

/// "scope" and "window".
std::optional<PictureOf> readPictureOf(const QString& word);
QString nameOf(PictureOf of);

/// The pixels of a picture of something that takes `size`; the units of a drawing.
QSize sizeOf(const PictureChoice& choice, QSize size);

QString pictureTitle(const Session& session); ///< "Alan caches requests · Asio cancel"

/// A file's name for what the session shows: lesson, timeout and meaning, such as "alan-caches-requests-250ms-asio-cancel.png".
QString proposedName(const Session& session, const QString& ending);
/// The same for a picture; one of the window says so.
QString proposedName(const Session& session, const PictureChoice& choice);

/// `path` with `ending`, unless it has it in large or small letters.
QString withEnding(const QString& path, const QString& ending);

/// For people: "alan.gif: a picture is written as .png, .svg or .pdf. …". `path` has no such ending.
QString unknownPictureEnding(const QString& path);

/// The runs of all variants shown, for ui.perfetto.dev, as the text of a file.
QByteArray perfettoTraceOf(const Session& session);

/// Writes the whole of `bytes` or nothing: a file that is there already stays as it is until all of it is on the disk.
/// What to tell the user if it cannot be written, empty if it was.
QString writeWhole(const QString& path, const QByteArray& bytes);

} // namespace awaitscope
