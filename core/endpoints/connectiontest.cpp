#include "core/endpoints/connectiontest.h"

#include "core/base/continuation.h"
#include "core/base/redaction.h"
#include "core/catalog/modellisting.h"
#include "core/chat/errorreader.h"
#include "core/endpoints/endpointresolver.h"
#include "core/net/providerclient.h"

#include <QDateTime>
#include <QPromise>

namespace core {

namespace {

constexpr int kUnauthorised = 401;
constexpr int kForbidden = 403;
constexpr int kNotFound = 404;

bool isHtml(const HttpAnswer &answer)
{
    return answer.contentType.toLower().contains("html")
        || answer.body.trimmed().left(9).toLower() == "<!doctype"
        || answer.body.trimmed().left(5).toLower() == "<html";
}

/// Whether an API answers there, even if it wants a key first.
bool looksLikeApi(const Result<HttpAnswer> &answer)
{
    if (!answer || isHtml(*answer))
        return false;
    return answer->status == kUnauthorised || answer->status == kForbidden
        || (answer->status < 300 && parseModelListing(answer->body).hasValue());
}

ConnectionReport readAnswer(const Endpoint &endpoint, const Result<HttpAnswer> &answer)
{
    ConnectionReport report;
    if (!answer) {
        report.error = answer.error();
        return report;
    }
    report.latencyMs = answer->elapsedMs;
    const QString address = endpoint.baseUrl.toString();
    if (isHtml(*answer) && answer->status != kUnauthorised && answer->status != kForbidden) {
        report.error =
            Error{ErrorKind::Protocol,
                  QStringLiteral("%1 answers with a web page: it is not the address of an API.").arg(address),
                  answer->status};
    } else if (answer->status >= 300) {
        Error error = readErrorResponse(answer->status, answer->contentType, answer->body, answer->headers,
                                        QDateTime::currentMSecsSinceEpoch());
        error.message = redacted(error.message, {endpoint.key});
        if (answer->status == kNotFound)
            error.message =
                QStringLiteral("There is no model list at %1/models (404). The path may be wrong, or this "
                               "endpoint lists none: then type model ids by hand.")
                    .arg(address);
        else if (error.kind == ErrorKind::Auth && endpoint.key.isEmpty())
            error.message =
                QStringLiteral("%1 wants a key and the account has none (%2).").arg(address, error.message);
        report.error = error;
    } else {
        Result<QList<ModelInfo>> models = parseModelListing(answer->body);
        if (models) {
            report.models = std::move(models).value();
            report.listing = answer->body;
        } else {
            report.error = models.error();
        }
    }
    return report;
}

/// Where else on the same host the API may be: `/v1` missing, or a chat path pasted whole.
QUrl otherBaseUrl(const QUrl &baseUrl)
{
    QUrl other = baseUrl;
    QString path = baseUrl.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    const QString chatPath = QStringLiteral("/chat/completions");
    if (path.endsWith(chatPath))
        path.chop(chatPath.size());
    else if (!path.endsWith(QLatin1StringView("/v1")))
        path += QStringLiteral("/v1");
    else
        return {};
    other.setPath(path);
    return other;
}

} // namespace

ConnectionTest::ConnectionTest(EndpointResolver &resolver, ProviderClient &client, QObject *parent)
    : QObject(parent), m_resolver(resolver), m_client(client)
{
}

QFuture<ConnectionReport> ConnectionTest::run(const Account &account)
{
    return continued(m_resolver.resolve(account), this,
                     [this](const Result<Endpoint> &endpoint) -> QFuture<ConnectionReport> {
                         if (endpoint)
                             return run(*endpoint);
                         QPromise<ConnectionReport> refused;
                         refused.start();
                         refused.addResult(ConnectionReport{.error = endpoint.error()});
                         refused.finish();
                         return refused.future();
                     })
        .unwrap();
}

QFuture<ConnectionReport> ConnectionTest::run(const Endpoint &endpoint)
{
    const QString models = QStringLiteral("/models");
    return continued(m_client.get(endpoint, models), this,
                     [this, endpoint, models](const Result<HttpAnswer> &answer) -> QFuture<ConnectionReport> {
                         const ConnectionReport first = readAnswer(endpoint, answer);
                         const bool wrongPlace = answer && (answer->status == kNotFound || isHtml(*answer));
                         Endpoint elsewhere = endpoint;
                         elsewhere.baseUrl = otherBaseUrl(endpoint.baseUrl);
                         QPromise<ConnectionReport> promise;
                         promise.start();
                         if (!wrongPlace || elsewhere.baseUrl.isEmpty()) {
                             promise.addResult(first);
                             promise.finish();
                             return promise.future();
                         }
                         return m_client.get(elsewhere, models)
                             .then([first, elsewhere](const Result<HttpAnswer> &second) {
                                 ConnectionReport report = first;
                                 if (looksLikeApi(second)) {
                                     report.betterBaseUrl = elsewhere.baseUrl;
                                     report.error =
                                         Error{ErrorKind::NotFound,
                                               QStringLiteral("The API is at %1: use that as the base URL.")
                                                   .arg(elsewhere.baseUrl.toString()),
                                               second->status};
                                 }
                                 return report;
                             });
                     })
        .unwrap();
}

} // namespace core
