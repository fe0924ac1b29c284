#pragma once

#include "core/accounts/account.h"
#include "core/base/result.h"
#include "core/catalog/modelinfo.h"
#include "core/net/chatjob.h"

#include <QFuture>

namespace core {

class EndpointResolver;
class ProviderClient;

/// What a test of an account found.
struct ConnectionReport
{
    /// Unset when the account answered with a model list.
    std::optional<Error> error = {};
    QList<ModelInfo> models = {};
    /// The model list as received, for ModelListStore.
    QByteArray listing = {};
    double latencyMs = 0.0;
    /// Set when the API was found at another path of the same host.
    QUrl betterBaseUrl = {};

    bool ok() const { return !error.has_value(); }
};

/// Asks an account for its models and says precisely what is wrong when it does not answer with them: DNS,
/// refused, TLS, key, path, or not an API at all. Owned by Application; main thread.
class ConnectionTest : public QObject
{
    Q_OBJECT

public:
    ConnectionTest(EndpointResolver &resolver, ProviderClient &client, QObject *parent = nullptr);

    QFuture<ConnectionReport> run(const Account &account);

    /// The same with a key that is not stored yet.
    QFuture<ConnectionReport> run(const Endpoint &endpoint);

private:
    EndpointResolver &m_resolver;
    ProviderClient &m_client;
};

} // namespace core
