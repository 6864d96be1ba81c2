// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/story/demo_script.hpp"

#include "lesson/format/lesson.hpp"

#include <QRegularExpression>
#include <QStringList>

namespace awaitscope {

namespace {

DemoStep demoStepOf(const QString& line)
{
    static const QRegularExpression key{QStringLiteral("`([^`]+)`(?:\\s*×(\\d+))?")};
    DemoStep row;
    row.press = line.section('|', 1, 1).trimmed();
    row.see = line.section('|', 2, 2).trimmed();
    row.say = line.section('|', 3, 3).trimmed();
    const QRegularExpressionMatch match = key.match(row.press);
    row.key = match.captured(1);
    row.times = match.captured(2).isEmpty() ? 1 : match.captured(2).toInt();
    return row;
}

} // namespace

std::vector<DemoPart> demoOf(const Lesson& lesson)
{
    static const QRegularExpression heading{QStringLiteral("^## +(\\d+:\\d\\d) +(.+)$")};
    std::vector<DemoPart> parts;
    const LessonFile* const file = lesson.findFile("demo.md");
    for (const QString& line : QString::fromStdString(file ? file->text : std::string{}).split('\n')) {
        if (const QRegularExpressionMatch match = heading.match(line.trimmed()); match.hasMatch()) {
            parts.push_back({match.captured(1), match.captured(2), {}});
        } else if (line.startsWith(QStringLiteral("| `")) && !parts.empty()) {
            parts.back().rows.push_back(demoStepOf(line));
        }
    }
    return parts;
}

void DemoPlace::enter(const std::vector<DemoPart>& demo, const QString& sceneTitle)
{
    // A part begins with the key that leads to its scene: that row is done when one is there.
    m_part.reset();
    for (const DemoPart& part : demo) {
        if (part.title == sceneTitle)
            m_part = part;
    }
    m_current = m_part && !m_part->rows.empty() ? 0 : -1;
    m_pressed = 0;
}

const DemoStep* DemoPlace::next() const
{
    const auto index = static_cast<std::size_t>(m_current + 1);
    return m_part && index < m_part->rows.size() ? &m_part->rows[index] : nullptr;
}

void DemoPlace::press(const QString& key)
{
    const DemoStep* const row = next();
    if (!row || row->key != key)
        return;
    if (++m_pressed < row->times)
        return;
    ++m_current;
    m_pressed = 0;
}

} // namespace awaitscope
