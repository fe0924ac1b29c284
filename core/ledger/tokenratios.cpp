#include "core/ledger/tokenratios.h"

#include "core/base/continuation.h"
#include "core/base/logging.h"
#include "core/chat/tokenestimate.h"
#include "core/storage/database.h"
#include "core/storage/statement.h"

namespace core {

namespace {

constexpr int kRatioWindow = 200;
constexpr int kCallsPerReading = 50;

/// Reasoning that is counted apart may be more than its text, of which some providers show a summary or
/// nothing.
RatioSample sampleOf(const Statement &row)
{
    RatioSample sample;
    sample.reported = row.integer(0);
    sample.estimated = estimateTokens(row.text(2));
    if (const std::optional<qint64> reasoning = row.optionalInteger(1))
        sample.reported -= *reasoning;
    else
        sample.estimated += estimateTokens(row.text(3));
    return sample;
}

} // namespace

Result<std::optional<TokenRatio>> learnTokenRatio(Connection &connection, const QString &model)
{
    QList<RatioSample> samples;
    const Result<void> read = Statement(connection, QStringLiteral(R"(
            SELECT a.output_tokens, a.reasoning_tokens, t.text, t.reasoning
            FROM attempts a JOIN answers t ON t.attempt_id = a.id
            WHERE a.model = :model AND a.settled_at IS NOT NULL AND a.status = 'complete' AND a.imported = 0
                AND a.usage_basis = 'reported' AND a.usage_inconsistent = 0 AND a.output_tokens > 0
                AND t.text <> '' AND t.tool_calls = '[]'
            ORDER BY a.settled_at DESC LIMIT :limit)"))
                                  .bind(":model", model)
                                  .bind(":limit", kRatioWindow)
                                  .each([&samples](const Statement &row) { samples += sampleOf(row); });
    if (!read)
        return read.error();
    return tokenRatioOf(samples);
}

TokenRatios::TokenRatios(Database &database, QObject *parent) : QObject(parent), m_database(database) { }

void TokenRatios::prepare(const QString &model)
{
    const auto known = m_sinceRead.find(model);
    if (known != m_sinceRead.end() && ++*known < kCallsPerReading)
        return;
    m_sinceRead.insert(model, 0);
    continued(m_database.read([model](Connection &connection) { return learnTokenRatio(connection, model); }),
              this, [this, model](const Result<std::optional<TokenRatio>> &ratio) {
                  if (!ratio) {
                      qCWarning(logLedger) << "no token ratio of" << model << ":" << ratio.error().message;
                      return;
                  }
                  if (*ratio)
                      m_ratios.insert(model, **ratio);
                  emit learned(model);
              });
}

std::optional<TokenRatio> TokenRatios::of(const QString &model) const
{
    const auto known = m_ratios.constFind(model);
    return known == m_ratios.constEnd() ? std::nullopt : std::optional(*known);
}

} // namespace core
