#pragma once

#include "core/base/result.h"

#include <QFuture>
#include <QString>

#include <optional>

namespace core {

enum class SecretKind { Key, ProxyPassword };

/// Names a secret without being one.
struct SecretRef
{
    qint64 accountId = 0;
    SecretKind kind = SecretKind::Key;
    /// The environment variable that holds it; other stores do not look at it.
    QString variable = {};

    bool operator==(const SecretRef &) const = default;
};

/// A place where secrets are kept. Main thread; every future finishes there.
class SecretStore
{
public:
    virtual ~SecretStore() = default;

    /// The secret, nothing when the place has none, or why the place could not be asked.
    virtual QFuture<Result<std::optional<QString>>> read(const SecretRef &ref) = 0;
    virtual QFuture<Result<void>> write(const SecretRef &ref, const QString &secret) = 0;
    /// Removing what is not there succeeds.
    virtual QFuture<Result<void>> remove(const SecretRef &ref) = 0;
};

} // namespace core
