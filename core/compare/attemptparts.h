#pragma once

#include "core/accounts/dialectnotes.h"
#include "core/chat/requestfix.h"
#include "core/chat/tokenratio.h"
#include "core/compare/compareservices.h"
#include "core/compare/lanestate.h"
#include "core/ledger/budgetreservation.h"
#include "core/net/chatjob.h"
#include "core/routing/attemptpolicy.h"

namespace core {

// What a lane's attempts are made of.

/// The endpoint with the timeouts of a rule where it has its own.
Endpoint withLimits(Endpoint endpoint, const CallLimits &limits);

/// How an account takes requests for a model, with what was learnt of it.
Dialect dialectFor(const CompareServices &services, const Account &account, const QString &model);

/// How a fix is remembered.
DialectNote noteOf(RequestFix fix);

/// An attempt's end as the policy sees it; `shown`: a part of its answer was.
AttemptReport reportOf(const AttemptEnd &end, bool shown);

/// Estimates the usage of an answer, or a part of one, whose provider reported none; by the model's own
/// ratio, and then with bounds, where there is one.
Completion withEstimatedUsage(Completion completion, const QList<Message> &messages,
                              const std::optional<TokenRatio> &ratio = {});

/// That of an attempt whose request never left this machine: nothing, and known.
Cost costOfUnsent();

/// The most that an attempt may cost when it is sent now: the estimated input with a margin, and as much
/// output as its own limit allows, else the model's, else the model's context window. Where none is known,
/// kMostOutput.
WorstCost worstCostOf(const CompareServices &services, const Account &account, const Target &target,
                      const QList<Message> &messages);

/// More than any model of the catalogue writes in one answer.
constexpr qint64 kMostOutput = 524'288;

/// At the price of the moment when it was sent (milliseconds UTC).
Cost costOfAttempt(const CompareServices &services, const Account &account, const Target &target,
                   const Completion &completion, qint64 startedAtMs);

} // namespace core
