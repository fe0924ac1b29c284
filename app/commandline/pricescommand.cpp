#include "app/commandline/pricescommand.h"

#include "app/commandline/console.h"
#include "app/commandline/pricelistages.h"
#include "app/commandline/pricescope.h"
#include "app/commandline/pricetext.h"
#include "app/commandline/usagecommand.h"
#include "app/services.h"

#include "core/accounts/accountstore.h"
#include "core/base/continuation.h"
#include "core/base/formatting.h"
#include "core/catalog/modeldirectory.h"
#include "core/catalog/pricebook.h"
#include "core/ledger/repricing.h"

#include <QJsonArray>
#include <QSet>
#include <QTimeZone>

using namespace core;

namespace app {

namespace {

ExitCode exitCodeOfPrices(const Error &error)
{
    return error.kind == ErrorKind::InvalidRequest ? ExitCode::WrongUsage : ExitCode::ConfigurationError;
}

QJsonArray ratesToJson(const QList<ExchangeRate> &rates)
{
    QJsonArray json;
    for (const ExchangeRate &rate : rates)
        json.append(QJsonObject{{QStringLiteral("currency"), rate.currency},
                                {QStringLiteral("usd"), rate.usdPerUnit.toDecimal()},
                                {QStringLiteral("date"), rate.date.toString(Qt::ISODate)}});
    return json;
}

/// By which other currencies count, a line; nothing without any.
QString ratesText(const QList<ExchangeRate> &rates)
{
    QStringList parts;
    for (const ExchangeRate &rate : rates)
        parts += PricesCommand::tr("1 %1 = $%2 of %3")
                     .arg(rate.currency, rate.usdPerUnit.toDecimal(), rate.date.toString(Qt::ISODate));
    return parts.isEmpty()
        ? QString()
        : QString(u'\n' + PricesCommand::tr("Rates: %1.").arg(parts.join(QStringLiteral(", "))));
}

QString dayText(qint64 utcMs)
{
    return QDateTime::fromMSecsSinceEpoch(utcMs, Qt::UTC).date().toString(Qt::ISODate);
}

struct PricedModel
{
    QString id;
    PriceList price;
};

/// Those on its list, and those that only a price of the user's own names.
QList<PricedModel> pricedModels(const Account &account, const PriceSnapshot &snapshot, Services &services)
{
    QList<PricedModel> priced;
    QSet<QString> named;
    const QList<ModelInfo> models = services.directory().modelsOf(account);
    for (const ModelInfo &model : models) {
        named.insert(model.id);
        if (model.prices)
            priced.append({model.id, *model.prices});
    }
    for (const PriceOverride &own : services.priceOverrides().all()) {
        if (named.contains(own.model) || own.accountId.value_or(account.id) != account.id)
            continue;
        named.insert(own.model);
        const std::optional<PriceList> price =
            snapshot.priceOf(account.id, own.model, services.clock().utcMs());
        if (price && price->source == PriceSource::Override)
            priced.append({own.model, *price});
    }
    return priced;
}

} // namespace

PricesCommand::PricesCommand(const PricesInvocation &invocation, bool demo, Services &services,
                             Console &console)
    : m_invocation(invocation), m_demo(demo), m_services(services), m_console(console)
{
}

void PricesCommand::start()
{
    // The ledger also has requests of accounts that are gone, or that others had.
    if (!m_invocation.unpriced && !isKnownAccount(m_invocation.account, m_services)) {
        fail(noSuchAccount(m_invocation.account), ExitCode::WrongUsage);
    } else if (m_invocation.verb == PricesInvocation::Verb::Show) {
        show();
    } else if (m_invocation.verb == PricesInvocation::Verb::Set) {
        set();
    } else if (m_invocation.unpriced) {
        listUnpriced();
    } else {
        list();
    }
}

std::optional<qint64> PricesCommand::accountId() const
{
    const std::optional<Account> account = m_services.accounts().find(m_invocation.account);
    return account ? std::optional(account->id) : std::nullopt;
}

QList<Account> PricesCommand::accounts() const
{
    QList<Account> wanted = m_services.accounts().accounts();
    if (!m_invocation.account.isEmpty())
        wanted.removeIf([this](const Account &account) { return account.name != m_invocation.account; });
    return wanted;
}

void PricesCommand::list()
{
    QJsonArray prices;
    QList<QStringList> rows{{tr("MODEL"), tr("IN /M"), tr("OUT /M"), tr("CACHE READ /M"), tr("SOURCE")}};
    const QList<Account> wanted = accounts();
    const PriceSnapshot snapshot = m_services.prices().snapshot(wanted, m_services.modelLists());
    for (const Account &account : wanted) {
        const QList<PricedModel> models = pricedModels(account, snapshot, m_services);
        for (const auto &[model, list] : models) {
            if (!m_invocation.model.isEmpty() && model != m_invocation.model)
                continue;
            QJsonObject json = priceToJson(list);
            json.insert(QStringLiteral("account"), account.name);
            json.insert(QStringLiteral("model"), model);
            prices.append(json);
            rows.append({account.name + u'/' + model, millionText(list.base.input, list.currency),
                         millionText(list.base.output, list.currency),
                         millionText(list.base.cacheRead, list.currency),
                         list.sourceText + QStringLiteral(", ") + list.version});
        }
    }
    if (m_invocation.json)
        m_console.printJson(
            QJsonObject{{QStringLiteral("lists"), listsInUseToJson(m_services)},
                        {QStringLiteral("rates"), ratesToJson(m_services.exchangeRates().all())},
                        {QStringLiteral("prices"), prices}});
    else
        m_console.print(alignedTable(rows, {1, 2, 3}) + tr("Price lists: %1.").arg(listsInUseText(m_services))
                        + ratesText(m_services.exchangeRates().all()));
    emit finished(ExitCode::Good);
}

void PricesCommand::listUnpriced()
{
    const Result<RepricingScope> scope = repricingScope(m_invocation, m_demo, m_services);
    if (!scope) {
        fail(scope.error(), ExitCode::WrongUsage);
        return;
    }
    continued(m_services.repricing().unpriced(*scope), this,
              [this](const Result<QList<UnpricedModel>> &models) {
                  if (!models)
                      fail(models.error(), ExitCode::ConfigurationError);
                  else if (models->isEmpty() && !isKnownAccount(m_invocation.account, m_services))
                      fail(noSuchAccount(m_invocation.account), ExitCode::WrongUsage);
                  else
                      printUnpriced(*models);
              });
}

void PricesCommand::printUnpriced(const QList<UnpricedModel> &models)
{
    QJsonArray json;
    QList<QStringList> rows{
        {tr("MODEL"), tr("ATTEMPTS"), tr("IN"), tr("OUT"), tr("FIRST"), tr("LAST"), tr("WHAT IS MISSING")}};
    for (const UnpricedModel &model : models) {
        const bool rate = !model.currency.isEmpty();
        json.append(
            QJsonObject{{QStringLiteral("account"), model.account},
                        {QStringLiteral("model"), model.model},
                        {QStringLiteral("vendor"), model.vendor},
                        {QStringLiteral("attempts"), model.attempts},
                        {QStringLiteral("input"), model.inputTokens},
                        {QStringLiteral("output"), model.outputTokens},
                        {QStringLiteral("first"), dayText(model.firstMs)},
                        {QStringLiteral("last"), dayText(model.lastMs)},
                        {QStringLiteral("missing_rate"), rate ? QJsonValue(model.currency) : QJsonValue()}});
        rows.append({model.account + u'/' + model.model, formatCount(model.attempts),
                     formatCount(model.inputTokens), formatCount(model.outputTokens), dayText(model.firstMs),
                     dayText(model.lastMs),
                     rate ? tr("a rate from %1 to US dollars").arg(model.currency)
                          : tr("a price, or what was used")});
    }
    if (m_invocation.json)
        m_console.printJson(QJsonObject{{QStringLiteral("unpriced"), json}});
    else if (models.isEmpty())
        m_console.print(tr("Every attempt has a known cost."));
    else
        m_console.print(alignedTable(rows, {1, 2, 3}));
    emit finished(ExitCode::Good);
}

/// The stored entries for a model, whenever they hold.
QJsonArray PricesCommand::entriesOf(const QString &model) const
{
    QJsonArray entries;
    for (const PriceOverride &own : m_services.priceOverrides().all()) {
        if (own.model == model)
            entries.append(entryToJson(own));
    }
    const QList<PriceEntry> imported = m_services.importedPrices().table()->entriesFor({}, model);
    for (const PriceEntry &entry : imported)
        entries.append(entryToJson(entry));
    return entries;
}

void PricesCommand::show()
{
    const qint64 now = m_services.clock().utcMs();
    const Result<qint64> at = m_invocation.at.isEmpty()
        ? Result<qint64>(now)
        : parseMoment(m_invocation.at, QTimeZone::utc(), now, false);
    if (!at) {
        fail(at.error(), ExitCode::WrongUsage);
        return;
    }
    QString model = m_invocation.model;
    QList<Account> wanted = accounts();
    const std::optional<TargetName> target = parseTargetName(model);
    if (m_invocation.account.isEmpty() && target && m_services.accounts().find(target->account)) {
        wanted.removeIf([&target](const Account &account) { return account.name != target->account; });
        model = target->model;
    }
    const PriceSnapshot snapshot = m_services.prices().snapshot(wanted, m_services.modelLists());
    QJsonArray prices;
    QStringList lines;
    for (const Account &account : std::as_const(wanted)) {
        const std::optional<PriceList> list = snapshot.priceOf(account.id, model, *at);
        if (!list)
            continue;
        QJsonObject json = priceToJson(*list);
        json.insert(QStringLiteral("account"), account.name);
        prices.append(json);
        lines += account.name + u'/' + model;
        for (const QString &line : priceLines(*list))
            lines += QStringLiteral("  ") + line;
    }
    if (m_invocation.json)
        m_console.printJson(QJsonObject{{QStringLiteral("model"), model},
                                        {QStringLiteral("at"), dayText(*at)},
                                        {QStringLiteral("prices"), prices},
                                        {QStringLiteral("entries"), entriesOf(model)}});
    else if (!lines.isEmpty())
        m_console.print(lines.join(u'\n'));
    if (prices.isEmpty())
        m_console.complain(tr("No price of %1 is known on any account asked for; set one: switchyard prices "
                              "set MODEL --input P --output P")
                               .arg(model));
    emit finished(prices.isEmpty() ? ExitCode::SomethingFailed : ExitCode::Good);
}

void PricesCommand::set()
{
    if (m_invocation.rate) {
        setRate();
        return;
    }
    if (m_invocation.model.isEmpty()) {
        setTerms();
        return;
    }
    if (m_invocation.remove) {
        removeOwn();
        return;
    }
    PriceOverride own;
    static_cast<PriceEntry &>(own) = m_invocation.price;
    own.accountId = m_invocation.account.isEmpty() ? std::nullopt : accountId();
    continued(m_services.priceOverrides().set(own), this, [this, own](const Result<void> &done) {
        if (!done) {
            fail(done.error(), exitCodeOfPrices(done.error()));
            return;
        }
        const PriceOverride stored = m_services.priceOverrides().all().last();
        if (m_invocation.json) {
            QJsonObject json = entryToJson(stored);
            json.insert(QStringLiteral("account"),
                        own.accountId ? QJsonValue(m_invocation.account) : QJsonValue());
            m_console.printJson(json);
            emit finished(ExitCode::Good);
            return;
        }
        m_console.print(
            (own.accountId
                 ? tr("Set your own price of %1 on %2: %3 (%4).").arg(own.model, m_invocation.account)
                 : tr("Set your own price of %1 on every account: %2 (%3).").arg(own.model))
                .arg(classesText(own.prices, own.currency), stored.id));
        const QStringList tiers = tierLines(own.tiers, own.currency);
        for (const QString &tier : tiers)
            m_console.print(QStringLiteral("  ") + tier);
        tellUnpriced();
    });
}

/// What the new price could be given to.
void PricesCommand::tellUnpriced()
{
    RepricingScope scope;
    scope.model = m_invocation.model;
    scope.account = m_invocation.account;
    scope.includeSimulated = m_demo;
    continued(m_services.repricing().unpriced(scope), this,
              [this](const Result<QList<UnpricedModel>> &models) {
                  qint64 attempts = 0;
                  for (const UnpricedModel &model : models.valueOr({}))
                      attempts += model.attempts;
                  if (attempts > 0)
                      m_console.print(
                          tr("%n attempt(s) of it have no known cost: switchyard prices reprice --model %1 "
                             "--dry-run",
                             nullptr, static_cast<int>(attempts))
                              .arg(m_invocation.model));
                  emit finished(ExitCode::Good);
              });
}

void PricesCommand::removeOwn()
{
    const std::optional<qint64> account = m_invocation.account.isEmpty() ? std::nullopt : accountId();
    const QList<PriceOverride> &known = m_services.priceOverrides().all();
    const bool any = std::any_of(known.cbegin(), known.cend(), [&](const PriceOverride &own) {
        return own.accountId == account && own.model == m_invocation.model;
    });
    if (!any) {
        fail({ErrorKind::NotFound, tr("There is no price of your own for %1 there.").arg(m_invocation.model)},
             ExitCode::WrongUsage);
        return;
    }
    continued(
        m_services.priceOverrides().remove(account, m_invocation.model), this,
        [this](const Result<void> &done) {
            end(done,
                tr("Removed your own price of %1; what it priced stays priced.").arg(m_invocation.model),
                {{QStringLiteral("model"), m_invocation.model}, {QStringLiteral("removed"), true}});
        });
}

void PricesCommand::setRate()
{
    const ExchangeRate rate = *m_invocation.rate;
    continued(m_services.exchangeRates().set(rate), this, [this, rate](const Result<void> &done) {
        end(done,
            tr("1 %1 counts as $%2, as of %3.")
                .arg(rate.currency, rate.usdPerUnit.toDecimal(), rate.date.toString(Qt::ISODate)),
            {{QStringLiteral("currency"), rate.currency},
             {QStringLiteral("usd"), rate.usdPerUnit.toDecimal()},
             {QStringLiteral("date"), rate.date.toString(Qt::ISODate)}});
    });
}

void PricesCommand::setTerms()
{
    Account account = *m_services.accounts().find(m_invocation.account);
    if (!m_invocation.billedIn.isEmpty())
        account.currency = m_invocation.billedIn;
    account.priceMultiplierMillionths =
        m_invocation.multiplierMillionths.value_or(account.priceMultiplierMillionths);
    if (account.simulated) {
        fail({ErrorKind::InvalidRequest, tr("The account \"demo\" is built in and cannot be changed.")},
             ExitCode::WrongUsage);
        return;
    }
    const QString factor =
        Money::fromPicos(account.priceMultiplierMillionths * (Money::kPicosPerUsd / 1'000'000)).toDecimal();
    continued(m_services.accounts().update(account), this, [=, this](const Result<Account> &done) {
        end(done ? Result<void>() : Result<void>(done.error()),
            tr("%1 is billed in %2, at %3 times the list price.").arg(account.name, account.currency, factor),
            {{QStringLiteral("account"), account.name},
             {QStringLiteral("billed_in"), account.currency},
             {QStringLiteral("multiplier"), factor}});
    });
}

void PricesCommand::end(const Result<void> &done, const QString &sentence, const QJsonObject &json)
{
    if (!done) {
        fail(done.error(), exitCodeOfPrices(done.error()));
        return;
    }
    if (m_invocation.json)
        m_console.printJson(json);
    else
        m_console.print(sentence);
    emit finished(ExitCode::Good);
}

void PricesCommand::fail(const Error &error, ExitCode code)
{
    m_console.complain(error.message);
    emit finished(code);
}

} // namespace app
