#include "tests/bench/benchapplication.h"
#include "tests/support/await.h"

#include "app/application.h"
#include "app/services.h"
#include "core/ledger/ledgerreader.h"
#include "core/ledger/ledgerwriter.h"
#include "ui/compare/comparepage.h"
#include "ui/compare/lanestrip.h"
#include "ui/compare/laneview.h"
#include "ui/compare/transcriptview.h"
#include "ui/mainwindow.h"
#include "ui/markdown/markdownview.h"

#include <QAction>
#include <QJsonDocument>
#include <QScrollBar>
#include <QTemporaryDir>

#include <cstdio>

// Opens a long conversation in the real window: the last turn is shown first, the earlier ones are built
// while the window is idle, and it is scrolled through. Prints JSON; needs a display (Xvfb will do).
//
//     bench_conversation [--turns 50] [--lanes 8] [--characters 5000] [--rounds 5]

using namespace bench;
using namespace std::chrono_literals;

namespace {

int option(const QStringList &arguments, const QString &name, int fallback)
{
    const qsizetype index = arguments.indexOf(name);
    return index >= 0 && index + 1 < arguments.size() ? arguments.at(index + 1).toInt() : fallback;
}

/// Paragraphs, a list, a table and a block of code, as models write them.
QString answer(int turn, int lane, int characters)
{
    QString text = QStringLiteral("## Turn %1 of lane %2\n\n").arg(turn).arg(lane);
    for (int part = 0; text.size() < characters; ++part) {
        text += QStringLiteral(
                    "A **token bucket** holds at most `burst` tokens and gains `rate` of them a second; a "
                    "request takes one, or is answered with 429. Part %1 says why that is enough.\n\n"
                    "- It is two numbers a client.\n- It allows short bursts.\n- It is easy to test.\n\n"
                    "| algorithm | memory |\n|---|---|\n| bucket | 2 numbers |\n| log | 1 a hit |\n\n"
                    "```cpp\nbool take(double now)\n{\n    m_tokens = std::min(m_burst, m_tokens + (now - "
                    "m_last) * m_rate);\n    m_last = now;\n    return m_tokens >= 1.0;\n}\n```\n\n")
                    .arg(part);
    }
    return text;
}

/// Writes the conversation into the ledger; gives its last turn.
qint64 write(app::Services &services, int turns, int lanes, int characters)
{
    core::RunIds before;
    qint64 first = 0;
    for (int turn = 1; turn <= turns; ++turn) {
        core::RunDraft draft;
        draft.prompt = QStringLiteral("Question %1: how would you limit the rate of an API?").arg(turn);
        draft.turn = {before.run, first, core::Lineage::Own};
        for (int lane = 0; lane < lanes; ++lane) {
            core::LaneDraft each;
            each.accountName = QStringLiteral("bench");
            each.model = QStringLiteral("model-%1").arg(lane);
            each.parentLane = before.lanes.value(lane);
            draft.lanes.append(each);
        }
        const core::Result<core::RunIds> ids = test::await(services.ledgerWriter().beginRun(draft));
        if (!ids)
            qFatal("%s", qPrintable(ids.error().message));
        for (int lane = 0; lane < lanes; ++lane) {
            core::AttemptOutcome outcome;
            outcome.completion.status = core::LaneStatus::Complete;
            outcome.completion.text = answer(turn, lane, characters);
            (void)test::await(services.ledgerWriter().settle(ids->attempts.at(lane), outcome));
        }
        before = *ids;
        first = first == 0 ? ids->run : first;
    }
    return before.run;
}

/// Scrolls every lane's earlier turns from the end to the beginning, a page at a time.
void scrollThrough(const QList<ui::TranscriptView *> &views)
{
    for (int step = 0; step < 40; ++step) {
        for (ui::TranscriptView *view : views) {
            QScrollBar *const bar = view->verticalScrollBar();
            bar->setValue(bar->value() - view->viewport()->height() / 3);
        }
        runFor(25ms);
    }
}

QJsonObject round(app::Services &services, ui::ComparePage &page, qint64 run)
{
    const core::Result<core::RunRecord> record = test::await(services.ledgerReader().run(run));
    if (!record)
        qFatal("%s", qPrintable(record.error().message));
    page.setLineUp({});
    runFor(200ms);
    const Clock::time_point start = Clock::now();
    page.showRun(*record);
    auto *const strip = page.findChild<ui::LaneStrip *>();
    runUntil([strip] { return strip->count() > 0; }, 10s);
    for (const ui::LaneView *lane : strip->lanes())
        lane->answerView().flush();
    QCoreApplication::sendPostedEvents();
    page.repaint();
    const double shown = milliseconds(Clock::now() - start);

    QList<ui::TranscriptView *> views;
    for (const ui::LaneView *lane : strip->lanes())
        views.append(lane->findChild<ui::TranscriptView *>());
    StallProbe probe;
    probe.start();
    const Clock::time_point unfolded = Clock::now();
    strip->lane(0)->showTurns(true);
    runUntil([&views] { return views.constFirst()->count() > 0; }, 10s);
    scrollThrough(views);
    runUntil(
        [&views] {
            return std::all_of(views.cbegin(), views.cend(), [](const ui::TranscriptView *view) {
                return view->builtCount() == view->count();
            });
        },
        120s);
    const double built = milliseconds(Clock::now() - unfolded);
    scrollThrough(views);
    probe.stop();
    strip->lane(0)->showTurns(false);
    return {{QStringLiteral("last_turn_shown_ms"), rounded(shown)},
            {QStringLiteral("earlier_turns"), views.constFirst()->count() * int(views.size())},
            {QStringLiteral("all_built_ms"), rounded(built)},
            {QStringLiteral("stall_p99_ms"), rounded(percentile(probe.waits, 0.99))},
            {QStringLiteral("stall_max_ms"), rounded(percentile(probe.waits, 1.0))},
            {QStringLiteral("resident_mb"), rounded(residentMegabytes())}};
}

} // namespace

int main(int argc, char **argv)
{
    BenchApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    QTemporaryDir folder;
    core::Result<std::unique_ptr<app::Services>> opened = app::Services::open(folder.path());
    if (!opened)
        qFatal("%s", qPrintable(opened.error().message));
    app::Services &services = **opened;
    const qint64 run = write(services, option(arguments, QStringLiteral("--turns"), 50),
                             option(arguments, QStringLiteral("--lanes"), 8),
                             option(arguments, QStringLiteral("--characters"), 5'000));
    app::Application program(std::move(opened).value(), false);
    program.show();
    ui::ComparePage *page = nullptr;
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (auto *const main = qobject_cast<ui::MainWindow *>(window)) {
            main->resize(1440, 900);
            main->showPage(QStringLiteral("compare"));
            page = main->findChild<ui::ComparePage *>();
        }
    }
    runFor(500ms);
    QJsonArray rounds;
    std::vector<double> shown;
    std::vector<double> stalls;
    for (int i = 0; i < option(arguments, QStringLiteral("--rounds"), 5); ++i) {
        const QJsonObject figures = round(services, *page, run);
        shown.push_back(figures.value(QStringLiteral("last_turn_shown_ms")).toDouble());
        stalls.push_back(figures.value(QStringLiteral("stall_p99_ms")).toDouble());
        rounds.append(figures);
    }
    const QJsonObject result{{QStringLiteral("bench"), QStringLiteral("conversation")},
                             {QStringLiteral("last_turn_shown_ms"), rounded(median(shown))},
                             {QStringLiteral("stall_p99_ms"), rounded(median(stalls))},
                             {QStringLiteral("rounds"), rounds},
                             {QStringLiteral("load"), loadAverage()}};
    std::fputs(QJsonDocument(result).toJson().constData(), stdout);
    return 0;
}
