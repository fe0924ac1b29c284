#include "core/compare/replay.h"

#include <QUrl>

#include <algorithm>

namespace core {

namespace {

/// How long one turn of the event loop may be busy with a replay.
constexpr qint64 kTurnMs = 8;
/// As often as text comes from the network.
constexpr double kLeastWaitMs = 20.0;
/// A file may name any time; a timer takes no more than some weeks.
constexpr double kMostWaitMs = 86'400'000.0;

QString hostOf(const Recording &recording)
{
    return QUrl(recording.url).authority();
}

/// How a recorded body ended: by its marker or not at all unless the recording says what the transport said.
AnswerEnd endOf(AnswerAssembler &assembler, const Recording &recording, const AnswerAssembler::Take &take)
{
    const bool judged = recording.end == ResponseEnd::Cancelled || recording.end == ResponseEnd::Stalled
        || recording.end == ResponseEnd::TimedOut;
    if (judged)
        return {recording.end, recording.error};
    const bool broke = recording.end == ResponseEnd::Dropped && recording.status < 300;
    return assembler.close(broke ? recording.error : std::nullopt, recording.endedAtMs, take);
}

} // namespace

Replay::Replay(std::shared_ptr<const Recording> recording, QObject *parent)
    : QObject(parent), m_recording(std::move(recording))
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Replay::playOn);
}

void Replay::start(double speed)
{
    m_speed = speed;
    m_assembler = std::make_unique<AnswerAssembler>(m_recording->dialect, hostOf(*m_recording));
    m_completion = {};
    m_completion.status = LaneStatus::Running;
    m_text.clear();
    m_reasoning.clear();
    m_chunk = 0;
    m_offset = 0;
    m_headTaken = false;
    m_elapsed.start();
    emit changed();
    m_timer.start(0);
}

void Replay::stop()
{
    m_timer.stop();
    if (isFinished() || !m_assembler)
        return;
    settle({ResponseEnd::Cancelled});
}

double Replay::dueMs() const
{
    return m_speed > 0.0 ? static_cast<double>(m_elapsed.nsecsElapsed()) / 1e6 * m_speed : m_recording->endMs;
}

void Replay::playOn()
{
    QElapsedTimer turn;
    turn.start();
    const double headMs = m_recording->timing.headers.value_or(0.0);
    if (!m_headTaken && m_recording->status != 0 && headMs <= dueMs()) {
        m_headTaken = true;
        m_assembler->setHead(m_recording->status, m_recording->headers);
        m_completion.timing.connected = m_recording->timing.connected;
        m_completion.timing.headers = m_recording->timing.headers;
        emit changed();
    }
    while (m_headTaken && m_chunk < m_recording->chunks.size()
           && m_recording->chunks.at(m_chunk).atMs <= dueMs() && turn.elapsed() < kTurnMs) {
        if (!playChunk())
            return;
    }
    flush();
    scheduleNext();
}

bool Replay::playChunk()
{
    const RecordedChunk &chunk = m_recording->chunks.at(m_chunk++);
    const QByteArray bytes = m_recording->response.mid(m_offset, chunk.size);
    m_offset += chunk.size;
    const std::optional<AnswerEnd> end =
        m_assembler->feed(bytes, [this, at = chunk.atMs](const ChatDelta &delta) { take(delta, at); });
    if (end)
        settle(*end);
    return !end;
}

void Replay::take(const ChatDelta &delta, double atMs)
{
    Timing &timing = m_completion.timing;
    if (!delta.reasoning.isEmpty() && !timing.firstReasoning)
        timing.firstReasoning = atMs;
    if ((!delta.text.isEmpty() || delta.toolCall) && !timing.firstText)
        timing.firstText = atMs;
    if (!delta.text.isEmpty() || !delta.reasoning.isEmpty() || delta.toolCall)
        timing.last = atMs;
    m_text += delta.text;
    m_reasoning += delta.reasoning;
}

void Replay::flush()
{
    if (m_text.isEmpty() && m_reasoning.isEmpty())
        return;
    m_completion.text += m_text;
    m_completion.reasoning += m_reasoning;
    emit appended(std::exchange(m_text, {}), std::exchange(m_reasoning, {}));
    emit changed();
}

void Replay::scheduleNext()
{
    const bool more = m_chunk < m_recording->chunks.size();
    const bool headDue = m_recording->status != 0 && !m_headTaken;
    const double next = headDue ? m_recording->timing.headers.value_or(0.0)
        : more                  ? m_recording->chunks.at(m_chunk).atMs
                                : m_recording->endMs;
    const double due = dueMs();
    if (!more && !headDue && next <= due) {
        settle(endOf(*m_assembler, *m_recording, [this, at = m_recording->endMs](const ChatDelta &delta) {
            take(delta, m_recording->timing.last.value_or(at));
        }));
        return;
    }
    const double wait = m_speed > 0.0 ? (next - due) / m_speed : 0.0;
    m_timer.start(wait <= 0.0 ? 0 : static_cast<int>(std::clamp(wait, kLeastWaitMs, kMostWaitMs)));
}

void Replay::settle(const AnswerEnd &end)
{
    flush();
    const Timing timing = m_completion.timing;
    m_completion = m_assembler->finish(end);
    const bool whole = m_chunk == m_recording->chunks.size() && end.end == m_recording->end;
    m_completion.timing = whole ? m_recording->timing : timing;
    emit changed();
    emit finished();
}

Completion replayed(const Recording &recording)
{
    AnswerAssembler assembler(recording.dialect, hostOf(recording));
    const AnswerAssembler::Take nothing = [](const ChatDelta &) {};
    if (recording.status != 0)
        assembler.setHead(recording.status, recording.headers);
    qsizetype offset = 0;
    std::optional<AnswerEnd> end;
    for (const RecordedChunk &chunk : recording.chunks) {
        end = assembler.feed(recording.response.mid(offset, chunk.size), nothing);
        offset += chunk.size;
        if (end)
            break;
    }
    Completion completion = assembler.finish(end ? *end : endOf(assembler, recording, nothing));
    completion.timing = recording.timing;
    return completion;
}

} // namespace core
