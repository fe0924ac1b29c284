#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/catalog/modelinfo.h"

#include <QFuture>
#include <QObject>

namespace core {

class Database;

/// Rates that the user gave to show prices in other currencies in US dollars: a list in memory over the table
/// `exchange_rates`, one rate a currency. None is ever fetched or guessed. Owned by the application; main
/// thread.
class ExchangeRateStore : public QObject
{
    Q_OBJECT

public:
    ExchangeRateStore(Database &database, const Clock &clock, QObject *parent = nullptr);

    Result<void> load();

    const QList<ExchangeRate> &all() const { return m_rates; }
    std::optional<ExchangeRate> find(QStringView currency) const;

    /// Puts the rate in the place of the currency's former one. A currency that is not three capital letters
    /// or is USD, a rate that is not above zero, a missing date and one that has begun nowhere yet are
    /// refused (InvalidRequest).
    QFuture<Result<void>> set(const ExchangeRate &rate);
    QFuture<Result<void>> remove(const QString &currency);

signals:
    void changed();

private:
    Database &m_database;
    const Clock &m_clock;
    QList<ExchangeRate> m_rates;
};

} // namespace core
