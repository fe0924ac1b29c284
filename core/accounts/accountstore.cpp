#include "core/accounts/accountstore.h"

#include "core/accounts/accountjson.h"
#include "core/base/continuation.h"
#include "core/storage/database.h"
#include "core/storage/statement.h"

#include <QCoreApplication>

namespace core {

namespace {

template <typename T>
QFuture<Result<T>> ready(Result<T> result)
{
    return QtFuture::makeReadyFuture(std::move(result));
}

Error unknownAccount(qint64 id)
{
    return Error{ErrorKind::NotFound, QStringLiteral("there is no account with the id %1").arg(id)};
}

Account readAccount(const Statement &row)
{
    Account account;
    account.id = row.integer(0);
    account.name = row.text(1);
    account.presetId = row.text(2);
    account.baseUrl = QUrl(row.text(3));
    account.keyStore = keyStoreFromName(row.text(4)).value_or(KeyStore::None);
    account.keyVariable = row.text(5);
    account.headers = headersFromJson(row.utf8(6));
    account.maxParallel = static_cast<int>(row.integer(7));
    account.timeouts = timeoutsFromJson(row.utf8(8));
    account.proxy = proxyFromJson(row.utf8(9));
    account.caFile = row.text(10);
    account.priceMultiplierMillionths = row.integer(11);
    account.acceptsListPrices = row.boolean(12);
    account.enabled = row.boolean(13);
    account.currency = row.text(14);
    return account;
}

void bindAccount(Statement &statement, const Account &account)
{
    statement.bind(":name", account.name)
        .bind(":preset", account.presetId)
        .bind(":base_url", account.baseUrl.toString())
        .bind(":key_store", keyStoreName(account.keyStore))
        .bind(":key_variable", account.keyVariable)
        .bindUtf8(":headers", headersToJson(account.headers))
        .bind(":max_parallel", account.maxParallel)
        .bindUtf8(":timeouts", timeoutsToJson(account.timeouts))
        .bindUtf8(":proxy", proxyToJson(account.proxy))
        .bind(":ca_file", account.caFile)
        .bind(":multiplier", account.priceMultiplierMillionths)
        .bind(":accepts_list_prices", account.acceptsListPrices)
        .bind(":enabled", account.enabled)
        .bind(":currency", account.currency);
}

Result<qint64> insertAccount(Connection &connection, const Account &account)
{
    Statement statement(connection, QStringLiteral(R"(
        INSERT INTO accounts (position, name, preset, base_url, key_store, key_variable, headers, max_parallel,
            timeouts, proxy, ca_file, price_multiplier_millionths, accepts_list_prices, enabled, currency)
        VALUES ((SELECT ifnull(max(position) + 1, 0) FROM accounts), :name, :preset, :base_url, :key_store,
            :key_variable, :headers, :max_parallel, :timeouts, :proxy, :ca_file, :multiplier,
            :accepts_list_prices, :enabled, :currency))"));
    bindAccount(statement, account);
    return statement.insert();
}

Result<void> updateAccount(Connection &connection, const Account &account)
{
    Statement statement(connection, QStringLiteral(R"(
        UPDATE accounts SET name = :name, preset = :preset, base_url = :base_url, key_store = :key_store,
            key_variable = :key_variable, headers = :headers, max_parallel = :max_parallel, timeouts = :timeouts,
            proxy = :proxy, ca_file = :ca_file, price_multiplier_millionths = :multiplier,
            accepts_list_prices = :accepts_list_prices, enabled = :enabled, currency = :currency
        WHERE id = :id)"));
    bindAccount(statement, account);
    const Result<int> changed = statement.bind(":id", account.id).change();
    if (!changed)
        return changed.error();
    return *changed == 1 ? Result<void>() : Result<void>(unknownAccount(account.id));
}

Result<void> writeOrder(Connection &connection, const QList<qint64> &ids)
{
    Statement statement(connection,
                        QStringLiteral("UPDATE accounts SET position = :position WHERE id = :id"));
    for (qsizetype at = 0; at < ids.size(); ++at) {
        if (const Result<void> done = statement.bind(":position", at).bind(":id", ids[at]).run(); !done)
            return done;
    }
    return {};
}

auto byId(qint64 id)
{
    return [id](const Account &account) { return account.id == id; };
}

} // namespace

AccountStore::AccountStore(Database &database, QObject *parent) : QObject(parent), m_database(database) { }

Result<void> AccountStore::load()
{
    QList<Account> accounts;
    const Result<void> read = m_database.readNow([&accounts](Connection &connection) {
        Statement statement(connection, QStringLiteral(R"(
            SELECT id, name, preset, base_url, key_store, key_variable, headers, max_parallel, timeouts, proxy,
                ca_file, price_multiplier_millionths, accepts_list_prices, enabled, currency
            FROM accounts ORDER BY position, id)"));
        return statement.each([&accounts](const Statement &row) { accounts += readAccount(row); });
    });
    if (!read)
        return read;
    m_accounts = accounts;
    emit changed();
    return {};
}

QList<Account> AccountStore::accounts() const
{
    QList<Account> all = m_accounts;
    if (m_demo)
        all += *m_demo;
    return all;
}

std::optional<Account> AccountStore::find(QStringView name) const
{
    if (m_demo && m_demo->name == name)
        return m_demo;
    const auto found = std::find_if(m_accounts.cbegin(), m_accounts.cend(),
                                    [name](const Account &account) { return account.name == name; });
    return found == m_accounts.cend() ? std::nullopt : std::optional(*found);
}

std::optional<Account> AccountStore::find(qint64 id) const
{
    if (m_demo && m_demo->id == id)
        return m_demo;
    const auto found = std::find_if(m_accounts.cbegin(), m_accounts.cend(), byId(id));
    return found == m_accounts.cend() ? std::nullopt : std::optional(*found);
}

Result<void> AccountStore::checkNameFree(const Account &account) const
{
    const auto clashes = [&account](const Account &other) {
        return other.id != account.id && other.name.compare(account.name, Qt::CaseInsensitive) == 0;
    };
    if (std::any_of(m_accounts.cbegin(), m_accounts.cend(), clashes))
        return Error{ErrorKind::InvalidRequest,
                     QCoreApplication::translate("Accounts", "There is already an account named “%1”.")
                         .arg(account.name)};
    return {};
}

QFuture<Result<Account>> AccountStore::add(Account account)
{
    account = withoutSecrets(std::move(account));
    account.id = 0;
    account.simulated = false;
    if (const Result<void> valid = validateAccount(account); !valid)
        return ready<Account>(valid.error());
    if (const Result<void> free = checkNameFree(account); !free)
        return ready<Account>(free.error());
    return continued(
        m_database.write([account](Connection &connection) { return insertAccount(connection, account); }),
        this, [this, account](const Result<qint64> &id) -> Result<Account> {
            if (!id)
                return id.error();
            m_accounts += account;
            m_accounts.last().id = *id;
            const Account added = m_accounts.last();
            emit changed();
            return added;
        });
}

QFuture<Result<Account>> AccountStore::update(Account account)
{
    account = withoutSecrets(std::move(account));
    account.simulated = false;
    if (std::none_of(m_accounts.cbegin(), m_accounts.cend(), byId(account.id)))
        return ready<Account>(unknownAccount(account.id));
    if (const Result<void> valid = validateAccount(account); !valid)
        return ready<Account>(valid.error());
    if (const Result<void> free = checkNameFree(account); !free)
        return ready<Account>(free.error());
    return replace(account);
}

QFuture<Result<Account>> AccountStore::replace(const Account &account)
{
    return continued(
        m_database.write([account](Connection &connection) { return updateAccount(connection, account); }),
        this, [this, account](const Result<void> &written) -> Result<Account> {
            if (!written)
                return written.error();
            const auto place = std::find_if(m_accounts.begin(), m_accounts.end(), byId(account.id));
            if (place != m_accounts.end())
                *place = account;
            emit changed();
            return account;
        });
}

QFuture<Result<void>> AccountStore::remove(qint64 id)
{
    if (std::none_of(m_accounts.cbegin(), m_accounts.cend(), byId(id)))
        return ready<void>(unknownAccount(id));
    return continued(m_database.write([id](Connection &connection) {
        return Statement(connection, QStringLiteral("DELETE FROM accounts WHERE id = :id"))
            .bind(":id", id)
            .run();
    }),
                     this, [this, id](const Result<void> &written) {
                         if (written) {
                             m_accounts.removeIf(byId(id));
                             emit changed();
                         }
                         return written;
                     });
}

QFuture<Result<void>> AccountStore::move(qint64 id, int position)
{
    const auto place = std::find_if(m_accounts.cbegin(), m_accounts.cend(), byId(id));
    if (place == m_accounts.cend())
        return ready<void>(unknownAccount(id));
    QList<Account> ordered = m_accounts;
    ordered.move(place - m_accounts.cbegin(), std::clamp<qsizetype>(position, 0, m_accounts.size() - 1));
    QList<qint64> ids;
    for (const Account &account : std::as_const(ordered))
        ids += account.id;
    return continued(m_database.write([ids](Connection &connection) { return writeOrder(connection, ids); }),
                     this, [this, ids](const Result<void> &written) {
                         if (written) {
                             std::stable_sort(m_accounts.begin(), m_accounts.end(),
                                              [&ids](const Account &a, const Account &b) {
                                                  return ids.indexOf(a.id) < ids.indexOf(b.id);
                                              });
                             emit changed();
                         }
                         return written;
                     });
}

QFuture<Result<void>> AccountStore::setEnabled(qint64 id, bool enabled)
{
    std::optional<Account> account = find(id);
    if (!account || account->simulated)
        return ready<void>(unknownAccount(id));
    account->enabled = enabled;
    return continued(replace(*account), this, [](const Result<Account> &written) {
        return written ? Result<void>() : Result<void>(written.error());
    });
}

void AccountStore::setDemoAccount(std::optional<Account> account)
{
    if (account) {
        account->id = kDemoAccountId;
        account->name = kDemoAccountName;
        account->simulated = true;
    }
    if (m_demo == account)
        return;
    m_demo = std::move(account);
    emit changed();
}

} // namespace core
