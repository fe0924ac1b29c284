#pragma once

#include "core/accounts/presets.h"
#include "core/catalog/modelcatalog.h"
#include "core/catalog/pricesnapshot.h"
#include "core/judging/voterows.h"
#include "tests/core/insight/traffic.h"
#include "tests/core/judging/votes.h"

namespace test {

inline const QString kBigTarget = QStringLiteral("openai/big");
inline const QString kMiddleTarget = QStringLiteral("qwen/middle");
inline const QString kSmallTarget = QStringLiteral("google/small");

/// A price of one's own for a model on every account, in 1e-12 USD a token.
inline core::PriceOverride ownPriceOf(const QString &model, qint64 input, qint64 output)
{
    core::PriceOverride own;
    own.model = model;
    own.prices.input = core::Money::fromPicos(input);
    own.prices.output = core::Money::fromPicos(output);
    return own;
}

/// The prices of the three targets: the smaller, the cheaper.
inline QList<core::PriceOverride> threeOwnPrices()
{
    return {ownPriceOf(QStringLiteral("big"), 2'000, 8'000), ownPriceOf(QStringLiteral("middle"), 400, 1'200),
            ownPriceOf(QStringLiteral("small"), 100, 300)};
}

inline QList<core::Account> threeAccounts()
{
    return {{.id = 1, .name = QStringLiteral("openai"), .baseUrl = {}},
            {.id = 2, .name = QStringLiteral("google"), .baseUrl = {}},
            {.id = 3, .name = QStringLiteral("qwen"), .baseUrl = {}}};
}

/// A call of 1000 input and 200 output tokens to the big model: 1000 x 2,000 + 200 x 8,000.
inline PastStory bigCall(const QString &task)
{
    return {.task = task, .ruleSet = {}, .attempts = {PastAttempt{.costPicos = 3'600'000}}};
}

/// Votes on a task between two targets: the first won, the second won, ties.
inline QList<core::Vote> meetings(const QString &task, const QStringList &targets, int first, int second,
                                  int ties = 0)
{
    QList<core::Vote> votes;
    for (int number = 0; number < first + second + ties; ++number) {
        core::Vote vote = number < first + second ? best(targets, number < first ? 0 : 1, 0)
                                                  : ranking(core::VoteKind::Tie, targets, -1, 0);
        vote.task = task;
        votes.append(vote);
    }
    return votes;
}

/// Writes votes on runs that are gone.
inline void castAll(core::Database &database, const QList<core::Vote> &votes)
{
    using core::Statement;
    const auto write = [votes](core::Connection &connection) -> core::Result<void> {
        for (const core::Vote &vote : votes) {
            const core::Result<qint64> id =
                Statement(connection,
                          QStringLiteral("INSERT INTO votes (at, task, kind) VALUES (0, :task, :kind)"))
                    .bind(":task", vote.task)
                    .bind(":kind", core::voteKindName(vote.kind))
                    .insert();
            if (!id)
                return id.error();
            for (const core::BallotLane &lane : vote.lanes) {
                const core::Result<void> added =
                    Statement(
                        connection,
                        QStringLiteral("INSERT INTO vote_lanes (vote_id, position, account, model, won) "
                                       "VALUES (:vote, :position, :account, :model, :won)"))
                        .bind(":vote", *id)
                        .bind(":position", lane.shown)
                        .bind(":account", lane.target.account)
                        .bind(":model", lane.target.model)
                        .bind(":won", lane.won)
                        .run();
                if (!added)
                    return added;
            }
        }
        return {};
    };
    if (const core::Result<void> written = await(database.write(write)); !written)
        qFatal("%s", qPrintable(written.error().message));
}

} // namespace test
