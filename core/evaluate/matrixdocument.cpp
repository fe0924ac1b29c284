#include "core/evaluate/matrixdocument.h"

#include "core/base/formatting.h"
#include "core/chat/parametersjson.h"
#include "core/ledger/usagecsv.h"
#include "core/settings/lineupstore.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace core {

namespace {

QString milliseconds(const std::optional<double> &ms)
{
    return ms ? QString::number(*ms, 'f', 0) : QString();
}

/// One line of figures for the documents that are read.
QString figuresOf(const MatrixCellRecord &cell)
{
    const AttemptRecord &attempt = cell.lane->latest;
    QStringList parts{laneStatusName(attempt.completion.status)};
    if (const QString verdict = MatrixDocument::verdictWord(cell); !verdict.isEmpty())
        parts.prepend(verdict);
    if (attempt.completion.timing.last)
        parts += formatDuration(*attempt.completion.timing.last, QLocale::c());
    if (attempt.completion.usage.output)
        parts += QStringLiteral("%1 tokens").arg(*attempt.completion.usage.output);
    parts += attempt.cost.amount ? formatMoney(*attempt.cost.amount, QLocale::c())
                                 : QStringLiteral("cost unknown");
    return parts.join(QStringLiteral(" · "));
}

QString checkLine(const CheckResult &check)
{
    const QString verdict = !check.passed ? QStringLiteral("no verdict")
        : *check.passed                   ? QStringLiteral("passed")
                                          : QStringLiteral("failed");
    return check.detail.isEmpty() ? QStringLiteral("%1: %2").arg(check.check, verdict)
                                  : QStringLiteral("%1: %2 (%3)").arg(check.check, verdict, check.detail);
}

QString answerOf(const MatrixCellRecord &cell)
{
    const Completion &completion = cell.lane->latest.completion;
    return completion.text.isEmpty() && completion.error ? completion.error->message : completion.text;
}

/// A fence that no run of backticks in the text closes.
QString fenced(const QString &text)
{
    QString fence = QStringLiteral("```");
    while (text.contains(fence))
        fence += QLatin1Char('`');
    return fence + QLatin1Char('\n') + text + QLatin1Char('\n') + fence + QStringLiteral("\n\n");
}

QString htmlHead(const QString &title)
{
    return QStringLiteral("<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n"
                          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                          "style-src 'unsafe-inline'\">\n<title>%1</title>\n<style>\n"
                          "body { font: 14px/1.5 system-ui, sans-serif; margin: 2rem; color: #1b2330; "
                          "background: #fff; }\n"
                          "table { border-collapse: collapse; }\nth, td { border: 1px solid #dfe3e8; "
                          "padding: .4rem .6rem; "
                          "vertical-align: top; text-align: left; }\nth { background: #f1f3f6; position: "
                          "sticky; top: 0; }\n"
                          "td > div { white-space: pre-wrap; max-height: 20rem; overflow: auto; }\n"
                          ".figures { color: #566072; font-size: 12px; }\n.failed { color: #c0352b; }\n"
                          "</style>\n</head>\n<body>\n<h1>%1</h1>\n<table>\n")
        .arg(title.toHtmlEscaped());
}

} // namespace

QString matrixFormatSuffix(MatrixFormat format)
{
    switch (format) {
    case MatrixFormat::Csv:
        return QStringLiteral("csv");
    case MatrixFormat::Table:
        return QStringLiteral("tsv");
    case MatrixFormat::Markdown:
        return QStringLiteral("md");
    case MatrixFormat::Html:
        return QStringLiteral("html");
    case MatrixFormat::Json:
        break;
    }
    return QStringLiteral("json");
}

MatrixDocument::MatrixDocument(MatrixFormat format, qint64 matrix, const PromptSet &set,
                               const QList<Target> &targets)
    : m_format(format), m_matrix(matrix), m_set(set), m_targets(targets)
{
    if (format == MatrixFormat::Csv || format == MatrixFormat::Table)
        m_text = headRecord();
    else if (format == MatrixFormat::Markdown)
        m_text = QStringLiteral("# %1\n\n").arg(set.name);
    else if (format == MatrixFormat::Html) {
        m_text = htmlHead(set.name) + QStringLiteral("<tr><th>Case</th>");
        for (const Target &target : targets)
            m_text += QStringLiteral("<th>%1</th>").arg(target.name.toString().toHtmlEscaped());
        m_text += QStringLiteral("</tr>\n");
    }
}

QString MatrixDocument::verdictWord(const MatrixCellRecord &cell)
{
    if (!cell.lane || !isSettled(cell.lane->latest.completion.status))
        return {};
    if (!isSuccess(cell.lane->latest.completion.status))
        return QStringLiteral("error");
    if (cell.checks.isEmpty())
        return {};
    const auto says = [&cell](const std::optional<bool> &passed) {
        return std::any_of(cell.checks.cbegin(), cell.checks.cend(),
                           [&passed](const CheckResult &check) { return check.passed == passed; });
    };
    if (says(false))
        return QStringLiteral("failed");
    return says(std::nullopt) ? QStringLiteral("no verdict") : QStringLiteral("passed");
}

const MatrixCellRecord *MatrixDocument::cellOf(const QList<MatrixCellRecord> &cells, int target) const
{
    for (const MatrixCellRecord &cell : cells) {
        if (cell.targetIndex == target && cell.lane)
            return &cell;
    }
    return nullptr;
}

QString MatrixDocument::headRecord() const
{
    QStringList head{QStringLiteral("case")};
    head += m_set.columns;
    for (const Target &target : m_targets) {
        const QString name = target.name.toString();
        if (m_format == MatrixFormat::Csv)
            head += name;
        for (const char *figure : {"verdict", "ms", "output_tokens", "cost_usd"})
            head += name + QLatin1Char(' ') + QLatin1StringView(figure);
    }
    return recordOf(head);
}

QString MatrixDocument::recordOf(QStringList record) const
{
    if (m_format == MatrixFormat::Csv)
        return csvRecord(record);
    for (QString &one : record)
        one = guardedCell(one.simplified());
    return record.join(QLatin1Char('\t')) + QLatin1Char('\n');
}

void MatrixDocument::add(int caseIndex, const PromptCase &values, const QList<MatrixCellRecord> &cells)
{
    switch (m_format) {
    case MatrixFormat::Csv:
    case MatrixFormat::Table:
        return addRecord(caseIndex, values, cells);
    case MatrixFormat::Markdown:
        return addMarkdown(caseIndex, values, cells);
    case MatrixFormat::Html:
        return addHtml(caseIndex, values, cells);
    case MatrixFormat::Json:
        return addJson(values, cells);
    }
}

void MatrixDocument::addRecord(int caseIndex, const PromptCase &values, const QList<MatrixCellRecord> &cells)
{
    const bool csv = m_format == MatrixFormat::Csv;
    QStringList record{QString::number(caseIndex + 1)};
    for (qsizetype column = 0; column < m_set.columns.size(); ++column)
        record += values.values.value(column);
    for (int target = 0; target < m_targets.size(); ++target) {
        const MatrixCellRecord *const cell = cellOf(cells, target);
        if (!cell) {
            record += QStringList(csv ? 5 : 4);
            continue;
        }
        const AttemptRecord &attempt = cell->lane->latest;
        if (csv)
            record += answerOf(*cell);
        record += verdictWord(*cell);
        record += milliseconds(attempt.completion.timing.last);
        record +=
            attempt.completion.usage.output ? QString::number(*attempt.completion.usage.output) : QString();
        record += attempt.cost.amount ? attempt.cost.amount->toDecimal() : QString();
    }
    m_text += recordOf(record);
}

void MatrixDocument::addMarkdown(int caseIndex, const PromptCase &values,
                                 const QList<MatrixCellRecord> &cells)
{
    m_text += QStringLiteral("## Case %1\n\n").arg(caseIndex + 1);
    for (qsizetype column = 0; column < m_set.columns.size(); ++column)
        m_text +=
            QStringLiteral("**%1**\n\n").arg(m_set.columns.at(column)) + fenced(values.values.value(column));
    for (int target = 0; target < m_targets.size(); ++target) {
        const MatrixCellRecord *const cell = cellOf(cells, target);
        m_text += QStringLiteral("### %1\n\n").arg(m_targets.at(target).name.toString());
        if (!cell) {
            m_text += QStringLiteral("not asked\n\n");
            continue;
        }
        m_text += QStringLiteral("*%1*\n\n").arg(figuresOf(*cell));
        for (const CheckResult &check : cell->checks)
            m_text += QStringLiteral("- `%1`\n").arg(checkLine(check).simplified());
        m_text += (cell->checks.isEmpty() ? QString() : QStringLiteral("\n")) + fenced(answerOf(*cell));
    }
}

void MatrixDocument::addHtml(int caseIndex, const PromptCase &values, const QList<MatrixCellRecord> &cells)
{
    m_text += QStringLiteral("<tr><td><div>%1").arg(caseIndex + 1);
    for (qsizetype column = 0; column < m_set.columns.size(); ++column)
        m_text +=
            QStringLiteral("\n%1: %2")
                .arg(m_set.columns.at(column).toHtmlEscaped(), values.values.value(column).toHtmlEscaped());
    m_text += QStringLiteral("</div></td>");
    for (int target = 0; target < m_targets.size(); ++target) {
        const MatrixCellRecord *const cell = cellOf(cells, target);
        if (!cell) {
            m_text += QStringLiteral("<td></td>");
            continue;
        }
        const QString verdict = verdictWord(*cell);
        const bool bad = verdict == QLatin1StringView("failed") || verdict == QLatin1StringView("error");
        m_text += QStringLiteral("<td><p class=\"figures%1\">%2</p><div>%3</div>")
                      .arg(bad ? QStringLiteral(" failed") : QString(), figuresOf(*cell).toHtmlEscaped(),
                           answerOf(*cell).toHtmlEscaped());
        for (const CheckResult &check : cell->checks)
            m_text += QStringLiteral("<p class=\"figures\">%1</p>").arg(checkLine(check).toHtmlEscaped());
        m_text += QStringLiteral("</td>");
    }
    m_text += QStringLiteral("</tr>\n");
}

QJsonObject MatrixDocument::definition() const
{
    QList<LineUpTarget> targets;
    for (const Target &target : m_targets)
        targets.append({target.name.toString(), parametersToJson(target.parameters)});
    return {{QStringLiteral("name"), m_set.name},
            {QStringLiteral("source"), m_set.source},
            {QStringLiteral("columns"), QJsonArray::fromStringList(m_set.columns)},
            {QStringLiteral("prompt"), m_set.prompt},
            {QStringLiteral("system"), m_set.system},
            {QStringLiteral("checks"), checksToJson(m_set.checks)},
            {QStringLiteral("targets"), lineUpToJson(targets)}};
}

void MatrixDocument::addJson(const PromptCase &values, const QList<MatrixCellRecord> &cells)
{
    QJsonArray texts;
    for (const QString &value : values.values)
        texts.append(value.isNull() ? QJsonValue() : QJsonValue(value));
    m_cases.append(QJsonObject{{QStringLiteral("values"), texts},
                               {QStringLiteral("checks"), checksToJson(values.checks)}});
    for (int target = 0; target < m_targets.size(); ++target) {
        const MatrixCellRecord *const cell = cellOf(cells, target);
        if (!cell)
            continue;
        m_cells.append(matrixCellToJson(*cell));
        m_totals.add(*cell);
    }
}

QString MatrixDocument::finish()
{
    if (m_format == MatrixFormat::Html)
        return m_text + QStringLiteral("</table>\n</body>\n</html>\n");
    if (m_format != MatrixFormat::Json)
        return m_text;
    return QString::fromUtf8(
        QJsonDocument(QJsonObject{{QStringLiteral("set"), m_set.source.isEmpty() ? m_set.name : m_set.source},
                                  {QStringLiteral("matrix_id"), m_matrix},
                                  {QStringLiteral("definition"), definition()},
                                  {QStringLiteral("cases"), m_cases},
                                  {QStringLiteral("cells"), m_cells},
                                  {QStringLiteral("summary"), matrixSummaryToJson(m_totals)}})
            .toJson());
}

} // namespace core
