#pragma once

#include "core/chat/answerassembler.h"
#include "core/net/recording.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace core {

/// Plays the response of a recorded attempt again through what read it the first time: no network, no cost,
/// nothing written. Owned by whoever asked; main thread.
class Replay : public QObject
{
    Q_OBJECT

public:
    explicit Replay(std::shared_ptr<const Recording> recording, QObject *parent = nullptr);

    /// From the beginning, `speed` times as fast as it was; 0 is without any wait, in small parts so that the
    /// window stays usable.
    void start(double speed);
    void stop();

    /// As it stands. While it plays the status is Running, and the times are those of the recording so far.
    const Completion &completion() const { return m_completion; }
    bool isFinished() const { return isSettled(m_completion.status); }

signals:
    void appended(const QString &text, const QString &reasoning);
    /// Times or status changed.
    void changed();
    /// Once after each start().
    void finished();

private:
    void playOn();
    bool playChunk();
    void take(const ChatDelta &delta, double atMs);
    void flush();
    void scheduleNext();
    void settle(const AnswerEnd &end);
    double dueMs() const;

    const std::shared_ptr<const Recording> m_recording;
    std::unique_ptr<AnswerAssembler> m_assembler;
    Completion m_completion;
    QString m_text;
    QString m_reasoning;
    QTimer m_timer;
    QElapsedTimer m_elapsed;
    double m_speed = 1.0;
    qsizetype m_chunk = 0;
    qsizetype m_offset = 0;
    bool m_headTaken = false;
};

/// The settled answer that a recording holds, at once.
Completion replayed(const Recording &recording);

} // namespace core
