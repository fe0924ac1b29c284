#pragma once

#include "core/simulator/httprequestreader.h"

#include <QStringList>
#include <QTcpServer>
#include <QTimer>

#include <chrono>
#include <vector>

class QTcpSocket;

namespace bench {

/// The answer of lane `index`: `characters` of prose, code, tables and lists, in an order of its own.
QString answerOfLane(int index, qsizetype characters);

/// `text` in tokens of some four characters; no character is torn apart.
QStringList tokensOf(const QString &text);

/// The model's name that says which answer to stream, how much and how fast.
QString modelName(int lane, qsizetype characters, int tokensPerSecond);

/// When each token of a model's answer was written to its socket, in ns of the steady clock, which all
/// processes of a machine share; empty when `folder` has none.
std::vector<qint64> sentTimes(const QString &folder, const QString &model);

/// An OpenAI-compatible endpoint on 127.0.0.1 that streams token by token at an even pace and writes down
/// when it sent each. Runs in a process of its own, so that its work counts for no one else's.
class StreamingProvider : public QTcpServer
{
    Q_OBJECT

public:
    explicit StreamingProvider(const QString &folder);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    QString m_folder;
};

/// One connection, one answer after another. Owned by the provider.
class StreamingConnection : public QObject
{
    Q_OBJECT

public:
    StreamingConnection(QTcpSocket *socket, const QString &folder, QObject *parent);

private:
    void readMore();
    void begin(const QString &model);
    void sendDue();
    void end();
    void sendEvent(const QByteArray &data);

    QTcpSocket *const m_socket;
    const QString m_folder;
    core::HttpRequestReader m_reader;
    QTimer m_timer;
    QString m_model;
    QStringList m_tokens;
    std::chrono::steady_clock::time_point m_start;
    std::chrono::nanoseconds m_pace{0};
    std::vector<qint64> m_sent;
};

} // namespace bench
