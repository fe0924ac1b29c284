#pragma once

#include "tests/bench/benchapplication.h"

namespace bench {

/// Nanoseconds of the steady clock, which processes share.
inline qint64 nowNs()
{
    return Clock::now().time_since_epoch() / std::chrono::nanoseconds(1);
}

/// Notes the first time the window was drawn and handed to the display.
class FirstPaint : public BenchApplication::Observer
{
public:
    explicit FirstPaint(QWidget *window) : m_window(window) { }
    qint64 atNs() const { return m_atNs; }

    void aboutToDeliver(QObject *receiver, QEvent::Type type) override
    {
        m_painted |= receiver == m_window && type == QEvent::Paint;
    }
    void delivered(QObject *, QEvent::Type type) override
    {
        const bool flushed = type == QEvent::UpdateRequest || type == QEvent::Expose;
        if (m_painted && flushed && m_atNs == 0)
            m_atNs = nowNs();
    }

private:
    QWidget *const m_window;
    qint64 m_atNs = 0;
    bool m_painted = false;
};

} // namespace bench
