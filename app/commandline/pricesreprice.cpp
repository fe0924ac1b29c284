#include "app/commandline/pricesreprice.h"

#include "app/commandline/console.h"
#include "app/commandline/pricescope.h"
#include "app/services.h"

#include "core/accounts/accountstore.h"
#include "core/base/continuation.h"
#include "core/base/formatting.h"
#include "core/catalog/pricebook.h"
#include "core/ledger/repricing.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

using namespace core;

namespace app {

namespace {

/// Unset where none of the attempts has a known cost.
std::optional<Money> knownSum(Money sum, qint64 unpriced, qint64 attempts)
{
    return sum.isZero() && unpriced > 0 && unpriced >= attempts ? std::nullopt : std::optional(sum);
}

std::optional<Money> knownBefore(const RepricingRow &row)
{
    return knownSum(row.before, row.unpricedBefore, row.attempts);
}

std::optional<Money> knownAfter(const RepricingRow &row)
{
    return knownSum(row.after, row.unpricedAfter, row.attempts);
}

/// Without those of a known cost, nobody knows what the others did before.
std::optional<Money> knownBefore(const RepricingRecord &record)
{
    return record.scope.computed || record.scope.reported ? std::optional(record.before) : std::nullopt;
}

QJsonValue amountOrNull(const std::optional<Money> &amount)
{
    return amount ? QJsonValue(amount->toDecimal()) : QJsonValue();
}

QString amountInWords(const std::optional<Money> &amount)
{
    return amount ? formatMoney(*amount) : PricesReprice::tr("unpriced");
}

QJsonObject figuresToJson(const RepricingRow &row)
{
    return {{QStringLiteral("attempts"), row.attempts},
            {QStringLiteral("changed"), row.changed},
            {QStringLiteral("unpriced_before"), row.unpricedBefore},
            {QStringLiteral("unpriced_after"), row.unpricedAfter},
            {QStringLiteral("cost_before_usd"), amountOrNull(knownBefore(row))},
            {QStringLiteral("cost_after_usd"), amountOrNull(knownAfter(row))}};
}

QJsonObject rowToJson(const RepricingRow &row)
{
    QJsonObject json = figuresToJson(row);
    json.insert(QStringLiteral("account"), row.account);
    json.insert(QStringLiteral("model"), row.model);
    return json;
}

QStringList rowCells(const QString &name, const RepricingRow &row)
{
    const auto cost = [](const std::optional<Money> &known, qint64 unpriced) {
        return known && unpriced > 0
            ? PricesReprice::tr("%1 + %2 unpriced").arg(formatMoney(*known)).arg(unpriced)
            : amountInWords(known);
    };
    return {name, formatCount(row.attempts), formatCount(row.changed),
            cost(knownBefore(row), row.unpricedBefore), cost(knownAfter(row), row.unpricedAfter)};
}

QString momentText(qint64 utcMs)
{
    return QDateTime::fromMSecsSinceEpoch(utcMs, Qt::UTC).toString(Qt::ISODate);
}

QJsonValue momentOrNull(const std::optional<qint64> &utcMs)
{
    return utcMs ? QJsonValue(momentText(*utcMs)) : QJsonValue();
}

/// What undoing put back, with the same doubt.
std::optional<Money> knownRestored(const RepricingRecord &record)
{
    return knownBefore(record) ? record.restored : std::nullopt;
}

/// How many attempts cost again what they did, and how many cannot.
QString undoneText(const RepricingRecord &record)
{
    QStringList sentences;
    const qint64 restored = record.attempts - record.pruned;
    if (restored > 0 || record.pruned == 0)
        sentences += PricesReprice::tr("%n attempt(s) cost again what they did before: %1.", nullptr,
                                       static_cast<int>(restored))
                         .arg(amountInWords(knownRestored(record)));
    if (record.pruned > 0)
        sentences += PricesReprice::tr("%n attempt(s) can no longer be restored: their rows were pruned, and "
                                       "the sums of their days keep the new cost.",
                                       nullptr, static_cast<int>(record.pruned));
    return sentences.join(u'\n');
}

QJsonObject recordToJson(const RepricingRecord &record)
{
    return {{QStringLiteral("id"), record.id},
            {QStringLiteral("done_at"), momentText(record.doneAtMs)},
            {QStringLiteral("account"), record.scope.account},
            {QStringLiteral("model"), record.scope.model},
            {QStringLiteral("since"), momentOrNull(record.scope.sinceMs)},
            {QStringLiteral("until"), momentOrNull(record.scope.untilMs)},
            {QStringLiteral("computed"), record.scope.computed},
            {QStringLiteral("reported"), record.scope.reported},
            {QStringLiteral("attempts"), record.attempts},
            {QStringLiteral("cost_before_usd"), amountOrNull(knownBefore(record))},
            {QStringLiteral("cost_after_usd"), record.after.toDecimal()},
            {QStringLiteral("pruned"), record.pruned},
            {QStringLiteral("undone_at"), momentOrNull(record.undoneAtMs)},
            {QStringLiteral("restored"),
             record.undoneAtMs ? QJsonValue(record.attempts - record.pruned) : QJsonValue()},
            {QStringLiteral("cost_restored_usd"), amountOrNull(knownRestored(record))}};
}

} // namespace

PricesReprice::PricesReprice(const PricesInvocation &invocation, bool demo, Services &services,
                             Console &console)
    : m_invocation(invocation), m_demo(demo), m_services(services), m_console(console)
{
}

void PricesReprice::start()
{
    if (m_invocation.log) {
        log();
        return;
    }
    if (m_invocation.undo > 0) {
        undo();
        return;
    }
    const Result<RepricingScope> scope = repricingScope(m_invocation, m_demo, m_services);
    if (scope)
        preview(*scope);
    else
        fail(scope.error());
}

void PricesReprice::preview(const RepricingScope &scope)
{
    const PriceSnapshot prices =
        m_services.prices().snapshot(m_services.accounts().accounts(), m_services.modelLists());
    continued(m_services.repricing().preview(scope, prices), this,
              [this, scope, prices](const Result<RepricingPreview> &preview) {
                  if (!preview) {
                      fail(preview.error());
                      return;
                  }
                  m_preview = *preview;
                  if (m_preview.total.attempts == 0 && !isKnownAccount(m_invocation.account, m_services))
                      fail(noSuchAccount(m_invocation.account));
                  else if (m_invocation.dryRun || m_preview.total.changed == 0)
                      print(std::nullopt);
                  else
                      apply(scope, prices);
              });
}

void PricesReprice::apply(const RepricingScope &scope, const PriceSnapshot &prices)
{
    continued(m_services.repricing().apply(scope, prices), this,
              [this](const Result<RepricingRecord> &record) {
                  if (record)
                      print(record->id);
                  else
                      fail(record.error());
              });
}

void PricesReprice::print(std::optional<qint64> repricing)
{
    QJsonArray rows;
    QList<QStringList> table{{tr("MODEL"), tr("ATTEMPTS"), tr("CHANGED"), tr("BEFORE"), tr("AFTER")}};
    for (const RepricingRow &row : std::as_const(m_preview.rows)) {
        rows.append(rowToJson(row));
        table.append(rowCells(row.account + u'/' + row.model, row));
    }
    table.append(rowCells(tr("total"), m_preview.total));
    if (m_invocation.json) {
        m_console.printJson(
            QJsonObject{{QStringLiteral("dry_run"), m_invocation.dryRun},
                        {QStringLiteral("repricing"), repricing ? QJsonValue(*repricing) : QJsonValue()},
                        {QStringLiteral("rows"), rows},
                        {QStringLiteral("total"), figuresToJson(m_preview.total)}});
    } else {
        m_console.print(alignedTable(table, {1, 2, 3, 4}));
        if (repricing)
            m_console.print(tr("Done; to take it back: switchyard prices reprice --undo %1").arg(*repricing));
        else
            m_console.print(m_preview.total.changed == 0 ? tr("No cost changes.")
                                                         : tr("Nothing was changed."));
    }
    emit finished(ExitCode::Good);
}

void PricesReprice::undo()
{
    continued(m_services.repricing().undo(m_invocation.undo), this,
              [this](const Result<RepricingRecord> &record) {
                  if (!record) {
                      fail(record.error());
                      return;
                  }
                  if (m_invocation.json)
                      m_console.printJson(recordToJson(*record));
                  else
                      m_console.print(undoneText(*record));
                  emit finished(ExitCode::Good);
              });
}

void PricesReprice::log()
{
    continued(m_services.repricing().log(), this, [this](const Result<QList<RepricingRecord>> &records) {
        if (!records) {
            fail(records.error());
            return;
        }
        QJsonArray json;
        QList<QStringList> table{{tr("NUMBER"), tr("DONE"), tr("MODEL"), tr("ATTEMPTS"), tr("PRUNED"),
                                  tr("BEFORE"), tr("AFTER"), tr("UNDONE")}};
        for (const RepricingRecord &record : *records) {
            json.append(recordToJson(record));
            table.append({QString::number(record.id), momentText(record.doneAtMs),
                          record.scope.model.isEmpty() ? tr("(all)") : record.scope.model,
                          formatCount(record.attempts),
                          record.pruned > 0 ? formatCount(record.pruned) : QString(),
                          amountInWords(knownBefore(record)), formatMoney(record.after),
                          record.undoneAtMs ? momentText(*record.undoneAtMs) : QString()});
        }
        if (m_invocation.json)
            m_console.printJson(QJsonObject{{QStringLiteral("repricings"), json}});
        else if (records->isEmpty())
            m_console.print(tr("Nothing was priced again yet."));
        else
            m_console.print(alignedTable(table, {0, 3, 4, 5, 6}));
        emit finished(ExitCode::Good);
    });
}

void PricesReprice::fail(const Error &error)
{
    m_console.complain(error.message);
    emit finished(error.kind == ErrorKind::InvalidRequest || error.kind == ErrorKind::NotFound
                      ? ExitCode::WrongUsage
                      : ExitCode::ConfigurationError);
}

} // namespace app
