#pragma once

#include "core/compare/compareservices.h"
#include "core/compare/lanestate.h"

namespace core {

/// Two answers to one prompt by what should be one model, sold by two accounts. Ratios are the second's
/// figure over the first's, unset where one of them is unknown or 0.
struct CrossCheck
{
    /// 1 when both say the same, see textAgreement(); unset while one has no text.
    std::optional<double> agreement = {};
    bool identical = false;
    /// Both answers name the model that was asked for, or a dated form of it.
    bool sameModelAnswered = true;
    std::optional<double> inputRatio = {};
    std::optional<double> outputRatio = {};
    std::optional<double> costRatio = {};
    std::optional<double> firstTokenRatio = {};
    std::optional<double> totalRatio = {};
};

/// For two settled lanes.
CrossCheck crossCheck(const LaneState &first, const LaneState &second);

/// How much two texts say in the same words, from 0 to 1: the Dice coefficient over pairs of neighbouring
/// words, without regard to case, punctuation and white space. In linear time. Dice 1945,
/// https://doi.org/10.2307/1932409
double textAgreement(const QString &one, const QString &other);

/// Where else the model can be asked: one target of each other enabled account that offers it, under the name
/// that account has for it. Retired models are left out.
QList<TargetName> crossCheckTargets(const AccountStore &accounts, const ModelDirectory &directory,
                                    const TargetName &asked);

} // namespace core
