#include "core/ledger/targetstatistics.h"

#include "core/ledger/statistics.h"
#include "core/storage/statement.h"

#include <QMap>

#include <algorithm>
#include <utility>

namespace core {

namespace {

constexpr int kNewestAttempts = 20'000;
constexpr qsizetype kNewestOfTarget = 500;

using NamePair = std::pair<QString, QString>;
using SampleLists = QMap<NamePair, QList<double>>;

void addSample(SampleLists &samples, const NamePair &key, const std::optional<double> &value)
{
    QList<double> &values = samples[key];
    if (value && values.size() < kNewestOfTarget)
        values.append(*value);
}

Result<void> readSamples(Connection &connection, qint64 sinceMs, SampleLists &firsts, SampleLists &outputs)
{
    // The newest come first, so that those of a target that count are the newest.
    return Statement(
               connection,
               QStringLiteral(
                   "SELECT a.account, a.model, c.task, min(ifnull(a.first_reasoning_ms, a.first_text_ms), "
                   "ifnull(a.first_text_ms, a.first_reasoning_ms)), CASE WHEN a.status = 'complete' AND "
                   "a.usage_basis = 'reported' THEN a.output_tokens END "
                   "FROM attempts a JOIN calls c ON c.id = a.call_id "
                   "WHERE a.id > (SELECT ifnull(max(id), 0) FROM attempts) - :newest "
                   "AND a.started_at >= :since AND a.settled_at IS NOT NULL AND a.imported = 0 "
                   "ORDER BY a.id DESC"))
        .bind(":newest", kNewestAttempts)
        .bind(":since", sinceMs)
        .each([&](const Statement &row) {
            addSample(firsts, {row.text(0), row.text(1)}, row.optionalReal(3));
            addSample(outputs, {row.text(1), row.text(2)}, row.optionalReal(4));
        });
}

} // namespace

Result<TargetStatistics> targetStatistics(Connection &connection, qint64 sinceMs)
{
    SampleLists firsts;
    SampleLists outputs;
    if (const Result<void> read = readSamples(connection, sinceMs, firsts, outputs); !read)
        return read.error();
    TargetStatistics statistics;
    for (auto entry = firsts.begin(); entry != firsts.end(); ++entry) {
        QList<double> &values = entry.value();
        std::sort(values.begin(), values.end());
        if (!values.isEmpty())
            statistics.speeds.append({entry.key().first, entry.key().second, static_cast<int>(values.size()),
                                      nearestRank(values, 0.50), nearestRank(values, 0.95)});
    }
    for (auto entry = outputs.begin(); entry != outputs.end(); ++entry) {
        QList<double> &values = entry.value();
        std::sort(values.begin(), values.end());
        if (!values.isEmpty())
            statistics.lengths.append({entry.key().first, entry.key().second, static_cast<int>(values.size()),
                                       static_cast<qint64>(nearestRank(values, 0.50))});
    }
    return statistics;
}

} // namespace core
