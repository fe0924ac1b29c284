#include "core/insight/rehearsal.h"
#include "tests/ui/routes/routetoolsfixture.h"
#include "ui/routes/backtestwindow.h"
#include "ui/routes/lossreport.h"
#include "ui/routes/presetwindow.h"
#include "ui/routes/proposalswindow.h"
#include "ui/routes/qualitywindow.h"
#include "ui/routes/routesfoot.h"
#include "ui/routes/trafficdialog.h"
#include "ui/routes/trybar.h"
#include "ui/routes/tryoptions.h"
#include "ui/routes/versionswindow.h"
#include "ui/routes/wordcombo.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QTranslator>

using namespace core;

namespace {

/// Every sentence a third longer, as German often is.
class LongerWords : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *text, const char *, int n) const override
    {
        QString words = QString::fromUtf8(text);
        if (words.size() > 3 && words.front().isLetter())
            words.append(QStringLiteral("nungsweisen").left(words.size() / 3 + 1));
        return n >= 0 ? words.replace(QLatin1String("%n"), QString::number(n)) : words;
    }
};

void settleTools(int ms = 350)
{
    QElapsedTimer clock;
    clock.start();
    [[maybe_unused]] const bool passed =
        QTest::qWaitFor([&clock, ms] { return clock.hasExpired(ms); }, ms + 1000);
}

void takeWidget(RouteToolsFixture &fixture, QWidget &widget, const QDir &folder, const QString &name)
{
    for (const bool dark : {false, true}) {
        fixture.theme().setScheme(dark ? ui::Theme::Scheme::Dark : ui::Theme::Scheme::Light);
        settleTools();
        const QString scheme = dark ? QStringLiteral("dark") : QStringLiteral("light");
        widget.grab().save(folder.filePath(QStringLiteral("%1-%2.png").arg(name, scheme)));
    }
}

void takePage(RouteToolsFixture &fixture, const QDir &folder, const QString &name)
{
    for (const QSize size : {QSize(1364, 850), QSize(1024, 650)}) {
        fixture.window().resize(size);
        takeWidget(fixture, fixture.window(), folder,
                   QStringLiteral("%1-%2").arg(name, QString::number(size.width())));
    }
}

void takeTrying(RouteToolsFixture &fixture, const QDir &folder)
{
    ui::TryBar &bar = fixture.tools().foot().tryBar();
    takePage(fixture, folder, QStringLiteral("try-empty"));
    bar.setPrompt(QStringLiteral("Summarise this ticket in three bullet points: the customer cannot sign in "
                                 "since the update of last week, and support has not answered yet."));
    bar.setTask(QStringLiteral("summarize"));
    bar.decide();
    takePage(fixture, folder, QStringLiteral("try"));
    fixture.click(QStringLiteral("try.more"));
    auto *const options = fixture.child<ui::TryOptions>(QStringLiteral("try.options"));
    takeWidget(fixture, *options, folder, QStringLiteral("try-options"));
    options->hide();
    bar.showTrace(true);
    takePage(fixture, folder, QStringLiteral("try-why"));
    bar.showTrace(false);
    fixture.tools().foot().rehearse(true);
    takePage(fixture, folder, QStringLiteral("rehearsal-silent"));
    for (const RehearsedFault fault : {RehearsedFault::LimitedOnce, RehearsedFault::Cut}) {
        auto *const combo = fixture.child<ui::WordCombo>(QStringLiteral("rehearsal.fault0"));
        combo->setCurrentIndex(combo->findData(static_cast<int>(fault)));
        takePage(fixture, folder, QStringLiteral("rehearsal-%1").arg(static_cast<int>(fault)));
    }
    fixture.tools().foot().rehearse(false);
}

void takeWindows(RouteToolsFixture &fixture, const QDir &folder)
{
    ui::BacktestWindow &backtest = fixture.tools().backtest();
    backtest.open();
    takeWidget(fixture, backtest, folder, QStringLiteral("backtest-before"));
    backtest.start();
    settleTools(1500);
    takeWidget(fixture, backtest, folder, QStringLiteral("backtest-empty"));
    QStringList prompts;
    for (int at = 1; at <= 40; ++at)
        prompts.append(QStringLiteral("Summarise ticket %1 in three bullet points.").arg(at));
    fixture.tools().importTrafficFiles({fixture.trafficFile(prompts, QStringLiteral("summarize"))},
                                       &backtest);
    settleTools(3000);
    if (auto *const dialog = backtest.findChild<ui::TrafficDialog *>()) {
        takeWidget(fixture, *dialog, folder, QStringLiteral("traffic"));
        dialog->close();
    }
    backtest.start();
    settleTools(2000);
    takeWidget(fixture, backtest, folder, QStringLiteral("backtest"));
    fixture.willPick(QStringLiteral("demo/thinker"));
    fixture.click(QStringLiteral("backtest.quality"));
    fixture.click(QStringLiteral("quality.judge"));
    settleTools(1500);
    takeWidget(fixture, fixture.tools().quality(), folder, QStringLiteral("quality"));
    auto *const judging = fixture.child<ui::WordCombo>(QStringLiteral("quality.judging"));
    judging->setCurrentIndex(judging->findData(static_cast<int>(QualityJudging::Checks)));
    fixture.click(QStringLiteral("quality.addCheck"));
    takeWidget(fixture, fixture.tools().quality(), folder, QStringLiteral("quality-checks"));
    fixture.editor().setRuleOn(0, false);
    fixture.editor().activate(QStringLiteral("Reasoning waits for the new model"));
    settleTools(1000);
    fixture.tools().versions().open();
    takeWidget(fixture, fixture.tools().versions(), folder, QStringLiteral("versions"));
    fixture.tools().presets().open();
    takeWidget(fixture, fixture.tools().presets(), folder, QStringLiteral("presets"));
    fixture.tools().proposals().open();
    takeWidget(fixture, fixture.tools().proposals(), folder, QStringLiteral("proposals"));
    auto *const losses = new ui::LossReport(fixture.theme(), QStringLiteral("Export of rules"),
                                            QStringLiteral("Exported to config.yaml."), &fixture.page());
    losses->setLosses({{QStringLiteral("rules[1].when"), QStringLiteral("Tasks cannot be told apart there.")},
                       {QStringLiteral("rules[1].chain.limits.budget_ms"),
                        QStringLiteral("There is no limit for the whole call there.")}});
    losses->open();
    takeWidget(fixture, *losses, folder, QStringLiteral("losses"));
}

} // namespace

/// Not a test: saves pictures of what hangs on the page, in many states.
int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const QDir folder(arguments.value(1, QStringLiteral(".")));
    folder.mkpath(QStringLiteral("."));
    LongerWords longerWords;
    if (arguments.contains(QStringLiteral("--long")))
        QApplication::installTranslator(&longerWords);
    RouteToolsFixture fixture;
    fixture.activate(RoutesFixture::threeBuckets());
    fixture.makeTools();
    takeTrying(fixture, folder);
    takeWindows(fixture, folder);
    return 0;
}
