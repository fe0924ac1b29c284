#include "tests/support/fakeprovider.h"

#include "tests/support/fakeproviderserver.h"

#include <QMutexLocker>

#include <algorithm>

namespace test {

namespace {

/// The n-th call gets the n-th script, the last one repeats. Only called on the provider's thread.
FakeProvider::Handler inTurn(const QList<Script> &scripts)
{
    return [scripts, index = std::make_shared<qsizetype>(0)](const core::HttpRequest &) {
        if (scripts.isEmpty())
            return Script{hang()};
        return scripts.at(std::min((*index)++, scripts.size() - 1));
    };
}

QString keyOf(const QString &path)
{
    return path.startsWith(QLatin1Char('/')) ? path : QLatin1Char('/') + path;
}

} // namespace

FakeProvider::FakeProvider(Security security, QObject *parent)
    : QObject(parent), m_security(security), m_server(new FakeProviderServer(*this))
{
    m_thread.setObjectName(QStringLiteral("fake provider"));
    m_server->moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_server,
        [this] {
            m_server->listen(QHostAddress::LocalHost);
            m_port = m_server->serverPort();
        },
        Qt::BlockingQueuedConnection);
}

FakeProvider::~FakeProvider()
{
    // Deleted on its own thread, where its sockets live.
    QMetaObject::invokeMethod(
        m_server, [this] { delete m_server; }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

QUrl FakeProvider::url(const QString &path) const
{
    QUrl url;
    url.setScheme(m_security == Security::Plain ? QStringLiteral("http") : QStringLiteral("https"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(m_port);
    url.setPath(path);
    return url;
}

QString FakeProvider::certificateFile()
{
    return QStringLiteral(SWITCHYARD_TEST_DATA "/selfsigned-cert.pem");
}

void FakeProvider::next(const Script &script)
{
    const QMutexLocker lock(&m_mutex);
    m_next.append(script);
}

void FakeProvider::onModel(const QString &model, const QList<Script> &scripts)
{
    onModel(model, inTurn(scripts));
}

void FakeProvider::onPath(const QString &path, const QList<Script> &scripts)
{
    onPath(path, inTurn(scripts));
}

void FakeProvider::onModel(const QString &model, const Handler &handler)
{
    const QMutexLocker lock(&m_mutex);
    m_byModel.insert(model, handler);
}

void FakeProvider::onPath(const QString &path, const Handler &handler)
{
    const QMutexLocker lock(&m_mutex);
    m_byPath.insert(keyOf(path), handler);
}

QList<core::HttpRequest> FakeProvider::requests() const
{
    const QMutexLocker lock(&m_mutex);
    return m_requests;
}

core::HttpRequest FakeProvider::lastRequest() const
{
    const QMutexLocker lock(&m_mutex);
    return m_requests.isEmpty() ? core::HttpRequest() : m_requests.last();
}

int FakeProvider::requestCount() const
{
    const QMutexLocker lock(&m_mutex);
    return static_cast<int>(m_requests.size());
}

int FakeProvider::connectionsAccepted() const
{
    return figures().accepted;
}

int FakeProvider::openConnections() const
{
    return figures().open;
}

int FakeProvider::peakConnections() const
{
    return figures().peakOpen;
}

int FakeProvider::peakRequests() const
{
    return figures().peakAnswering;
}

void FakeProvider::shutDown()
{
    QMetaObject::invokeMethod(
        m_server, [this] { m_server->stopAll(); }, Qt::BlockingQueuedConnection);
}

Script FakeProvider::scriptFor(const core::HttpRequest &request)
{
    const QString model = request.json().value(QLatin1String("model")).toString();
    Handler handler;
    int count = 0;
    {
        const QMutexLocker lock(&m_mutex);
        m_requests.append(request);
        count = static_cast<int>(m_requests.size());
        if (!m_next.isEmpty())
            handler = [script = m_next.takeFirst()](const core::HttpRequest &) { return script; };
        else if (m_byModel.contains(model))
            handler = m_byModel.value(model);
        else
            handler = m_byPath.value(QString::fromLatin1(request.path()));
    }
    emit requestReceived(count);
    if (handler)
        return handler(request);
    return respondJson(
        404,
        {{QStringLiteral("error"),
          QJsonObject{{QStringLiteral("message"), QStringLiteral("The test gave no script")}}}});
}

void FakeProvider::connectionOpened()
{
    const QMutexLocker lock(&m_mutex);
    ++m_figures.accepted;
    m_figures.peakOpen = std::max(m_figures.peakOpen, ++m_figures.open);
}

void FakeProvider::connectionGone()
{
    int open = 0;
    {
        const QMutexLocker lock(&m_mutex);
        open = --m_figures.open;
    }
    emit connectionClosed(open);
}

void FakeProvider::answering(int change)
{
    const QMutexLocker lock(&m_mutex);
    m_figures.answering += change;
    m_figures.peakAnswering = std::max(m_figures.peakAnswering, m_figures.answering);
}

FakeProvider::Figures FakeProvider::figures() const
{
    const QMutexLocker lock(&m_mutex);
    return m_figures;
}

} // namespace test
