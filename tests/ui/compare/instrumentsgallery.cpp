#include "core/accounts/accountstore.h"
#include "core/chat/parametersjson.h"
#include "core/settings/lineupstore.h"
#include "core/simulator/samples.h"
#include "tests/ui/compare/comparefixture.h"
#include "ui/compare/laneboard.h"
#include "ui/compare/lanestrip.h"
#include "ui/compare/laneview.h"
#include "ui/compare/lanewindow.h"

#include <QApplication>
#include <QDir>
#include <QJsonDocument>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>
#include <QTranslator>

#include <cstdio>

using namespace core;

namespace {

QDir folder;

/// Every text a third longer, as German often is.
class LongTexts : public QTranslator
{
public:
    QString translate(const char *context, const char *source, const char *, int) const override
    {
        if (QLatin1StringView(context).startsWith(QLatin1Char('Q')))
            return {};
        QString text = QString::fromUtf8(source);
        return text.size() < 3 ? text : text + QString((text.size() + 2) / 3, QLatin1Char('n'));
    }
    bool isEmpty() const override { return false; }
};

void save(QWidget &widget, const QString &name)
{
    const QString path = folder.filePath(name + QStringLiteral(".png"));
    widget.grab().save(path);
    std::printf("%s\n", qPrintable(path));
}

/// Lets the page live for a while.
void live(int ms)
{
    QElapsedTimer timer;
    timer.start();
    [[maybe_unused]] const bool passed =
        QTest::qWaitFor([&timer, ms] { return timer.hasExpired(ms); }, ms + 1000);
}

LaneRecord lane(const char *account, const char *model, const QString &text, double first, double last,
                qint64 output, const char *usd)
{
    LaneRecord record;
    record.attempts = 1;
    record.latest.accountName = QString::fromUtf8(account);
    record.latest.model = QString::fromUtf8(model);
    Completion &completion = record.latest.completion;
    completion.status = LaneStatus::Complete;
    completion.modelAnswered = record.latest.model;
    completion.text = text;
    completion.timing.firstText = first;
    completion.timing.last = last;
    completion.usage.input = 1204;
    completion.usage.output = output;
    completion.usage.basis = UsageBasis::Reported;
    completion.finishReason = QStringLiteral("stop");
    record.latest.cost.amount = Money::fromDecimal(QString::fromUtf8(usd));
    record.latest.cost.basis = CostBasis::Computed;
    return record;
}

RunRecord storedRun()
{
    const Sample sample = simulatorSamples().constFirst();
    const QString swift = sample.answers.value(QStringLiteral("swift"));
    const QString thrifty = sample.answers.value(QStringLiteral("thrifty"));
    RunRecord run;
    run.id = 7;
    run.prompt = sample.prompt;
    run.task = QStringLiteral("reasoning");
    run.lanes = {lane("openai", "gpt-5-mini", swift, 412, 7690, 640, "0.0016"),
                 lane("openai", "gpt-5-mini", thrifty, 390, 6100, 118, "0.0004"),
                 lane("openai", "gpt-5-mini", swift, 530, 8800, 640, "0.0016"),
                 lane("openai", "gpt-5-mini", swift, 471, 7200, 640, "0.0016"),
                 lane("anthropic", "claude-sonnet-4-5-20250929",
                      sample.answers.value(QStringLiteral("scholar")), 731, 9800, 702, "0.0142"),
                 lane("google", "gemini-2.5-flash", thrifty, 260, 900, 118, "0.0007"),
                 lane("dashscope", "qwen-plus", swift, 350, 4200, 620, "0.0009")};
    run.lanes[4].parameters = parametersFromJson(
        QJsonDocument::fromJson(R"({"temperature":0.2,"max_tokens":800,"seed":4})").object());
    run.lanes[5].parameters = parametersFromJson(
        QJsonDocument::fromJson(R"({"response_format":{"type":"json_object"},"extra":{"top_k":40}})")
            .object());
    return run;
}

void trigger(CompareFixture &fixture, const char *action)
{
    fixture.actions().find(QString::fromUtf8(action))->trigger();
    live(250);
}

void type(ui::ComparePage &page, const char *editor, const char *text)
{
    if (auto *const line = page.findChild<QLineEdit *>(QString::fromUtf8(editor))) {
        line->selectAll();
        QTest::keyClicks(line, QString::fromUtf8(text));
    } else {
        page.findChild<QPlainTextEdit *>(QString::fromUtf8(editor))->setPlainText(QString::fromUtf8(text));
    }
}

void grabPanels(CompareFixture &fixture, const QString &suffix)
{
    ui::ComparePage &page = fixture.page();
    auto &strip = *page.findChild<ui::LaneStrip *>();
    auto &panel = *page.findChild<QWidget *>(QStringLiteral("parametersPanel"));
    trigger(fixture, "compare.runDefaults");
    type(page, "parameter_temperature", "0.7");
    type(page, "parameter_stop", "END\n\\n\\n");
    live(100);
    save(panel, QStringLiteral("defaults-") + suffix);
    panel.hide();
    strip.setCurrent(4);
    trigger(fixture, "compare.parameters");
    type(page, "parameter_top_p", "7");
    type(page, "parameter_tools", "[\n  {\"type\": oops}\n]");
    live(100);
    save(panel, QStringLiteral("problems-") + suffix);
    panel.hide();
    trigger(fixture, "compare.selectAllLanes");
    trigger(fixture, "compare.parameters");
    save(panel, QStringLiteral("mixed-") + suffix);
    panel.hide();
    save(page, QStringLiteral("selected-") + suffix);
    strip.clearSelection();
    trigger(fixture, "compare.lineUp");
    if (QWidget *const picker = page.findChild<QWidget *>(QStringLiteral("lineUpPicker"))) {
        save(*picker, QStringLiteral("lineups-") + suffix);
        picker->hide();
    }
}

void grabLayouts(CompareFixture &fixture, const QString &suffix)
{
    ui::ComparePage &page = fixture.page();
    auto &strip = *page.findChild<ui::LaneStrip *>();
    for (const QSize &size : {QSize(1364, 874), QSize(1024, 674)}) {
        page.resize(size);
        const QString name = QStringLiteral("-%1-").arg(size.width()) + suffix;
        for (const ui::LaneLayout mode :
             {ui::LaneLayout::Columns, ui::LaneLayout::Grid, ui::LaneLayout::Tabs}) {
            strip.setMode(mode);
            live(400);
            save(page, ui::laneLayoutName(mode) + name);
        }
    }
    strip.setMode(ui::LaneLayout::Columns);
    page.resize(1364, 874);
    strip.setCurrent(5);
    trigger(fixture, "compare.tearOffLane");
    live(200);
    save(*page.findChild<ui::LaneWindow *>(), QStringLiteral("window-") + suffix);
    save(page, QStringLiteral("torn-") + suffix);
    trigger(fixture, "compare.tearOffLane");
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    folder = QDir(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral("."));
    folder.mkpath(QStringLiteral("."));
    LongTexts longTexts;
    for (const char *suffix : {"light", "dark", "long"}) {
        const QString name = QString::fromUtf8(suffix);
        if (name == QStringLiteral("long"))
            QApplication::installTranslator(&longTexts);
        CompareFixture fixture;
        fixture.theme().setScheme(name == QStringLiteral("dark") ? ui::Theme::Scheme::Dark
                                                                 : ui::Theme::Scheme::Light);
        fixture.services().lineUps().save(
            QStringLiteral("Daily four"),
            {{QStringLiteral("demo/swift"), {}, 3}, {QStringLiteral("demo/scholar")}});
        fixture.services().lineUps().save(
            QStringLiteral("Long context, every vendor we have a contract with"),
            {{QStringLiteral("demo/swift"), {}, 1}});
        ui::ComparePage &page = fixture.makePage();
        page.resize(1364, 874);
        page.showRun(storedRun());
        live(500);
        grabLayouts(fixture, name);
        grabPanels(fixture, name);
    }
    return 0;
}
