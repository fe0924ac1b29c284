#include "tests/bench/measuring.h"
#include "tests/ui/markdown/samples.h"
#include "ui/markdown/markdownview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

#include <cstdio>
#include <functional>

// Streams Markdown into eight lanes and prints, as JSON, how soon it was shown, how long the event loop was
// stopped and what an edit cost. `bench_markdown [--repeat N] [--characters N] [--lanes N]`; needs a display
// (Xvfb will do).

using namespace bench;
using namespace ui;

namespace {

// 200 tokens a second of some four characters, handed to the window 30 times a second as core does.
constexpr int kTokensPerSecond = 200;
constexpr int kCharactersPerToken = 4;
constexpr int kBatchesPerSecond = 30;

/// Five equal parts, so that what an edit costs in one fifth can be compared with another.
QString mixed(qsizetype characters)
{
    const QString prose =
        QStringLiteral("A **sentence** of some words with `code`, as answers have *many* of them. ");
    QString part = samples::everything() % QLatin1StringView("\n\n") % samples::list(8) % u'\n'
        % samples::code(25) % u'\n' % samples::table(6) % u'\n';
    for (int sentence = 1; part.size() + prose.size() + 2 < characters / 5; ++sentence)
        part += prose % (sentence % 4 == 0 ? QLatin1StringView("\n\n") : QLatin1StringView());
    part = part.leftJustified(characters / 5 - 2, u'.') % QLatin1StringView("\n\n");
    return part.repeated(5);
}

/// A view that tells when what it rendered was painted.
class Lane : public MarkdownView
{
public:
    using MarkdownView::MarkdownView;

    void receive(const QString &text, Clock::time_point socket, Clock::time_point batch)
    {
        m_waiting.push_back({socket, batch});
        appendMarkdown(text);
    }
    void markRendered()
    {
        m_rendered.insert(m_rendered.end(), m_waiting.begin(), m_waiting.end());
        m_waiting.clear();
    }

    std::vector<double> sinceSocket;
    std::vector<double> sinceBatch;

protected:
    void paintEvent(QPaintEvent *event) override
    {
        MarkdownView::paintEvent(event);
        const Clock::time_point now = Clock::now();
        for (const auto &[socket, batch] : m_rendered) {
            sinceSocket.push_back(milliseconds(now - socket));
            sinceBatch.push_back(milliseconds(now - batch));
        }
        m_rendered.clear();
    }

private:
    std::vector<std::pair<Clock::time_point, Clock::time_point>> m_waiting;
    std::vector<std::pair<Clock::time_point, Clock::time_point>> m_rendered;
};

/// Plays the network: hands each lane its text in batches, from a thread of its own, whatever the window
/// does.
class Feeder : public QThread
{
public:
    Feeder(const std::vector<Lane *> &lanes, const QString &text) : m_lanes(lanes), m_text(text) { }

protected:
    void run() override
    {
        const Clock::time_point start = Clock::now();
        const qsizetype lanes = static_cast<qsizetype>(m_lanes.size());
        std::vector<qsizetype> sent(m_lanes.size(), 0);
        for (int tick = 0; sent.back() < m_text.size(); ++tick) {
            const std::size_t index = static_cast<std::size_t>(tick % lanes);
            // Each lane has its own phase, as eight connections have.
            const auto due =
                start + std::chrono::microseconds(1000000LL * tick / (kBatchesPerSecond * lanes));
            m_metronome.waitUntil(due);
            const double seconds = milliseconds(due - start) / 1000;
            const qsizetype until =
                qMin(m_text.size(), static_cast<qsizetype>(seconds * kTokensPerSecond) * kCharactersPerToken);
            const QString batch = m_text.mid(sent[index], until - sent[index]);
            if (batch.isEmpty())
                continue;
            const auto oldest = start
                + std::chrono::microseconds(1000000LL * sent[index]
                                            / (kTokensPerSecond * kCharactersPerToken));
            sent[index] = until;
            Lane *const lane = m_lanes[index];
            QMetaObject::invokeMethod(
                lane, [lane, batch, oldest, posted = Clock::now()] { lane->receive(batch, oldest, posted); },
                Qt::QueuedConnection);
        }
    }

private:
    std::vector<Lane *> m_lanes;
    QString m_text;
    Metronome m_metronome;
};

QJsonObject streamOnce(int laneCount, const QString &text)
{
    MarkdownServices services;
    QWidget window;
    auto *const layout = new QHBoxLayout(&window);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(1);
    std::vector<Lane *> lanes;
    for (int i = 0; i < laneCount; ++i) {
        auto *const lane = new Lane(services);
        layout->addWidget(lane);
        QObject::connect(lane, &MarkdownView::rendered, lane, &Lane::markRendered);
        lanes.push_back(lane);
    }
    window.resize(320 * laneCount, 900);
    window.show();
    StallProbe probe;
    Feeder feeder(lanes, text);
    const double cpu = cpuSeconds();
    QElapsedTimer wall;
    wall.start();
    QObject::connect(&feeder, &QThread::finished, qApp,
                     [] { QTimer::singleShot(500, qApp, &QApplication::quit); });
    QTimer::singleShot(500, &window, [&] {
        probe.start();
        feeder.start();
    });
    QApplication::exec();
    probe.stop();
    feeder.wait();
    std::vector<double> socket;
    std::vector<double> batch;
    for (const Lane *lane : lanes) {
        socket.insert(socket.end(), lane->sinceSocket.begin(), lane->sinceSocket.end());
        batch.insert(batch.end(), lane->sinceBatch.begin(), lane->sinceBatch.end());
    }
    return {{QStringLiteral("latency_p95_ms"), percentile(batch, 0.95)},
            {QStringLiteral("latency_with_batching_p95_ms"), percentile(socket, 0.95)},
            {QStringLiteral("stall_p50_ms"), percentile(probe.waits, 0.5)},
            {QStringLiteral("stall_p99_ms"), percentile(probe.waits, 0.99)},
            {QStringLiteral("stall_max_ms"), percentile(probe.waits, 1)},
            {QStringLiteral("cpu_seconds"), cpuSeconds() - cpu},
            {QStringLiteral("wall_seconds"), static_cast<double>(wall.elapsed()) / 1000},
            {QStringLiteral("resident_mb"), residentMegabytes()}};
}

/// Microseconds an edit takes, on average, in each fifth of the text. Nothing is painted.
QJsonObject editOnce(const QString &text)
{
    constexpr qsizetype kStep = kTokensPerSecond * kCharactersPerToken / kBatchesPerSecond;
    MarkdownServices services;
    MarkdownView view(services);
    view.resize(320, 900);
    view.show();
    std::vector<double> sums(5, 0);
    std::vector<double> counts(5, 0);
    for (qsizetype at = 0; at < text.size(); at += kStep) {
        const std::size_t fifth = static_cast<std::size_t>(at * 5 / text.size());
        const double start = threadMicroseconds();
        view.appendMarkdown(text.mid(at, kStep));
        view.flush();
        sums[fifth] += threadMicroseconds() - start;
        counts[fifth] += 1;
    }
    QJsonObject result;
    for (std::size_t i = 0; i < sums.size(); ++i)
        result.insert(QStringLiteral("fifth_%1_us").arg(i + 1), sums[i] / counts[i]);
    result.insert(QStringLiteral("last_to_second"), (sums[4] / counts[4]) / (sums[1] / counts[1]));
    const double start = threadMicroseconds();
    view.finish();
    view.flush();
    result.insert(QStringLiteral("finish_us"), threadMicroseconds() - start);
    return result;
}

QJsonObject medians(int repeat, const std::function<QJsonObject()> &once)
{
    std::vector<QJsonObject> runs;
    for (int i = 0; i < repeat; ++i)
        runs.push_back(once());
    QJsonObject result;
    for (const QString &key : runs.front().keys()) {
        std::vector<double> values;
        for (const QJsonObject &run : runs)
            values.push_back(run.value(key).toDouble());
        result.insert(key, rounded(median(values)));
    }
    return result;
}

int option(const QStringList &arguments, const QString &name, int fallback)
{
    const qsizetype index = arguments.indexOf(name);
    return index >= 0 && index + 1 < arguments.size() ? arguments.at(index + 1).toInt() : fallback;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    application.setQuitOnLastWindowClosed(false);
    const QStringList arguments = QApplication::arguments();
    const int repeat = option(arguments, QStringLiteral("--repeat"), 5);
    const int lanes = option(arguments, QStringLiteral("--lanes"), 8);
    const int characters = option(arguments, QStringLiteral("--characters"), 20000);
    QJsonObject report{{QStringLiteral("bench"), QStringLiteral("markdown")},
                       {QStringLiteral("lanes"), lanes},
                       {QStringLiteral("characters"), characters},
                       {QStringLiteral("median_of"), repeat},
                       {QStringLiteral("load_before"), loadAverage()}};
    const std::vector<std::pair<QString, QString>> edits{
        {QStringLiteral("mixed"), mixed(characters)},
        {QStringLiteral("code"), samples::code(500).left(characters)},
        {QStringLiteral("table"), samples::table(60)},
        {QStringLiteral("list"), samples::list(200)}};
    QJsonObject costs;
    for (const auto &[name, text] : edits)
        costs.insert(name, medians(repeat, [&text = text] { return editOnce(text); }));
    report.insert(QStringLiteral("edit"), costs);
    const QString text = mixed(characters);
    if (lanes > 0)
        report.insert(QStringLiteral("stream"), medians(repeat, [&] { return streamOnce(lanes, text); }));
    report.insert(QStringLiteral("load_after"), loadAverage());
    std::fputs(QJsonDocument(report).toJson().constData(), stdout);
    return 0;
}
