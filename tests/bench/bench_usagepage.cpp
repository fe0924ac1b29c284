#include "tests/bench/usagepagewatch.h"

#include "core/ledger/usagequery.h"
#include "core/ledger/usagestate.h"
#include "core/storage/datapaths.h"
#include "ui/usage/choicebutton.h"
#include "ui/widgets/elidedlabel.h"

#include <QAbstractButton>
#include <QCommandLineParser>
#include <QDateEdit>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QJsonDocument>
#include <QMenu>
#include <QProcess>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

// The page Usage of the real window over a ledger that bench_usage has made: how long after each choice the
// new chart is on the screen, how soon the window and the page are there beside those of an empty ledger, and
// how the list of all requests is read. The days chosen end with the ledger's last one. With `--still` the
// pane beside the chart is stopped before each choice. Prints JSON; needs a display (Xvfb will do). What it
// chooses is not kept in the ledger.
//
//     bench_usagepage --ledger FOLDER/ledger.sqlite [--repeats 5] [--starts 5] [--pages 100] [--still]

using namespace bench;
using namespace std::chrono_literals;

namespace {

/// As long as somebody looks at least before they choose again.
constexpr auto kLook = 300ms;

QAction *actionOf(const QMenu &menu, const QVariant &value)
{
    for (QAction *action : menu.actions()) {
        if (action->data() == value && !action->isSeparator())
            return action;
    }
    qFatal("there is no choice of %s", qPrintable(value.toString()));
}

QJsonObject medians(const std::vector<QJsonObject> &runs)
{
    QJsonObject result;
    for (const QString &key : runs.front().keys()) {
        std::vector<double> values;
        for (const QJsonObject &run : runs)
            values.push_back(run.value(key).toDouble());
        result.insert(key, rounded(median(values)));
    }
    return result;
}

/// Something that a user chooses; `prepare` is what they do before.
struct Choice
{
    QString name;
    std::function<void()> choose;
    std::function<void()> prepare = [] {};
};

/// The page as a user drives it.
class Driver
{
public:
    Driver(BenchApplication &application, const UsageWindow &window, const QCommandLineParser &options)
        : m_page(window.page())
        , m_repeats(options.value(QStringLiteral("repeats")).toInt())
        , m_isStill(options.isSet(QStringLiteral("still")))
        , m_watch(application, window)
    {
    }

    /// The last days of the ledger, by "From … to …".
    Choice days(int count, QDate last) const
    {
        return {QStringLiteral("%1 days").arg(count), [this] { okButton()->click(); },
                [this, count, last] {
                    periodMenu().actions().constLast()->trigger();
                    child<QDateEdit>(m_page, "usage.from")->setDate(last.addDays(1 - count));
                    child<QDateEdit>(m_page, "usage.to")->setDate(last);
                }};
    }
    Choice allTime() const
    {
        // After it come a line and "From … to …".
        const QList<QAction *> actions = periodMenu().actions();
        return {QStringLiteral("all"), [action = actions.at(actions.size() - 3)] { action->trigger(); }};
    }
    Choice metric(int segment) const
    {
        const auto buttons = child<QWidget>(m_page, "usage.metric")->findChildren<QAbstractButton *>();
        return {buttons.at(segment)->text(), [button = buttons.at(segment)] { button->click(); }};
    }
    Choice pick(const char *button, const QVariant &value) const
    {
        QAction *const action = actionOf(*child<ui::ChoiceButton>(m_page, button)->menu(), value);
        return {action->text(), [action] { action->trigger(); }};
    }

    /// Medians of choosing each in turn. The last one is chosen when it begins.
    QJsonObject cycle(const QList<Choice> &choices, bool figuresToo = false)
    {
        std::vector<std::vector<QJsonObject>> runs(static_cast<std::size_t>(choices.size()));
        for (int repeat = 0; repeat < m_repeats; ++repeat) {
            for (std::size_t at = 0; at < runs.size(); ++at)
                runs[at].push_back(choose(choices.at(static_cast<qsizetype>(at)), figuresToo));
        }
        QJsonObject json;
        for (std::size_t at = 0; at < runs.size(); ++at) {
            const QJsonObject times = medians(runs[at]);
            m_slowest = std::max(m_slowest, times.value(QLatin1StringView("painted_ms")).toDouble());
            json.insert(choices.at(static_cast<qsizetype>(at)).name, times);
        }
        return json;
    }

    QJsonObject choose(const Choice &choice, bool figuresToo)
    {
        choice.prepare();
        runFor(kLook);
        stopPane();
        m_watch.begin();
        choice.choose();
        return m_watch.awaitChart(figuresToo);
    }

    PageWatch &watch() { return m_watch; }
    /// The longest of what cycle() has measured until the chart was painted, in ms.
    double slowest() const { return m_slowest; }

private:
    QMenu &periodMenu() const { return *child<QToolButton>(m_page, "usage.period")->menu(); }
    QAbstractButton *okButton() const
    {
        const auto *const dialog = child<QDialog>(m_page, "usage.chooseDays");
        return dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    }
    void stopPane() const
    {
        auto *const stop = child<QAbstractButton>(m_page, "whatif.stop");
        if (!m_isStill || !stop->isVisible())
            return;
        stop->click();
        runFor(kLook);
    }

    const ui::UsagePage &m_page;
    const int m_repeats;
    const bool m_isStill;
    double m_slowest = 0;
    PageWatch m_watch;
};

/// Metric, group and subgroup over the period that is shown.
QJsonObject measuredViews(Driver &driver)
{
    QJsonObject json;
    json.insert(
        QStringLiteral("metric"),
        driver.cycle({driver.metric(1), driver.metric(2), driver.metric(3),
                      driver.pick("usage.furtherMetric", static_cast<int>(core::ExploreMetric::CacheHitRate)),
                      driver.pick("usage.furtherMetric", static_cast<int>(core::ExploreMetric::FailedCost)),
                      driver.metric(0)}));
    QList<Choice> groups;
    for (const char *const name : {"vendor", "account", "task", "rule", "source", "", "model"})
        groups.append(driver.pick("usage.group", QString::fromLatin1(name)));
    json.insert(QStringLiteral("group"), driver.cycle(groups));
    QList<Choice> subgroups;
    for (const char *const name : {"account", "task", "rule", "source", ""})
        subgroups.append(driver.pick("usage.subgroup", QString::fromLatin1(name)));
    json.insert(QStringLiteral("model_and_subgroup"), driver.cycle(subgroups));
    return json;
}

QJsonObject measuredChoices(Driver &driver, QDate last)
{
    const auto rollup = [&driver](core::ExploreRollup which) {
        return driver.pick("usage.rollup", static_cast<int>(which));
    };
    const QList<Choice> periods{driver.days(7, last), driver.days(30, last), driver.days(90, last),
                                driver.allTime()};
    driver.choose(periods.constLast(), false);
    QJsonObject json{{QStringLiteral("period"), driver.cycle(periods, true)}};
    for (const Choice &period : periods) {
        driver.choose(period, false);
        json.insert(period.name, measuredViews(driver));
    }
    // So many hours are still drawn as hours; those of 7 days are 168.
    for (const Choice &period : {driver.days(5, last), driver.days(7, last)}) {
        driver.choose(period, false);
        json.insert(period.name + QStringLiteral(", model by"),
                    driver.cycle({rollup(core::ExploreRollup::Hour), rollup(core::ExploreRollup::Day)}));
    }
    driver.choose(driver.pick("usage.rollup", -1), false);
    json.insert(QStringLiteral("slowest_painted_ms"), driver.slowest());
    return json;
}

/// Scrolls to the end again and again, as far as the list was read by then.
QJsonObject scrolled(QTableView &view, int pages)
{
    std::vector<double> times;
    QScrollBar &bar = *view.verticalScrollBar();
    while (static_cast<int>(times.size()) < pages) {
        QEventLoop loop;
        QObject::connect(&bar, &QScrollBar::rangeChanged, &loop, &QEventLoop::quit);
        QTimer::singleShot(kPatience, &loop, [] { qFatal("the list reads no more"); });
        const int last = bar.maximum();
        const Clock::time_point start = Clock::now();
        bar.setValue(last);
        while (bar.maximum() <= last)
            loop.exec();
        times.push_back(milliseconds(Clock::now() - start));
    }
    const auto tenth = static_cast<std::ptrdiff_t>(std::max<std::size_t>(times.size() / 10, 1));
    return {{QStringLiteral("pages"), pages},
            {QStringLiteral("first_tenth_ms"), rounded(median({times.begin(), times.begin() + tenth}))},
            {QStringLiteral("last_tenth_ms"), rounded(median({times.end() - tenth, times.end()}))},
            {QStringLiteral("slowest_ms"), rounded(percentile(times, 1))},
            {QStringLiteral("rows_then"), view.model()->rowCount()}};
}

/// From the table's one row of all time to the requests behind it.
QJsonObject measuredRequests(BenchApplication &application, const UsageWindow &window, Driver &driver,
                             int pages)
{
    driver.choose(driver.allTime(), false);
    driver.choose(driver.pick("usage.group", QString()), false);
    driver.pick("usage.kind", static_cast<int>(ui::ExploreKind::Table)).choose();
    auto *const table = child<QTableView>(window.page(), "usage.exploreTable");
    auto *const view = child<QTableView>(window.page(), "usage.attempts");
    auto *const summary = child<ui::ElidedLabel>(window.page(), "usage.summary");
    runUntil([table] { return table->isVisible() && table->model()->rowCount() == 1; }, kPatience);
    runFor(kLook);
    NewsWatch news(window.widget());
    const std::size_t rows =
        news.add(view->viewport(), [view] { return view->model() && view->model()->rowCount() > 0; });
    const std::size_t sum = news.add(summary, [summary] { return !summary->fullText().isEmpty(); });
    application.setObserver(&news);
    const Clock::time_point start = Clock::now();
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                      table->visualRect(table->model()->index(0, 0)).center());
    runUntil([&] { return news.hasShown(rows) && news.hasShown(sum); }, kPatience);
    application.setObserver(nullptr);
    QJsonObject json{{QStringLiteral("first_rows_ms"), rounded(milliseconds(*news.shown(rows) - start))},
                     {QStringLiteral("sum_ms"), rounded(milliseconds(*news.shown(sum) - start))},
                     {QStringLiteral("sum"), summary->fullText()},
                     {QStringLiteral("first_rows"), view->model()->rowCount()},
                     {QStringLiteral("resident_mb"), rounded(residentMegabytes())}};
    json.insert(QStringLiteral("scrolled"), scrolled(*view, pages));
    json.insert(QStringLiteral("resident_scrolled_mb"), rounded(residentMegabytes()));
    return json;
}

/// From before the ledger is opened to the window and, at once, to the page's figures.
int runStart(BenchApplication &application, const QString &folder)
{
    const qint64 start = nowNs();
    std::unique_ptr<app::Services> services = openServices(folder);
    const qint64 opened = nowNs();
    UsageWindow window(std::move(services));
    const qint64 built = nowNs();
    FirstPaint first(window.widget());
    application.setObserver(&first);
    window.show();
    runUntil([&first] { return first.atNs() != 0; }, kPatience);
    PageWatch watch(application, window);
    const double toClick = double(nowNs() - start) / 1e6;
    watch.begin();
    window.goToUsage();
    const double figures = watch.awaitFigures();
    QJsonObject json{{QStringLiteral("ledger_open_ms"), double(opened - start) / 1e6},
                     {QStringLiteral("built_ms"), double(built - start) / 1e6},
                     {QStringLiteral("visible_ms"), double(first.atNs() - start) / 1e6},
                     {QStringLiteral("usage_chosen_ms"), toClick},
                     {QStringLiteral("figures_after_choice_ms"), figures}};
    if (!child<QWidget>(window.page(), "usage.empty")->isVisible())
        json.insert(QStringLiteral("chart_after_choice_ms"),
                    watch.awaitChart(false).value(QLatin1StringView("painted_ms")));
    json.insert(QStringLiteral("resident_mb"), residentMegabytes());
    window.forgetChoices();
    std::fputs(QJsonDocument(json).toJson(QJsonDocument::Compact).constData(), stdout);
    return 0;
}

QJsonObject startOnce(const QString &folder)
{
    QProcess process;
    QByteArray output;
    bool ended = false;
    QObject::connect(&process, &QProcess::finished, [&] {
        output = process.readAllStandardOutput();
        ended = true;
    });
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--start"), folder});
    runUntil([&ended] { return ended; }, kPatience);
    return QJsonDocument::fromJson(output).object();
}

QJsonObject starts(const QString &folder, int repeat)
{
    std::vector<QJsonObject> empty;
    std::vector<QJsonObject> full;
    for (int i = 0; i < repeat; ++i) {
        const QTemporaryDir fresh;
        // The second start is the first that makes no new ledger.
        startOnce(fresh.path());
        empty.push_back(startOnce(fresh.path()));
        full.push_back(startOnce(folder));
    }
    return {{QStringLiteral("median_of"), repeat},
            {QStringLiteral("empty_ledger"), medians(empty)},
            {QStringLiteral("ledger"), medians(full)}};
}

/// The ledger's last day, in the zone that its sums have days of; the program then has them, too, and does
/// not make them anew.
QDate lastDay(const QString &file)
{
    const auto connection = core::Connection::open(file, core::Connection::Mode::ReadOnly);
    if (!connection)
        qFatal("%s", qPrintable(connection.error().message));
    const core::Result<core::UsageState> state = core::usageState(**connection);
    const core::Result<core::UsageEdges> edges = core::usageEdges(**connection, false);
    if (!state || !edges || !edges->lastMs)
        qFatal("%s holds no requests", qPrintable(file));
    qputenv("TZ", state->zone.id());
    return QDateTime::fromMSecsSinceEpoch(*edges->lastMs, state->zone).date();
}

int runBench(BenchApplication &application, const QCommandLineParser &options)
{
    const QFileInfo file(options.value(QStringLiteral("ledger")));
    const QString folder = file.absolutePath();
    if (!file.exists() || core::DataPaths::under(folder).ledgerFile != file.absoluteFilePath())
        qFatal("--ledger has to be a file that there is, named ledger.sqlite");
    const QDate last = lastDay(file.absoluteFilePath());
    QJsonObject report{{QStringLiteral("bench"), QStringLiteral("usagepage")},
                       {QStringLiteral("ledger_mb"), rounded(double(file.size()) / 1048576)},
                       {QStringLiteral("last_day"), last.toString(Qt::ISODate)},
                       {QStringLiteral("load_before"), loadAverage()}};
    if (const int repeat = options.value(QStringLiteral("starts")).toInt(); repeat > 0)
        report.insert(QStringLiteral("start"), starts(folder, repeat));
    UsageWindow window(openServices(folder));
    window.show();
    {
        Driver driver(application, window, options);
        window.goToUsage();
        driver.watch().awaitFigures();
        runFor(1s);
        if (options.value(QStringLiteral("repeats")).toInt() > 0)
            report.insert(QStringLiteral("choice"), measuredChoices(driver, last));
        report.insert(QStringLiteral("resident_mb"), rounded(residentMegabytes()));
        report.insert(
            QStringLiteral("requests"),
            measuredRequests(application, window, driver, options.value(QStringLiteral("pages")).toInt()));
    }
    report.insert(QStringLiteral("resident_peak_mb"), rounded(processStatus("VmHWM") / 1024));
    report.insert(QStringLiteral("load_after"), loadAverage());
    window.forgetChoices();
    std::fputs(QJsonDocument(report).toJson().constData(), stdout);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    BenchApplication application(argc, argv);
    application.setQuitOnLastWindowClosed(false);
    QApplication::setApplicationName(QStringLiteral("switchyard"));
    const auto number = [](const char *name, const char *fallback) {
        return QCommandLineOption(QString::fromLatin1(name), QString(), QStringLiteral("N"),
                                  QString::fromLatin1(fallback));
    };
    QCommandLineParser options;
    options.addOptions({{QStringLiteral("ledger"), QString(), QStringLiteral("FILE")},
                        {QStringLiteral("start"), QString(), QStringLiteral("FOLDER")},
                        {QStringLiteral("still"), QString()},
                        number("repeats", "5"),
                        number("starts", "5"),
                        number("pages", "100")});
    options.process(application);
    if (options.isSet(QStringLiteral("start")))
        return runStart(application, options.value(QStringLiteral("start")));
    return runBench(application, options);
}
