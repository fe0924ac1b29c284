#include "app/commandline/usageimporttext.h"

#include "app/commandline/console.h"

#include "core/base/formatting.h"
#include "core/ledger/usagecsv.h"

#include <QCoreApplication>

#include <array>

using namespace core;

namespace app {

namespace {

/// Translates the sentences of this file.
struct UsageImportWords
{
    Q_DECLARE_TR_FUNCTIONS(UsageImport)
};

QString isoMoment(const std::optional<qint64> &ms)
{
    return ms ? QDateTime::fromMSecsSinceEpoch(*ms, Qt::UTC).toString(Qt::ISODate) : QString();
}

QString leftOutName(LeftOut why)
{
    static const std::array<QLatin1StringView, 6> names{
        QLatin1StringView("none"),          QLatin1StringView("imported_before"),
        QLatin1StringView("imported_time"), QLatin1StringView("sent_here"),
        QLatin1StringView("sum_of_own"),    QLatin1StringView("pruned")};
    return names.at(static_cast<std::size_t>(why));
}

QJsonValue countJson(const std::optional<qint64> &count)
{
    return count ? QJsonValue(*count) : QJsonValue();
}

QJsonValue amountJson(const std::optional<Money> &amount)
{
    return amount ? QJsonValue(amount->toDecimal()) : QJsonValue();
}

QJsonObject figuresJson(const ReconcileFigures &figures)
{
    return {{QStringLiteral("requests"), countJson(figures.requests)},
            {QStringLiteral("uncached_input"), countJson(figures.uncachedInput)},
            {QStringLiteral("cached_input"), countJson(figures.cachedInput)},
            {QStringLiteral("cache_write"), countJson(figures.cacheWrite)},
            {QStringLiteral("output"), countJson(figures.output)},
            {QStringLiteral("reasoning"), countJson(figures.reasoning)},
            {QStringLiteral("cost_usd"), amountJson(figures.cost)}};
}

QStringList figureCells(const ReconcileFigures &figures)
{
    const auto text = [](const std::optional<qint64> &count) {
        return count ? QString::number(*count) : QString();
    };
    return {text(figures.requests),
            text(figures.uncachedInput),
            text(figures.cachedInput),
            text(figures.cacheWrite),
            text(figures.output),
            text(figures.reasoning),
            figures.cost ? figures.cost->toDecimal() : QString()};
}

QString percentText(const std::optional<double> &percent)
{
    return percent ? QString::number(*percent, 'f', 1) : QString();
}

/// What rows without a cost came to is unknown.
std::optional<Money> knownAmount(Money amount, const UsageImportPreview &preview)
{
    return amount.isZero() && preview.withoutCost > 0 ? std::nullopt : std::optional(amount);
}

QString amountText(const std::optional<Money> &amount)
{
    return amount ? formatMoney(*amount) : UsageImportWords::tr("an unknown amount");
}

QString costCell(const ReconcileFigures &figures)
{
    return figures.cost ? formatMoney(*figures.cost) : QStringLiteral("-");
}

QString countCell(const std::optional<qint64> &count)
{
    return count ? formatCount(*count) : QStringLiteral("-");
}

QJsonArray remarksJson(const QList<UsageRemark> &remarks)
{
    QJsonArray json;
    for (const UsageRemark &remark : remarks)
        json.append(
            QJsonObject{{QStringLiteral("reason"), remark.reason}, {QStringLiteral("why"), remark.sentence}});
    return json;
}

} // namespace

QList<UsageRemark> remarksOnFile(const UsageExport &document)
{
    if (!document.lacksPages)
        return {};
    return {{QStringLiteral("one_page"), lacksPagesText()}};
}

UsageRemark remarkOnAccount(const QString &account, const QStringList &known)
{
    const QString sentence =
        UsageImportWords::tr("No account is called %1 here; what Switchyard sent itself is found, and left "
                             "out, under the name of its own account alone.")
            .arg(account);
    return {QStringLiteral("unknown_account"),
            known.isEmpty()
                ? sentence
                : UsageImportWords::tr("%1 Names are %2.").arg(sentence, known.join(QStringLiteral(", ")))};
}

QString gapCauseName(GapCause cause)
{
    static const std::array<QLatin1StringView, 12> names{QLatin1StringView("none"),
                                                         QLatin1StringView("not_covered"),
                                                         QLatin1StringView("missing_there"),
                                                         QLatin1StringView("other_programs"),
                                                         QLatin1StringView("day_boundary"),
                                                         QLatin1StringView("cached_as_input"),
                                                         QLatin1StringView("reasoning_missing"),
                                                         QLatin1StringView("cut_off"),
                                                         QLatin1StringView("unpriced"),
                                                         QLatin1StringView("service_tier"),
                                                         QLatin1StringView("price_differs"),
                                                         QLatin1StringView("unknown")};
    return names.at(static_cast<std::size_t>(cause));
}

QJsonObject usageImportToJson(const UsageImportPreview &preview, const QList<UsageRemark> &remarks,
                              qint64 import)
{
    QJsonArray leftOut;
    for (auto why = preview.leftOut.cbegin(); why != preview.leftOut.cend(); ++why)
        leftOut.append(QJsonObject{{QStringLiteral("reason"), leftOutName(why.key())},
                                   {QStringLiteral("why"), leftOutText(why.key())},
                                   {QStringLiteral("count"), *why}});
    QJsonArray losses;
    for (const ImportLoss &loss : preview.losses)
        losses.append(
            QJsonObject{{QStringLiteral("name"), loss.name}, {QStringLiteral("times"), loss.times}});
    return {{QStringLiteral("format"), usageFormatName(preview.format)},
            {QStringLiteral("account"), preview.account},
            {QStringLiteral("file"), preview.fileName},
            {QStringLiteral("records"), preview.records},
            {QStringLiteral("new_requests"), preview.newRequests},
            {QStringLiteral("new_sums"), preview.newSums},
            {QStringLiteral("since"), isoMoment(preview.firstMs)},
            {QStringLiteral("until"), isoMoment(preview.lastMs)},
            {QStringLiteral("total_usd"), amountJson(knownAmount(preview.total, preview))},
            {QStringLiteral("counted_usd"), amountJson(knownAmount(preview.counted, preview))},
            {QStringLiteral("without_cost"), preview.withoutCost},
            {QStringLiteral("replaced"), preview.replaced},
            {QStringLiteral("replaced_usd"), amountJson(preview.replacedCost)},
            {QStringLiteral("left_out"), leftOut},
            {QStringLiteral("passed_over"), preview.passedOver},
            {QStringLiteral("losses"), losses},
            {QStringLiteral("remarks"), remarksJson(remarks)},
            {QStringLiteral("import"), import > 0 ? QJsonValue(import) : QJsonValue()}};
}

QString usageImportToText(const UsageImportPreview &preview, const QList<UsageRemark> &remarks, qint64 import)
{
    QStringList lines;
    lines.append(UsageImportWords::tr("%1: %2, %3 to %4, account %5")
                     .arg(preview.fileName, usageFormatTitle(preview.format), isoMoment(preview.firstMs),
                          isoMoment(preview.lastMs), preview.account));
    lines.append(UsageImportWords::tr("%1 rows, %2 in all; %3 requests and %4 sums count, %5")
                     .arg(formatCount(preview.records), amountText(knownAmount(preview.total, preview)),
                          formatCount(preview.newRequests), formatCount(preview.newSums),
                          amountText(knownAmount(preview.counted, preview))));
    if (preview.replaced > 0)
        lines.append(UsageImportWords::tr("replaced: %1 sums of earlier imports, %2")
                         .arg(formatCount(preview.replaced), amountText(preview.replacedCost)));
    for (auto why = preview.leftOut.cbegin(); why != preview.leftOut.cend(); ++why)
        lines.append(UsageImportWords::tr("left out: %1 %2").arg(formatCount(*why), leftOutText(why.key())));
    if (preview.passedOver > 0)
        lines.append(UsageImportWords::tr("passed over: %1 rows that stand for no use, or for none that cost")
                         .arg(formatCount(preview.passedOver)));
    if (preview.withoutCost > 0)
        lines.append(UsageImportWords::tr("without a cost: %1 rows; requests among them get the list price "
                                          "where one is known")
                         .arg(formatCount(preview.withoutCost)));
    for (const ImportLoss &loss : preview.losses)
        lines.append(UsageImportWords::tr("not kept: %1 (%2)").arg(loss.name, formatCount(loss.times)));
    for (const UsageRemark &remark : remarks)
        lines.append(remark.sentence);
    if (preview.sameFile > 0)
        lines.append(UsageImportWords::tr("import %1 has this very file; undo that to import it again")
                         .arg(preview.sameFile));
    lines.append(
        import > 0
            ? UsageImportWords::tr("import %1; switchyard usage import --undo %1 takes it back").arg(import)
            : UsageImportWords::tr("nothing was written"));
    return lines.join(u'\n');
}

QJsonArray importsToJson(const QList<UsageImportRecord> &imports)
{
    QJsonArray json;
    for (const UsageImportRecord &record : imports)
        json.append(QJsonObject{{QStringLiteral("id"), record.id},
                                {QStringLiteral("done_at"), isoMoment(record.atMs)},
                                {QStringLiteral("format"), usageFormatName(record.format)},
                                {QStringLiteral("file"), record.fileName},
                                {QStringLiteral("account"), record.account},
                                {QStringLiteral("records"), record.records},
                                {QStringLiteral("counted"), record.counted},
                                {QStringLiteral("cost_usd"), amountJson(record.cost)}});
    return json;
}

QString importsToText(const QList<UsageImportRecord> &imports)
{
    QList<QStringList> rows{{UsageImportWords::tr("NUMBER"), UsageImportWords::tr("DONE"),
                             UsageImportWords::tr("FILE"), UsageImportWords::tr("FORMAT"),
                             UsageImportWords::tr("ACCOUNT"), UsageImportWords::tr("ROWS"),
                             UsageImportWords::tr("COUNT"), UsageImportWords::tr("COST")}};
    for (const UsageImportRecord &record : imports)
        rows.append({QString::number(record.id), isoMoment(record.atMs), record.fileName,
                     usageFormatTitle(record.format), record.account, formatCount(record.records),
                     formatCount(record.counted), amountText(record.cost)});
    return alignedTable(rows, {0, 5, 6, 7});
}

QJsonObject reconciliationToJson(const Reconciliation &result, const QString &account,
                                 const QList<UsageRemark> &remarks)
{
    QJsonArray rows;
    for (const ReconcileRow &row : result.rows)
        rows.append(
            QJsonObject{{QStringLiteral("day"), row.day.toString(Qt::ISODate)},
                        {QStringLiteral("model"), row.model},
                        {QStringLiteral("own"), figuresJson(row.own)},
                        {QStringLiteral("provider"), figuresJson(row.theirs)},
                        {QStringLiteral("percent"), row.percent ? QJsonValue(*row.percent) : QJsonValue()},
                        {QStringLiteral("flagged"), row.flagged},
                        {QStringLiteral("cause"), gapCauseName(row.cause)},
                        {QStringLiteral("sentence"), row.sentence}});
    return {{QStringLiteral("account"), account},
            {QStringLiteral("first"), result.first.toString(Qt::ISODate)},
            {QStringLiteral("last"), result.last.toString(Qt::ISODate)},
            {QStringLiteral("flagged"), static_cast<qint64>(result.flagged)},
            {QStringLiteral("rows"), rows},
            {QStringLiteral("total"),
             QJsonObject{{QStringLiteral("own"), figuresJson(result.own)},
                         {QStringLiteral("provider"), figuresJson(result.theirs)}}},
            {QStringLiteral("remarks"), remarksJson(remarks)}};
}

QString reconciliationToCsv(const Reconciliation &result)
{
    QStringList head{QStringLiteral("day"), QStringLiteral("model")};
    for (const QString &side : {QStringLiteral("own_"), QStringLiteral("provider_")}) {
        for (const QString &figure :
             {QStringLiteral("requests"), QStringLiteral("uncached_input"), QStringLiteral("cached_input"),
              QStringLiteral("cache_write"), QStringLiteral("output"), QStringLiteral("reasoning"),
              QStringLiteral("cost_usd")})
            head.append(side + figure);
    }
    head << QStringLiteral("percent") << QStringLiteral("flagged") << QStringLiteral("cause")
         << QStringLiteral("sentence");
    QString text = csvRecord(head);
    for (const ReconcileRow &row : result.rows)
        text += (QStringList{row.day.toString(Qt::ISODate), csvCell(row.model)} + figureCells(row.own)
                 + figureCells(row.theirs)
                 // A gap stays a number: what is below zero is no formula.
                 + QStringList{percentText(row.percent), QString::number(row.flagged ? 1 : 0),
                               gapCauseName(row.cause), csvCell(row.sentence)})
                    .join(u',')
            + QStringLiteral("\r\n");
    return text;
}

QString reconciliationToText(const Reconciliation &result, const QList<UsageRemark> &remarks)
{
    QList<QStringList> rows{{UsageImportWords::tr("DAY"), UsageImportWords::tr("MODEL"),
                             UsageImportWords::tr("REQUESTS"), UsageImportWords::tr("PROVIDER"),
                             UsageImportWords::tr("COST"), UsageImportWords::tr("PROVIDER"),
                             UsageImportWords::tr("GAP %"), UsageImportWords::tr("LIKELY CAUSE")}};
    for (const ReconcileRow &row : result.rows)
        rows.append({row.day.toString(Qt::ISODate),
                     row.model.isEmpty() ? UsageImportWords::tr("(none)") : row.model,
                     countCell(row.own.requests), countCell(row.theirs.requests), costCell(row.own),
                     costCell(row.theirs), percentText(row.percent), row.sentence});
    rows.append({UsageImportWords::tr("total"), QString(), countCell(result.own.requests),
                 countCell(result.theirs.requests), costCell(result.own), costCell(result.theirs), QString(),
                 QString()});
    QString text = alignedTable(rows, {2, 3, 4, 5, 6});
    for (const UsageRemark &remark : remarks)
        text += u'\n' + remark.sentence;
    return text;
}

} // namespace app
