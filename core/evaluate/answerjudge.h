#pragma once

#include "core/base/money.h"
#include "core/base/result.h"

#include <QFuture>
#include <QHash>
#include <QString>

#include <optional>

namespace core {

/// What a judge model is asked about one answer.
struct RubricQuestion
{
    /// `account/model`
    QString judge;
    QString rubric;
    QString prompt;
    QString answer;
    /// Tags of the judge's own call in the ledger.
    QHash<QString, QString> tags = {};
};

struct RubricVerdict
{
    /// Unset: no verdict, and `reason` says why.
    std::optional<bool> passed;
    QString reason;
    /// What asking cost; unset when unknown or nothing was asked.
    std::optional<Money> cost = {};
};

/// Asks a judge model whether an answer meets a rubric. Main thread.
class AnswerJudge
{
public:
    virtual ~AnswerJudge() = default;

    /// Always ends with a verdict, be it none.
    virtual QFuture<RubricVerdict> ask(const RubricQuestion &question) = 0;
    /// The most that asking will probably cost; unset when no price is known.
    virtual std::optional<Money> estimate(const RubricQuestion &question) const = 0;
};

} // namespace core
