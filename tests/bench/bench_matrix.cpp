// 1,000 cases x 4 targets against a loopback server that answers after 250 ms and after 50 ms, 64 requests at
// a time: wall time against the ideal one (requests x latency / 64), with processor time and memory. And what
// 21,000 cells keep in memory. Prints JSON. The time against 250 ms is the median of `--rounds` (default 5).

#include "tests/bench/measuring.h"
#include "tests/core/evaluate/matrixbench.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTimer>

#include <cstdio>

using namespace core;
using namespace std::chrono_literals;
using test::MatrixBench;

namespace {

constexpr int kCases = 1'000;
constexpr int kTargets = 4;
constexpr int kAtOnce = 64;

struct Measured
{
    double wallSeconds = 0;
    double cpuSeconds = 0;
    double peakMegabytes = 0;
};

/// Asks everything once.
Measured runOnce(std::chrono::milliseconds latency, int cases, int targets)
{
    MatrixBench bench;
    test::Script answer = test::completion({QStringLiteral("An answer of some words to the case.")});
    answer.prepend(test::delay(latency));
    bench.provider.onModel(MatrixBench::kModel(), QList<test::Script>{answer});
    MatrixOptions options;
    options.perAccount = kAtOnce;
    options.atOnce = kAtOnce;
    const qint64 id = bench.addMatrix(bench.countingSet(cases, {QStringLiteral("contains:words")}),
                                      QList<Target>(targets, MatrixBench::target()), options);
    const auto matrix = bench.loaded(id);
    QEventLoop loop;
    QObject::connect(matrix.get(), &Matrix::stateChanged, &loop, [&] {
        if (matrix->state() == Matrix::State::Finished)
            loop.quit();
    });
    Measured measured;
    QTimer sampler;
    QObject::connect(&sampler, &QTimer::timeout, &loop, [&measured] {
        measured.peakMegabytes = std::max(measured.peakMegabytes, bench::residentMegabytes());
    });
    sampler.start(200ms);
    const double cpuBefore = bench::cpuSeconds();
    QElapsedTimer timer;
    timer.start();
    if (const Result<void> started = matrix->start(); !started)
        qFatal("%s", qPrintable(started.error().message));
    loop.exec();
    measured.wallSeconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    measured.cpuSeconds = bench::cpuSeconds() - cpuBefore;
    if (matrix->progress().done != cases * targets || matrix->progress().errors != 0
        || matrix->progress().failed != 0)
        qFatal("not every cell was answered");
    return measured;
}

QJsonObject against(std::chrono::milliseconds latency, int rounds)
{
    std::vector<double> wall;
    std::vector<double> cpu;
    double peak = 0;
    for (int round = 0; round < rounds; ++round) {
        const Measured measured = runOnce(latency, kCases, kTargets);
        wall.push_back(measured.wallSeconds);
        cpu.push_back(measured.cpuSeconds);
        peak = std::max(peak, measured.peakMegabytes);
    }
    const double latencySeconds = std::chrono::duration<double>(latency).count();
    const double ideal = std::ceil(double(kCases * kTargets) / kAtOnce) * latencySeconds;
    return {{QStringLiteral("latency_ms"), static_cast<double>(latency.count())},
            {QStringLiteral("requests"), kCases * kTargets},
            {QStringLiteral("at_once"), kAtOnce},
            {QStringLiteral("rounds"), rounds},
            {QStringLiteral("ideal_s"), bench::rounded(ideal)},
            {QStringLiteral("wall_s"), bench::rounded(bench::median(wall))},
            {QStringLiteral("ratio"), bench::rounded(bench::median(wall) / ideal)},
            {QStringLiteral("cpu_s_with_server"), bench::rounded(bench::median(cpu))},
            {QStringLiteral("peak_resident_mb"), bench::rounded(peak)}};
}

/// 3,000 cases x 7 targets, answered at once: what it takes while it runs, and what is left when it is read
/// again.
QJsonObject manyCells()
{
    const double before = bench::residentMegabytes();
    const Measured measured = runOnce(0ms, 3'000, 7);
    return {{QStringLiteral("cells"), 21'000},
            {QStringLiteral("wall_s"), bench::rounded(measured.wallSeconds)},
            {QStringLiteral("resident_before_mb"), bench::rounded(before)},
            {QStringLiteral("peak_resident_mb"), bench::rounded(measured.peakMegabytes)}};
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption rounds(QStringLiteral("rounds"), QStringLiteral("How often each is measured"),
                                    QStringLiteral("n"), QStringLiteral("5"));
    parser.addOption(rounds);
    parser.addHelpOption();
    parser.process(application);
    const int count = std::max(1, parser.value(rounds).toInt());
    const QJsonObject report{{QStringLiteral("latency_250"), against(250ms, count)},
                             {QStringLiteral("latency_50"), against(50ms, count)},
                             {QStringLiteral("many_cells"), manyCells()},
                             {QStringLiteral("load_average"), bench::loadAverage()}};
    std::fputs(QJsonDocument(report).toJson().constData(), stdout);
    return 0;
}
