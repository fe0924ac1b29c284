#pragma once

#include "core/ledger/records.h"

/// A settled run of the ledger with these answers, of `model-1`, `model-2` and so on of the account `demo`.
inline core::RunRecord storedRun(const QStringList &answers)
{
    core::RunRecord run;
    run.id = 7;
    run.prompt = QStringLiteral("How would you limit the request rate?");
    for (const QString &answer : answers) {
        core::LaneRecord lane;
        lane.attempts = 1;
        lane.latest.accountName = QStringLiteral("demo");
        lane.latest.model = QStringLiteral("model-%1").arg(run.lanes.size() + 1);
        lane.latest.completion.status = core::LaneStatus::Complete;
        lane.latest.completion.modelAnswered = lane.latest.model;
        lane.latest.completion.text = answer;
        lane.latest.completion.finishReason = QStringLiteral("stop");
        run.lanes.append(lane);
    }
    return run;
}
