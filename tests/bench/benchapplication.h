#pragma once

#include "tests/bench/measuring.h"

#include <QApplication>
#include <QEvent>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonObject>
#include <QTimer>

#include <functional>

namespace bench {

/// An application that tells what it delivers on the main thread and which events took longest, those inside
/// others not counted.
class BenchApplication : public QApplication
{
public:
    using QApplication::QApplication;

    /// Told of each event before and after its receiver has had it.
    struct Observer
    {
        virtual ~Observer() = default;
        virtual void aboutToDeliver(QObject *receiver, QEvent::Type type) = 0;
        virtual void delivered(QObject *receiver, QEvent::Type type) = 0;
    };

    void setObserver(Observer *observer) { m_observer = observer; }

    void forgetEvents() { m_slowest.clear(); }
    /// The slowest events since forgetEvents(), the slowest first: receiver, type and milliseconds.
    QJsonArray slowestEvents() const
    {
        QJsonArray events;
        for (const Slow &slow : m_slowest) {
            events.append(QJsonObject{{QStringLiteral("receiver"), slow.receiver},
                                      {QStringLiteral("event"), slow.type},
                                      {QStringLiteral("ms"), rounded(slow.milliseconds)}});
        }
        return events;
    }

    bool notify(QObject *receiver, QEvent *event) override
    {
        // Called on every thread that has an event loop.
        if (QThread::currentThread() != thread() || (m_depth > 0 && !m_observer))
            return QApplication::notify(receiver, event);
        // Either may be gone when the event has been delivered.
        const QEvent::Type type = event->type();
        const QString name = m_depth == 0 ? nameOf(receiver) : QString();
        if (m_observer)
            m_observer->aboutToDeliver(receiver, type);
        ++m_depth;
        const Clock::time_point start = Clock::now();
        const bool result = QApplication::notify(receiver, event);
        const Clock::time_point end = Clock::now();
        --m_depth;
        if (m_observer)
            m_observer->delivered(receiver, type);
        if (m_depth == 0)
            note(name, type, milliseconds(end - start));
        return result;
    }

private:
    struct Slow
    {
        QString receiver;
        int type = 0;
        double milliseconds = 0;
    };
    static constexpr std::size_t kKept = 8;

    static QString nameOf(const QObject *receiver)
    {
        const QObject *const parent = receiver->parent();
        const QString own = QString::fromLatin1(receiver->metaObject()->className());
        return parent ? own + u'<' + QString::fromLatin1(parent->metaObject()->className()) : own;
    }

    void note(const QString &receiver, QEvent::Type type, double milliseconds)
    {
        if (m_slowest.size() == kKept && m_slowest.back().milliseconds >= milliseconds)
            return;
        const auto place = std::find_if(m_slowest.begin(), m_slowest.end(), [milliseconds](const Slow &slow) {
            return slow.milliseconds < milliseconds;
        });
        m_slowest.insert(place, {receiver, int(type), milliseconds});
        if (m_slowest.size() > kKept)
            m_slowest.pop_back();
    }

    Observer *m_observer = nullptr;
    std::vector<Slow> m_slowest;
    int m_depth = 0;
};

/// Runs the event loop until `isTrue`, asked ten times a second; ends the bench when it never is.
inline void runUntil(const std::function<bool()> &isTrue, std::chrono::milliseconds limit)
{
    const Clock::time_point end = Clock::now() + limit;
    QEventLoop loop;
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
        if (isTrue())
            loop.quit();
        else if (Clock::now() > end)
            qFatal("what the bench waits for does not happen");
    });
    timer.start(std::chrono::milliseconds(100));
    loop.exec();
}

/// Runs the event loop for a time, without a wake-up of its own.
inline void runFor(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace bench
