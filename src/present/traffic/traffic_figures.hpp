// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/traffic/traffic.hpp"

#include <QByteArray>
#include <QString>

#include <utility>
#include <vector>

namespace awaitscope {

/// A line of a figure, of one version.
struct TrafficLine
{
    enum class Kind {
        bad,      ///< of a buggy version, and what it shows is the bug
        good,     ///< the same of a fixed one
        first,    ///< of a buggy version, where nothing is violated
        second,   ///< of a fixed one
        own,      ///< of one's own version, whatever it shows
        expected, ///< what theory says
        lost,     ///< an area: of those that were lost
    };

    QString name;
    Kind kind = Kind::first;
    std::vector<double> values; ///< one for each of the figure's places
};

/// A moment or a time that a figure is told by: a vertical line.
struct TrafficMark
{
    double at = 0;
    QString words;
};

/// Where, with the usual times, a timeout loses what was obtained.
struct TrafficBand
{
    double from = 0;
    double to = 0;
    QString words;
};

/// One of the pictures of weeks of traffic: all that is drawn, and what a place in it stands for.
struct TrafficFigure
{
    QString id; ///< "old", "age", "wait" or "calls": for file names
    QString title;
    QString placeWords; ///< of the horizontal axis, with its unit
    QString valueWords; ///< of the vertical one
    bool isLogarithmic = false; ///< horizontally
    std::vector<double> places;
    std::vector<TrafficLine> lines;
    std::vector<TrafficMark> marks;
    std::vector<TrafficBand> bands;
    std::vector<std::pair<double, QString>> requests; ///< places, and the scenario of a request there, in order

    /// What the values are at the place that is nearest; empty if there is none.
    QString wordsAt(double place) const;
    /// The scenario of the request that is nearest; empty if there is none.
    QString requestAt(double place) const;
    QByteArray csv() const;
};

/// The four of them: old answers over the weeks, their age, how long clients waited, and what the downstream was asked.
std::vector<TrafficFigure> figuresOf(const Lesson& lesson, const std::vector<TrafficResult>& results);

/// For a line above them: how many answers were old, and how many were to be expected.
QString summaryOf(const Lesson& lesson, const TrafficResult& result);
/// What dashboards showed, before the timeout came in and after it.
QString dashboardWords(const TrafficResult& result);
/// When the first client complained, if one in `oneIn` does.
QString complaintWords(const TrafficResult& result, double oneIn);
/// What was served: all, or what kind of sample.
QString servedWords(const TrafficResult& result);

/// Of ten thousand requests with a timeout, those that got old data.
double oldInTenThousand(const TrafficResult& result);
/// Days from the release to the first complaint; empty: there was none.
std::optional<double> daysToComplaint(const TrafficResult& result, double oneIn);

} // namespace awaitscope
