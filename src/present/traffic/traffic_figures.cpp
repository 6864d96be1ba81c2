// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/traffic/traffic_figures.hpp"

#include "lesson/run/edited_lesson.hpp"
#include "lesson/traffic/traffic_json.hpp"
#include "present/text/tr.hpp"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace awaitscope {

namespace {

using LineKind = TrafficLine::Kind;

/// Never as a power of ten.
QString number(double value, int digits = 3)
{
    const double size = std::abs(value);
    if (size >= std::pow(10, digits) - 0.5)
        return QLocale().toString(value, 'f', 0);
    if (size == 0 || size >= 1e-4)
        return QLocale().toString(value, 'g', digits);
    return QLocale().toString(value, 'f', digits - 1 - static_cast<int>(std::floor(std::log10(size))));
}

QString count(std::uint64_t value) { return QLocale().toString(static_cast<qulonglong>(value)); }

double days(VirtualTime time) { return static_cast<double>(toMicroseconds(time)) / 86.4e9; }

double percent(double part, double whole) { return whole == 0 ? 0 : 100 * part / whole; }

const std::string& variantOf(const TrafficResult& result) { return result.order.scenario.variants.front(); }

/// One that the lesson calls so: of what somebody made of it nobody knows what it is.
bool isBuggy(const Lesson& lesson, const TrafficResult& result)
{
    return !isEdited(variantOf(result)) && lesson.findVariant(variantOf(result))->kind == VariantKind::buggy;
}

LineKind kindOf(const Lesson& lesson, const TrafficResult& result, LineKind buggy, LineKind fixed)
{
    return isEdited(variantOf(result)) ? LineKind::own : isBuggy(lesson, result) ? buggy : fixed;
}

QString titleOf(const Lesson& lesson, const TrafficResult& result)
{
    return QString::fromStdString(lesson.findVariant(result.order.scenario.variants.front())->title);
}

std::optional<VirtualDuration> timeoutOf(const TrafficResult& result)
{
    const auto* const timeout = std::get_if<VirtualDuration>(&result.order.scenario.timeout);
    return timeout ? std::optional{*timeout} : std::nullopt;
}

std::size_t hoursOf(const std::vector<TrafficResult>& results)
{
    std::size_t most = 0;
    for (const TrafficResult& result : results)
        most = std::max(most, result.hours.size());
    return most;
}

/// A value for each hour, whose middle is its place.
TrafficFigure hourly(const std::vector<TrafficResult>& results)
{
    TrafficFigure figure;
    figure.placeWords = TrafficTr::tr("days");
    for (std::size_t hour = 0; hour < hoursOf(results); ++hour)
        figure.places.push_back((static_cast<double>(hour) + 0.5) / 24);
    if (!results.empty() && timeoutOf(results.front()))
        figure.marks.push_back({days(results.front().release), TrafficTr::tr("the timeout comes in")});
    return figure;
}

template <class Value>
std::vector<double> eachHour(const TrafficFigure& figure, const TrafficResult& result, Value value)
{
    std::vector<double> values(figure.places.size(), 0.0);
    for (std::size_t hour = 0; hour < result.hours.size(); ++hour)
        values[hour] = value(hour, result.hours[hour]);
    return values;
}

void addRequests(TrafficFigure& figure, const Lesson& lesson, const TrafficResult& result, double (*placeOf)(const TrafficPoint&))
{
    for (const TrafficPoints* const kind : {&result.lost, &result.stale, &result.others}) {
        for (const TrafficPoint& point : kind->points()) {
            if (const std::optional<Scenario> alone = scenarioOf(lesson, result.order, point))
                figure.requests.emplace_back(placeOf(point), QString::fromStdString(toText(*alone, lesson)));
        }
        if (!figure.requests.empty())
            break; // lost ones, if there are any: they are what one wants to see
    }
    std::ranges::sort(figure.requests);
}

TrafficFigure oldFigure(const Lesson& lesson, const std::vector<TrafficResult>& results)
{
    TrafficFigure figure = hourly(results);
    figure.id = QStringLiteral("old");
    figure.title = TrafficTr::tr("Answers that were old, hour by hour");
    figure.valueWords = TrafficTr::tr("% of the answers");
    for (const TrafficResult& result : results) {
        figure.lines.push_back({titleOf(lesson, result), kindOf(lesson, result, LineKind::bad, LineKind::good),
                                eachHour(figure, result, [](std::size_t, const TrafficCounts& counts) {
                                    return percent(static_cast<double>(counts.stale), static_cast<double>(counts.answers()));
                                })});
        if (isBuggy(lesson, result) && !result.whyNoChances)
            figure.lines.push_back({TrafficTr::tr("%1, expected").arg(titleOf(lesson, result)), LineKind::expected,
                                    eachHour(figure, result, [&result](std::size_t hour, const TrafficCounts& counts) {
                                        return percent(result.expectedStaleIn(hour).value_or(0), static_cast<double>(counts.answers()));
                                    })});
        if (isBuggy(lesson, result))
            addRequests(figure, lesson, result, [](const TrafficPoint& point) { return days(point.arrival); });
    }
    return figure;
}

/// Of a histogram the share in each stretch between two borders, in percent.
std::vector<double> shares(const LogHistogram& histogram, const std::vector<double>& borders, double unit)
{
    std::vector<double> values(borders.size() - 1, 0.0);
    for (const LogHistogram::Bucket& bucket : histogram.buckets()) {
        const double middle = static_cast<double>(bucket.first + bucket.last) / 2 / unit;
        const auto above = std::ranges::upper_bound(borders, middle);
        const auto index = std::clamp<std::ptrdiff_t>(above - borders.begin() - 1, 0, static_cast<std::ptrdiff_t>(values.size()) - 1);
        values[static_cast<std::size_t>(index)] += percent(static_cast<double>(bucket.count), static_cast<double>(histogram.count()));
    }
    return values;
}

TrafficFigure ageFigure(const Lesson& lesson, const std::vector<TrafficResult>& results)
{
    TrafficFigure figure;
    figure.id = QStringLiteral("age");
    figure.title = TrafficTr::tr("Age of what clients got");
    figure.placeWords = TrafficTr::tr("hours since the downstream gave it");
    figure.valueWords = TrafficTr::tr("% of the answers that were old");
    // From the time to live on, as whatever is younger is fresh.
    const double alive = results.empty() ? 24 : results.front().order.spec.timeToLiveHours;
    std::vector<double> borders;
    double oldest = 7 * 24;
    for (const TrafficResult& result : results)
        oldest = std::max(oldest, static_cast<double>(result.ageOfStale.max()) / 3600 - alive);
    for (double hour = 0; hour <= oldest + 6; hour += 6)
        borders.push_back(alive + hour);
    for (std::size_t index = 0; index + 1 < borders.size(); ++index)
        figure.places.push_back((borders[index] + borders[index + 1]) / 2);
    for (const TrafficResult& result : results)
        figure.lines.push_back({titleOf(lesson, result), kindOf(lesson, result, LineKind::bad, LineKind::good),
                                shares(result.ageOfStale, borders, 3600)});
    figure.marks.push_back({alive, TrafficTr::tr("fresh up to here")});
    return figure;
}

TrafficFigure waitFigure(const Lesson& lesson, const std::vector<TrafficResult>& results)
{
    TrafficFigure figure;
    figure.id = QStringLiteral("wait");
    figure.title = TrafficTr::tr("How long clients waited");
    figure.placeWords = TrafficTr::tr("ms since the request");
    figure.valueWords = TrafficTr::tr("% of the answers, per 10 ms");
    double last = 400;
    for (const TrafficResult& result : results) {
        const auto timeout = timeoutOf(result);
        last = std::max(last, std::min(static_cast<double>(result.waited.quantile(0.999)) / 1000,
                                       timeout ? 1.3 * static_cast<double>(timeout->count()) / 1000 : 2000.0));
    }
    std::vector<double> borders;
    for (double millisecond = 0; millisecond <= last + 10; millisecond += 10)
        borders.push_back(millisecond);
    for (std::size_t index = 0; index + 1 < borders.size(); ++index)
        figure.places.push_back((borders[index] + borders[index + 1]) / 2);
    for (const TrafficResult& result : results) {
        const bool buggy = isBuggy(lesson, result);
        figure.lines.push_back({titleOf(lesson, result), kindOf(lesson, result, LineKind::first, LineKind::second), shares(result.waited, borders, 1000)});
        if (!buggy || result.lostFrom.count() == 0)
            continue;
        // How many of the lost lay between obtained and delivered just then, as high as the figure is.
        const std::vector<double> from = shares(result.lostFrom, borders, 1000);
        const std::vector<double> until = shares(result.lostUntil, borders, 1000);
        const double top = *std::ranges::max_element(figure.lines.front().values);
        std::vector<double> between;
        double open = 0;
        for (std::size_t index = 0; index < from.size(); ++index) {
            open += from[index];
            between.push_back(std::max(0.0, open) / 100 * top);
            open -= until[index];
        }
        figure.lines.push_back({TrafficTr::tr("lost: obtained, and not yet delivered"), LineKind::lost, std::move(between)});
        if (result.lostSpan)
            figure.bands.push_back({static_cast<double>(result.lostSpan->from) / 1000, static_cast<double>(result.lostSpan->last) / 1000,
                                    TrafficTr::tr("a timeout here loses the usual request")});
        addRequests(figure, lesson, result, [](const TrafficPoint& point) {
            return static_cast<double>(point.obtainedAfter.value_or(point.waited).count()) / 1000;
        });
    }
    if (!results.empty()) {
        if (const auto timeout = timeoutOf(results.front()))
            figure.marks.push_back({static_cast<double>(timeout->count()) / 1000, TrafficTr::tr("timeout")});
    }
    return figure;
}

TrafficFigure callsFigure(const Lesson& lesson, const std::vector<TrafficResult>& results)
{
    // By days: from hour to hour it goes up and down far more than what is lost costs.
    const TrafficFigure hours = hourly(results);
    TrafficFigure figure = hours;
    figure.id = QStringLiteral("calls");
    figure.title = TrafficTr::tr("How often the downstream was asked");
    figure.valueWords = TrafficTr::tr("times a day");
    figure.places.clear();
    // A last day that is not whole would look like an outage.
    const std::size_t days = std::max<std::size_t>(hours.places.size() / 24, std::min<std::size_t>(hours.places.size(), 1));
    for (std::size_t day = 0; day < days; ++day)
        figure.places.push_back(static_cast<double>(day) + 0.5);
    for (const TrafficResult& result : results) {
        std::vector<double> values(figure.places.size(), 0.0);
        for (std::size_t hour = 0; hour < std::min(result.hours.size(), 24 * days); ++hour)
            values[hour / 24] += static_cast<double>(result.hours[hour].asked);
        figure.lines.push_back({titleOf(lesson, result), kindOf(lesson, result, LineKind::first, LineKind::second), std::move(values)});
    }
    return figure;
}

} // namespace

QString TrafficFigure::wordsAt(double place) const
{
    if (places.empty())
        return {};
    const auto nearest = std::ranges::min_element(places, {}, [place](double each) { return std::abs(each - place); });
    const auto index = static_cast<std::size_t>(nearest - places.begin());
    QString words = number(*nearest) + QLatin1Char(' ') + placeWords;
    for (const TrafficLine& line : lines) {
        if (line.kind != LineKind::lost)
            words += QLatin1Char('\n') + line.name + QStringLiteral(": ") + number(line.values[index]) + QLatin1Char(' ') + valueWords;
    }
    if (!requests.empty())
        words += QLatin1Char('\n') + TrafficTr::tr("A click opens a request from there.");
    return words;
}

QString TrafficFigure::requestAt(double place) const
{
    if (requests.empty())
        return {};
    return std::ranges::min_element(requests, {}, [place](const auto& each) { return std::abs(each.first - place); })->second;
}

QByteArray TrafficFigure::csv() const
{
    const auto quoted = [](QString text) { return QLatin1Char('"') + text.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"'); };
    QString text = quoted(placeWords);
    for (const TrafficLine& line : lines)
        text += QLatin1Char(',') + quoted(line.name + QStringLiteral(", ") + valueWords);
    text += QLatin1Char('\n');
    for (std::size_t index = 0; index < places.size(); ++index) {
        text += QString::number(places[index], 'g', 8);
        for (const TrafficLine& line : lines)
            text += QLatin1Char(',') + QString::number(line.values[index], 'g', 8);
        text += QLatin1Char('\n');
    }
    return text.toUtf8();
}

std::vector<TrafficFigure> figuresOf(const Lesson& lesson, const std::vector<TrafficResult>& results)
{
    return {oldFigure(lesson, results), ageFigure(lesson, results), waitFigure(lesson, results), callsFigure(lesson, results)};
}

QString summaryOf(const Lesson& lesson, const TrafficResult& result)
{
    const TrafficCounts& counts = result.counts;
    QString words = TrafficTr::tr("%1: %2 of %3 answers were old (%4 %), %5 were lost")
                        .arg(titleOf(lesson, result), count(counts.stale), count(counts.answers()),
                             number(percent(static_cast<double>(counts.stale), static_cast<double>(counts.answers()))), count(counts.lost));
    if (!result.whyNoChances)
        words += TrafficTr::tr("; expected: %1 ± %2 old").arg(number(result.expectedStale.value, 4), number(result.expectedStale.standardError, 2));
    return words + QLatin1Char('.');
}

QString dashboardWords(const TrafficResult& result)
{
    const std::size_t release = releaseHourOf(result);
    if (release == 0 || release >= result.hours.size() || !timeoutOf(result))
        return {};
    // The first half of it fills the cache.
    const Dashboard before = dashboardOf(result, release / 2, release);
    const Dashboard after = dashboardOf(result, release, result.hours.size());
    return TrafficTr::tr("Dashboards, before and after the release: mean latency %1 → %2 ms, errors %3 → %4 %, hits %5 → %6 %.")
        .arg(number(before.meanWait / 1000), number(after.meanWait / 1000), number(100 * before.errorRate, 2), number(100 * after.errorRate, 2),
             number(100 * before.hitRate), number(100 * after.hitRate));
}

std::optional<double> daysToComplaint(const TrafficResult& result, double oneIn)
{
    const std::optional<VirtualTime> first = result.firstComplaint(oneIn);
    return first ? std::optional{static_cast<double>((*first - result.release).count()) / 86.4e9} : std::nullopt;
}

QString complaintWords(const TrafficResult& result, double oneIn)
{
    const std::optional<double> first = daysToComplaint(result, oneIn);
    return first ? TrafficTr::tr("The first complaint comes %1 days after the release.").arg(number(*first, 2))
                 : TrafficTr::tr("Nobody has complained by the end.");
}

QString servedWords(const TrafficResult& result)
{
    if (result.order.oneKeyIn > 1)
        return TrafficTr::tr("A sample: all requests for one key in %1, %2 of %3. The same requests as in the whole.")
            .arg(QString::number(result.order.oneKeyIn), count(result.counts.answers()), count(result.order.spec.requests));
    return TrafficTr::tr("All %1 requests of %2 weeks, each run by itself.")
        .arg(count(result.counts.answers()), QString::number(result.order.spec.weeks));
}

double oldInTenThousand(const TrafficResult& result)
{
    TrafficCounts after;
    for (std::size_t hour = releaseHourOf(result); hour < result.hours.size(); ++hour)
        after += result.hours[hour];
    return 100 * percent(static_cast<double>(after.stale), static_cast<double>(after.answers()));
}

} // namespace awaitscope
