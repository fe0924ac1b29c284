#include "core/reconcile/balancecheck.h"

#include "core/base/continuation.h"
#include "core/base/redaction.h"
#include "core/chat/errorreader.h"
#include "core/endpoints/endpointresolver.h"
#include "core/net/providerclient.h"
#include "core/reconcile/reconcilewords.h"

#include <QDateTime>
#include <QPromise>

namespace core {

namespace {

QFuture<Result<Balance>> refusedBalance(const Error &error)
{
    QPromise<Result<Balance>> promise;
    promise.start();
    promise.addResult(error);
    promise.finish();
    return promise.future();
}

Result<Balance> readBalanceAnswer(BalanceSource source, const Endpoint &endpoint,
                                  const Result<HttpAnswer> &answer)
{
    if (!answer)
        return answer.error();
    if (answer->status < 300)
        return parseBalance(source, endpoint.baseUrl, answer->body);
    Error error = readErrorResponse(answer->status, answer->contentType, answer->body, answer->headers,
                                    QDateTime::currentMSecsSinceEpoch());
    error.message = redacted(error.message, {endpoint.key});
    if (error.kind == ErrorKind::Auth && source == BalanceSource::OpenRouterCredits)
        error.message = ReconcileWords::tr("OpenRouter tells the balance to a management key only (%1).")
                            .arg(error.message);
    return error;
}

} // namespace

BalanceCheck::BalanceCheck(EndpointResolver &resolver, ProviderClient &client, QObject *parent)
    : QObject(parent), m_resolver(resolver), m_client(client)
{
}

QFuture<Result<Balance>> BalanceCheck::run(const Account &account)
{
    const std::optional<BalanceSource> source = balanceSource(account);
    if (!source)
        return refusedBalance({ErrorKind::NotFound,
                               ReconcileWords::tr("The provider of %1 tells no balance.").arg(account.name)});
    return continued(m_resolver.resolve(account), this,
                     [this, source](const Result<Endpoint> &resolved) -> QFuture<Result<Balance>> {
                         if (!resolved)
                             return refusedBalance(resolved.error());
                         Endpoint endpoint = *resolved;
                         if (*source == BalanceSource::DeepSeek)
                             endpoint.baseUrl.setPath(QString());
                         return m_client.get(endpoint, balancePath(*source))
                             .then([source, endpoint](const Result<HttpAnswer> &answer) {
                                 return readBalanceAnswer(*source, endpoint, answer);
                             });
                     })
        .unwrap();
}

} // namespace core
