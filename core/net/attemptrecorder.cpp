#include "core/net/attemptrecorder.h"

#include "core/base/redaction.h"

namespace core {

AttemptRecorder::AttemptRecorder(const ChatJob &job) : m_on(job.record)
{
    if (!m_on)
        return;
    m_secrets = {job.endpoint.key.toUtf8(), job.endpoint.proxy.password.toUtf8()};
    m_recording.dialect = job.dialect;
    m_recording.dispatchedNs = job.dispatchedNs;
}

void AttemptRecorder::noteRequest(const TransportRequest &request, const QList<Header> &headersSent)
{
    if (!m_on)
        return;
    m_recording.method = request.method;
    const QByteArray url = request.url.toEncoded(QUrl::RemoveUserInfo);
    m_recording.url = QString::fromUtf8(masked(url, m_secrets));
    m_recording.requestHeaders = maskedHeaders(headersSent, m_secrets);
    m_recording.requestSize = request.body.size();
    m_recording.request = masked(request.body.left(Recording::kLargest), m_secrets);
}

void AttemptRecorder::noteHead(const HttpHead &head)
{
    if (!m_on)
        return;
    m_recording.status = head.status;
    m_recording.headers = head.headers;
}

void AttemptRecorder::noteBytes(const QByteArray &bytes, double atMs)
{
    if (!m_on)
        return;
    m_recording.responseSize += bytes.size();
    const qsizetype room = m_recording.chunks.size() < Recording::kMostChunks
        ? Recording::kLargest - m_recording.response.size()
        : 0;
    const qsizetype kept = std::min(room, bytes.size());
    if (kept <= 0)
        return;
    m_recording.response.append(bytes.constData(), kept);
    m_recording.chunks.append({atMs, kept});
}

void AttemptRecorder::noteEnd(ResponseEnd end, const std::optional<Error> &error, const Timing &timing)
{
    if (!m_on)
        return;
    m_recording.end = end;
    m_recording.error = error;
    if (m_recording.error) {
        QStringList secrets;
        for (const QByteArray &secret : m_secrets)
            secrets += QString::fromUtf8(secret);
        m_recording.error->message = redacted(m_recording.error->message, secrets);
    }
    m_recording.timing = timing;
}

void AttemptRecorder::noteEndTime(double atMs, qint64 utcMs)
{
    m_recording.endMs = atMs;
    m_recording.endedAtMs = utcMs;
    m_recording.ended = true;
}

std::shared_ptr<const Recording> AttemptRecorder::recording() const
{
    if (!m_on)
        return {};
    auto copy = std::make_shared<Recording>(m_recording);
    if (!copy->ended) {
        copy->response.clear();
        copy->chunks.clear();
        copy->headers.clear();
        return copy;
    }
    copy->headers = maskedHeaders(copy->headers, m_secrets);
    copy->response = masked(copy->response, m_secrets);
    return copy;
}

} // namespace core
