// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/files/share.hpp"

#include "core/trace/perfetto_json.hpp"
#include "lesson/format/scenario.hpp"
#include "present/session/session.hpp"
#include "present/text/tr.hpp"
#include "present/time/typed_timeout.hpp"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <string>
#include <variant>
#include <vector>

namespace awaitscope {

namespace {

constexpr PictureFormat formats[] = {PictureFormat::png, PictureFormat::svg, PictureFormat::pdf};

/// The timeout as a part of a file's name: "250ms", "no-timeout", "await-2".
QString timeoutName(const Timeout& timeout)
{
    if (const auto* const time = std::get_if<VirtualDuration>(&timeout))
        return QString::fromStdString(toText(*time));
    if (const auto* const aimed = std::get_if<AtAwait>(&timeout))
        return QStringLiteral("await-%1").arg(QString::fromStdString(toText(*aimed)));
    if (const auto* const start = std::get_if<BeforeStart>(&timeout))
        return QStringLiteral("start-%1").arg(start->number);
    return QStringLiteral("no-timeout");
}

/// lesson-timeout-meaning, the latter as people call it: "js-race"
QString stemOf(const Session& session)
{
    const Scenario& scenario = session.scenario();
    QString meaning = meaningOf(scenario).toLower().remove(',');
    return QStringLiteral("%1-%2-%3").arg(QString::fromStdString(scenario.lesson), timeoutName(scenario.timeout), meaning.replace(' ', '-'));
}

} // namespace

QString endingOf(PictureFormat format)
{
    switch (format) {
    case PictureFormat::png:
        return QStringLiteral(".png");
    case PictureFormat::svg:
        return QStringLiteral(".svg");
    case PictureFormat::pdf:
        break;
    }
    return QStringLiteral(".pdf");
}

std::optional<PictureFormat> pictureFormatOf(const QString& path)
{
    for (const PictureFormat format : formats) {
        if (path.endsWith(endingOf(format), Qt::CaseInsensitive))
            return format;
    }
    return std::nullopt;
}

QString nameOf(PictureOf of)
{
    return of == PictureOf::scope ? QStringLiteral("scope") : QStringLiteral("window");
}

std::optional<PictureOf> readPictureOf(const QString& word)
{
    for (const PictureOf of : {PictureOf::scope, PictureOf::window}) {
        if (word == nameOf(of))
            return of;
    }
    return std::nullopt;
}

QSize sizeOf(const PictureChoice& choice, QSize size)
{
    return choice.format == PictureFormat::png ? size * choice.scale : size;
}

QString pictureTitle(const Session& session)
{
    return QStringLiteral("%1 · %2").arg(QString::fromStdString(session.lesson().title), meaningOf(session.scenario()));
}

QString proposedName(const Session& session, const QString& ending) { return stemOf(session) + ending; }

QString proposedName(const Session& session, const PictureChoice& choice)
{
    const QString window = choice.of == PictureOf::window ? QStringLiteral("-window") : QString();
    return stemOf(session) + window + endingOf(choice.format);
}

QString withEnding(const QString& path, const QString& ending)
{
    return path.endsWith(ending, Qt::CaseInsensitive) ? path : path + ending;
}

QString unknownPictureEnding(const QString& path)
{
    return ShareTr::tr("%1: a picture is written as .png, .svg or .pdf. Give the file one of these endings.")
        .arg(QDir::toNativeSeparators(path));
}

QByteArray perfettoTraceOf(const Session& session)
{
    std::vector<const Trace*> traces;
    for (const VariantRun& variant : session.run().variants)
        traces.push_back(variant.trace.get());
    Scenario scenario = session.scenario();
    scenario.time.reset(); // a trace holds the whole run
    return QByteArray::fromStdString(toPerfettoText(traces, toText(scenario, session.lesson())));
}

QString writeWhole(const QString& path, const QByteArray& bytes)
{
    if (QFileInfo(path).isDir())
        return ShareTr::tr("%1 could not be written: it is a folder. Give the file another name.")
            .arg(QDir::toNativeSeparators(path));
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return ShareTr::tr("%1 could not be written: %2. Choose a folder that exists, that you may write to and that has room.")
        .arg(QDir::toNativeSeparators(path), file.errorString());
}

} // namespace awaitscope
