#include "core/net/chatexchange.h"

#include "core/base/redaction.h"
#include "core/chat/chatrequestencoder.h"
#include "core/net/httperrors.h"

using namespace std::chrono_literals;

namespace core {

namespace {

/// With what drawing takes, text is on screen within 50 ms of its arrival.
constexpr auto kPublishInterval = 20ms;
/// What a clock that is looked at needs; not at once, because many lanes start in the same moment.
constexpr auto kTimesInterval = 80ms;

double seconds(std::chrono::milliseconds duration)
{
    return static_cast<double>(duration.count()) / 1000.0;
}

} // namespace

ChatExchange::ChatExchange(const Clock &clock, ChatJob job)
    : m_clock(clock)
    , m_job(std::move(job))
    , m_assembler(m_job.dialect, hostAndPort(m_job.endpoint.baseUrl))
    , m_recorder(m_job)
{
    m_timing.queued = m_job.queuedMs;
    m_watchdog.setParent(this);
    m_watchdog.setSingleShot(true);
    connect(&m_watchdog, &QTimer::timeout, this, &ChatExchange::timeOut);
    m_publishTimer.setParent(this);
    m_publishTimer.setSingleShot(true);
    connect(&m_publishTimer, &QTimer::timeout, this, &ChatExchange::publish);
    m_timesTimer.setParent(this);
    m_timesTimer.setSingleShot(true);
    connect(&m_timesTimer, &QTimer::timeout, this, &ChatExchange::announce);
}

double ChatExchange::sinceDispatch() const
{
    return static_cast<double>(m_clock.monotonicNs() - m_job.dispatchedNs) / 1e6;
}

void ChatExchange::start(Transport &transport)
{
    TransportRequest request;
    request.method = "POST";
    request.url = chatCompletionsUrl(m_job.endpoint.baseUrl);
    request.headers = {{"Accept", m_job.dialect.streaming ? "text/event-stream" : "application/json"}};
    request.body = encodeChatRequest(m_job.request, m_job.dialect);
    request.endpoint = m_job.endpoint;
    m_exchange = transport.start(request);
    connect(m_exchange.get(), &HttpExchange::connected, this,
            [this] { m_timing.connected = sinceDispatch(); });
    connect(m_exchange.get(), &HttpExchange::sent, this, [this] {
        m_recorder.noteSent(sinceDispatch());
        m_pending.sent = true;
        publishTimes();
    });
    connect(m_exchange.get(), &HttpExchange::headReceived, this, &ChatExchange::noteHead);
    connect(m_exchange.get(), &HttpExchange::bytesReceived, this, &ChatExchange::noteBytes);
    connect(m_exchange.get(), &HttpExchange::finished, this, &ChatExchange::noteEnd);
    watch();
    if (m_recorder.isOn()) {
        m_recorder.noteRequest(request, m_exchange->requestHeaders());
        m_timesTimer.start(kTimesInterval);
    }
}

void ChatExchange::cancel()
{
    settle({ResponseEnd::Cancelled});
}

void ChatExchange::noteHead(const HttpHead &head)
{
    m_timing.headers = sinceDispatch();
    m_assembler.setHead(head.status, head.headers);
    m_recorder.noteHead(head);
    publishTimes();
}

void ChatExchange::noteBytes(const QByteArray &bytes)
{
    if (m_settled)
        return;
    const double arrived = sinceDispatch();
    m_recorder.noteBytes(bytes, arrived);
    probeQueue();
    const std::optional<AnswerEnd> end =
        m_assembler.feed(bytes, [this](const ChatDelta &delta) { takeDelta(delta); });
    m_recorder.noteDecodeDelay(sinceDispatch() - arrived);
    if (end)
        settle(*end);
    else
        watch();
}

/// How long a part of the answer waits before this thread comes to it: whatever is posted now waits as long.
void ChatExchange::probeQueue()
{
    if (!m_recorder.isOn() || m_probing)
        return;
    m_probing = true;
    const double posted = sinceDispatch();
    const auto arrive = [this, posted] {
        m_probing = false;
        if (!m_settled)
            m_recorder.noteQueueDelay(sinceDispatch() - posted);
    };
    QMetaObject::invokeMethod(this, arrive, Qt::QueuedConnection);
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
    emit progressed(std::exchange(m_pending, {.sent = m_pending.sent}));
    m_publishTimer.start(kPublishInterval);
}

void ChatExchange::publishTimes()
{
    if (!m_timesTimer.isActive())
        m_timesTimer.start(kTimesInterval);
}

void ChatExchange::announce()
{
    if (m_settled)
        return;
    if (m_recorder.isOn() && !std::exchange(m_announced, true))
        emit requestRecorded(m_recorder.recording());
    ChatProgress times;
    times.timing = m_timing;
    times.sent = m_pending.sent;
    emit progressed(times);
}

void ChatExchange::noteEnd(const std::optional<Error> &error)
{
    if (!m_settled)
        settle(
            m_assembler.close(error, m_clock.utcMs(), [this](const ChatDelta &delta) { takeDelta(delta); }));
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
    settle({total ? ResponseEnd::TimedOut : ResponseEnd::Stalled, Error{ErrorKind::Timeout, message}});
}

void ChatExchange::settle(const AnswerEnd &end)
{
    if (m_settled)
        return;
    publish();
    m_settled = true;
    m_watchdog.stop();
    m_publishTimer.stop();
    m_timesTimer.stop();
    AttemptEnd result;
    result.completion = m_assembler.finish(end);
    result.completion.timing = m_timing;
    if (result.completion.error)
        result.completion.error->message = redacted(result.completion.error->message, {m_job.endpoint.key});
    result.lostWarmConnection = end.error && end.error->kind == ErrorKind::Network
        && m_assembler.status() == 0 && m_exchange && m_exchange->isWarm() && end.end == ResponseEnd::Dropped;
    m_recorder.noteEnd(end.end, end.error, m_timing);
    m_recorder.noteEndTime(sinceDispatch(), m_clock.utcMs());
    result.recording = m_recorder.recording();
    if (m_exchange) {
        m_exchange->disconnect(this);
        m_exchange.release()->deleteLater();
    }
    emit finished(result);
}

} // namespace core
