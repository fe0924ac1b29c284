// 64 lanes to one HTTP/1.1 host that answers after 300 ms, against one lane; and what the program adds to the
// first-token time at 12 lanes, against bare sockets. Prints JSON; each figure is the median of five.

#include "tests/support/fakeprovider.h"
#include "tests/support/workbench.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTcpSocket>

#include <cstdio>

using namespace core;
using namespace std::chrono_literals;

namespace {

constexpr int kRounds = 5;
constexpr int kManyLanes = 64;
constexpr int kOverheadLanes = 12;
const QString kModel = QStringLiteral("fake-model");

double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

double percentile(QList<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return values.at(std::min(values.size() - 1, static_cast<qsizetype>(share * double(values.size()))));
}

/// Runs `lanes` lanes to the end; wall milliseconds, and every lane's first-token time.
double runLanes(test::Workbench &bench, int lanes, QList<double> *firstTokens = nullptr)
{
    CompareRequest request;
    request.prompt = QStringLiteral("Hello");
    request.targets = QList<Target>(lanes, Target{{QStringLiteral("fake"), kModel}});
    Result<std::unique_ptr<Comparison>> run = Comparison::create(bench.services(), request);
    QEventLoop loop;
    QObject::connect(run->get(), &Comparison::finished, &loop, &QEventLoop::quit);
    QElapsedTimer timer;
    timer.start();
    (*run)->start();
    loop.exec();
    const double wall = double(timer.nsecsElapsed()) / 1e6;
    for (int index = 0; firstTokens && index < lanes; ++index)
        firstTokens->append((*run)->lane(index).state().completion.timing.firstText.value_or(-1.0));
    return wall;
}

/// The same request over bare sockets, opened before: milliseconds from writing to the first byte of an
/// event.
QList<double> bareFirstTokens(quint16 port, int lanes)
{
    const QByteArray body =
        R"({"model":"fake-model","stream":true,"messages":[{"role":"user","content":"Hello"}]})";
    const QByteArray request =
        "POST /v1/chat/completions HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
        "Content-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    QList<double> times;
    QEventLoop loop;
    std::vector<std::unique_ptr<QTcpSocket>> sockets;
    QElapsedTimer timer;
    int connected = 0;
    for (int index = 0; index < lanes; ++index) {
        auto socket = std::make_unique<QTcpSocket>();
        QTcpSocket *raw = socket.get();
        QObject::connect(raw, &QTcpSocket::connected, &loop, [&] {
            if (++connected < lanes)
                return;
            timer.start();
            for (const std::unique_ptr<QTcpSocket> &each : sockets)
                each->write(request);
        });
        QObject::connect(raw, &QTcpSocket::readyRead, &loop, [&, raw] {
            if (!raw->readAll().contains("data:"))
                return;
            times.append(double(timer.nsecsElapsed()) / 1e6);
            raw->disconnect();
            if (times.size() == lanes)
                loop.quit();
        });
        sockets.push_back(std::move(socket));
    }
    for (const std::unique_ptr<QTcpSocket> &socket : sockets)
        socket->connectToHost(QStringLiteral("127.0.0.1"), port);
    loop.exec();
    return times;
}

QJsonObject manyLanes()
{
    test::FakeProvider provider;
    test::Script answer = test::completion({QStringLiteral("x")});
    answer.prepend(test::delay(300ms));
    provider.onModel(kModel, QList<test::Script>{answer});
    test::Workbench bench;
    bench.addAccount(QStringLiteral("fake"), provider.baseUrl());
    const double first = runLanes(bench, kManyLanes);
    QList<double> one;
    QList<double> many;
    for (int round = 0; round < kRounds; ++round) {
        one.append(runLanes(bench, 1));
        many.append(runLanes(bench, kManyLanes));
    }
    return {{QStringLiteral("lanes"), kManyLanes},
            {QStringLiteral("one_lane_warm_ms"), median(one)},
            {QStringLiteral("many_lanes_warm_ms"), median(many)},
            {QStringLiteral("many_lanes_first_run_ms"), first},
            {QStringLiteral("warm_ratio"), median(many) / median(one)},
            {QStringLiteral("first_run_ratio"), first / median(one)},
            {QStringLiteral("peak_requests_at_once"), provider.peakRequests()}};
}

QJsonObject overhead()
{
    test::FakeProvider provider;
    test::Script answer = test::completion({QStringLiteral("x")});
    answer.prepend(test::delay(200ms));
    provider.onModel(kModel, QList<test::Script>{answer});
    test::Workbench bench;
    bench.addAccount(QStringLiteral("fake"), provider.baseUrl());
    runLanes(bench, kOverheadLanes);
    QList<double> medians;
    QList<double> highs;
    for (int round = 0; round < kRounds; ++round) {
        QList<double> tool;
        runLanes(bench, kOverheadLanes, &tool);
        const QList<double> bare =
            bareFirstTokens(static_cast<quint16>(provider.baseUrl().port()), kOverheadLanes);
        medians.append(median(tool) - median(bare));
        highs.append(percentile(tool, 0.95) - percentile(bare, 0.95));
    }
    return {{QStringLiteral("lanes"), kOverheadLanes},
            {QStringLiteral("first_token_overhead_p50_ms"), median(medians)},
            {QStringLiteral("first_token_overhead_p95_ms"), median(highs)}};
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QJsonObject report{{QStringLiteral("parallel"), manyLanes()},
                             {QStringLiteral("overhead"), overhead()}};
    std::fputs(QJsonDocument(report).toJson().constData(), stdout);
    return 0;
}
