#pragma once

#include "core/routing/attemptpolicy.h"

#include <QHash>

namespace core {

/// What a target is made to do wrong in a rehearsal.
enum class RehearsedFault {
    None,
    /// Over its limit once, for two seconds.
    LimitedOnce,
    /// Over its limit for a minute, each time.
    Limited,
    ServerErrorOnce,
    ServerError,
    Reset,
    Silent,
    /// Its first token takes twenty seconds.
    Slow,
    /// After 40 of 60 tokens.
    Cut,
    Stall,
    Unreadable,
    TooLong,
    Filtered,
    BadKey,
    NoModel,
    NoCredit,
};

/// All of them, in the order in which they are offered.
QList<RehearsedFault> rehearsedFaults();
/// A translated clause such as `is over its rate limit for a minute`; for None `answers`.
QString faultInWords(RehearsedFault fault);

/// One attempt of a rehearsed call, on its clock: milliseconds since the call began.
struct RehearsedAttempt
{
    /// Place among the decision's targets.
    qsizetype target = 0;
    double startMs = 0.0;
    /// Unset: no token came.
    std::optional<double> firstTokenMs = {};
    double endMs = 0.0;
    AttemptReport report = {};
    /// What the policy made of it; `wait` runs from endMs.
    NextStep next = {};
};

struct Rehearsal
{
    enum class End { Answered, BrokenOff, Nothing };

    QList<RehearsedAttempt> attempts = {};
    End end = End::Nothing;
    double totalMs = 0.0;
    /// One translated sentence: who answered after how long, or why nobody did.
    QString summary = {};
};

/// Goes through a decision as a call would when its targets have these faults (by their place; the others
/// answer), by the policy that runs calls and a clock of its own: nothing is sent and nothing is waited for.
/// A target without limits of its own has those of a new account. An answer is 60 tokens in 3 s.
Rehearsal rehearse(const Decision &plan, const QHash<qsizetype, RehearsedFault> &faults);

} // namespace core
