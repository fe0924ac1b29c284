#include "tests/bench/streamingprovider.h"

#include "tests/ui/markdown/samples.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>

using namespace std::chrono_literals;

namespace bench {

namespace {

constexpr qsizetype kCharactersPerToken = 4;

QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray chunkOf(const QJsonObject &delta, const QJsonValue &finishReason)
{
    return json({{QStringLiteral("object"), QStringLiteral("chat.completion.chunk")},
                 {QStringLiteral("choices"),
                  QJsonArray{QJsonObject{{QStringLiteral("index"), 0},
                                         {QStringLiteral("delta"), delta},
                                         {QStringLiteral("finish_reason"), finishReason}}}}});
}

QString fileOf(const QString &folder, const QString &model)
{
    return folder + u'/' + model + QStringLiteral(".sent");
}

} // namespace

QString answerOfLane(int index, qsizetype characters)
{
    const QString prose =
        QStringLiteral("Answer %1 says a **sentence** of some words with `code`, as answers "
                       "have *many* of them, and goes on for a while. ")
            .arg(index + 1)
            .repeated(6)
        + QStringLiteral("\n\n");
    const QStringList parts{samples::everything() + QStringLiteral("\n\n"),
                            prose,
                            samples::code(25) + u'\n',
                            prose,
                            samples::list(8) + u'\n',
                            samples::table(6) + u'\n'};
    QString text = QStringLiteral("# Answer %1\n\n").arg(index + 1);
    for (qsizetype next = index; text.size() < characters; ++next)
        text += parts.at(next % parts.size());
    if (text.at(characters - 1).isHighSurrogate())
        --characters;
    return text.left(characters);
}

QStringList tokensOf(const QString &text)
{
    QStringList tokens;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype length = std::min(kCharactersPerToken, text.size() - at);
        if (at + length < text.size() && text.at(at + length - 1).isHighSurrogate())
            ++length;
        tokens.append(text.mid(at, length));
        at += length;
    }
    return tokens;
}

QString modelName(int lane, qsizetype characters, int tokensPerSecond)
{
    return QStringLiteral("lane-%1-%2-%3").arg(lane).arg(characters).arg(tokensPerSecond);
}

std::vector<qint64> sentTimes(const QString &folder, const QString &model)
{
    QFile file(fileOf(folder, model));
    std::vector<qint64> times;
    if (!file.open(QFile::ReadOnly))
        return times;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (!line.isEmpty())
            times.push_back(line.toLongLong());
    }
    return times;
}

StreamingProvider::StreamingProvider(const QString &folder) : m_folder(folder) { }

void StreamingProvider::incomingConnection(qintptr descriptor)
{
    auto *const socket = new QTcpSocket;
    socket->setSocketDescriptor(descriptor);
    new StreamingConnection(socket, m_folder, this);
}

StreamingConnection::StreamingConnection(QTcpSocket *socket, const QString &folder, QObject *parent)
    : QObject(parent), m_socket(socket), m_folder(folder)
{
    socket->setParent(this);
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &StreamingConnection::sendDue);
    connect(socket, &QTcpSocket::readyRead, this, &StreamingConnection::readMore);
    connect(socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
}

void StreamingConnection::readMore()
{
    m_reader.feed(m_socket->readAll());
    while (const std::optional<core::HttpRequest> request = m_reader.take()) {
        const QString model = request->json().value(QLatin1StringView("model")).toString();
        if (model.isEmpty()) // a list of models, or a connection that is only warmed
            m_socket->write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
        else
            begin(model);
    }
}

void StreamingConnection::begin(const QString &model)
{
    const QStringList parts = model.split(u'-');
    m_model = model;
    m_tokens = tokensOf(answerOfLane(parts.value(1).toInt(), parts.value(2).toLongLong()));
    m_pace = std::chrono::nanoseconds(1s) / std::max(1, parts.value(3).toInt());
    m_sent.clear();
    m_socket->write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
                    "Transfer-Encoding: chunked\r\n\r\n");
    m_start = std::chrono::steady_clock::now();
    m_timer.start(std::chrono::ceil<std::chrono::milliseconds>(m_pace));
}

/// One write for each token, as a provider sends them; what a late timer missed is caught up.
void StreamingConnection::sendDue()
{
    const auto now = std::chrono::steady_clock::now();
    while (m_sent.size() < static_cast<std::size_t>(m_tokens.size())
           && m_start + m_pace * static_cast<qint64>(m_sent.size()) <= now) {
        const QString &token = m_tokens.at(static_cast<qsizetype>(m_sent.size()));
        m_sent.push_back(std::chrono::steady_clock::now().time_since_epoch() / 1ns);
        sendEvent(chunkOf({{QStringLiteral("content"), token}}, QJsonValue::Null));
    }
    if (m_sent.size() == static_cast<std::size_t>(m_tokens.size()))
        end();
}

void StreamingConnection::end()
{
    m_timer.stop();
    sendEvent(chunkOf({}, QStringLiteral("stop")));
    sendEvent(json({{QStringLiteral("choices"), QJsonArray()},
                    {QStringLiteral("usage"),
                     QJsonObject{{QStringLiteral("prompt_tokens"), 10},
                                 {QStringLiteral("completion_tokens"), m_tokens.size()}}}}));
    sendEvent("[DONE]");
    m_socket->write("0\r\n\r\n");
    m_socket->flush();
    QFile file(fileOf(m_folder, m_model));
    if (!file.open(QFile::WriteOnly))
        qFatal("%s", qPrintable(file.errorString()));
    for (const qint64 time : m_sent)
        file.write(QByteArray::number(time) + '\n');
}

void StreamingConnection::sendEvent(const QByteArray &data)
{
    const QByteArray event = "data: " + data + "\n\n";
    m_socket->write(QByteArray::number(event.size(), 16) + "\r\n" + event + "\r\n");
    m_socket->flush();
}

} // namespace bench
