// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/session/map_maker.hpp"

#include <QTimer>

#include <atomic>
#include <chrono>
#include <thread>

namespace awaitscope {

namespace {

constexpr std::chrono::milliseconds slow{100}; ///< from here on the progress is told

} // namespace

/// A sweep on a thread of its own. Its destruction asks the sweep to stop and waits until it has.
struct MapMaker::Job
{
    std::atomic<bool> isDone = false;
    std::atomic<std::int64_t> runs = 0; // before the thread, which counts here until it has ended
    std::jthread thread;
};

MapMaker::MapMaker(Sweeper sweeper, QObject* parent)
    : QObject(parent),
      m_sweeper(std::move(sweeper)),
      m_slow(new QTimer(this))
{
    m_slow->setInterval(slow);
    connect(m_slow, &QTimer::timeout, this, [this] {
        m_isSlow = true; // and again with every tick: its count has grown
        Q_EMIT changed();
    });
}

MapMaker::~MapMaker() = default;

void MapMaker::retire()
{
    std::erase_if(m_retired, [](const std::unique_ptr<Job>& job) { return job->isDone.load(); });
    if (!m_job)
        return;
    m_job->thread.request_stop();
    m_retired.push_back(std::move(m_job));
}

std::optional<std::int64_t> MapMaker::progress() const
{
    return m_isSlow && m_job ? std::optional{m_job->runs.load()} : std::nullopt;
}

void MapMaker::forget(const Lesson& lesson, const Scenario& scenario)
{
    retire();
    ++m_generation;
    m_map.reset();
    m_mapSoFar = {lesson.slug, scenario.model, scenario.cancelOn, scenario.cancelType, scenario.parameters, {}};
    m_isMaking = true; // as good as: make() comes next
    m_isSlow = false;
}

void MapMaker::make(std::shared_ptr<const Lesson> lesson, const Scenario& scenario)
{
    // Most maps are there before the next frame. What is drawn of the one before gives way when this one comes, or when it
    // takes so long that one would wonder.
    m_isMaking = true;
    m_isSlow = false;
    m_slow->start();
    retire();
    m_job = std::make_unique<Job>();
    m_job->thread = std::jthread{[this, job = m_job.get(), lesson = std::move(lesson), scenario,
                                  generation = m_generation](const std::stop_token& stop) {
        const auto deliver = [this, generation](auto take) {
            QMetaObject::invokeMethod(
                this,
                [this, generation, take = std::move(take)]() mutable {
                    if (generation == m_generation) // else another one has been asked for since
                        take();
                },
                Qt::QueuedConnection);
        };
        SweepObserver observer;
        observer.stop = [&stop] { return stop.stop_requested(); };
        observer.ran = [job](std::int64_t runs) { job->runs = runs; };
        observer.variantDone = [&](const VariantSweep& done) {
            deliver([this, done] {
                m_mapSoFar.variants.push_back(done);
                if (m_isSlow)
                    Q_EMIT changed();
            });
        };
        Result<std::optional<Sweep>> result = m_sweeper(*lesson, scenario, observer);
        deliver([this, result = std::move(result)]() mutable { take(std::move(result)); });
        job->isDone = true;
    }};
}

void MapMaker::take(Result<std::optional<Sweep>> result)
{
    m_slow->stop();
    m_isMaking = false;
    m_isSlow = false;
    if (!result) {
        m_mapSoFar.variants.clear();
        Q_EMIT failed(result.error());
    } else if (*result) {
        m_map = **std::move(result);
        m_mapSoFar = {};
    }
    Q_EMIT changed();
}

} // namespace awaitscope
