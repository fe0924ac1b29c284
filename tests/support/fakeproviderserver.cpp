#include "tests/support/fakeproviderserver.h"

#include "core/simulator/socketreset.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTimer>

namespace test {

namespace {

QByteArray asChunk(const QByteArray &bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

FakeProviderServer::FakeProviderServer(FakeProvider &provider) : m_provider(provider) { }

void FakeProviderServer::stopAll()
{
    QTcpServer::close();
    const auto connections = findChildren<FakeConnection *>();
    for (FakeConnection *connection : connections)
        connection->abort();
}

void FakeProviderServer::incomingConnection(qintptr descriptor)
{
    QTcpSocket *socket = makeSocket(descriptor);
    auto *connection = new FakeConnection(
        socket, [this](const core::HttpRequest &request) { return m_provider.scriptFor(request); }, this);
    m_provider.connectionOpened();
    connect(connection, &FakeConnection::answering, this,
            [this](int change) { m_provider.answering(change); });
    connect(connection, &QObject::destroyed, this, [this] { m_provider.connectionGone(); });
}

QTcpSocket *FakeProviderServer::makeSocket(qintptr descriptor)
{
    if (m_provider.m_security == FakeProvider::Security::Plain) {
        auto *plain = new QTcpSocket;
        plain->setSocketDescriptor(descriptor);
        return plain;
    }
    auto *secure = new QSslSocket;
    QString keyFile = FakeProvider::certificateFile();
    keyFile.replace(QLatin1String("-cert"), QLatin1String("-key"));
    QSslConfiguration configuration = secure->sslConfiguration();
    configuration.setLocalCertificate(QSslCertificate(readAll(FakeProvider::certificateFile())));
    configuration.setPrivateKey(QSslKey(readAll(keyFile), QSsl::Rsa));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    secure->setSslConfiguration(configuration);
    secure->setSocketDescriptor(descriptor);
    secure->startServerEncryption();
    return secure;
}

FakeConnection::FakeConnection(QTcpSocket *socket, std::function<Script(const core::HttpRequest &)> script,
                               QObject *parent)
    : QObject(parent), m_socket(socket), m_scriptFor(std::move(script))
{
    socket->setParent(this);
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(socket, &QTcpSocket::readyRead, this, &FakeConnection::readMore);
    connect(socket, &QTcpSocket::disconnected, this, [this] {
        if (m_busy)
            emit answering(-1);
        m_busy = false;
        m_closing = true;
        m_script.clear();
        deleteLater();
    });
}

void FakeConnection::abort()
{
    m_socket->abort();
}

void FakeConnection::readMore()
{
    m_reader.feed(m_socket->readAll());
    if (m_reader.takeExpectsContinue())
        write("HTTP/1.1 100 Continue\r\n\r\n");
    startNext();
}

void FakeConnection::startNext()
{
    if (m_busy || m_closing)
        return;
    if (const std::optional<core::HttpRequest> request = m_reader.take()) {
        m_busy = true;
        m_chunked = false;
        m_closeDelimited = false;
        emit answering(1);
        m_script = m_scriptFor(*request);
        play();
    } else if (m_reader.failure()) {
        m_socket->disconnectFromHost();
    }
}

void FakeConnection::play()
{
    while (m_busy && !m_script.isEmpty()) {
        if (!perform(m_script.takeFirst()))
            return;
    }
    if (m_busy)
        finishAnswer();
}

bool FakeConnection::perform(const Step &step)
{
    switch (step.kind) {
    case Step::Kind::Head:
        m_chunked = step.chunked;
        m_closeDelimited = !step.chunked && !step.hasLength;
        write(step.bytes);
        return true;
    case Step::Kind::Raw:
        write(step.bytes);
        return true;
    case Step::Kind::Body:
        write(m_chunked ? asChunk(step.bytes) : step.bytes);
        return true;
    case Step::Kind::End:
        if (m_chunked)
            write("0\r\n\r\n");
        else if (m_closeDelimited)
            m_socket->disconnectFromHost();
        return true;
    case Step::Kind::Delay:
        QTimer::singleShot(step.wait, Qt::PreciseTimer, this, &FakeConnection::play);
        return false;
    case Step::Kind::Hang:
        return false;
    case Step::Kind::Reset:
        core::resetConnection(*m_socket);
        return false;
    case Step::Kind::Close:
        m_socket->disconnectFromHost();
        return false;
    }
    return true;
}

void FakeConnection::write(const QByteArray &bytes)
{
    m_socket->write(bytes);
    m_socket->flush();
}

void FakeConnection::finishAnswer()
{
    m_busy = false;
    emit answering(-1);
    startNext();
}

} // namespace test
