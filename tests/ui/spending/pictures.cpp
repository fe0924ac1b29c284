#include "core/ledger/reportperiod.h"
#include "core/settings/settings.h"
#include "core/spending/spendingreader.h"
#include "tests/support/ledgerstory.h"
#include "ui/spending/anomalylist.h"
#include "ui/spending/changepane.h"
#include "ui/spending/errorspane.h"
#include "ui/spending/latencypane.h"
#include "ui/spending/panestack.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QTest>
#include <QVBoxLayout>

#include <cmath>
#include <random>

namespace {

using test::LedgerStory;

/// Sixty days of three models. In the second half the cheap one is asked more often and one day is dear.
void tellSpending(LedgerStory &story)
{
    std::mt19937 random(7);
    const auto share = [&random] { return static_cast<double>(random() % 1000) / 1000.0; };
    const QDate last(2026, 11, 22);
    for (int day = 59; day >= 0; --day) {
        const QDate date = last.addDays(-day);
        const bool late = day < 30;
        const int requests = day % 7 < 2 ? 4 : 22;
        for (int at = 0; at < requests; ++at) {
            const bool cheap = share() < (late ? 0.7 : 0.4);
            LedgerStory::Request request{
                QString::fromLatin1(cheap ? "google/gemini-2.5-flash" : "anthropic/claude-sonnet-5")};
            const double factor = (day == 6 ? 40.0 : 1.0) * (0.5 + share());
            request.cost = core::Money::fromDouble((cheap ? 0.004 : 0.02) * factor);
            request.input = static_cast<qint64>(900.0 * (0.5 + share()));
            request.firstTextMs = (cheap ? 300.0 : 800.0) * std::exp(1.2 * share() * share());
            if (share() < 0.06) {
                request.status = core::LaneStatus::Failed;
                request.cost = core::Money::fromPicos(share() < 0.5 ? 0 : 1'000'000'000);
            }
            story.tell(QDateTime(date, QTime(8 + at % 12, at), Qt::UTC), request);
        }
        if (day % 9 == 0)
            story.tell(QDateTime(date, QTime(7, 0), Qt::UTC),
                       {QStringLiteral("bay/finetune"), 100, 20, std::nullopt});
    }
    story.finish();
}

} // namespace

/// Saves pictures of the panes about spending: `ui_spending_pictures --grab DIR [--empty]`.
int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{QStringLiteral("grab"), QStringLiteral("Folder"), QStringLiteral("dir")},
                       {QStringLiteral("empty"), QStringLiteral("An empty ledger")}});
    parser.process(application);
    LedgerStory story;
    if (!story.ledger.isOpen())
        qFatal("%s", qPrintable(story.ledger.problem()));
    if (!parser.isSet(QStringLiteral("empty")))
        tellSpending(story);
    const core::SpendingReader reader(story.ledger.database(), story.clock);
    const QDir folder(parser.value(QStringLiteral("grab")));
    folder.mkpath(QStringLiteral("."));
    for (const bool dark : {false, true}) {
        ui::Theme theme;
        theme.setScheme(dark ? ui::Theme::Scheme::Dark : ui::Theme::Scheme::Light);
        theme.install();
        const auto grab = [&](auto &pane, const QString &name) {
            QWidget card;
            (new QVBoxLayout(&card))->addWidget(&pane);
            card.resize(860, 430);
            card.show();
            const core::ReportPeriod period =
                core::periodOf(core::PeriodKind::Last30Days, QDate(2026, 11, 22));
            pane.setPeriod(period, QTimeZone::utc(), false);
            const auto *const stack = card.findChild<ui::PaneStack *>();
            if (!QTest::qWaitFor([stack] { return stack == nullptr || stack->isContentShown(); }, 2'000))
                qInfo("%s shows no content", qPrintable(name));
            const QString file =
                QStringLiteral("spending-%1-%2.png").arg(name, QLatin1StringView(dark ? "dark" : "light"));
            if (!card.grab().save(folder.filePath(file)))
                qFatal("%s could not be written", qPrintable(file));
            pane.setParent(nullptr);
        };
        ui::ChangePane change(theme, reader);
        grab(change, QStringLiteral("change"));
        ui::AnomalyList anomalies(theme, reader, story.settings);
        grab(anomalies, QStringLiteral("anomalies"));
        ui::ErrorsPane errors(theme, reader);
        grab(errors, QStringLiteral("errors"));
        ui::LatencyPane latency(theme, reader);
        grab(latency, QStringLiteral("latency"));
        latency.choose(ui::LatencyPane::Measure::FirstToken, ui::LatencyPane::Chart::Histogram);
        grab(latency, QStringLiteral("histogram"));
        latency.choose(ui::LatencyPane::Measure::FirstToken, ui::LatencyPane::Chart::Scatter);
        grab(latency, QStringLiteral("scatter"));
    }
    return 0;
}
