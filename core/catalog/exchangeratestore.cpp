#include "core/catalog/exchangeratestore.h"

#include "core/accounts/account.h"
#include "core/base/continuation.h"
#include "core/storage/database.h"
#include "core/storage/statement.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace core {

namespace {

/// The newest day that has begun anywhere on Earth.
QDate newestDay(qint64 nowMs)
{
    constexpr int kEasternmostHours = 14;
    return QDateTime::fromMSecsSinceEpoch(nowMs, Qt::UTC).addSecs(kEasternmostHours * 3'600).date();
}

Result<void> validateRate(const ExchangeRate &rate, qint64 nowMs)
{
    QString sentence;
    if (!isCurrencyCode(rate.currency))
        sentence = QCoreApplication::translate(
                       "Prices", "A rate wants a currency of three capital letters such as EUR, not \"%1\".")
                       .arg(rate.currency);
    else if (rate.currency == kUsd)
        sentence = QCoreApplication::translate("Prices", "US dollars need no rate.");
    else if (rate.usdPerUnit <= Money())
        sentence =
            QCoreApplication::translate("Prices", "The rate of %1 must be above zero.").arg(rate.currency);
    else if (!rate.date.isValid())
        sentence = QCoreApplication::translate("Prices", "The rate of %1 wants its day.").arg(rate.currency);
    else if (rate.date > newestDay(nowMs))
        sentence =
            QCoreApplication::translate(
                "Prices",
                "The rate of %1 is of %2, which is still to come; give the day that it was taken from.")
                .arg(rate.currency, rate.date.toString(Qt::ISODate));
    else
        return {};
    return Error{ErrorKind::InvalidRequest, sentence};
}

Result<void> writeRate(Connection &connection, const ExchangeRate &rate, qint64 nowMs)
{
    return Statement(connection, QStringLiteral(R"(
            INSERT INTO exchange_rates (currency, usd_picos, rate_date, set_at)
            VALUES (:currency, :usd, :date, :now)
            ON CONFLICT (currency) DO UPDATE SET usd_picos = excluded.usd_picos,
                rate_date = excluded.rate_date, set_at = excluded.set_at)"))
        .bind(":currency", rate.currency)
        .bind(":usd", rate.usdPerUnit)
        .bind(":date", rate.date.toString(Qt::ISODate))
        .bind(":now", nowMs)
        .run();
}

auto ofCurrency(const QString &currency)
{
    return [currency](const ExchangeRate &rate) { return rate.currency == currency; };
}

bool byCurrency(const ExchangeRate &a, const ExchangeRate &b)
{
    return a.currency < b.currency;
}

} // namespace

ExchangeRateStore::ExchangeRateStore(Database &database, const Clock &clock, QObject *parent)
    : QObject(parent), m_database(database), m_clock(clock)
{
}

Result<void> ExchangeRateStore::load()
{
    QList<ExchangeRate> rates;
    const Result<void> read = m_database.readNow([&rates](Connection &connection) {
        return Statement(connection,
                         QStringLiteral("SELECT currency, usd_picos, rate_date FROM exchange_rates "
                                        "ORDER BY currency"))
            .each([&rates](const Statement &row) {
                rates += ExchangeRate{row.text(0), Money::fromPicos(row.integer(1)),
                                      QDate::fromString(row.text(2), Qt::ISODate)};
            });
    });
    if (!read)
        return read;
    m_rates = rates;
    emit changed();
    return {};
}

std::optional<ExchangeRate> ExchangeRateStore::find(QStringView currency) const
{
    const auto found = std::find_if(m_rates.cbegin(), m_rates.cend(), ofCurrency(currency.toString()));
    return found == m_rates.cend() ? std::nullopt : std::optional(*found);
}

QFuture<Result<void>> ExchangeRateStore::set(const ExchangeRate &rate)
{
    if (const Result<void> valid = validateRate(rate, m_clock.utcMs()); !valid)
        return QtFuture::makeReadyFuture(valid);
    return continued(m_database.write([rate, now = m_clock.utcMs()](Connection &connection) {
        return writeRate(connection, rate, now);
    }),
                     this, [this, rate](const Result<void> &written) {
                         if (written) {
                             m_rates.removeIf(ofCurrency(rate.currency));
                             m_rates += rate;
                             std::sort(m_rates.begin(), m_rates.end(), byCurrency);
                             emit changed();
                         }
                         return written;
                     });
}

QFuture<Result<void>> ExchangeRateStore::remove(const QString &currency)
{
    return continued(m_database.write([currency](Connection &connection) {
        return Statement(connection, QStringLiteral("DELETE FROM exchange_rates WHERE currency = :currency"))
            .bind(":currency", currency)
            .run();
    }),
                     this, [this, currency](const Result<void> &written) {
                         if (written && m_rates.removeIf(ofCurrency(currency)) > 0)
                             emit changed();
                         return written;
                     });
}

} // namespace core
