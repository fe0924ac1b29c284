#include "core/settings/keys.h"
#include "core/usage/usagereader.h"
#include "tests/support/ledgerstory.h"
#include "ui/actions.h"
#include "ui/history/historypage.h"
#include "ui/mainwindow.h"
#include "ui/markdown/markdownservices.h"
#include "ui/theme/modelcolours.h"
#include "ui/theme/theme.h"
#include "ui/usage/attemptspane.h"
#include "ui/usage/choicebutton.h"
#include "ui/usage/explorepicture.h"
#include "ui/usage/modelspane.h"
#include "ui/usage/usagepage.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/toastarea.h"

#include <QAction>
#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMultiMap>
#include <QTimer>
#include <QTranslator>

#include <cmath>
#include <functional>

namespace {

struct Seller
{
    const char *target;
    double dollarsPerRequest; ///< below 0: unpriced
    double firstText;
    int perDay;
    int failsEvery;
};

constexpr Seller kSellers[] = {
    {"anthropic/claude-sonnet-5", 0.0176, 1200, 9, 90},
    {"openai/gpt-5-mini", 0.008, 700, 11, 60},
    {"google/gemini-2.5-flash", 0.0057, 480, 12, 36},
    {"dashscope/qwen-plus", 0.0073, 900, 5, 16},
    {"mistral/mistral-large-latest", 0.011, 640, 3, 200},
    {"openrouter/meta-llama/llama-4-maverick-17b-128e-instruct:free", 0.0008, 1500, 2, 9},
    {"tokenbay/my-finetune", -1.0, 760, 1, 200},
};

const char *const kPrompts[] = {
    "Summarise the quarterly report in five bullet points for the board",
    "Write a C++20 function that merges overlapping intervals, with tests",
    "Extract the invoice number, date and total as JSON",
    "Why does a stream without an end marker not count as a success?",
    "Plan a migration from REST polling to server-sent events",
    "Übersetze die Fehlermeldungen ins Deutsche und begründe jede Wahl",
};
const char *const kTasks[] = {"summarize", "reasoning", "extract", "", "reasoning", ""};
const char *const kAnswer = "Here is the plan, shortest first:\n\n1. **Measure** what polling costs "
                            "today.\n2. Put the stream behind the "
                            "same interface.\n3. Switch one consumer at a time.\n\n```cpp\nauto merged = "
                            "merge(intervals);\n```\n\n| step "
                            "| risk |\n|---|---|\n| measure | none |\n| switch | low |\n";

/// Ordinary work up to the last day, of which the days before the last thirty are slower; only every
/// `thinning`th request of it.
void tellStory(test::LedgerStory &story, int days, int thinning)
{
    int count = 0;
    for (int day = days - 1; day >= 0; --day) {
        const QDate date = QDate(2026, 11, 22).addDays(-day);
        const double pace = (date.dayOfWeek() > 5 ? 0.35 : 1.0) * (day > 29 ? 0.8 : 1.0)
            * (0.75 + 0.25 * std::sin(day * 1.7) + 0.15 * std::cos(day * 0.6));
        QMultiMap<QDateTime, std::function<void()>> ofDay;
        for (const Seller &seller : kSellers) {
            for (int number = 0; number < std::lround(seller.perDay * pace); ++number) {
                ++count;
                if (count % thinning != 0)
                    continue;
                test::LedgerStory::Request request;
                request.target = QString::fromLatin1(seller.target);
                request.input = 1800 + count % 7 * 400;
                request.output = 420 + count % 11 * 60;
                const double dollars = seller.dollarsPerRequest * (0.7 + count % 5 * 0.15);
                request.cost = core::Money::fromDouble(dollars);
                if (seller.dollarsPerRequest < 0)
                    request.cost.reset();
                request.firstTextMs = seller.firstText * (0.6 + count % 13 * 0.09);
                if (count % seller.failsEvery == 0) {
                    request.status = core::LaneStatus::Failed;
                    request.cost = core::Money();
                }
                request.text = QString::fromUtf8(kAnswer);
                const QDateTime at(date, QTime(6 + count * 13 % 6, (count * 7) % 60), Qt::UTC);
                ofDay.insert(at, [&story, at, request, count] {
                    story.tell(at, QString::fromUtf8(kPrompts[count % 6]), {request},
                               QString::fromLatin1(kTasks[count % 6]));
                });
            }
        }
        for (const std::function<void()> &tell : std::as_const(ofDay))
            tell();
    }
    using Request = test::LedgerStory::Request;
    Request broken{QStringLiteral("dashscope/qwen-plus")};
    broken.status = core::LaneStatus::Failed;
    broken.cost = core::Money();
    Request finetune{QStringLiteral("tokenbay/my-finetune")};
    finetune.cost.reset();
    finetune.text = QString::fromUtf8(kAnswer);
    Request first{QStringLiteral("openai/gpt-5-mini")};
    first.text = QString::fromUtf8(kAnswer);
    story.tell(QDateTime(QDate(2026, 11, 22), QTime(11, 58), Qt::UTC), QString::fromUtf8(kPrompts[4]),
               {first, Request{QStringLiteral("anthropic/claude-sonnet-5")}, finetune, broken},
               QStringLiteral("reasoning"));
    story.finish();
}

/// Every sentence a third longer, as German often is.
class LongWords : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *text, const char *, int n) const override
    {
        QString words = QString::fromUtf8(text);
        if (words.size() > 3 && words.front().isLetter() && !words.contains(QLatin1String("MMM")))
            words.append(QStringLiteral("nungsweisen").left(words.size() / 3 + 1));
        return n >= 0 ? words.replace(QLatin1String("%n"), QString::number(n)) : words;
    }
};

struct Picture
{
    QString name;
    std::function<void()> prepare;
};

void grab(QList<Picture> left, ui::MainWindow &window, const QDir &folder)
{
    if (left.isEmpty())
        return QApplication::quit();
    const Picture picture = left.takeFirst();
    picture.prepare();
    QTimer::singleShot(450, &window, [left, picture, &window, folder] {
        window.grab().save(folder.filePath(picture.name + QStringLiteral(".png")));
        grab(left, window, folder);
    });
}

QList<Picture> pictures(ui::MainWindow &window, ui::Theme &theme, ui::UsagePage &usage,
                        ui::HistoryPage &history)
{
    const auto drill = [&usage](bool details) {
        auto *const models = usage.findChild<ui::ModelsPane *>();
        emit models->rowActivated(QStringLiteral("dashscope"), QStringLiteral("qwen-plus"));
        QTimer::singleShot(200, &usage, [&usage, details] {
            auto *const view = usage.findChild<QAbstractItemView *>(QStringLiteral("usage.attempts"));
            if (view->model()->rowCount() == 0)
                return;
            view->setCurrentIndex(view->model()->index(0, 0));
            if (details)
                emit view->clicked(view->model()->index(0, 0));
        });
    };
    const auto choose = [&usage](const char *button, const QVariant &value) {
        const QList<QAction *> choices =
            usage.findChild<ui::ChoiceButton *>(QLatin1StringView(button))->menu()->actions();
        for (QAction *action : choices) {
            if (action->data() == value)
                action->trigger();
        }
    };
    QList<Picture> result;
    for (const QSize size : {QSize(1440, 900), QSize(1100, 700), QSize(1920, 1080)}) {
        for (const bool dark : {false, true}) {
            const QString suffix = QStringLiteral("-%1-%2")
                                       .arg(size.width())
                                       .arg(dark ? QStringLiteral("dark") : QStringLiteral("light"));
            result.append({QStringLiteral("usage") + suffix, [&window, &theme, &usage, size, dark] {
                               window.resize(size);
                               theme.setScheme(dark ? ui::Theme::Scheme::Dark : ui::Theme::Scheme::Light);
                               window.showPage(QStringLiteral("usage"));
                               if (auto *attempts = usage.findChild<ui::AttemptsPane *>())
                                   emit attempts->left();
                           }});
            result.append({QStringLiteral("usage-attempts") + suffix, [drill] { drill(true); }});
            result.append({QStringLiteral("history") + suffix, [&window, &history] {
                               window.showPage(QStringLiteral("history"));
                               QTimer::singleShot(200, &history, [&history] {
                                   auto *const list =
                                       history.findChild<QListView *>(QStringLiteral("history.list"));
                                   if (list->model()->rowCount() > 0)
                                       list->setCurrentIndex(list->model()->index(0, 0));
                               });
                           }});
        }
    }
    for (const auto &[name, kind] : {std::pair(QStringLiteral("usage-lines"), ui::ExploreKind::Lines),
                                     std::pair(QStringLiteral("usage-shares"), ui::ExploreKind::Shares),
                                     std::pair(QStringLiteral("usage-table"), ui::ExploreKind::Table)}) {
        const int shown = static_cast<int>(kind);
        result.append({name, [&window, choose, shown] {
                           window.showPage(QStringLiteral("usage"));
                           choose("usage.kind", shown);
                       }});
    }
    result.append({QStringLiteral("usage-all"), [&usage, choose] {
                       choose("usage.kind", static_cast<int>(ui::ExploreKind::Bars));
                       usage.showPeriod(core::periodOf(core::PeriodKind::All, {}));
                   }});
    result.append({QStringLiteral("usage-today"), [&usage] {
                       usage.showPeriod(core::periodOf(core::PeriodKind::Today, QDate(2026, 11, 22)));
                   }});
    result.append({QStringLiteral("history-search"), [&window, &history] {
                       window.showPage(QStringLiteral("history"));
                       history.findChild<QLineEdit *>(QStringLiteral("history.search"))
                           ->setText(QStringLiteral("stream interface"));
                   }});
    return result;
}

} // namespace

/// Not a test: saves pictures of the usage and history pages over an invented ledger.
int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QCommandLineParser options;
    const QCommandLineOption folder(QStringLiteral("grab"), QStringLiteral("Where to."),
                                    QStringLiteral("DIR"), QStringLiteral("."));
    const QCommandLineOption empty(QStringLiteral("empty"), QStringLiteral("Over an empty ledger."));
    const QCommandLineOption oneDay(QStringLiteral("day"), QStringLiteral("Over a ledger of one day."));
    const QCommandLineOption twoYears(QStringLiteral("years"), QStringLiteral("Over a ledger of two years."));
    const QCommandLineOption lengthen(QStringLiteral("long"), QStringLiteral("With longer words."));
    const QCommandLineOption translation(QStringLiteral("translation"), QStringLiteral("A .qm file."),
                                         QStringLiteral("FILE"));
    options.addOptions({folder, empty, oneDay, twoYears, lengthen, translation});
    options.process(app);
    QTranslator translator;
    LongWords longWords;
    if (options.isSet(lengthen))
        QApplication::installTranslator(&longWords);
    if (translator.load(options.value(translation)))
        QApplication::installTranslator(&translator);

    test::LedgerStory story;
    story.settings.set(core::settings::kReportingZone, QStringLiteral("Europe/Berlin"));
    constexpr int kTwoYears = 730;
    if (options.isSet(oneDay))
        tellStory(story, 1, 1);
    else if (options.isSet(twoYears))
        tellStory(story, kTwoYears, 8);
    else if (!options.isSet(empty))
        tellStory(story, 60, 1);
    core::UsageReader reader(story.ledger.database());
    ui::Theme theme;
    theme.install();
    ui::Actions actions;
    ui::ModelColours colours;
    ui::MarkdownServices markdown;
    ui::MainWindow window(theme, actions);
    auto *const usage = new ui::UsagePage(story.reader, reader, story.writer, story.settings, story.clock,
                                          theme, colours, actions);
    auto *const history = new ui::HistoryPage(story.reader, story.writer, story.settings, story.clock, theme,
                                              colours, markdown, actions, window.toasts());
    window.addPage(QStringLiteral("usage"), QStringLiteral("Usage"), ui::Icon::Usage, usage);
    window.addPage(QStringLiteral("history"), QStringLiteral("History"), ui::Icon::History, history);
    window.show();
    QTimer::singleShot(300, &app, [&] {
        QDir().mkpath(options.value(folder));
        grab(pictures(window, theme, *usage, *history), window, QDir(options.value(folder)));
    });
    return QApplication::exec();
}
