// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QEvent>
#include <QMetaEnum>

#include <ctime>
#include <utility>

namespace awaitscope::test {

/// The application of tests with windows. It knows how long handling an event takes, in milliseconds of this thread's
/// processor time, which other programs cannot make longer. What an event makes happen at once belongs to it; what it
/// puts into the queue does not.
class TimedApplication : public QApplication
{
public:
    using QApplication::QApplication;

    struct Longest
    {
        double milliseconds = 0;
        QString what; ///< "QWidgetWindow, Resize"
    };

    /// The longest since this was asked before.
    Longest takeLongest() { return std::exchange(m_longest, {}); }

    /// While one lives, events count for themselves, although they come within another one that waits in an event loop of
    /// its own, as a menu does.
    class Within
    {
    public:
        explicit Within(TimedApplication& application)
            : m_application(application),
              m_handling(std::exchange(application.m_handling, false)),
              m_begin(threadTime())
        {}
        ~Within()
        {
            m_application.m_handling = m_handling;
            m_application.m_notCounted += threadTime() - m_begin;
        }
        Within(const Within&) = delete;
        Within& operator=(const Within&) = delete;

    private:
        TimedApplication& m_application;
        bool m_handling;
        double m_begin;
    };

    bool notify(QObject* receiver, QEvent* event) override
    {
        if (std::exchange(m_handling, true))
            return QApplication::notify(receiver, event);
        // Named beforehand: neither need live on.
        const char* const receiverClass = receiver->metaObject()->className();
        const QEvent::Type type = event->type();
        const double outer = std::exchange(m_notCounted, 0);
        const double begin = threadTime();
        const bool result = QApplication::notify(receiver, event);
        const double own = threadTime() - begin - m_notCounted;
        m_notCounted += outer;
        m_handling = false;
        if (own > m_longest.milliseconds) {
            const char* const name = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
            m_longest = {own, QStringLiteral("%1, %2").arg(QLatin1String(receiverClass), QLatin1String(name))};
        }
        return result;
    }

private:
    static double threadTime()
    {
        timespec now{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
        return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
    }

    Longest m_longest;
    bool m_handling = false;
    double m_notCounted = 0;
};

} // namespace awaitscope::test
