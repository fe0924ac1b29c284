#include "core/settings/keys.h"
#include "tests/support/ledgerstory.h"
#include "ui/actions.h"
#include "ui/history/historypage.h"
#include "ui/mainwindow.h"
#include "ui/markdown/markdownservices.h"
#include "ui/theme/modelcolours.h"
#include "ui/theme/theme.h"
#include "ui/widgets/toastarea.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDialog>
#include <QDir>
#include <QLineEdit>
#include <QListView>
#include <QTimer>
#include <QToolButton>

#include <functional>

namespace {

using Request = test::LedgerStory::Request;

const char *const kAnswer =
    "Here is the plan, shortest first:\n\n1. **Measure** what polling costs today.\n"
    "2. Put the stream behind the same interface.\n3. Switch one consumer at a time.\n";

Request answer(const char *target, const char *text = kAnswer)
{
    Request request{QString::fromLatin1(target)};
    request.text = QString::fromUtf8(text);
    return request;
}

QDateTime utc(int day, int hour, int minute = 0)
{
    return QDateTime(QDate(2026, 11, day), QTime(hour, minute), Qt::UTC);
}

/// A conversation of three turns.
void tellConversation(test::LedgerStory &story)
{
    const qint64 first = story.tell(utc(22, 9), QStringLiteral("What is a write-ahead log?"),
                                    {answer("openai/gpt-5-mini"), answer("anthropic/claude-sonnet-5")});
    qint64 last = first;
    for (const char *const prompt :
         {"And how does a reader see a consistent state?", "When is it written back?"}) {
        core::RunDraft draft;
        draft.prompt = QString::fromUtf8(prompt);
        draft.turn = {last, first};
        draft.lanes = {{1, QStringLiteral("openai"), QStringLiteral("gpt-5-mini")},
                       {1, QStringLiteral("anthropic"), QStringLiteral("claude-sonnet-5")}};
        const auto ids = test::await(story.writer.beginRun(draft));
        for (const qint64 attempt : ids->attempts)
            story.settled =
                story.writer.settle(attempt, test::LedgerStory::outcome(answer("openai/gpt-5-mini")));
        last = ids->run;
    }
}

/// What a run can look like in the list: pinned, tagged, judged, imported, failed, unpriced, a conversation.
void tellStory(test::LedgerStory &story)
{
    Request broken = answer("dashscope/qwen-plus");
    broken.status = core::LaneStatus::Failed;
    broken.cost.reset();
    Request unpriced = answer("tokenbay/my-finetune-with-a-rather-long-name");
    unpriced.cost.reset();
    const char *const prompts[] = {"Extract the invoice number, date and total as JSON",
                                   "Why does a stream without an end marker not count as a success?",
                                   "Übersetze die Fehlermeldungen ins Deutsche und begründe jede Wahl",
                                   "用三句话解释令牌桶限流算法", "Plan a migration from polling to a stream"};
    QList<qint64> runs;
    for (int at = 0; at < 20; ++at)
        runs.append(story.tell(utc(2 + at, 8, at), QString::fromUtf8(prompts[at % 5]),
                               {answer("openai/gpt-5-mini"), answer("google/gemini-2.5-flash"),
                                at % 3 == 0 ? unpriced : answer("anthropic/claude-sonnet-5")},
                               at % 2 == 0 ? QStringLiteral("extract") : QString()));
    runs.append(story.tell(utc(22, 7), QString::fromUtf8(prompts[4]), {answer("openai/gpt-5-mini"), broken}));
    tellConversation(story);
    story.finish();
    (void)test::await(story.writer.setPinned({runs.at(19), runs.at(16)}, true));
    (void)test::await(story.writer.setTag({runs.at(19), runs.at(18), runs.at(20)}, QStringLiteral("project"),
                                          QStringLiteral("billing")));
    (void)test::await(
        story.writer.setTag({runs.at(19)}, QStringLiteral("customer"), QStringLiteral("a rather long one")));
    core::ImportedConversation talk{QStringLiteral("chatgpt-export"),
                                    QStringLiteral("Token buckets explained")};
    for (int at = 0; at < 2; ++at) {
        core::ImportedTurn turn{QString::number(at), QStringLiteral("How does a token bucket work?")};
        turn.atMs = utc(20, 10, at).toMSecsSinceEpoch();
        turn.parentTurn = at - 1;
        core::ImportedLane lane;
        lane.account = QStringLiteral("chatgpt-export");
        lane.model = QStringLiteral("gpt-4o");
        lane.completion.status = core::LaneStatus::Complete;
        lane.completion.text = QString::fromUtf8(kAnswer);
        lane.atMs = turn.atMs;
        turn.lanes.append(lane);
        talk.turns.append(turn);
    }
    (void)test::await(story.writer.importConversations({talk}));
}

QString exportFile(const QDir &folder)
{
    QFile file(folder.filePath(QStringLiteral("conversations.json")));
    if (file.open(QIODevice::WriteOnly))
        file.write(R"([{"conversation_id": "c", "title": "Comets", "create_time": 1763000000, "gizmo_id": "g",
            "mapping": {"u": {"parent": null, "children": ["a"], "message": {"author": {"role": "user"},
            "content": {"content_type": "multimodal_text", "parts": [{"content_type": "image_asset_pointer"},
            "What is a comet?"]}}}, "a": {"parent": "u", "children": [], "message":
            {"author": {"role": "assistant"}, "metadata": {"citations": [1]},
            "content": {"content_type": "text", "parts": ["A ball of ice."]}}}}}])");
    return file.fileName();
}

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
    QTimer::singleShot(700, &window, [left, picture, &window, folder] {
        QWidget *shown = &window;
        if (auto *const dialog = window.findChild<QDialog *>(QStringLiteral("history.importDialog")))
            shown = dialog;
        shown->grab().save(folder.filePath(picture.name + QStringLiteral(".png")));
        if (shown != &window)
            shown->close();
        grab(left, window, folder);
    });
}

QList<Picture> pictures(ui::MainWindow &window, ui::Theme &theme, ui::HistoryPage &page, const QDir &folder)
{
    auto *const list = page.findChild<QListView *>(QStringLiteral("history.list"));
    const auto button = [&page](const char *name) {
        return page.findChild<QToolButton *>(QLatin1StringView(name));
    };
    QList<Picture> result;
    for (const QSize size : {QSize(1440, 900), QSize(1100, 700)}) {
        for (const bool dark : {false, true}) {
            const QString suffix =
                QStringLiteral("-%1-%2").arg(size.width()).arg(QLatin1StringView(dark ? "dark" : "light"));
            const auto add = [&](const char *name, std::function<void()> prepare) {
                result.append({QLatin1StringView(name) + suffix, std::move(prepare)});
            };
            add("conversation", [=, &window, &theme] {
                window.resize(size);
                theme.setScheme(dark ? ui::Theme::Scheme::Dark : ui::Theme::Scheme::Light);
                list->setCurrentIndex(list->model()->index(0, 0));
            });
            add("tagged", [=] { list->setCurrentIndex(list->model()->index(4, 0)); });
            add("selection", [=] { list->selectAll(); });
            add("filters", [=] {
                list->clearSelection();
                button("history.more")->setChecked(true);
                button("history.pinned")->setChecked(true);
            });
            add("words", [=, &page] {
                button("history.pinned")->setChecked(false);
                button("history.more")->setChecked(false);
                page.findChild<QLineEdit *>(QStringLiteral("history.search"))
                    ->setText(QStringLiteral("write log stream"));
            });
            add("import", [=, &page] {
                page.findChild<QLineEdit *>(QStringLiteral("history.search"))->clear();
                page.importFiles({exportFile(folder)});
            });
        }
    }
    return result;
}

} // namespace

/// Not a test: saves pictures of the history page over an invented ledger.
int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QCommandLineParser options;
    const QCommandLineOption folder(QStringLiteral("grab"), QStringLiteral("Where to."),
                                    QStringLiteral("DIR"), QStringLiteral("."));
    options.addOption(folder);
    options.process(app);
    const QDir into(options.value(folder));
    QDir().mkpath(into.path());

    test::LedgerStory story;
    story.settings.set(core::settings::kReportingZone, QStringLiteral("Europe/Berlin"));
    tellStory(story);
    ui::Theme theme;
    theme.install();
    ui::Actions actions;
    ui::ModelColours colours;
    ui::MarkdownServices markdown;
    ui::MainWindow window(theme, actions);
    auto *const page = new ui::HistoryPage(story.reader, story.writer, story.settings, story.clock, theme,
                                           colours, markdown, actions, window.toasts());
    window.addPage(QStringLiteral("history"), QStringLiteral("History"), ui::Icon::History, page);
    window.show();
    window.showPage(QStringLiteral("history"));
    QTimer::singleShot(500, &app, [&] { grab(pictures(window, theme, *page, into), window, into); });
    return QApplication::exec();
}
