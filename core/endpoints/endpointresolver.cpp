#include "core/endpoints/endpointresolver.h"

#include "core/accounts/secrets.h"

namespace core {

EndpointResolver::EndpointResolver(Secrets &secrets) : m_secrets(secrets) { }

QFuture<Result<Endpoint>> EndpointResolver::resolve(const Account &account)
{
    return m_secrets.resolve(account).then(
        [account](const Result<ResolvedSecrets> &secrets) -> Result<Endpoint> {
            if (!secrets)
                return secrets.error();
            Endpoint endpoint;
            endpoint.accountId = account.id;
            endpoint.baseUrl = account.baseUrl;
            endpoint.key = secrets->key;
            endpoint.headers = account.headers;
            endpoint.timeouts = account.timeouts;
            endpoint.proxy = account.proxy;
            endpoint.proxy.password = secrets->proxyPassword;
            endpoint.caFile = account.caFile;
            return endpoint;
        });
}

} // namespace core
