#pragma once

#include "core/accounts/dialectnotes.h"
#include "core/chat/requestfix.h"
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

/// Estimates the usage of an answer, or a part of one, whose provider reported none.
Completion withEstimatedUsage(Completion completion, const QList<Message> &messages);

/// The most that an attempt may cost: the estimated input with a margin, and as much output as its own limit
/// allows, else the model's, else the model's context window. Where none is known, kMostOutput.
WorstCost worstCostOf(const CompareServices &services, const Account &account, const Target &target,
                      const QList<Message> &messages);

/// More than any model of the catalogue writes in one answer.
constexpr qint64 kMostOutput = 524'288;

Cost costOfAttempt(const CompareServices &services, const Account &account, const Target &target,
                   const Completion &completion);

} // namespace core
