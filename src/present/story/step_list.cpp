// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/story/step_list.hpp"

#include "present/session/session.hpp"
#include "present/time/times.hpp"

#include <QStringList>

namespace awaitscope {

QString toldText(const Step& step)
{
    return readableTime(step.at) + QStringLiteral(". ") + step.sentence;
}

StepList::StepList(Session& session, QObject* parent) : QAbstractListModel(parent), m_session(session)
{
    connect(&session, &Session::lessonChanged, this, &StepList::showRun);
    connect(&session, &Session::runChanged, this, &StepList::showRun);
    connect(&session, &Session::coverChanged, this, &StepList::showRun);
    connect(&session.playback(), &Playback::positionChanged, this, &StepList::showMoment);
    showRun();
}

int StepList::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_steps.size());
}

QString StepList::textOf(int row) const
{
    const Step& step = m_steps.at(static_cast<std::size_t>(row));
    // Not told before its time, as anywhere.
    return row <= m_reached ? toldText(step) : readableTime(step.at) + QStringLiteral("  …");
}

QVariant StepList::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    return textOf(index.row());
}

QString StepList::allText() const
{
    QStringList lines;
    for (int row = 0; row <= m_reached; ++row)
        lines += textOf(row);
    return lines.join('\n');
}

void StepList::showRun()
{
    beginResetModel();
    m_steps = stepsOf(m_session.lesson(), m_session.run());
    // When something happens may be the answer.
    if (const std::optional<VirtualTime> limit = m_session.cover().limit)
        std::erase_if(m_steps, [limit](const Step& step) { return step.at > *limit; });
    m_reached = -1;
    m_current = -1;
    endResetModel();
    showMoment();
}

void StepList::showMoment()
{
    const auto rowOf = [this](const Step* step) { return step ? static_cast<int>(step - m_steps.data()) : -1; };
    const int reached = rowOf(stepAt(m_steps, m_session.playback().position()));
    const int current = rowOf(stepToTell(m_steps, m_session.playback()));
    if (reached == m_reached && current == m_current)
        return;
    m_reached = reached;
    m_current = current;
    if (!m_steps.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    Q_EMIT currentChanged(m_current);
}

const Step* stepToTell(const std::vector<Step>& steps, const Playback& playback)
{
    return playback.isAtEnd() ? lastStepOfProgram(steps) : stepAt(steps, playback.position());
}

} // namespace awaitscope
