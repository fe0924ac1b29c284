#include "app/commandline/pricesimport.h"

#include "app/commandline/console.h"
#include "app/commandline/pricelistages.h"
#include "app/commandline/pricetext.h"
#include "app/services.h"

#include "core/accounts/accountstore.h"
#include "core/accounts/modelliststore.h"
#include "core/base/continuation.h"
#include "core/catalog/modellisting.h"
#include "core/endpoints/connectiontest.h"

#include <QFile>
#include <QJsonArray>

using namespace core;

namespace app {

namespace {

constexpr qint64 kLargestPriceList = qint64(64) * 1024 * 1024;
/// The whole list is in the JSON.
constexpr qsizetype kChangesShown = 40;

QString changeKindName(PriceChange::Kind kind)
{
    switch (kind) {
    case PriceChange::Kind::New:
        return QStringLiteral("new");
    case PriceChange::Kind::Changed:
        return QStringLiteral("changed");
    case PriceChange::Kind::Gone:
        break;
    }
    return QStringLiteral("gone");
}

QString inOut(const std::optional<PriceList> &list)
{
    return list ? millionText(list->base.input, list->currency) + QStringLiteral(" / ")
            + millionText(list->base.output, list->currency)
                : QStringLiteral("-");
}

int countOf(const QList<PriceChange> &changes, PriceChange::Kind kind)
{
    return static_cast<int>(std::count_if(changes.cbegin(), changes.cend(),
                                          [kind](const PriceChange &change) { return change.kind == kind; }));
}

} // namespace

PricesImport::PricesImport(const PricesInvocation &invocation, Services &services, Console &console)
    : m_invocation(invocation), m_services(services), m_console(console)
{
}

void PricesImport::start()
{
    if (!m_invocation.account.isEmpty()) {
        fetch();
        return;
    }
    const Result<QByteArray> text = readFile();
    if (text)
        take(*text, m_invocation.file);
    else
        refuse(text.error(), ExitCode::WrongUsage);
}

Result<QByteArray> PricesImport::readFile() const
{
    if (m_invocation.file == QLatin1StringView("-")) {
        const Result<QString> input = Console::readInput(kLargestPriceList);
        return input ? Result<QByteArray>(input->toUtf8()) : Result<QByteArray>(input.error());
    }
    QFile file(m_invocation.file);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::NotFound, m_invocation.file + QStringLiteral(": ") + file.errorString()};
    const QByteArray text = file.read(kLargestPriceList + 1);
    if (text.size() > kLargestPriceList)
        return Error{ErrorKind::InvalidRequest,
                     tr("%1: it is longer than %2 bytes.").arg(m_invocation.file).arg(kLargestPriceList)};
    return text;
}

/// The model list of an OpenRouter account is a price list as well.
void PricesImport::fetch()
{
    const std::optional<Account> account = m_services.accounts().find(m_invocation.account);
    if (!account) {
        refuse({ErrorKind::NotFound, tr("There is no account named \"%1\".").arg(m_invocation.account)},
               ExitCode::WrongUsage);
        return;
    }
    if (account->presetId != QLatin1StringView("openrouter")) {
        refuse({ErrorKind::InvalidRequest,
                tr("Only the model list of an OpenRouter account is a price list; for %1 import a file.")
                    .arg(account->name)},
               ExitCode::WrongUsage);
        return;
    }
    continued(m_services.connectionTest().run(*account), this,
              [this, account](const ConnectionReport &report) {
                  if (!report.ok()) {
                      refuse(*report.error, ExitCode::SomethingFailed);
                      return;
                  }
                  const Result<QList<AccountModel>> listing = readModelListing(report.listing);
                  if (listing && !m_invocation.dryRun)
                      m_services.modelLists().replaceListed(account->id, *listing);
                  take(report.listing, account->name);
              });
}

void PricesImport::take(const QByteArray &text, const QString &origin)
{
    const Result<PriceListDocument> document = readPriceList(text);
    if (!document) {
        Error error = document.error();
        error.message = origin + QStringLiteral(": ") + error.message;
        refuse(error, ExitCode::WrongUsage);
        return;
    }
    const ImportedPriceStore &store = m_services.importedPrices();
    KnownPrices known{m_services.catalog(), *store.table(), store.find(document->name)};
    if (known.last)
        known.lastEntries = store.entriesOf(known.last->id);
    Result<PriceImportPlan> plan = planPriceImport(*document, origin, known, m_services.clock().utcMs());
    if (!plan) {
        refuse(plan.error(), ExitCode::WrongUsage);
        return;
    }
    m_plan = std::move(plan).value();
    if (m_invocation.dryRun)
        print(false);
    else
        apply();
}

void PricesImport::apply()
{
    continued(m_services.importedPrices().apply(m_plan.update), this, [this](const Result<void> &applied) {
        if (applied)
            print(true);
        else
            refuse(applied.error(), ExitCode::ConfigurationError);
    });
}

QJsonObject PricesImport::toJson(bool applied) const
{
    QJsonArray changes;
    for (const PriceChange &change : m_plan.changes)
        changes.append(QJsonObject{
            {QStringLiteral("kind"), changeKindName(change.kind)},
            {QStringLiteral("seller"), change.seller},
            {QStringLiteral("model"), change.model},
            {QStringLiteral("currency"), change.currency},
            {QStringLiteral("before"),
             change.before ? QJsonValue(priceToJson(*change.before)) : QJsonValue()},
            {QStringLiteral("after"), change.after ? QJsonValue(priceToJson(*change.after)) : QJsonValue()}});
    const ImportedPriceList &list = m_plan.update.list;
    return {{QStringLiteral("name"), list.name},
            {QStringLiteral("origin"), list.origin},
            {QStringLiteral("date"), list.sourceDate.toString(Qt::ISODate)},
            {QStringLiteral("models"), list.models},
            {QStringLiteral("applied"), applied},
            {QStringLiteral("new"), countOf(m_plan.changes, PriceChange::Kind::New)},
            {QStringLiteral("changed"), countOf(m_plan.changes, PriceChange::Kind::Changed)},
            {QStringLiteral("gone"), countOf(m_plan.changes, PriceChange::Kind::Gone)},
            {QStringLiteral("unchanged"), m_plan.unchanged},
            {QStringLiteral("passed_over"), m_plan.passedOver},
            {QStringLiteral("changes"), changes}};
}

void PricesImport::print(bool applied)
{
    if (m_invocation.json) {
        m_console.printJson(toJson(applied));
        emit finished(ExitCode::Good);
        return;
    }
    QList<QStringList> rows{{tr("PRICE"), tr("MODEL"), tr("BEFORE, IN / OUT"), tr("AFTER, IN / OUT")}};
    for (const PriceChange &change : m_plan.changes.mid(0, kChangesShown))
        rows.append({changeKindName(change.kind), change.seller + u'/' + change.model, inOut(change.before),
                     inOut(change.after)});
    if (!m_plan.changes.isEmpty())
        m_console.print(alignedTable(rows, {}));
    if (const qsizetype more = m_plan.changes.size() - kChangesShown; more > 0)
        m_console.print(tr("... and %n more; --json has them all.", nullptr, static_cast<int>(more)));
    const ImportedPriceList &list = m_plan.update.list;
    m_console.print((applied
                         ? tr("Took the prices of %1 (%2): %3 new, %4 changed, %5 gone, %6 as before, %7 "
                              "without a price that can be used.")
                         : tr("%1 (%2) would bring: %3 new, %4 changed, %5 gone, %6 as before, %7 without "
                              "a price that can be used. Nothing was changed."))
                        .arg(list.name, list.sourceDate.toString(Qt::ISODate))
                        .arg(countOf(m_plan.changes, PriceChange::Kind::New))
                        .arg(countOf(m_plan.changes, PriceChange::Kind::Changed))
                        .arg(countOf(m_plan.changes, PriceChange::Kind::Gone))
                        .arg(m_plan.unchanged)
                        .arg(m_plan.passedOver));
    emit finished(ExitCode::Good);
}

/// What is wrong, and that the prices so far stay.
void PricesImport::refuse(const Error &error, ExitCode code)
{
    m_console.complain(error.message);
    m_console.complain(tr("The prices in use stay as they are: %1.").arg(listsInUseText(m_services)));
    emit finished(code);
}

} // namespace app
