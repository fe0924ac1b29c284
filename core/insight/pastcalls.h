#pragma once

#include "core/catalog/modelinfo.h"
#include "core/chat/usage.h"
#include "core/insight/backtest.h"
#include "core/routing/promptfacts.h"
#include "core/storage/connection.h"

#include <QHash>

#include <functional>

namespace core {

class BulkQuery;

/// A call of the ledger with all that deciding it again takes.
struct PastCall
{
    qint64 id = 0;
    /// 0: the run is gone.
    qint64 runId = 0;
    /// A rule set decided it.
    bool routed = false;
    /// Who was asked first.
    TargetName asked = {};
    PromptFacts facts = {};
    /// Of the last attempt, which is the one that answered, if any did.
    Usage usage = {};
    /// Of all attempts; unset when one of them may have cost something unknown.
    std::optional<Money> cost = {};
    /// The rule that decided it and the weakest basis of its attempts' costs; read with
    /// BacktestOptions::ruleSet only.
    QString rule = {};
    CostBasis basis = CostBasis::Reported;
};

/// What of the calls has to be read for some rules: the less, the faster.
struct PastNeeds
{
    bool text = false;
    bool parameters = false;
    bool tags = false;
    bool turns = false;
    /// The chance that a stored decision had.
    bool draw = false;
    /// Not to be read: a rule asks for the health of a target, which nobody knows any more.
    bool health = false;

    bool operator==(const PastNeeds &) const = default;
};

PastNeeds needsOf(const QList<RuleSet> &sets);

/// A number in [0, 1) that is always the same for a call: the chance of one that was decided without.
double drawOf(qint64 call);

/// The tasks that calls of the ledger have, '' among them.
Result<QStringList> tasksOfPast(Connection &connection);

/// Reads calls in parts, so that no transaction lasts. Of one connection, on its thread.
class PastCalls
{
public:
    PastCalls(Connection &connection, const BacktestOptions &options, const PastNeeds &needs);

    /// The calls with an id above `after`, at most `upTo`, by id; those that still run are left out.
    Result<void> read(qint64 after, qint64 upTo, const std::function<void(const PastCall &)> &take);

    /// Whom the stored decision of a call wanted to ask first; nothing without one.
    Result<std::optional<TargetName>> plannedFirst(qint64 call);

private:
    void begin(const BulkQuery &row);
    void addFacts(const BulkQuery &row);
    void addPast(const BulkQuery &row);
    void addAttempt(const BulkQuery &row);
    void finish(const std::function<void(const PastCall &)> &take);
    int turnsOf(qint64 run, qint64 parent);
    const ChatParameters &parametersOf(const QString &text);
    const QHash<QString, QString> &tagsOf(const QString &text);

    Connection &m_connection;
    const BacktestOptions m_options;
    const PastNeeds m_needs;
    const QString m_sql;
    PastCall m_call;
    bool m_open = true;
    bool m_unpriced = false;
    Money m_cost;
    QHash<qint64, int> m_turns;
    QHash<QString, ChatParameters> m_parameters;
    QHash<QString, QHash<QString, QString>> m_tags;
    /// What ended the reading of a further question.
    std::optional<Error> m_error;
};

} // namespace core
