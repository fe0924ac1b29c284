#pragma once

#include "core/judging/vote.h"

namespace core {

/// How far two judges chose alike on what both ranked.
struct JudgeAgreement
{
    /// Runs that both ranked.
    int runs = 0;
    int alike = 0;
    /// Cohen's kappa, agreement beyond chance: 1 always, 0 as chance would. Unset without runs, and when
    /// chance alone would always agree.
    std::optional<double> kappa = {};

    bool operator==(const JudgeAgreement &) const = default;
    /// 0 to 1; 0 without runs.
    double raw() const { return runs > 0 ? double(alike) / runs : 0.0; }
};

/// What a ranking chose, as one of the categories that are compared: `account/model` of the best, `tie` or
/// `all_bad`.
QString choiceOf(const Vote &vote);

/// J. Cohen, A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20
/// (1960), 37-46. Each pair is the choice of one judge and of the other.
JudgeAgreement judgeAgreementOf(const QList<std::pair<QString, QString>> &choices);

/// Over the runs that both ranked.
JudgeAgreement judgeAgreementOf(const QList<Vote> &ones, const QList<Vote> &others);

} // namespace core
