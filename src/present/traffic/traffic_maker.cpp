// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/traffic/traffic_maker.hpp"

#include <QTimer>

#include <algorithm>
#include <atomic>
#include <thread>

namespace awaitscope {

struct TrafficMaker::Job
{
    explicit Job(std::size_t count) : parts(count) {}

    std::vector<std::atomic<double>> parts; ///< how far each is; before the threads, which write here
    std::atomic<int> running = 0;
    std::vector<std::jthread> threads;
};

TrafficMaker::TrafficMaker(QObject* parent) : QObject(parent), m_slow(new QTimer(this))
{
    m_slow->setInterval(100);
    connect(m_slow, &QTimer::timeout, this, &TrafficMaker::progressed);
}

TrafficMaker::~TrafficMaker() { retire(); }

double TrafficMaker::progress() const
{
    if (!m_job)
        return 0;
    double sum = 0;
    for (const std::atomic<double>& part : m_job->parts)
        sum += part.load();
    return sum / static_cast<double>(m_job->parts.size());
}

void TrafficMaker::retire()
{
    std::erase_if(m_retired, [](const std::unique_ptr<Job>& job) { return job->running.load() == 0; });
    if (!m_job)
        return;
    for (std::jthread& thread : m_job->threads)
        thread.request_stop();
    m_retired.push_back(std::move(m_job));
}

void TrafficMaker::stop()
{
    retire();
    ++m_generation;
    m_slow->stop();
}

void TrafficMaker::make(std::shared_ptr<const Lesson> lesson, const std::vector<TrafficOrder>& orders)
{
    stop();
    if (orders.empty())
        return;
    m_arrived.assign(orders.size(), std::nullopt);
    m_expected = orders.size();
    m_job = std::make_unique<Job>(orders.size());
    m_job->running = static_cast<int>(orders.size());
    m_slow->start();
    for (std::size_t index = 0; index < orders.size(); ++index) {
        m_job->threads.emplace_back([this, job = m_job.get(), index, lesson, order = orders[index],
                                     generation = m_generation](const std::stop_token& stop) {
            TrafficObserver observer;
            observer.stop = [&stop] { return stop.stop_requested(); };
            observer.progressed = [job, index](double part) { job->parts[index] = part; };
            Result<std::optional<TrafficResult>> result = runTraffic(*lesson, order, observer);
            QMetaObject::invokeMethod(
                this,
                [this, generation, index, result = std::move(result)]() mutable {
                    if (generation == m_generation) // else another has been asked for since
                        take(index, std::move(result));
                },
                Qt::QueuedConnection);
            --job->running;
        });
    }
}

void TrafficMaker::take(std::size_t index, Result<std::optional<TrafficResult>> result)
{
    // What one version does wrong is no reason not to show the others.
    if (!result)
        Q_EMIT failed(result.error());
    else
        m_arrived[index] = *std::move(result);
    if (--m_expected > 0)
        return;
    m_results.clear();
    for (std::optional<TrafficResult>& each : m_arrived) {
        if (each)
            m_results.push_back(*std::move(each));
    }
    stop();
    Q_EMIT changed();
}

} // namespace awaitscope
