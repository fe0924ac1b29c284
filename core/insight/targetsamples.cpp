#include "core/insight/targetsamples.h"

#include "core/ledger/statistics.h"
#include "core/routing/ruleset.h"
#include "core/storage/statement.h"

#include <algorithm>

namespace core {

namespace {

constexpr int kNewestOfModel = 20'000;
constexpr int kNewestOfTask = 500;

struct AnswerSamples
{
    int answers = 0;
    QList<double> firsts = {};
    QList<double> outputs = {};
};

TargetSamples summaryOf(AnswerSamples lists)
{
    TargetSamples samples;
    samples.times = static_cast<int>(lists.firsts.size());
    if (samples.times >= kSamplesForSpeed) {
        std::sort(lists.firsts.begin(), lists.firsts.end());
        samples.firstTokenP50 = nearestRank(lists.firsts, 0.5);
    }
    samples.outputs = static_cast<int>(lists.outputs.size());
    double sum = 0.0;
    for (const double output : std::as_const(lists.outputs))
        sum += output;
    if (samples.outputs > 0)
        samples.meanOutput = sum / samples.outputs;
    double squares = 0.0;
    for (const double output : std::as_const(lists.outputs))
        squares += (output - samples.meanOutput) * (output - samples.meanOutput);
    if (samples.outputs > 1)
        samples.outputVariance = squares / (samples.outputs - 1);
    return samples;
}

} // namespace

Result<TargetSamplesTable> TargetSamplesTable::read(Connection &connection, const QList<TargetName> &targets,
                                                    bool includeSimulated)
{
    QStringList models;
    for (const TargetName &target : targets) {
        if (!models.contains(target.model))
            models.append(target.model);
    }
    TargetSamplesTable table;
    for (const QString &model : std::as_const(models)) {
        QHash<std::pair<QString, QString>, AnswerSamples> lists;
        const Result<void> read =
            Statement(connection, QStringLiteral(R"(
                SELECT a.account, c.task, a.output_tokens,
                    min(ifnull(a.first_reasoning_ms, a.first_text_ms),
                        ifnull(a.first_text_ms, a.first_reasoning_ms))
                FROM attempts a JOIN calls c ON c.id = a.call_id
                WHERE a.model = :model AND a.settled_at IS NOT NULL AND a.status IN ('complete', 'truncated')
                    AND a.simulated <= :simulated
                ORDER BY a.settled_at DESC LIMIT :newest)"))
                .bind(":model", model)
                .bind(":simulated", includeSimulated)
                .bind(":newest", kNewestOfModel)
                .each([&lists, &model](const Statement &row) {
                    AnswerSamples &of = lists[{TargetName{row.text(0), model}.toString(), row.text(1)}];
                    if (++of.answers > kNewestOfTask)
                        return;
                    if (const std::optional<qint64> output = row.optionalInteger(2))
                        of.outputs.append(static_cast<double>(*output));
                    if (const std::optional<double> first = row.optionalReal(3))
                        of.firsts.append(*first);
                });
        if (!read)
            return read.error();
        for (auto row = lists.cbegin(); row != lists.cend(); ++row)
            table.m_samples.insert(row.key(), summaryOf(row.value()));
    }
    return table;
}

TargetSamples TargetSamplesTable::of(const TargetName &target, const QString &task) const
{
    return m_samples.value({target.toString(), task});
}

} // namespace core
