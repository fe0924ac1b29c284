#include "core/accounts/accountstore.h"
#include "core/settings/lineupstore.h"
#include "core/simulator/samples.h"
#include "tests/ui/compare/comparefixture.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QApplication>
#include <QDir>
#include <QPlainTextEdit>
#include <QTest>
#include <QToolButton>

#include <cstdio>

using namespace core;

namespace {

QDir folder;

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

LaneRecord lane(const QString &account, const QString &model, LaneStatus status)
{
    LaneRecord record;
    record.attempts = 1;
    record.latest.accountName = account;
    record.latest.model = model;
    record.latest.completion.status = status;
    record.latest.completion.modelAnswered = model;
    return record;
}

void answer(LaneRecord &record, const QString &text, double first, double last, qint64 output,
            const char *usd)
{
    Completion &completion = record.latest.completion;
    completion.text = text;
    completion.timing.headers = first - 20;
    completion.timing.firstText = first;
    completion.timing.last = last;
    completion.usage.input = 1204;
    completion.usage.output = output;
    completion.usage.basis = UsageBasis::Reported;
    completion.finishReason = QStringLiteral("stop");
    record.latest.cost.amount = Money::fromDecimal(QString::fromUtf8(usd));
    record.latest.cost.basis = CostBasis::Computed;
}

RunRecord storedRun(int lanes)
{
    const Sample sample = simulatorSamples().constFirst();
    RunRecord run;
    run.id = 7;
    run.prompt = sample.prompt;
    run.task = QStringLiteral("reasoning");
    LaneRecord a = lane(QStringLiteral("openai"), QStringLiteral("gpt-5-mini"), LaneStatus::Complete);
    answer(a, sample.answers.value(QStringLiteral("swift")), 412, 7690, 640, "0.0016");
    LaneRecord b = lane(QStringLiteral("anthropic"), QStringLiteral("claude-sonnet-4-5-20250929"),
                        LaneStatus::Truncated);
    answer(b, sample.answers.value(QStringLiteral("scholar")), 731, 9800, 702, "0.0142");
    b.latest.completion.finishReason = QStringLiteral("length");
    b.latest.completion.reasoning = QStringLiteral("The user wants the core of a limiter.");
    b.latest.completion.timing.firstReasoning = 500;
    b.latest.completion.timing.firstText = 6600;
    b.latest.completion.usage.reasoning = 412;
    LaneRecord c = lane(QStringLiteral("google"), QStringLiteral("gemini-2.5-flash"), LaneStatus::Complete);
    answer(c, sample.answers.value(QStringLiteral("thrifty")), 260, 900, 118, "0.0007");
    c.latest.completion.modelAnswered = QStringLiteral("gemini-2.0-flash");
    LaneRecord d = lane(QStringLiteral("dashscope"), QStringLiteral("qwen-plus"), LaneStatus::Failed);
    d.latest.completion.error =
        Error{ErrorKind::RateLimited, QStringLiteral("Requests rate limit exceeded"), 429};
    d.attempts = 3;
    LaneRecord e = lane(QStringLiteral("openai"), QStringLiteral("gpt-5"), LaneStatus::Refused);
    e.latest.completion.refusal = QStringLiteral("I can't help with that.");
    run.lanes = QList<LaneRecord>{a, b, c, d, e}.mid(0, lanes);
    return run;
}

void grabStates(CompareFixture &fixture, const QString &suffix)
{
    ui::ComparePage &page = fixture.makePage();
    page.resize(1364, 874);
    page.setLineUp({});
    live(50);
    save(page, QStringLiteral("no-lanes-") + suffix);
    page.setLineUp({CompareFixture::demo("swift"),
                    CompareFixture::demo("scholar"),
                    {{QStringLiteral("openai"), QStringLiteral("gpt-4o")}},
                    {{QStringLiteral("google"), QStringLiteral("gemini-1.5-flash")}}});
    live(300);
    save(page, QStringLiteral("idle-") + suffix);
    page.showRun(storedRun(4));
    live(600);
    save(page, QStringLiteral("stored-") + suffix);
    page.resize(1024, 674);
    page.showRun(storedRun(5));
    live(600);
    save(page, QStringLiteral("stored-small-") + suffix);
}

void grabLive(CompareFixture &fixture, const QString &suffix)
{
    ui::ComparePage &page = fixture.page();
    page.resize(1364, 874);
    page.setLineUp({CompareFixture::demo("swift"), CompareFixture::demo("thinker"),
                    CompareFixture::demo("scholar"), CompareFixture::demo("fault-429")});
    page.setPrompt(simulatorSamples().constFirst().prompt, false);
    live(300);
    save(page, QStringLiteral("ready-") + suffix);
    fixture.actions().find(QStringLiteral("compare.send"))->trigger();
    live(1500);
    save(page, QStringLiteral("streaming-") + suffix);
    [[maybe_unused]] const bool done = QTest::qWaitFor([&page] { return !page.hasRunningLanes(); }, 60'000);
    live(500);
    if (auto *const toggle = page.findChild<QToolButton *>(QStringLiteral("laneReasoningToggle")))
        toggle->setChecked(false);
    for (auto *const toggle : page.findChildren<QToolButton *>(QStringLiteral("laneReasoningToggle"))) {
        if (toggle->isEnabled() && toggle->isVisible())
            toggle->setChecked(true);
    }
    live(300);
    save(page, QStringLiteral("done-") + suffix);
    fixture.actions().find(QStringLiteral("compare.lineUp"))->trigger();
    live(200);
    if (QWidget *const picker = page.findChild<QWidget *>(QStringLiteral("lineUpPicker"))) {
        save(*picker, QStringLiteral("lineup-") + suffix);
        picker->hide();
    }
    fixture.actions().find(QStringLiteral("compare.addLane"))->trigger();
    live(200);
    if (QWidget *const picker = page.findChild<QWidget *>(QStringLiteral("modelPicker"))) {
        save(*picker, QStringLiteral("picker-") + suffix);
        picker->hide();
    }
}

/// Answers of four lanes that agree in part.
RunRecord agreeingRun()
{
    const QString code =
        QStringLiteral("\n\n```cpp\nstruct Bucket {\n  double tokens;\n  Clock::time_point at;\n};\n"
                       "bool take(Bucket &b) {\n  return b.tokens %1;\n}\n```\n\n");
    RunRecord run = storedRun(4);
    const QStringList texts{
        QStringLiteral("Use a **token bucket**: it allows short bursts and keeps the average rate.\n\n"
                       "1. Keep a counter and a refill time per key.\n2. Refill on read, not with a timer.\n"
                       "3. Reject with `429` and `Retry-After`.")
            + code.arg(QStringLiteral(">= 1.0 && b.tokens--"))
            + QStringLiteral("For several servers keep the bucket in one shared store."),
        QStringLiteral("A token bucket allows short bursts while keeping the average rate.\n\n"
                       "- Refill on read instead of a timer.\n- Reject with `429` and `Retry-After`.")
            + code.arg(QStringLiteral("> 0")) + QStringLiteral("Test the edge at exactly zero tokens."),
        QStringLiteral("A sliding window counter is cheap and hard to game at the window edge.\n\n"
                       "- Reject with `429` and `Retry-After`.\n- Keep the bucket in one shared store.\n\n"
                       "令牌桶算法允许短时间的突发流量。"),
        QStringLiteral("Use a token bucket: it allows short bursts and keeps the average rate.\n\n"
                       "1. Keep a counter and a refill time per key.\n2. Refill on read, not with a timer.\n"
                       "3. Reject with `503`.\n\n令牌桶算法允许短时间内的突发流量。"),
    };
    for (int i = 0; i < 4; ++i) {
        LaneRecord &lane = run.lanes[i];
        lane.latest.completion.status = LaneStatus::Complete;
        lane.latest.completion.error.reset();
        lane.attempts = 1;
        answer(lane, texts.at(i), 300 + i * 90, 2400 + i * 700, 210 + i * 20, "0.0021");
    }
    return run;
}

void grabDifferences(CompareFixture &fixture, const QString &suffix)
{
    ui::ComparePage &page = fixture.page();
    const auto trigger = [&fixture](const char *id) {
        fixture.actions().find(QString::fromUtf8(id))->trigger();
    };
    for (const QSize size : {QSize(1364, 874), QSize(1024, 674)}) {
        const QString name = QStringLiteral("%1-%2").arg(size.width()).arg(suffix);
        page.resize(size);
        page.showRun(agreeingRun());
        live(300);
        trigger("compare.diff");
        live(400);
        save(page, QStringLiteral("diff-words-") + name);
        if (auto *const units = page.findChild<ui::SegmentedControl *>(QStringLiteral("diffUnits")))
            units->setCurrent(1);
        trigger("compare.nextLane");
        trigger("compare.maximiseLane");
        live(400);
        save(page, QStringLiteral("diff-lines-") + name);
        if (auto *const columns = page.findChild<QToolButton *>(QStringLiteral("diffSideBySide")))
            columns->setChecked(true);
        live(400);
        save(page, QStringLiteral("diff-side-") + name);
        trigger("compare.maximiseLane");
        trigger("compare.agreement");
        live(400);
        save(page, QStringLiteral("agreement-") + name);
        trigger("compare.nextDisagreement");
        live(200);
        save(page, QStringLiteral("disagreement-") + name);
        trigger("compare.agreement");
        trigger("compare.keys");
        live(200);
        save(page, QStringLiteral("keys-") + name);
        page.setFocus();
    }
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    folder = QDir(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral("."));
    folder.mkpath(QStringLiteral("."));
    {
        CompareFixture empty(false);
        ui::ComparePage &page = empty.makePage();
        live(50);
        save(page, QStringLiteral("no-accounts"));
    }
    for (const bool dark : {false, true}) {
        CompareFixture fixture;
        fixture.theme().setScheme(dark ? ui::Theme::Scheme::Dark : ui::Theme::Scheme::Light);
        fixture.services().lineUps().save(QStringLiteral("Daily four"),
                                          {{QStringLiteral("demo/swift")}, {QStringLiteral("demo/scholar")}});
        grabStates(fixture, dark ? QStringLiteral("dark") : QStringLiteral("light"));
        grabDifferences(fixture, dark ? QStringLiteral("dark") : QStringLiteral("light"));
        grabLive(fixture, dark ? QStringLiteral("dark") : QStringLiteral("light"));
    }
    return 0;
}
