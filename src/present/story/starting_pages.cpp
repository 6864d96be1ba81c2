// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/story/starting_pages.hpp"

#include "present/text/tr.hpp"

#include <QFile>

#include <algorithm>
#include <map>

namespace awaitscope {

namespace {

constexpr const char* names[] = {"request-with-a-timeout", "wait-for-both", "first-of-two", "queue-and-reader", "lock-across-an-await",
                                 "retry-with-an-overall-limit", "graceful-stop", "timer-as-a-bell", "clean-up-that-awaits",
                                 "detached-child", "connection-pool", "rate-limit"};

std::vector<StartingPage> readPages(const QString& language)
{
    std::vector<StartingPage> pages;
    for (const char* const name : names) {
        QFile file(QStringLiteral(":/pages/%1/%2.cpp").arg(language, QLatin1String(name)));
        if (!file.exists())
            file.setFileName(QStringLiteral(":/pages/%1.cpp").arg(QLatin1String(name)));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("the starting page %s is not in the program", name);
        StartingPage page{QLatin1String(name), {}, QString::fromUtf8(file.readAll())};
        page.text = page.text.section('\n', 1); // whose it is is no part of what one begins with
        page.title = leadingComment(page.text).section('\n', 0, 0).remove('#').trimmed();
        pages.push_back(std::move(page));
    }
    return pages;
}

} // namespace

const std::vector<StartingPage>& startingPages()
{
    // One for each language that was spoken so far, as of the table of actions.
    static std::map<QString, std::vector<StartingPage>> pages;
    const QString language = ActionsTr::tr("en", "the code of the language that this is");
    const auto known = pages.find(language);
    return known == pages.end() ? pages.emplace(language, readPages(language)).first->second : known->second;
}

const StartingPage* findStartingPage(const QString& name)
{
    const auto found = std::ranges::find(startingPages(), name, &StartingPage::name);
    return found == startingPages().end() ? nullptr : &*found;
}

namespace {

struct Comment
{
    QStringList said;
    qsizetype end = 0; ///< the line behind it, from 0
};

Comment commentAtHeadOf(const QStringList& lines)
{
    Comment comment;
    qsizetype& at = comment.end;
    while (at < lines.size() && (lines[at].trimmed().isEmpty() || lines[at].contains(QLatin1String("SPDX-License-Identifier"))))
        ++at;
    if (at < lines.size() && lines[at].trimmed().startsWith(QLatin1String("/*"))) {
        for (bool isOver = false; at < lines.size() && !isOver; ++at) {
            QString line = lines[at].trimmed();
            isOver = line.endsWith(QLatin1String("*/"));
            if (isOver)
                line.chop(2);
            const qsizetype signs = line.startsWith(QLatin1String("/*")) ? (line.startsWith(QLatin1String("/**")) ? 3 : 2)
                                    : line.startsWith('*')               ? 1
                                                                         : 0;
            line = line.mid(signs);
            comment.said += line.startsWith(' ') ? line.mid(1) : line;
        }
        return comment;
    }
    for (; at < lines.size() && lines[at].trimmed().startsWith(QLatin1String("//")); ++at) {
        QString line = lines[at].trimmed().mid(2);
        if (line.startsWith('/') || line.startsWith('!'))
            line = line.mid(1);
        comment.said += line.startsWith(' ') ? line.mid(1) : line;
    }
    return comment;
}

} // namespace

QString leadingComment(const QString& text) { return commentAtHeadOf(text.split('\n')).said.join('\n').trimmed(); }

int firstLineOfCode(const QString& text)
{
    const QStringList lines = text.split('\n');
    qsizetype line = commentAtHeadOf(lines).end;
    while (line < lines.size() && lines[line].trimmed().isEmpty())
        ++line;
    return line < lines.size() ? static_cast<int>(line) + 1 : 1;
}

} // namespace awaitscope
