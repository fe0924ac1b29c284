#include "core/accounts/keychainsecretstore.h"

#include "core/base/continuation.h"
#include "core/base/logging.h"
#include "core/storage/database.h"
#include "core/storage/statement.h"

#include <qt6keychain/keychain.h>

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QPromise>
#include <QTimer>
#include <QUuid>

namespace core {

namespace {

constexpr QLatin1StringView kService("switchyard");
constexpr QLatin1StringView kUuidKey("ledger_uuid");
/// The default collection of the Secret Service, https://specifications.freedesktop.org/secret-service-spec/
constexpr QLatin1StringView kSecretService("org.freedesktop.secrets");
constexpr QLatin1StringView kDefaultCollection("/org/freedesktop/secrets/aliases/default");
constexpr QLatin1StringView kCollectionInterface("org.freedesktop.Secret.Collection");

Result<QString> readUuid(Connection &connection)
{
    QString uuid;
    const Result<bool> found =
        Statement(connection, QStringLiteral("SELECT value FROM meta WHERE key = :key"))
            .bind(":key", kUuidKey)
            .first([&uuid](const Statement &row) { uuid = row.text(0); });
    if (!found)
        return found.error();
    return uuid;
}

Error lockedError()
{
    return Error{ErrorKind::Auth,
                 QCoreApplication::translate("Secrets", "The keychain is locked: unlock it and try again."),
                 {},
                 {},
                 QStringLiteral("keychain_locked")};
}

Error unavailableError(const QString &detail)
{
    const QString sentence = QCoreApplication::translate("Secrets",
                                                         "No keychain answers on this system (%1). Name an "
                                                         "environment variable or keep the key for this "
                                                         "session only.")
                                 .arg(detail);
    return Error{ErrorKind::Auth, sentence, {}, {}, QStringLiteral("keychain_unavailable")};
}

Error timeoutError(std::chrono::milliseconds limit)
{
    const QString sentence =
        QCoreApplication::translate("Secrets",
                                    "The keychain did not answer within %1 s. If it asks "
                                    "for its password, answer it and try again.")
            .arg(double(limit.count()) / 1000.0);
    return Error{ErrorKind::Timeout, sentence, {}, {}, QStringLiteral("keychain_timeout")};
}

Error jobError(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return Error{
            ErrorKind::Auth,
            QCoreApplication::translate("Secrets", "The keychain refused access: unlock it and try again."),
            {},
            {},
            QStringLiteral("keychain_denied")};
    default:
        return unavailableError(job.errorString().trimmed());
    }
}

/// Starts the job and hands it to `read` when it is done; a job that takes longer than `limit` is left to
/// itself.
template <typename T, typename JobType, typename Read>
QFuture<Result<T>> run(QObject *context, JobType *job, std::chrono::milliseconds limit, Read read)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    QFuture<Result<T>> future = promise->future();
    auto *const timer = new QTimer(context);
    timer->setSingleShot(true);
    const auto settle = [promise, timer](Result<T> result) {
        if (promise->future().isFinished())
            return;
        timer->deleteLater();
        promise->addResult(std::move(result));
        promise->finish();
    };
    QObject::connect(timer, &QTimer::timeout, context, [settle, limit] { settle(timeoutError(limit)); });
    QObject::connect(job, &QKeychain::Job::finished, context,
                     [settle, read, job](QKeychain::Job *) { settle(read(*job)); });
    timer->start(limit);
    job->start();
    return future;
}

/// Whether the default collection is locked; nothing when nobody can tell.
QFuture<std::optional<bool>> isLocked(QObject *context, std::chrono::milliseconds limit)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return QtFuture::makeReadyFuture(std::optional<bool>());
    QDBusMessage question = QDBusMessage::createMethodCall(kSecretService, kDefaultCollection,
                                                           QStringLiteral("org.freedesktop.DBus.Properties"),
                                                           QStringLiteral("Get"));
    // Asking must not start a second keychain beside the one of the desktop.
    question.setAutoStartService(false);
    question << QString(kCollectionInterface) << QStringLiteral("Locked");
    auto promise = std::make_shared<QPromise<std::optional<bool>>>();
    promise->start();
    auto *const watcher = new QDBusPendingCallWatcher(bus.asyncCall(question, int(limit.count())), context);
    QObject::connect(
        watcher, &QDBusPendingCallWatcher::finished, context, [promise](QDBusPendingCallWatcher *call) {
            const QDBusPendingReply<QDBusVariant> reply = *call;
            std::optional<bool> locked;
            if (!reply.isError())
                locked = reply.value().variant().toBool();
            else
                qCInfo(logAccounts) << "whether the keychain is locked is not known:" << reply.error().name();
            call->deleteLater();
            promise->addResult(locked);
            promise->finish();
        });
    return promise->future();
}

} // namespace

QFuture<Result<QString>> ledgerUuid(Database &database)
{
    const Result<QString> known =
        database.readNow([](Connection &connection) { return readUuid(connection); });
    if (!known || !known->isEmpty())
        return QtFuture::makeReadyFuture(known);
    return database.write([](Connection &connection) -> Result<QString> {
        // Another process may have been first: its id counts.
        const Result<void> made =
            Statement(connection,
                      QStringLiteral("INSERT OR IGNORE INTO meta (key, value) VALUES (:key, :value)"))
                .bind(":key", kUuidKey)
                .bind(":value", QUuid::createUuid().toString(QUuid::WithoutBraces))
                .run();
        if (!made)
            return made.error();
        return readUuid(connection);
    });
}

KeychainSecretStore::KeychainSecretStore(Database &database, std::chrono::milliseconds limit, QObject *parent)
    : QObject(parent), m_database(database), m_limit(limit)
{
}

QFuture<Result<QString>> KeychainSecretStore::entryOf(const SecretRef &ref)
{
    const QString rest = u'/' + QString::number(ref.accountId)
        + (ref.kind == SecretKind::ProxyPassword ? QStringLiteral("/proxy") : QString());
    if (!m_ledgerUuid.isEmpty())
        return QtFuture::makeReadyFuture(Result<QString>(m_ledgerUuid + rest));
    return continued(ledgerUuid(m_database), this,
                     [this, rest](const Result<QString> &uuid) -> Result<QString> {
                         if (!uuid)
                             return uuid.error();
                         m_ledgerUuid = *uuid;
                         return QString(*uuid + rest);
                     });
}

QFuture<Result<std::optional<QString>>> KeychainSecretStore::read(const SecretRef &ref)
{
    return continued(entryOf(ref), this,
                     [this](const Result<QString> &entry) {
                         return entry
                             ? readEntry(*entry)
                             : QtFuture::makeReadyFuture(Result<std::optional<QString>>(entry.error()));
                     })
        .unwrap();
}

QFuture<Result<void>> KeychainSecretStore::write(const SecretRef &ref, const QString &secret)
{
    return continued(entryOf(ref), this,
                     [this, secret](const Result<QString> &entry) {
                         return entry ? writeEntry(*entry, secret)
                                      : QtFuture::makeReadyFuture(Result<void>(entry.error()));
                     })
        .unwrap();
}

QFuture<Result<void>> KeychainSecretStore::remove(const SecretRef &ref)
{
    return continued(entryOf(ref), this,
                     [this](const Result<QString> &entry) {
                         return entry ? removeEntry(*entry)
                                      : QtFuture::makeReadyFuture(Result<void>(entry.error()));
                     })
        .unwrap();
}

QFuture<Result<void>> KeychainSecretStore::probe()
{
    return continued(readEntry(QStringLiteral("probe")), this,
                     [](const Result<std::optional<QString>> &answer) {
                         return answer ? Result<void>() : Result<void>(answer.error());
                     });
}

QFuture<Result<std::optional<QString>>> KeychainSecretStore::readEntry(const QString &entry)
{
    using Found = Result<std::optional<QString>>;
    auto *const job = new QKeychain::ReadPasswordJob(kService);
    job->setKey(entry);
    const auto read = [](const QKeychain::ReadPasswordJob &done) -> Found {
        if (done.error() == QKeychain::EntryNotFound)
            return std::optional<QString>();
        if (done.error() != QKeychain::NoError)
            return jobError(done);
        return std::optional<QString>(done.textData());
    };
    return continued(
               run<std::optional<QString>>(this, job, m_limit, read), this,
               [this](const Found &found) {
                   if (!found || found->has_value())
                       return QtFuture::makeReadyFuture(found);
                   return continued(isLocked(this, m_limit), this, [](std::optional<bool> locked) -> Found {
                       return locked.value_or(false) ? Found(lockedError()) : Found(std::optional<QString>());
                   });
               })
        .unwrap();
}

QFuture<Result<void>> KeychainSecretStore::writeEntry(const QString &entry, const QString &secret)
{
    auto *const job = new QKeychain::WritePasswordJob(kService);
    job->setKey(entry);
    job->setTextData(secret);
    const auto read = [](const QKeychain::WritePasswordJob &done) {
        return done.error() == QKeychain::NoError ? Result<void>() : Result<void>(jobError(done));
    };
    return continued(run<void>(this, job, m_limit, read), this,
                     [this](const Result<void> &written) {
                         if (written || written.error().kind == ErrorKind::Timeout)
                             return QtFuture::makeReadyFuture(written);
                         return continued(
                             isLocked(this, m_limit), this, [written](std::optional<bool> locked) {
                                 return locked.value_or(false) ? Result<void>(lockedError()) : written;
                             });
                     })
        .unwrap();
}

QFuture<Result<void>> KeychainSecretStore::removeEntry(const QString &entry)
{
    auto *const job = new QKeychain::DeletePasswordJob(kService);
    job->setKey(entry);
    return run<void>(this, job, m_limit, [](const QKeychain::DeletePasswordJob &done) {
        const bool gone = done.error() == QKeychain::NoError || done.error() == QKeychain::EntryNotFound;
        return gone ? Result<void>() : Result<void>(jobError(done));
    });
}

} // namespace core
