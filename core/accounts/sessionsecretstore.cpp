#include "core/accounts/sessionsecretstore.h"

namespace core {

namespace {

std::pair<qint64, int> keyOf(const SecretRef &ref)
{
    return {ref.accountId, static_cast<int>(ref.kind)};
}

} // namespace

QFuture<Result<std::optional<QString>>> SessionSecretStore::read(const SecretRef &ref)
{
    std::optional<QString> secret;
    if (const auto found = m_secrets.constFind(keyOf(ref)); found != m_secrets.constEnd())
        secret = *found;
    return QtFuture::makeReadyFuture(Result<std::optional<QString>>(secret));
}

QFuture<Result<void>> SessionSecretStore::write(const SecretRef &ref, const QString &secret)
{
    m_secrets.insert(keyOf(ref), secret);
    return QtFuture::makeReadyFuture(Result<void>());
}

QFuture<Result<void>> SessionSecretStore::remove(const SecretRef &ref)
{
    m_secrets.remove(keyOf(ref));
    return QtFuture::makeReadyFuture(Result<void>());
}

} // namespace core
