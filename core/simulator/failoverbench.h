#pragma once

#include <QList>
#include <QString>

#include <chrono>

namespace core {

/// Whose answer a call ends with when all is right.
enum class BenchEnd {
    /// That of the target with the fault, which passed or did no harm.
    Target,
    Fallback,
    Either,
    /// Nobody's: the provider's reason is shown.
    Error,
};

/// One fault of the public Failover Bench list, with what is right to do about it. A value. The faults, time
/// limits and attempts are those of its methodology v0.1 of 2026-09-12:
/// https://github.com/failoverbench/failoverbench (scenarios/catalogue.yaml). They suppose a fallback and
/// limits below 15 s for the first token and for a stall.
struct BenchFault
{
    /// `S01` to `S16`.
    QString id;
    /// Translated sentences: what the provider does, and what a correct client makes of it.
    QString fault;
    QString expectation;
    /// The simulator's model that has the fault, and the one that is asked next.
    QString model;
    QString fallback;
    BenchEnd end = BenchEnd::Either;
    /// The longest that a call may take, at the simulator's speed of 1.
    std::chrono::seconds limit{40};
    /// Of one call on the target with the fault.
    int mostAttempts = 6;
    /// Calls one after another, and how far apart they begin.
    int calls = 1;
    std::chrono::seconds interval{0};
};

/// Within so long after an outage (S15) its target has to be in use again.
constexpr std::chrono::seconds kBenchRecovery{30};

/// All sixteen, in their order.
QList<BenchFault> failoverBench();

} // namespace core
