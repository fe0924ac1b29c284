#pragma once

#include <QtGlobal>

namespace core {

/// Where the program takes its time from; tests give a FakeClock. Callable from any thread.
class Clock
{
public:
    virtual ~Clock() = default;

    /// Milliseconds since 1970-01-01 UTC.
    virtual qint64 utcMs() const = 0;
    /// Nanoseconds of a clock that never jumps; only differences mean anything.
    virtual qint64 monotonicNs() const = 0;
};

/// The machine's own clocks.
class SystemClock final : public Clock
{
public:
    qint64 utcMs() const override;
    qint64 monotonicNs() const override;
};

} // namespace core
