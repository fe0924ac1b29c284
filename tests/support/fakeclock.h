#pragma once

#include "core/base/clock.h"

#include <atomic>
#include <chrono>

namespace test {

/// A clock that only moves when told to. From any thread.
class FakeClock final : public core::Clock
{
public:
    /// Starts at 2026-01-01 00:00 UTC unless told otherwise.
    explicit FakeClock(qint64 utcMs = 1'767'225'600'000) : m_utcMs(utcMs) { }

    qint64 utcMs() const override { return m_utcMs; }
    qint64 monotonicNs() const override { return m_monotonicNs; }

    void advance(std::chrono::nanoseconds by)
    {
        m_monotonicNs += by.count();
        m_utcMs += std::chrono::duration_cast<std::chrono::milliseconds>(by).count();
    }
    /// Sets the wall clock, as a user or NTP would; the monotonic clock stays.
    void setUtcMs(qint64 utcMs) { m_utcMs = utcMs; }

private:
    std::atomic<qint64> m_utcMs;
    std::atomic<qint64> m_monotonicNs{1};
};

} // namespace test
