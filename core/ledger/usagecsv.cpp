#include "core/ledger/usagecsv.h"

#include <QDateTime>

namespace core {

namespace {

QString isoUtc(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs);
}

QString number(const std::optional<qint64> &value)
{
    return value ? QString::number(*value) : QString();
}

QString milliseconds(const std::optional<double> &value)
{
    return value ? QString::number(*value, 'f', 1) : QString();
}

QStringList figureCells(const UsageFigures &figures)
{
    const std::optional<Money> cost = knownCost(figures);
    return {QString::number(figures.calls),       QString::number(figures.attempts),
            QString::number(figures.errors),      QString::number(figures.input),
            QString::number(figures.cachedInput), QString::number(figures.cacheWrite),
            QString::number(figures.output),      QString::number(figures.reasoning),
            cost ? cost->toDecimal() : QString(), QString::number(figures.unpricedAttempts)};
}

QStringList attemptHead()
{
    return QStringLiteral("attempt_id,call_id,run_id,number,started_at,settled_at,account,model,"
                          "model_answered,vendor,task,source,simulated,status,finish_reason,error_kind,"
                          "error_message,http_status,queued_ms,connected_ms,headers_ms,first_reasoning_ms,"
                          "first_text_ms,last_ms,input_tokens,cached_input_tokens,cache_write_tokens,"
                          "output_tokens,reasoning_tokens,usage_basis,cost_usd,cost_basis,price_version")
        .split(QLatin1Char(','));
}

/// Of an open attempt it is not known yet how long it waits.
QStringList timingCells(const Timing &timing, bool open)
{
    return {open ? QString() : milliseconds(timing.queued),
            milliseconds(timing.connected),
            milliseconds(timing.headers),
            milliseconds(timing.firstReasoning),
            milliseconds(timing.firstText),
            milliseconds(timing.last)};
}

QStringList attemptCells(const AttemptRecord &attempt)
{
    const Completion &completion = attempt.completion;
    const Usage &usage = completion.usage;
    const Error error = completion.error.value_or(Error());
    const bool failed = completion.error.has_value();
    QStringList cells{QString::number(attempt.id),
                      QString::number(attempt.callId),
                      attempt.runId == 0 ? QString() : QString::number(attempt.runId),
                      QString::number(attempt.number),
                      isoUtc(attempt.startedAtMs),
                      attempt.settledAtMs ? isoUtc(*attempt.settledAtMs) : QString(),
                      attempt.accountName,
                      attempt.model,
                      completion.modelAnswered,
                      attempt.vendor,
                      attempt.task,
                      attempt.source,
                      QString::number(attempt.simulated ? 1 : 0),
                      laneStatusName(completion.status),
                      completion.finishReason,
                      failed ? errorKindName(error.kind) : QString(),
                      error.message,
                      error.httpStatus ? QString::number(*error.httpStatus) : QString()};
    cells += timingCells(completion.timing, !attempt.settledAtMs);
    cells += {number(usage.input),
              number(usage.cachedInput),
              number(usage.cacheWrite),
              number(usage.output),
              number(usage.reasoning),
              usageBasisName(usage.basis),
              attempt.cost.amount ? attempt.cost.amount->toDecimal() : QString(),
              costBasisName(attempt.cost.basis),
              attempt.cost.priceVersion};
    return cells;
}

} // namespace

QString guardedCell(QString text)
{
    static const QString kFormulaStarts = QStringLiteral("=+-@\t\r");
    if (!text.isEmpty() && kFormulaStarts.contains(text.front()))
        text.prepend(u'\'');
    return text;
}

QString csvCell(QString text)
{
    text = guardedCell(std::move(text));
    if (text.contains(u',') || text.contains(u'"') || text.contains(u'\n') || text.contains(u'\r'))
        return u'"' + text.replace(u'"', QLatin1StringView("\"\"")) + u'"';
    return text;
}

QString csvRecord(const QStringList &cells)
{
    QStringList written;
    for (const QString &cell : cells)
        written.append(csvCell(cell));
    return written.join(u',') + QStringLiteral("\r\n");
}

std::optional<Money> knownCost(const UsageFigures &figures)
{
    if (figures.cost.isZero() && figures.unpricedAttempts > 0
        && figures.unpricedAttempts + figures.errors >= figures.attempts)
        return std::nullopt;
    return figures.cost;
}

QStringList usageCsvFigures()
{
    return {QStringLiteral("calls"),        QStringLiteral("attempts"),
            QStringLiteral("errors"),       QStringLiteral("input"),
            QStringLiteral("cached_input"), QStringLiteral("cache_write"),
            QStringLiteral("output"),       QStringLiteral("reasoning"),
            QStringLiteral("cost_usd"),     QStringLiteral("unpriced_attempts")};
}

QString usageToCsv(const UsageReport &report, const UsageCsvColumns &added)
{
    QString text = csvRecord(report.by + usageCsvFigures() + added.head);
    for (const UsageRow &row : report.rows)
        text +=
            csvRecord(row.keys + figureCells(row.figures) + (added.cells ? added.cells(row) : QStringList()));
    return text;
}

QString attemptsToCsv(const QList<AttemptRecord> &attempts)
{
    QString text = csvRecord(attemptHead());
    for (const AttemptRecord &attempt : attempts)
        text += csvRecord(attemptCells(attempt));
    return text;
}

} // namespace core
