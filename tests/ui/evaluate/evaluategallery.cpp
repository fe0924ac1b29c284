#include "core/evaluate/matrix.h"
#include "core/judging/votestore.h"
#include "core/ledger/ledgerwriter.h"
#include "core/settings/keys.h"
#include "core/settings/lineupstore.h"
#include "core/settings/settings.h"
#include "tests/ui/evaluate/evaluatefixture.h"
#include "ui/evaluate/matrixtable.h"
#include "ui/evaluate/matrixview.h"
#include "ui/evaluate/promptsetspane.h"
#include "ui/evaluate/scorechart.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QMenu>
#include <QTranslator>

using namespace core;

namespace {

/// Every sentence a third longer, as German often is.
class LongWords : public QTranslator
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

struct Seller
{
    const char *account;
    const char *model;
    const char *usd;
    double firstMs;
    int skill;
};

constexpr Seller kSellers[] = {
    {"anthropic", "claude-sonnet-5", "0.0142", 1200, 9},
    {"openai", "gpt-5-mini", "0.0031", 700, 7},
    {"google", "gemini-2.5-flash", "0.0009", 420, 6},
    {"dashscope", "qwen-plus", "0.0018", 900, 4},
    {"openrouter", "meta-llama/llama-4-maverick-17b-128e-instruct", "0.0007", 1500, 3}};

void tellVotes(EvaluateFixture &fixture)
{
    LedgerWriter &writer = fixture.services().ledgerWriter();
    for (int at = 0; at < 90; ++at) {
        RunDraft draft;
        draft.prompt = QStringLiteral("Extract the invoice number");
        draft.task = QStringLiteral("extract");
        const int one = at % 5;
        const int other = (one + 1 + at / 5 % 4) % 5;
        for (const int who : {one, other})
            draft.lanes.append(
                {1, QString::fromLatin1(kSellers[who].account), QString::fromLatin1(kSellers[who].model)});
        const RunIds ids = EvaluateFixture::answer(writer.beginRun(draft));
        Vote vote;
        vote.runId = ids.run;
        const int total = kSellers[one].skill + kSellers[other].skill;
        const bool first = at * 7 % total < kSellers[one].skill;
        int place = 0;
        for (const int who : {one, other}) {
            AttemptOutcome outcome;
            outcome.completion.status = LaneStatus::Complete;
            outcome.completion.text = QStringLiteral("An answer");
            outcome.completion.timing.firstText = kSellers[who].firstMs;
            outcome.cost.amount = Money::fromDecimal(QString::fromLatin1(kSellers[who].usd));
            outcome.cost.basis = CostBasis::Computed;
            writer.settle(ids.attempts.at(place), outcome);
            BallotLane lane;
            lane.laneId = ids.lanes.at(place);
            lane.target = {QString::fromLatin1(kSellers[who].account),
                           QString::fromLatin1(kSellers[who].model)};
            lane.won = (place == 0) == first;
            lane.shown = place;
            vote.lanes.append(lane);
            ++place;
        }
        EvaluateFixture::answer(fixture.services().votes().cast(vote));
    }
}

qint64 tellSet(EvaluateFixture &fixture)
{
    QList<QStringList> cases;
    const char *const subjects[] = {"Quarterly report of a harbour authority in Portugal",
                                    "A rate limiter in C++20",
                                    "Die Satzung eines Kleingartenvereins in Bremerhaven",
                                    "An invoice of 1,204.50 EUR",
                                    "三个港口城市的历史",
                                    "Minutes of a meeting nobody prepared"};
    for (int at = 0; at < 24; ++at)
        cases.append({QString::fromUtf8(subjects[at % 6]),
                      at % 2 == 0 ? QStringLiteral("the") : QStringLiteral("harbour")});
    return fixture.addSet(QStringLiteral("summaries-2026-11"),
                          {QStringLiteral("subject"), QStringLiteral("must")}, cases,
                          QStringLiteral("Summarise in three sentences:\n\n{{subject}}"),
                          {QStringLiteral("contains:{{must}}"), QStringLiteral("max-chars:900"),
                           QStringLiteral("max-ms:8000")});
}

void settle(int ms = 350)
{
    QElapsedTimer clock;
    clock.start();
    [[maybe_unused]] const bool passed =
        QTest::qWaitFor([&clock, ms] { return clock.hasExpired(ms); }, ms + 1000);
}

void take(EvaluateFixture &fixture, const QDir &folder, const QString &name)
{
    for (const QSize size : {QSize(1364, 850), QSize(1024, 650)}) {
        for (const bool dark : {false, true}) {
            fixture.window().resize(size);
            fixture.theme().setScheme(dark ? ui::Theme::Scheme::Dark : ui::Theme::Scheme::Light);
            settle();
            fixture.window().grab().save(
                folder.filePath(QStringLiteral("%1-%2-%3.png")
                                    .arg(name)
                                    .arg(size.width())
                                    .arg(dark ? QStringLiteral("dark") : QStringLiteral("light"))));
        }
    }
}

void takeAll(EvaluateFixture &fixture, const QDir &folder)
{
    fixture.makePage();
    settle();
    take(fixture, folder, QStringLiteral("empty"));
    fixture.services().settings().set(settings::kCurrentLineUp,
                                      lineUpToJson({{QStringLiteral("demo/swift")},
                                                    {QStringLiteral("demo/scholar")},
                                                    {QStringLiteral("demo/thinker")}}));
    const qint64 set = tellSet(fixture);
    const qint64 matrix = fixture.addMatrix(
        set, {QStringLiteral("swift"), QStringLiteral("scholar"), QStringLiteral("no-such-model")});
    fixture.makePage().openMatrix(matrix, true);
    auto *const view = fixture.child<ui::MatrixView>("matrix.view");
    [[maybe_unused]] const bool begun =
        QTest::qWaitFor([view] { return view->matrix() && view->matrix()->progress().done > 12; }, 20'000);
    fixture.window().grab().save(folder.filePath(QStringLiteral("matrix-running.png")));
    [[maybe_unused]] const bool done =
        QTest::qWaitFor([view] { return view->matrix()->state() == Matrix::State::Finished; }, 60'000);
    settle();
    take(fixture, folder, QStringLiteral("matrix"));
    auto *const table = fixture.child<ui::MatrixTable>("matrix.table");
    table->setCurrentIndex(table->model()->index(1, 1));
    emit table->opened(table->currentIndex());
    settle();
    take(fixture, folder, QStringLiteral("matrix-cell"));
    fixture.child<ui::FlatButton>("matrix.verdicts")->menu()->actions().constFirst()->trigger();
    settle(600);
    take(fixture, folder, QStringLiteral("ballot"));
    fixture.child<ui::FlatButton>("ballot.close")->click();
    fixture.child<ui::FlatButton>("matrix.back")->click();
    settle();
    take(fixture, folder, QStringLiteral("set"));
    fixture.page().importFile(fixture.file(QStringLiteral("broken.csv"), "a,b\n1,2\n\"open,3\n"));
    settle();
    take(fixture, folder, QStringLiteral("set-problem"));
    fixture.child<ui::SegmentedControl>("evaluate.parts")->setCurrent(1);
    settle();
    take(fixture, folder, QStringLiteral("scores-none"));
    tellVotes(fixture);
    fixture.makePage();
    fixture.child<ui::SegmentedControl>("evaluate.parts")->setCurrent(1);
    settle(1200);
    take(fixture, folder, QStringLiteral("scores"));
    fixture.volume().setPerMonth(true);
    fixture.child<ui::SegmentedControl>("scores.against")->setCurrent(1);
    take(fixture, folder, QStringLiteral("scores-month-time"));
}

} // namespace

/// Not a test: saves pictures of the page in many states.
int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const QDir folder(arguments.value(1, QStringLiteral(".")));
    folder.mkpath(QStringLiteral("."));
    LongWords longWords;
    if (arguments.contains(QStringLiteral("--long")))
        QApplication::installTranslator(&longWords);
    EvaluateFixture fixture;
    takeAll(fixture, folder);
    return 0;
}
