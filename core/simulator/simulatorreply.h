#pragma once

#include "core/simulator/httprequestreader.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>

namespace core {

/// What the simulator sends for one request and in what time: data, played by a SimulatorConnection.
struct SimulatorReply
{
    /// What comes after the last part.
    enum class Ending { Complete, Hang, Cut, Reset };

    /// Bytes that are sent together, with the tokens they hold.
    struct Part
    {
        QByteArray bytes;
        qint64 tokens = 0;
    };

    /// 0: not even a status line.
    int status = 200;
    QList<HttpHeader> headers = {};
    /// Parts as chunks as they fall due; otherwise all of them with their length, once the last is due.
    bool streamed = false;
    QList<Part> parts = {};
    Ending ending = Ending::Complete;
    /// With Ending::Hang: how long until the connection is closed; 0: never.
    std::chrono::milliseconds hang{0};
    /// Before the first token; the head of a stream is sent a little earlier.
    std::chrono::milliseconds firstToken{0};
    /// The head of a stream is sent without any delay.
    bool headAtOnce = false;
    /// 0: without delay.
    double tokensPerSecond = 0.0;
};

/// A whole JSON answer.
SimulatorReply jsonReply(int status, const QJsonObject &json);

/// OpenAI's error object: https://platform.openai.com/docs/guides/error-codes
SimulatorReply errorReply(int status, const QString &message, const QString &type, const QString &code = {},
                          const QString &parameter = {});

/// Status line and header lines with the empty line, without the framing headers.
QByteArray statusAndHeaders(int status, const QList<HttpHeader> &headers);

} // namespace core
