#include "core/net/chatexchange.h"

#include "core/base/logging.h"
#include "core/base/redaction.h"
#include "core/chat/chatrequestencoder.h"
#include "core/chat/errorreader.h"
#include "core/net/httperrors.h"

using namespace std::chrono_literals;

namespace core {

namespace {

/// With what drawing takes, text is on screen within 50 ms of its arrival.
constexpr auto kPublishInterval = 20ms;
/// An error page or a whole answer larger than this is not one.
constexpr qsizetype kLargestDocument = 64 * 1024 * 1024;

QUrl chatUrl(const QUrl &baseUrl)
{
    QUrl url = baseUrl;
    QString path = url.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path + QStringLiteral("/chat/completions"));
    return url;
}

double seconds(std::chrono::milliseconds duration)
{
    return static_cast<double>(duration.count()) / 1000.0;
}

} // namespace

ChatExchange::ChatExchange(const Clock &clock, ChatJob job)
    : m_clock(clock), m_job(std::move(job)), m_reader(m_job.dialect)
{
    m_timing.queued = m_job.queuedMs;
    m_watchdog.setParent(this);
    m_watchdog.setSingleShot(true);
    connect(&m_watchdog, &QTimer::timeout, this, &ChatExchange::timeOut);
    m_publishTimer.setParent(this);
    m_publishTimer.setSingleShot(true);
    connect(&m_publishTimer, &QTimer::timeout, this, &ChatExchange::publish);
}

double ChatExchange::sinceDispatch() const
{
    return static_cast<double>(m_clock.monotonicNs() - m_job.dispatchedNs) / 1e6;
}

void ChatExchange::start(Transport &transport)
{
    TransportRequest request;
    request.method = "POST";
    request.url = chatUrl(m_job.endpoint.baseUrl);
    request.headers = {{"Accept", m_job.dialect.streaming ? "text/event-stream" : "application/json"}};
    request.body = encodeChatRequest(m_job.request, m_job.dialect);
    request.endpoint = m_job.endpoint;
    m_exchange = transport.start(request);
    connect(m_exchange.get(), &HttpExchange::connected, this,
            [this] { m_timing.connected = sinceDispatch(); });
    connect(m_exchange.get(), &HttpExchange::headReceived, this, &ChatExchange::noteHead);
    connect(m_exchange.get(), &HttpExchange::bytesReceived, this, &ChatExchange::noteBytes);
    connect(m_exchange.get(), &HttpExchange::finished, this, &ChatExchange::noteEnd);
    watch();
}

void ChatExchange::cancel()
{
    settle(ResponseEnd::Cancelled, std::nullopt);
}

void ChatExchange::noteHead(const HttpHead &head)
{
    m_head = head;
    m_timing.headers = sinceDispatch();
    m_streamed = head.status < 300 && head.header("content-type").toLower().contains("event-stream");
}

void ChatExchange::noteBytes(const QByteArray &bytes)
{
    if (m_settled)
        return;
    if (!m_gotBytes) {
        m_gotBytes = true;
        // Some servers stream without saying so in the content type.
        if (!m_streamed && m_head.status < 300 && m_job.dialect.streaming) {
            const QByteArray start = bytes.left(16).trimmed();
            m_streamed = start.startsWith("data:") || start.startsWith("event:") || start.startsWith(':');
        }
    }
    if (m_streamed) {
        takeEvents(m_decoder.feed(bytes));
    } else {
        m_document += bytes;
        if (m_document.size() > kLargestDocument)
            settle(ResponseEnd::Dropped,
                   Error{ErrorKind::Protocol, QStringLiteral("The answer is larger than 64 MiB."),
                         m_head.status});
    }
    if (!m_settled)
        watch();
}

void ChatExchange::takeEvents(const QList<SseEvent> &events)
{
    for (const SseEvent &event : events) {
        takeDelta(m_reader.feed(event));
        if (m_reader.ended() || m_reader.failed())
            break;
    }
    if (m_reader.ended() || m_reader.failed())
        settle(ResponseEnd::Closed, std::nullopt);
    else if (m_decoder.overflowed())
        settle(ResponseEnd::Dropped,
               Error{ErrorKind::Protocol, QStringLiteral("The stream has an event larger than 64 MiB.")});
}

void ChatExchange::takeDelta(const ChatDelta &delta)
{
    const bool token = !delta.text.isEmpty() || !delta.reasoning.isEmpty() || delta.toolCall;
    if (!token)
        return;
    const double now = sinceDispatch();
    if (!delta.reasoning.isEmpty() && !m_timing.firstReasoning)
        m_timing.firstReasoning = now;
    if ((!delta.text.isEmpty() || delta.toolCall) && !m_timing.firstText)
        m_timing.firstText = now;
    m_timing.last = now;
    m_gotToken = true;
    m_pending.text += delta.text;
    m_pending.reasoning += delta.reasoning;
    m_pending.arrivedNs = m_clock.monotonicNs();
    if (!m_publishTimer.isActive())
        publish();
}

void ChatExchange::publish()
{
    if (m_settled || (m_pending.text.isEmpty() && m_pending.reasoning.isEmpty()))
        return;
    m_pending.timing = m_timing;
    emit progressed(std::exchange(m_pending, {}));
    m_publishTimer.start(kPublishInterval);
}

void ChatExchange::noteEnd(const std::optional<Error> &error)
{
    if (m_settled)
        return;
    if (error && m_head.status < 300) {
        settle(error->kind == ErrorKind::Timeout ? ResponseEnd::TimedOut : ResponseEnd::Dropped, error);
        return;
    }
    if (m_streamed) {
        if (const std::optional<SseEvent> last = m_decoder.finish())
            takeEvents({*last});
        if (!m_settled)
            settle(ResponseEnd::Closed, std::nullopt);
        return;
    }
    passDocument();
}

void ChatExchange::passDocument()
{
    const QByteArray contentType = m_head.header("content-type");
    if (m_head.status >= 300) {
        const qint64 nowMs = m_clock.utcMs();
        settle(ResponseEnd::Dropped,
               readErrorResponse(m_head.status, contentType, m_document, m_head.headers, nowMs));
        return;
    }
    if (contentType.toLower().contains("html")) {
        Error error =
            readErrorResponse(m_head.status, contentType, m_document, m_head.headers, m_clock.utcMs());
        error.kind = ErrorKind::Protocol;
        error.message =
            QStringLiteral("%1 answered with a web page instead of an API answer; check the base URL.")
                .arg(hostAndPort(m_job.endpoint.baseUrl));
        settle(ResponseEnd::Dropped, error);
        return;
    }
    takeDelta(m_reader.feedDocument(m_document));
    settle(ResponseEnd::Closed, std::nullopt);
}

void ChatExchange::watch()
{
    const Timeouts &limits = m_job.endpoint.timeouts;
    auto wait = m_gotToken ? limits.idle : limits.firstToken;
    if (!m_gotToken && wait.count() > 0)
        wait -= std::chrono::milliseconds(qRound64(sinceDispatch()));
    if (limits.total.count() > 0) {
        const auto left = limits.total - std::chrono::milliseconds(qRound64(sinceDispatch()));
        wait = (m_gotToken ? limits.idle : limits.firstToken).count() > 0 ? std::min(wait, left) : left;
    } else if ((m_gotToken ? limits.idle : limits.firstToken).count() == 0) {
        m_watchdog.stop();
        return;
    }
    m_watchdog.start(std::max(wait, 0ms));
}

void ChatExchange::timeOut()
{
    const Timeouts &limits = m_job.endpoint.timeouts;
    const bool total = limits.total.count() > 0 && sinceDispatch() >= double(limits.total.count()) - 1.0;
    QString message;
    if (total)
        message = QStringLiteral("The lane's limit of %1 s is over.").arg(seconds(limits.total));
    else if (m_gotToken)
        message = QStringLiteral("The stream stalled: nothing came for %1 s.").arg(seconds(limits.idle));
    else
        message = QStringLiteral("No token came within %1 s.").arg(seconds(limits.firstToken));
    settle(total ? ResponseEnd::TimedOut : ResponseEnd::Stalled, Error{ErrorKind::Timeout, message});
}

void ChatExchange::settle(ResponseEnd end, const std::optional<Error> &error)
{
    if (m_settled)
        return;
    publish();
    m_settled = true;
    m_watchdog.stop();
    m_publishTimer.stop();
    AttemptEnd result;
    result.completion = m_reader.finish(end, error);
    result.completion.timing = m_timing;
    if (result.completion.error)
        result.completion.error->message = redacted(result.completion.error->message, {m_job.endpoint.key});
    result.lostWarmConnection = error && error->kind == ErrorKind::Network && m_head.status == 0 && m_exchange
        && m_exchange->isWarm() && end == ResponseEnd::Dropped;
    if (m_exchange) {
        m_exchange->disconnect(this);
        m_exchange.release()->deleteLater();
    }
    emit finished(result);
}

} // namespace core
