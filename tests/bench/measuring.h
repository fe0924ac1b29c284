#pragma once

#include <QEventLoop>
#include <QFile>
#include <QFutureWatcher>
#include <QThread>

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <condition_variable>
#include <ctime>
#include <mutex>
#include <vector>

// What the benches of the window measure with.
namespace bench {

using Clock = std::chrono::steady_clock;

inline double milliseconds(Clock::duration duration)
{
    return std::chrono::duration<double, std::milli>(duration).count();
}

/// What a future says that may take minutes.
template <typename T>
T afterAll(const QFuture<T> &future)
{
    QFutureWatcher<T> watcher;
    QEventLoop loop;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!future.isFinished())
        loop.exec();
    return future.result();
}

inline double rounded(double value)
{
    return std::round(value * 100) / 100;
}

inline double percentile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    return values.at(static_cast<std::size_t>(share * static_cast<double>(values.size() - 1)));
}

inline double median(const std::vector<double> &values)
{
    return percentile(values, 0.5);
}

/// Processor time of the whole process.
inline double cpuSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

/// Processor time of this thread: what an edit costs does not depend on what else the machine does.
inline double threadMicroseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_nsec) / 1e3;
}

/// The number behind `name:` in /proc/self/status (proc_pid_status(5)); sizes are in kB.
inline double processStatus(const QByteArray &name)
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QFile::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(QByteArray(name + ':')))
            return line.simplified().split(' ').at(1).toDouble();
    }
    return 0;
}

inline double residentMegabytes()
{
    return processStatus("VmRSS") / 1024;
}

inline double loadAverage()
{
    QFile file(QStringLiteral("/proc/loadavg"));
    return file.open(QFile::ReadOnly) ? file.readAll().split(' ').front().toDouble() : 0;
}

/// A clock for threads that act at given times and can be stopped while they wait.
class Metronome
{
public:
    /// False when stopped.
    bool waitUntil(Clock::time_point time)
    {
        std::unique_lock lock(m_mutex);
        return !m_condition.wait_until(lock, time, [this] { return m_stopped; });
    }
    void stop()
    {
        const std::scoped_lock lock(m_mutex);
        m_stopped = true;
        m_condition.notify_all();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_condition;
    bool m_stopped = false;
};

/// Posts an event each millisecond from its own thread and notes how long each waited: the stalls of the
/// event loop. Made, started and stopped on the main thread.
class StallProbe : public QThread
{
public:
    std::vector<double> waits; ///< read after the thread has ended

    void stop()
    {
        m_metronome.stop();
        wait();
    }

protected:
    void run() override
    {
        Clock::time_point next = Clock::now();
        while (m_metronome.waitUntil(next)) {
            const Clock::time_point posted = Clock::now();
            QMetaObject::invokeMethod(
                &m_target, [this, posted] { waits.push_back(milliseconds(Clock::now() - posted)); },
                Qt::QueuedConnection);
            next = std::max(next + std::chrono::milliseconds(1), posted);
        }
    }

private:
    QObject m_target; ///< lives in the main thread
    Metronome m_metronome;
};

} // namespace bench
