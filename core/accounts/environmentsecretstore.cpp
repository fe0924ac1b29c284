#include "core/accounts/environmentsecretstore.h"

namespace core {

EnvironmentSecretStore::EnvironmentSecretStore(QProcessEnvironment environment)
    : m_environment(std::move(environment))
{
}

QFuture<Result<std::optional<QString>>> EnvironmentSecretStore::read(const SecretRef &ref)
{
    // A variable filled from a file often ends with a line feed; no key does.
    const QString value = m_environment.value(ref.variable).trimmed();
    std::optional<QString> secret;
    if (!ref.variable.isEmpty() && !value.isEmpty())
        secret = value;
    return QtFuture::makeReadyFuture(Result<std::optional<QString>>(secret));
}

QFuture<Result<void>> EnvironmentSecretStore::write(const SecretRef &, const QString &)
{
    return QtFuture::makeReadyFuture(Result<void>(Error{
        ErrorKind::InvalidRequest, QStringLiteral("a key cannot be stored in an environment variable")}));
}

QFuture<Result<void>> EnvironmentSecretStore::remove(const SecretRef &)
{
    return QtFuture::makeReadyFuture(Result<void>());
}

} // namespace core
