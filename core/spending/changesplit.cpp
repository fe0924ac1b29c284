#include "core/spending/changesplit.h"

#include "core/chat/completion.h"
#include "core/ledger/usagecsv.h"
#include "core/storage/statement.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>

namespace core {

namespace {

/// Answers of known cost, and what failed attempts cost.
struct ChangeSide
{
    UsageFigures answers;
    Money failedCost = {};
    qint64 attempts = 0;
    qint64 unpriced = 0;

    qint64 priced() const { return answers.attempts - answers.unpricedAttempts; }
};

struct ChangeCell
{
    ChangeSide before;
    ChangeSide after;
};

/// By account and model.
using ChangeCells = std::map<std::pair<QString, QString>, ChangeCell>;
using FactorAmounts = std::array<Money, kChangeFactors>;

Money &amountOf(FactorAmounts &amounts, ChangeFactor factor)
{
    return amounts.at(static_cast<std::size_t>(factor));
}

bool isUnderWay(const QString &status)
{
    const std::optional<LaneStatus> known = laneStatusFromName(status);
    return known && !isSettled(*known);
}

void addSide(ChangeCells &cells, const UsageReport &report, ChangeSide ChangeCell::*side)
{
    const qsizetype account = report.by.indexOf(QStringLiteral("account"));
    const qsizetype model = report.by.indexOf(QStringLiteral("model"));
    const qsizetype status = report.by.indexOf(QStringLiteral("status"));
    for (const UsageRow &row : report.rows) {
        if (isUnderWay(row.keys.value(status)))
            continue;
        ChangeSide &into = cells[{row.keys.value(account), row.keys.value(model)}].*side;
        into.attempts += row.figures.attempts;
        into.unpriced += row.figures.unpricedAttempts;
        if (row.figures.errors > 0)
            into.failedCost += row.figures.cost;
        else
            into.answers += row.figures;
    }
}

/// Answers of known cost in all.
qint64 answersOf(const ChangeCells &cells, ChangeSide ChangeCell::*side)
{
    qint64 sum = 0;
    for (const auto &entry : cells)
        sum += (entry.second.*side).priced();
    return sum;
}

/// Tokens by what they cost, in weights.
struct TokenWeight
{
    Money input = {};
    Money output = {};
};

TokenWeight weightOf(const UsageFigures &figures, const std::optional<TokenPrices> &prices)
{
    const Money same = Money::fromPicos(1);
    const bool known = prices && prices->input;
    const Money input = known ? *prices->input : same;
    const Money write = known ? prices->cacheWrite.value_or(input) : same;
    const Money longWrite = known ? prices->cacheWrite1h.value_or(write) : same;
    TokenWeight weight;
    weight.input = input * std::max<qint64>(0, figures.input - figures.cachedInput - figures.cacheWrite);
    weight.input += (known ? prices->cacheRead.value_or(input) : same) * figures.cachedInput;
    weight.input += write * std::max<qint64>(0, figures.cacheWrite - figures.cacheWrite1h);
    weight.input += longWrite * figures.cacheWrite1h;
    weight.output = (known ? prices->output.value_or(input) : same) * figures.output;
    return weight;
}

/// What the cost of the answers before becomes, step by step.
class CellSteps
{
public:
    CellSteps(const ChangeCell &cell, qint64 answersBefore, qint64 answersAfter)
        : m_cell(cell), m_answersBefore(answersBefore), m_answersAfter(answersAfter)
    {
    }

    FactorAmounts amounts(const std::optional<TokenPrices> &prices)
    {
        const Money cost = m_cell.after.answers.cost;
        m_at = m_cell.before.answers.cost;
        const bool isNew = m_cell.before.priced() == 0;
        if (m_answersBefore == 0 || m_answersAfter == 0) {
            step(ChangeFactor::Volume, cost);
        } else {
            step(ChangeFactor::Volume, m_at.scaled(m_answersAfter, m_answersBefore));
            step(ChangeFactor::ModelMix,
                 isNew ? cost
                       : m_cell.before.answers.cost.scaled(m_cell.after.priced(), m_cell.before.priced()));
        }
        tokenSteps(prices);
        step(ChangeFactor::Price, cost);
        failures();
        return m_amounts;
    }

private:
    void step(ChangeFactor factor, Money to)
    {
        amountOf(m_amounts, factor) += to - m_at;
        m_at = to;
    }

    void tokenSteps(const std::optional<TokenPrices> &prices)
    {
        const UsageFigures &before = m_cell.before.answers;
        const UsageFigures &after = m_cell.after.answers;
        const TokenWeight old = weightOf(before, prices);
        const TokenWeight now = weightOf(after, prices);
        const Money whole = old.input + old.output;
        const bool bothAnswered = m_cell.before.priced() > 0 && m_cell.after.priced() > 0;
        if (!bothAnswered || whole.isZero() || (now.input + now.output).isZero())
            return;
        const Money input = before.input > 0 ? old.input.scaled(after.input, before.input) : now.input;
        step(ChangeFactor::TokensPerCall, before.cost.scaled((input + now.output).picos(), whole.picos()));
        step(ChangeFactor::CacheShare, before.cost.scaled((now.input + now.output).picos(), whole.picos()));
    }

    void failures()
    {
        m_at = m_cell.before.failedCost;
        if (m_answersBefore > 0)
            step(ChangeFactor::Volume, m_at.scaled(m_answersAfter, m_answersBefore));
        if (m_answersBefore > 0 && m_answersAfter > 0 && m_cell.before.priced() > 0)
            step(ChangeFactor::ModelMix,
                 m_cell.before.failedCost.scaled(m_cell.after.priced(), m_cell.before.priced()));
        step(ChangeFactor::Failures, m_cell.after.failedCost);
    }

    const ChangeCell &m_cell;
    const qint64 m_answersBefore;
    const qint64 m_answersAfter;
    Money m_at = {};
    FactorAmounts m_amounts = {};
};

CallSelection callsOf(ChangeFactor factor, const TimeRange &range)
{
    CallSelection calls;
    calls.range = range;
    if (factor == ChangeFactor::Failures)
        calls.only.append({QStringLiteral("status"), QStringLiteral("errors")});
    return calls;
}

void addContributor(CostChange &change, ChangeFactor factor, const ChangeCells::value_type &cell,
                    Money amount)
{
    if (amount.isZero())
        return;
    ChangeContributor contributor{cell.first.first, cell.first.second, amount, {}};
    contributor.calls = callsOf(factor, cell.second.after.attempts > 0 ? change.after : change.before);
    contributor.calls.only.append({QStringLiteral("account"), contributor.account});
    contributor.calls.only.append({QStringLiteral("model"), contributor.model});
    ChangePart &part = change.parts[static_cast<qsizetype>(factor)];
    part.amount += amount;
    part.contributors.append(contributor);
}

qint64 magnitude(Money amount)
{
    return amount.picos() < 0 ? -amount.picos() : amount.picos();
}

void sortContributors(CostChange &change)
{
    for (ChangePart &part : change.parts) {
        std::stable_sort(part.contributors.begin(), part.contributors.end(),
                         [](const ChangeContributor &one, const ChangeContributor &other) {
                             return magnitude(one.amount) > magnitude(other.amount);
                         });
    }
    std::stable_sort(change.unpriced.begin(), change.unpriced.end(),
                     [](const auto &one, const auto &other) { return one.second > other.second; });
}

/// Whether failed attempts neither cost anything nor may have, and none is under way: sums by target, which
/// are kept by day, then say all that those by target and status do.
bool areFailuresFree(const UsageReport &endings)
{
    const qsizetype status = endings.by.indexOf(QStringLiteral("status"));
    return std::all_of(endings.rows.cbegin(), endings.rows.cend(), [status](const UsageRow &row) {
        const UsageFigures &figures = row.figures;
        if (isUnderWay(row.keys.value(status)))
            return false;
        return figures.errors == 0
            || (figures.cost.isZero() && figures.unpricedAttempts == 0 && figures.input == 0
                && figures.output == 0);
    });
}

/// What a report by account and model of free failures would be by status too.
UsageReport withStatus(const UsageReport &targets)
{
    UsageReport report;
    report.by = changeDimensions();
    report.total = targets.total;
    for (const UsageRow &row : targets.rows) {
        UsageFigures answers = row.figures;
        answers.attempts -= answers.errors;
        answers.errors = 0;
        UsageFigures failures;
        failures.attempts = row.figures.errors;
        failures.errors = row.figures.errors;
        report.rows.append({row.keys + QStringList{laneStatusName(LaneStatus::Complete)}, answers});
        report.rows.append({row.keys + QStringList{laneStatusName(LaneStatus::Failed)}, failures});
    }
    return report;
}

/// By account, model and status.
using TokensOf = std::map<QStringList, UsageFigures>;

/// The tokens of answers without a known cost. The sums do not tell these apart, and there are few.
Result<TokensOf> readUnpricedTokens(Connection &connection, const UsageQuery &query)
{
    TokensOf tokens;
    const Result<void> read =
        Statement(connection,
                  QStringLiteral("SELECT account, model, status, ifnull(sum(input_tokens), 0), "
                                 "ifnull(sum(cached_input_tokens), 0), ifnull(sum(cache_write_tokens), 0), "
                                 "ifnull(sum(cache_write_1h_tokens), 0), ifnull(sum(output_tokens), 0) "
                                 "FROM attempts WHERE unpriced = 1 AND imported = 0 AND simulated <= "
                                 ":simulated AND started_at >= :since AND started_at < :until AND status NOT "
                                 "IN ('failed', 'interrupted', 'refused') GROUP BY 1, 2, 3"))
            .bind(":simulated", query.includeSimulated)
            .bind(":since", query.sinceMs.value_or(std::numeric_limits<qint64>::min()))
            .bind(":until", query.untilMs.value_or(std::numeric_limits<qint64>::max()))
            .each([&tokens](const Statement &row) {
                UsageFigures &figures = tokens[{row.text(0), row.text(1), row.text(2)}];
                figures.input = row.integer(3);
                figures.cachedInput = row.integer(4);
                figures.cacheWrite = row.integer(5);
                figures.cacheWrite1h = row.integer(6);
                figures.output = row.integer(7);
            });
    if (!read)
        return read.error();
    return tokens;
}

/// Leaves the tokens of answers without a known cost out of the rows, as they belong to no cost.
Result<void> leaveUnpricedOut(Connection &connection, const UsageQuery &query, bool byStatus,
                              UsageReport &report)
{
    if (report.total.unpricedAttempts == 0)
        return {};
    const Result<TokensOf> unpriced = readUnpricedTokens(connection, query);
    if (!unpriced)
        return unpriced.error();
    TokensOf tokens;
    for (const auto &[keys, figures] : *unpriced)
        tokens[byStatus ? keys : keys.mid(0, 2)] += figures;
    const auto without = [](qint64 &all, qint64 some) { all = std::max<qint64>(0, all - some); };
    for (UsageRow &row : report.rows) {
        const auto found = tokens.find(row.keys);
        if (found == tokens.end())
            continue;
        without(row.figures.input, found->second.input);
        without(row.figures.cachedInput, found->second.cachedInput);
        without(row.figures.cacheWrite, found->second.cacheWrite);
        without(row.figures.cacheWrite1h, found->second.cacheWrite1h);
        without(row.figures.output, found->second.output);
    }
    return {};
}

Result<UsageReport> readSide(Connection &connection, UsageQuery query)
{
    query.by = {QStringLiteral("account"), QStringLiteral("status")};
    const Result<UsageReport> endings = usageReport(connection, query);
    if (!endings)
        return endings.error();
    const bool isFree = areFailuresFree(*endings);
    query.by = isFree ? QStringList{QStringLiteral("account"), QStringLiteral("model")} : changeDimensions();
    Result<UsageReport> report = usageReport(connection, query);
    if (!report)
        return report.error();
    if (const Result<void> done = leaveUnpricedOut(connection, query, !isFree, *report); !done)
        return done.error();
    return isFree ? withStatus(*report) : report;
}

Money failedCostOf(const ChangeCells &cells, ChangeSide ChangeCell::*side)
{
    Money sum;
    for (const auto &entry : cells)
        sum += (entry.second.*side).failedCost;
    return sum;
}

} // namespace

QString changeFactorName(ChangeFactor factor)
{
    switch (factor) {
    case ChangeFactor::Volume:
        return QStringLiteral("volume");
    case ChangeFactor::ModelMix:
        return QStringLiteral("model_mix");
    case ChangeFactor::TokensPerCall:
        return QStringLiteral("tokens_per_call");
    case ChangeFactor::CacheShare:
        return QStringLiteral("cache_share");
    case ChangeFactor::Price:
        return QStringLiteral("price");
    case ChangeFactor::Failures:
        break;
    }
    return QStringLiteral("retries_and_failures");
}

QStringList changeDimensions()
{
    return {QStringLiteral("account"), QStringLiteral("model"), QStringLiteral("status")};
}

std::optional<Money> CostChange::knownDifference() const
{
    return knownCost(total) && knownCost(totalBefore) ? std::optional(difference()) : std::nullopt;
}

CostChange splitChange(const UsageReport &before, const UsageReport &after, const TimeRange &rangeBefore,
                       const TimeRange &rangeAfter, const TokenWeights &weights)
{
    CostChange change;
    change.before = rangeBefore;
    change.after = rangeAfter;
    change.total = after.total;
    change.totalBefore = before.total;
    for (int factor = 0; factor < kChangeFactors; ++factor) {
        const auto known = static_cast<ChangeFactor>(factor);
        change.parts.append({known, {}, {}, callsOf(known, rangeAfter)});
    }
    ChangeCells cells;
    addSide(cells, before, &ChangeCell::before);
    addSide(cells, after, &ChangeCell::after);
    change.failedCostBefore = failedCostOf(cells, &ChangeCell::before);
    change.failedCost = failedCostOf(cells, &ChangeCell::after);
    const qint64 answersBefore = answersOf(cells, &ChangeCell::before);
    const qint64 answersAfter = answersOf(cells, &ChangeCell::after);
    for (const auto &cell : cells) {
        const auto &[account, model] = cell.first;
        FactorAmounts amounts = CellSteps(cell.second, answersBefore, answersAfter)
                                    .amounts(weights ? weights(account, model) : std::nullopt);
        for (int factor = 0; factor < kChangeFactors; ++factor) {
            const auto known = static_cast<ChangeFactor>(factor);
            addContributor(change, known, cell, amountOf(amounts, known));
        }
        const qint64 unpriced = cell.second.before.unpriced + cell.second.after.unpriced;
        if (unpriced > 0)
            change.unpriced.append({account + u'/' + model, unpriced});
    }
    sortContributors(change);
    return change;
}

Result<CostChange> costChange(Connection &connection, const ChangeQuery &query, const TokenWeights &weights)
{
    UsageQuery wanted;
    wanted.includeSimulated = query.includeSimulated;
    for (const char *figure :
         {"cost", "unpriced", "errors", "input", "cached_input", "cache_write", "cache_write_1h", "output"})
        wanted.figures.append(QString::fromLatin1(figure));
    wanted.sinceMs = query.before.sinceMs;
    wanted.untilMs = query.before.untilMs;
    const Result<UsageReport> before = readSide(connection, wanted);
    if (!before)
        return before.error();
    wanted.sinceMs = query.after.sinceMs;
    wanted.untilMs = query.after.untilMs;
    const Result<UsageReport> after = readSide(connection, wanted);
    if (!after)
        return after.error();
    return splitChange(*before, *after, query.before, query.after, weights);
}

} // namespace core
