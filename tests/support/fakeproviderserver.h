#pragma once

#include "tests/support/fakeprovider.h"

#include <QTcpServer>
#include <QTcpSocket>

namespace test {

/// The listening half of a FakeProvider, on its thread.
class FakeProviderServer : public QTcpServer
{
    Q_OBJECT

public:
    explicit FakeProviderServer(FakeProvider &provider);

    void stopAll();

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    QTcpSocket *makeSocket(qintptr descriptor);

    FakeProvider &m_provider;
};

/// One connection: reads requests and plays the script of each in order.
class FakeConnection : public QObject
{
    Q_OBJECT

public:
    FakeConnection(QTcpSocket *socket, std::function<Script(const core::HttpRequest &)> script,
                   QObject *parent);

    void abort();

signals:
    void answering(int change);

private:
    void readMore();
    void startNext();
    void play();
    /// Whether the next step may follow at once.
    bool perform(const Step &step);
    void write(const QByteArray &bytes);
    void finishAnswer();

    QTcpSocket *m_socket;
    std::function<Script(const core::HttpRequest &)> m_scriptFor;
    core::HttpRequestReader m_reader;
    Script m_script;
    bool m_busy = false;
    bool m_chunked = false;
    bool m_closeDelimited = false;
    bool m_closing = false;
};

} // namespace test
