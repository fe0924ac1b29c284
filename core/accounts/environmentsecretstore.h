#pragma once

#include "core/accounts/secretstore.h"

#include <QProcessEnvironment>

namespace core {

/// Reads secrets from environment variables as they were when the process started. It cannot write.
class EnvironmentSecretStore final : public SecretStore
{
public:
    explicit EnvironmentSecretStore(
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment());

    /// An empty variable counts as unset.
    QFuture<Result<std::optional<QString>>> read(const SecretRef &ref) override;
    QFuture<Result<void>> write(const SecretRef &ref, const QString &secret) override;
    /// Succeeds and changes nothing: the variable is the user's.
    QFuture<Result<void>> remove(const SecretRef &ref) override;

private:
    QProcessEnvironment m_environment;
};

} // namespace core
