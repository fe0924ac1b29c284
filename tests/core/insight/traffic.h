#pragma once

#include "core/routing/ruleset.h"
#include "core/routing/targetfacts.h"
#include "core/storage/statement.h"
#include "tests/support/await.h"
#include "tests/support/temporaryledger.h"

#include <QHash>

namespace test {

/// 22 November 2026, 12:00 UTC.
constexpr qint64 kNoonMs = 1'795'348'800'000;

/// One request of a call as it is in the ledger.
struct PastAttempt
{
    QString target = QStringLiteral("openai/big");
    std::optional<qint64> input = 1000;
    std::optional<qint64> output = 200;
    /// Nothing: it may have cost something unknown.
    std::optional<qint64> costPicos = 2'000'000;
    QString status = QStringLiteral("complete");
    std::optional<double> firstMs = {};
    bool settled = true;
    /// Part of the input.
    std::optional<qint64> cachedInput = {};
    /// Of a known cost.
    QString costBasis = QStringLiteral("computed");
};

/// A call with a run and a lane of its own, unless told otherwise.
struct PastStory
{
    QString prompt = QStringLiteral("A question");
    QString system = {};
    bool textsKept = true;
    QString task = {};
    QString tags = QStringLiteral("{}");
    QString source = QStringLiteral("cli");
    QString ruleSet = QStringLiteral("mine");
    /// JSON; null: there is none.
    QString decision = {};
    qint64 atMs = kNoonMs;
    bool simulated = false;
    QString parameters = QStringLiteral("{}");
    QList<PastAttempt> attempts = {PastAttempt{}};
    /// A lane of that run, instead of a run of its own.
    qint64 run = 0;
    qint64 parentRun = 0;
    qint64 parentLane = 0;
    bool ofMatrix = false;
    /// Of that set: which version and which of its rules decided.
    int ruleSetVersion = 0;
    QString rule = {};
};

/// The ids that it got.
struct PastIds
{
    qint64 run = 0;
    qint64 lane = 0;
    qint64 call = 0;
};

inline core::Result<qint64> insertStoryRun(core::Connection &connection, const PastStory &story)
{
    using core::Statement;
    std::optional<qint64> matrix;
    if (story.ofMatrix) {
        const core::Result<qint64> set =
            Statement(connection,
                      QStringLiteral("INSERT INTO prompt_sets (name, created_at) VALUES ('s', 0)"))
                .insert();
        if (!set)
            return set;
        const core::Result<qint64> added =
            Statement(
                connection,
                QStringLiteral("INSERT INTO matrices (set_id, created_at, targets) VALUES (:set, 0, '[]')"))
                .bind(":set", *set)
                .insert();
        if (!added)
            return added;
        matrix = *added;
    }
    return Statement(
               connection,
               QStringLiteral("INSERT INTO runs (created_at, prompt, system, texts_kept, parent_run_id, "
                              "matrix_id, matrix_case) VALUES (:at, :prompt, :system, :kept, :parent, "
                              ":matrix, :case)"))
        .bind(":at", story.atMs)
        .bind(":prompt", story.textsKept ? story.prompt : QString())
        .bind(":system", story.textsKept ? story.system : QString())
        .bind(":kept", story.textsKept)
        .bind(":parent", story.parentRun != 0 ? std::optional(story.parentRun) : std::nullopt)
        .bind(":matrix", matrix)
        .bind(":case", matrix ? std::optional(0) : std::nullopt)
        .insert();
}

inline core::Result<void> insertStoryAttempt(core::Connection &connection, qint64 call,
                                             const PastStory &story, qsizetype place)
{
    const PastAttempt &attempt = story.attempts.at(place);
    return core::Statement(
               connection,
               QStringLiteral(
                   "INSERT INTO attempts (call_id, number, account_id, account, model, simulated, "
                   "started_at, "
                   "settled_at, status, first_text_ms, input_tokens, cached_input_tokens, output_tokens, "
                   "usage_basis, cost_picos, cost_basis) VALUES (:call, :number, 1, :account, :model, "
                   ":simulated, :at, :settled, :status, :first, :input, :cached, :output, :basis, :cost, "
                   ":costbasis)"))
        .bind(":call", call)
        .bind(":number", place + 1)
        .bind(":account", attempt.target.section(QLatin1Char('/'), 0, 0))
        .bind(":model", attempt.target.section(QLatin1Char('/'), 1))
        .bind(":simulated", story.simulated)
        .bind(":at", story.atMs)
        .bind(":settled", attempt.settled ? std::optional(story.atMs + 1000) : std::nullopt)
        .bind(":status", attempt.settled ? attempt.status : QStringLiteral("running"))
        .bind(":first", attempt.firstMs)
        .bind(":input", attempt.input)
        .bind(":cached", attempt.cachedInput)
        .bind(":output", attempt.output)
        .bind(":basis",
              attempt.input || attempt.output ? QStringLiteral("reported") : QStringLiteral("missing"))
        .bind(":cost", attempt.costPicos)
        .bind(":costbasis", attempt.costPicos ? attempt.costBasis : QStringLiteral("unknown"))
        .run();
}

inline core::Result<PastIds> insertStory(core::Connection &connection, const PastStory &story)
{
    using core::Statement;
    PastIds ids{.run = story.run};
    if (ids.run == 0) {
        const core::Result<qint64> run = insertStoryRun(connection, story);
        if (!run)
            return run.error();
        ids.run = *run;
    }
    const core::Result<qint64> lane =
        Statement(
            connection,
            QStringLiteral("INSERT INTO lanes (run_id, position, parameters, parent_lane_id) SELECT :run, "
                           "count(*), :parameters, :parent FROM lanes WHERE run_id = :ofrun"))
            .bind(":run", ids.run)
            .bind(":ofrun", ids.run)
            .bind(":parameters", story.parameters)
            .bind(":parent", story.parentLane != 0 ? std::optional(story.parentLane) : std::nullopt)
            .insert();
    if (!lane)
        return lane.error();
    ids.lane = *lane;
    const core::Result<qint64> call =
        Statement(
            connection,
            QStringLiteral("INSERT INTO calls (lane_id, created_at, task, tags, source, simulated, rule_set, "
                           "rule_set_version, rule) VALUES (:lane, :at, :task, :tags, :source, :simulated, "
                           ":set, :version, :rule)"))
            .bind(":lane", ids.lane)
            .bind(":at", story.atMs)
            .bind(":task", story.task)
            .bind(":tags", story.tags)
            .bind(":source", story.source)
            .bind(":simulated", story.simulated)
            .bind(":set", story.ruleSet)
            .bind(":version", story.ruleSetVersion)
            .bind(":rule", story.rule)
            .insert();
    if (!call)
        return call.error();
    ids.call = *call;
    for (qsizetype place = 0; place < story.attempts.size(); ++place) {
        if (const core::Result<void> added = insertStoryAttempt(connection, ids.call, story, place); !added)
            return added.error();
    }
    if (!story.decision.isNull()) {
        const core::Result<void> kept =
            Statement(connection,
                      QStringLiteral("INSERT INTO decisions (call_id, decision) VALUES (:call, :json)"))
                .bind(":call", ids.call)
                .bind(":json", story.decision)
                .run();
        if (!kept)
            return kept.error();
    }
    return ids;
}

inline QList<PastIds> tell(core::Database &database, const QList<PastStory> &stories)
{
    const core::Result<QList<PastIds>> told =
        await(database.write([stories](core::Connection &connection) -> core::Result<QList<PastIds>> {
            QList<PastIds> all;
            for (const PastStory &story : stories) {
                const core::Result<PastIds> ids = insertStory(connection, story);
                if (!ids)
                    return ids.error();
                all.append(*ids);
            }
            return all;
        }));
    if (!told)
        qFatal("%s", qPrintable(told.error().message));
    return *told;
}

inline PastIds tell(core::Database &database, const PastStory &story)
{
    return tell(database, QList<PastStory>{story}).constFirst();
}

/// Knows the prices of some targets; all are available.
class PricedBook : public core::TargetBook
{
public:
    /// In 1e-12 USD a token.
    void price(const QString &target, qint64 input, qint64 output)
    {
        core::PriceList list;
        list.base.input = core::Money::fromPicos(input);
        list.base.output = core::Money::fromPicos(output);
        facts[target].model.prices = list;
    }

    core::TargetFacts factsOf(const core::TargetName &target, const QString &task) const override
    {
        Q_UNUSED(task)
        core::TargetFacts known = facts.value(target.toString());
        known.model.id = target.model;
        return known;
    }

    QHash<QString, core::TargetFacts> facts;
};

inline core::TargetName targetNamed(const QString &name)
{
    return core::parseTargetName(name).value();
}

/// A chain of one target or several, as listed.
inline core::Chain chainOf(const QStringList &targets)
{
    core::Chain chain;
    for (const QString &target : targets)
        chain.targets.append({.name = targetNamed(target)});
    return chain;
}

inline core::Condition taskIs(const QStringList &tasks)
{
    return core::testCondition({.field = core::Field::Task, .op = core::Operator::Is, .values = tasks});
}

} // namespace test
