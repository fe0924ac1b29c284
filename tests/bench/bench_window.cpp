#include "tests/bench/firstpaint.h"
#include "tests/bench/programwindow.h"
#include "tests/bench/shownwatch.h"
#include "tests/bench/streamingprovider.h"
#include "tests/support/await.h"

#include "core/accounts/accountstore.h"
#include "ui/compare/comparepage.h"
#include "ui/compare/lanestrip.h"
#include "ui/compare/laneview.h"

#include <QAbstractButton>
#include <QAbstractEventDispatcher>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>

#include <sys/prctl.h>

#include <csignal>
#include <cstdio>

// The real window against a provider in another process: eight lanes stream Markdown, then many lanes short
// answers; start and rest are measured in processes of their own. Prints JSON; needs a display (Xvfb will
// do).
//
//     bench_window [--rounds 1] [--starts 5] [--lanes 8] [--characters 20000] [--rate 200] [--many 64]

using namespace bench;
using namespace std::chrono_literals;

namespace {

const QString kAccount = QStringLiteral("bench");

QJsonObject medians(const std::vector<QJsonObject> &runs)
{
    QJsonObject result;
    for (const QString &key : runs.front().keys()) {
        if (!runs.front().value(key).isDouble())
            continue;
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

/// Processor use and wake-ups of the event loop while nothing happens.
QJsonObject rest(std::chrono::seconds time)
{
    int wakeUps = 0;
    QObject context;
    QObject::connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::awake, &context,
                     [&wakeUps] { ++wakeUps; });
    const double cpu = cpuSeconds();
    runFor(time);
    return {{QStringLiteral("idle_cpu_percent"), rounded((cpuSeconds() - cpu) * 100 / double(time.count()))},
            {QStringLiteral("idle_wakeups_per_second"), rounded(wakeUps / double(time.count()))},
            {QStringLiteral("resident_mb"), rounded(residentMegabytes())},
            {QStringLiteral("threads"), processStatus("Threads")}};
}

/// The program's window over a folder of its own.
class Window : public ProgramWindow
{
public:
    explicit Window(const QString &folder)
        : ProgramWindow(openServices(folder)), m_page(widget()->findChild<ui::ComparePage *>())
    {
    }

    void addAccount(const QUrl &url)
    {
        core::Account account;
        account.name = kAccount;
        account.baseUrl = url;
        const core::Result<core::Account> added = test::await(services().accounts().add(account));
        if (!added)
            qFatal("%s", qPrintable(added.error().message));
    }

    void setLineUp(const QStringList &models)
    {
        QList<core::Target> targets;
        for (const QString &model : models)
            targets.append(core::Target{{kAccount, model}});
        m_page->setLineUp(targets);
        widget()->showPage(QStringLiteral("compare"));
    }

    /// As a person sends: text into the composer, a click on the button.
    void send()
    {
        m_page->setPrompt(QStringLiteral("Tell me."), true);
        m_page->findChild<QAbstractButton *>(QStringLiteral("send"))->click();
        if (!m_page->hasRunningLanes())
            qFatal("nothing was sent");
    }
    bool isDone() const { return !m_page->hasRunningLanes(); }

    QList<ui::MarkdownView *> answers() const
    {
        QList<ui::MarkdownView *> views;
        for (const ui::LaneView *lane : m_page->findChild<ui::LaneStrip *>()->lanes())
            views.append(&lane->answerView());
        return views;
    }

private:
    ui::ComparePage *const m_page;
};

struct Load
{
    int lanes;
    int characters;
    int rate;

    QStringList models() const
    {
        QStringList names;
        for (int lane = 0; lane < lanes; ++lane)
            names.append(modelName(lane, characters, rate));
        return names;
    }
};

QJsonObject stalls(const StallProbe &probe, const QJsonArray &slowestEvents)
{
    // On a busy machine the probe's thread may sleep through an event that stops the loop.
    const double slowest = slowestEvents.at(0).toObject().value(QLatin1StringView("ms")).toDouble();
    return {{QStringLiteral("stall_p50_ms"), rounded(percentile(probe.waits, 0.5))},
            {QStringLiteral("stall_p99_ms"), rounded(percentile(probe.waits, 0.99))},
            {QStringLiteral("stall_max_ms"), std::max(slowest, rounded(percentile(probe.waits, 1)))}};
}

/// Sends to all lanes, waits for the last one and for what is drawn after it.
QJsonObject measureRun(BenchApplication &application, Window &window)
{
    application.forgetEvents();
    StallProbe probe;
    const double cpu = cpuSeconds();
    const double gui = threadMicroseconds();
    const Clock::time_point start = Clock::now();
    probe.start();
    window.send();
    runUntil([&window] { return window.isDone(); }, 5min);
    runFor(500ms);
    probe.stop();
    QJsonObject result = stalls(probe, application.slowestEvents());
    result.insert(QStringLiteral("slowest_events"), application.slowestEvents());
    result.insert(QStringLiteral("cpu_seconds"), rounded(cpuSeconds() - cpu));
    result.insert(QStringLiteral("gui_thread_cpu_seconds"), rounded((threadMicroseconds() - gui) / 1e6));
    result.insert(QStringLiteral("wall_seconds"), rounded(milliseconds(Clock::now() - start) / 1000));
    result.insert(QStringLiteral("resident_mb"), rounded(residentMegabytes()));
    result.insert(QStringLiteral("threads"), processStatus("Threads"));
    return result;
}

QJsonObject stream(BenchApplication &application, Window &window, const Load &load, const QString &folder)
{
    window.setLineUp(load.models());
    // Every lane in sight, so that what is rendered is drawn.
    window.widget()->resize(load.lanes * 325 + 200, 1000);
    runFor(1s);
    const QList<ui::MarkdownView *> answers = window.answers();
    ShownWatch watch(window.widget(), answers);
    application.setObserver(&watch);
    QJsonObject result = measureRun(application, window);
    application.setObserver(nullptr);
    std::vector<double> waits;
    for (int lane = 0; lane < load.lanes; ++lane) {
        std::vector<qsizetype> ends;
        for (const QString &token : tokensOf(answerOfLane(lane, load.characters)))
            ends.push_back((ends.empty() ? 0 : ends.back()) + token.size());
        if (answers.at(lane)->markdown().size() != ends.back())
            qFatal("a lane has lost text");
        const std::vector<double> of = watch.waits(
            std::size_t(lane), ends, sentTimes(folder, modelName(lane, load.characters, load.rate)));
        waits.insert(waits.end(), of.begin(), of.end());
    }
    result.insert(QStringLiteral("sent_to_shown_p50_ms"), rounded(percentile(waits, 0.5)));
    result.insert(QStringLiteral("sent_to_shown_p95_ms"), rounded(percentile(waits, 0.95)));
    result.insert(QStringLiteral("sent_to_shown_p99_ms"), rounded(percentile(waits, 0.99)));
    result.insert(QStringLiteral("sent_to_shown_max_ms"), rounded(percentile(waits, 1)));
    result.insert(QStringLiteral("tokens"), double(waits.size()));
    return result;
}

/// This program again, in another process.
void startSelf(QProcess &process, const QStringList &arguments)
{
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), arguments);
}

/// From the start of a process over `folder` to its painted window, and what it takes at rest.
QJsonObject startOnce(const QString &folder)
{
    QProcess process;
    QByteArray output;
    bool ended = false;
    QObject::connect(&process, &QProcess::finished, [&] {
        output = process.readAllStandardOutput();
        ended = true;
    });
    const qint64 before = nowNs();
    startSelf(process, {QStringLiteral("--start"), folder});
    runUntil([&ended] { return ended; }, 1min);
    QJsonObject result = QJsonDocument::fromJson(output).object();
    for (const QString &key : {QStringLiteral("main_ms"), QStringLiteral("visible_ms")})
        result.insert(key, (result.value(key).toDouble() * 1e6 - double(before)) / 1e6);
    return result;
}

int runStart(BenchApplication &application, const QString &folder, qint64 mainNs)
{
    Window window(folder);
    FirstPaint first(window.widget());
    application.setObserver(&first);
    window.show();
    runUntil([&first] { return first.atNs() != 0; }, 30s);
    application.setObserver(nullptr);
    window.widget()->activateWindow(); // with the focus, as a caret blinks
    runFor(2s);
    QJsonObject result = rest(5s);
    result.insert(QStringLiteral("main_ms"), double(mainNs) / 1e6);
    result.insert(QStringLiteral("visible_ms"), double(first.atNs()) / 1e6);
    std::fputs(QJsonDocument(result).toJson(QJsonDocument::Compact).constData(), stdout);
    return 0;
}

int runProvider(int argc, char **argv, const QString &folder)
{
    prctl(PR_SET_PDEATHSIG, SIGTERM); // a bench that fails leaves nothing behind
    QCoreApplication application(argc, argv);
    StreamingProvider provider(folder);
    if (!provider.listen(QHostAddress::LocalHost))
        return 1;
    std::printf("%d\n", int(provider.serverPort()));
    std::fflush(stdout);
    return QCoreApplication::exec();
}

QJsonObject starts(const QString &folder, int repeat)
{
    std::vector<QJsonObject> first;
    std::vector<QJsonObject> again;
    for (int i = 0; i < repeat; ++i) {
        const QTemporaryDir fresh;
        first.push_back(startOnce(fresh.path()));
        again.push_back(startOnce(folder));
    }
    return {{QStringLiteral("median_of"), repeat},
            {QStringLiteral("new_ledger"), medians(first)},
            {QStringLiteral("eight_lanes_restored"), medians(again)}};
}

int runBench(BenchApplication &application, const QStringList &arguments)
{
    const int rounds = option(arguments, QStringLiteral("--rounds"), 1);
    const Load load{option(arguments, QStringLiteral("--lanes"), 8),
                    option(arguments, QStringLiteral("--characters"), 20000),
                    option(arguments, QStringLiteral("--rate"), 200)};
    const int many = option(arguments, QStringLiteral("--many"), 64);
    const int repeat = option(arguments, QStringLiteral("--starts"), 5);
    QJsonObject report{{QStringLiteral("bench"), QStringLiteral("window")},
                       {QStringLiteral("lanes"), load.lanes},
                       {QStringLiteral("characters"), load.characters},
                       {QStringLiteral("tokens_per_second"), load.rate},
                       {QStringLiteral("rounds"), rounds},
                       {QStringLiteral("load_before"), loadAverage()}};
    const QTemporaryDir folder;
    QProcess provider;
    startSelf(provider, {QStringLiteral("--provider"), folder.path()});
    runUntil([&provider] { return provider.canReadLine(); }, 10s);
    const int port = provider.readLine().trimmed().toInt();
    auto window = std::make_unique<Window>(folder.path());
    window->show();
    window->addAccount(QUrl(QStringLiteral("http://127.0.0.1:%1/v1").arg(port)));
    std::vector<QJsonObject> runs;
    for (int round = 0; round < rounds; ++round)
        runs.push_back(stream(application, *window, load, folder.path()));
    report.insert(QStringLiteral("stream"), medians(runs));
    report.insert(QStringLiteral("slowest_events"), runs.back().value(QLatin1StringView("slowest_events")));
    if (many > 0) {
        window->setLineUp(Load{many, 2000, load.rate}.models());
        runFor(2s);
        report.insert(QStringLiteral("many_lanes"), measureRun(application, *window));
        runFor(5s);
        report.insert(QStringLiteral("many_lanes_at_rest"), rest(5s));
        window->setLineUp(load.models());
        runFor(1s);
        report.insert(QStringLiteral("after_many_lanes"), rest(5s));
    }
    window.reset();
    if (repeat > 0)
        report.insert(QStringLiteral("start"), starts(folder.path(), repeat));
    report.insert(QStringLiteral("load_after"), loadAverage());
    std::fputs(QJsonDocument(report).toJson().constData(), stdout);
    provider.terminate();
    runUntil([&provider] { return provider.state() == QProcess::NotRunning; }, 10s);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const qint64 mainNs = nowNs();
    const QString mode = QString::fromLocal8Bit(argc > 2 ? argv[1] : "");
    const QString folder = QString::fromLocal8Bit(argc > 2 ? argv[2] : "");
    if (mode == QLatin1StringView("--provider"))
        return runProvider(argc, argv, folder);
    BenchApplication application(argc, argv);
    application.setQuitOnLastWindowClosed(false);
    QApplication::setApplicationName(QStringLiteral("switchyard"));
    if (mode == QLatin1StringView("--start"))
        return runStart(application, folder, mainNs);
    return runBench(application, QApplication::arguments());
}
