#pragma once

#include "core/reconcile/balance.h"

#include <QFuture>
#include <QObject>

namespace core {

class EndpointResolver;
class ProviderClient;

/// Asks an account's provider how much is left, when the user wants to know. Owned by Application; main
/// thread.
class BalanceCheck : public QObject
{
    Q_OBJECT

public:
    BalanceCheck(EndpointResolver &resolver, ProviderClient &client, QObject *parent = nullptr);

    /// Errors: not_found where the provider tells no balance; auth with what the key must be able to do.
    QFuture<Result<Balance>> run(const Account &account);

private:
    EndpointResolver &m_resolver;
    ProviderClient &m_client;
};

} // namespace core
