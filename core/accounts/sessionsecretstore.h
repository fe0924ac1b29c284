#pragma once

#include "core/accounts/secretstore.h"

#include <QHash>

namespace core {

/// Secrets in memory, gone with the process.
class SessionSecretStore final : public SecretStore
{
public:
    QFuture<Result<std::optional<QString>>> read(const SecretRef &ref) override;
    QFuture<Result<void>> write(const SecretRef &ref, const QString &secret) override;
    QFuture<Result<void>> remove(const SecretRef &ref) override;

private:
    QHash<std::pair<qint64, int>, QString> m_secrets;
};

} // namespace core
