// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/words/sentences.hpp"

#include <QAbstractListModel>
#include <QString>

#include <optional>
#include <vector>

namespace awaitscope {

class Playback;
class Session;

/// All steps of what is shown, in words: a row per moment at which something happens. What the playhead has not reached is
/// its time alone. A row's text is what a screen reader is given at its step.
class StepList : public QAbstractListModel
{
    Q_OBJECT

public:
    /// The session outlives it.
    explicit StepList(Session& session, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

    int currentRow() const { return m_current; } ///< the step that is told; -1 before the first
    VirtualTime timeOf(int row) const { return m_steps.at(static_cast<std::size_t>(row)).at; }
    QString textOf(int row) const;
    QString allText() const; ///< those that have been reached, a line each

Q_SIGNALS:
    void currentChanged(int row);

private:
    void showRun();
    void showMoment();

    Session& m_session;
    std::vector<Step> m_steps;
    int m_reached = -1; ///< the last that the playhead has reached
    int m_current = -1;
};

/// The step one is in; at the end, where one stays, what the program came to: that the world went on after it is no news. Null: nothing
/// has happened yet.
const Step* stepToTell(const std::vector<Step>& steps, const Playback& playback);

/// "250 ms. The timeout wins.": a step as it is told, without a picture.
QString toldText(const Step& step);

} // namespace awaitscope
