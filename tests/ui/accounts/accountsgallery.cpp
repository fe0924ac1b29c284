#include "tests/ui/accounts/accountsbench.h"

#include "ui/accounts/accountspage.h"
#include "ui/accounts/firststart.h"
#include "ui/mainwindow.h"
#include "ui/widgets/messagepanel.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QCommandLineParser>
#include <QDir>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>
#include <QTimer>

#include <functional>

namespace {

using namespace test;

/// One picture: what to do, and when it is done.
struct Picture
{
    QString name;
    std::function<void()> prepare;
    std::function<bool()> ready = [] { return true; };
};

/// The page in many states, on the window it lives in.
class Gallery : public QObject
{
public:
    Gallery(const QString &folder, const QString &suffix, QSize size, bool dark)
        : m_folder(folder), m_suffix(suffix), m_bench(environment()), m_window(m_bench.theme, m_bench.actions)
    {
        m_bench.theme.setScheme(dark ? ui::Theme::Scheme::Dark : ui::Theme::Scheme::Light);
        m_bench.theme.install();
        m_good.onPath(
            QStringLiteral("/v1/models"),
            {modelList({QStringLiteral("gpt-5.4-mini"), QStringLiteral("gpt-5.4"), QStringLiteral("gpt-4o"),
                        QStringLiteral("gpt-4o-mini"), QStringLiteral("claude-sonnet-5"),
                        QStringLiteral("claude-haiku-4-5"), QStringLiteral("claude-3-5-sonnet"),
                        QStringLiteral("gemini-3.8-flash"), QStringLiteral("gemini-1.5-flash"),
                        QStringLiteral("qwen3.7-plus"), QStringLiteral("qwen-plus"),
                        QStringLiteral("deepseek-chat"), QStringLiteral("mistral-medium-latest")})});
        m_bad.onPath(QStringLiteral("/v1/models"),
                     {openAiError(401, QStringLiteral("Incorrect API key provided."),
                                  QStringLiteral("invalid_api_key"))});
        m_bench.presets = presetsWith({{"https://api.tokenbay.com/v1", m_good.baseUrl().toEncoded()},
                                       {"https://openrouter.ai/api/v1", m_bad.baseUrl().toEncoded()},
                                       {"[11434]", '[' + QByteArray::number(m_good.url().port()) + ']'}});
        m_page = new ui::AccountsPage(m_bench.context());
        m_window.addPage(QStringLiteral("accounts"), QStringLiteral("Accounts"), ui::Icon::Accounts, m_page);
        m_window.resize(size);
        m_window.show();
        firstStart();
        accounts();
        QTimer::singleShot(300, this, [this] { next(); });
    }

private:
    static QProcessEnvironment environment()
    {
        QProcessEnvironment values;
        values.insert(QStringLiteral("OPENAI_API_KEY"), Workbench::key());
        values.insert(QStringLiteral("ANTHROPIC_API_KEY"), Workbench::key());
        values.insert(QStringLiteral("TEST_KEY"), Workbench::key());
        return values;
    }

    template <typename W>
    W *get(const char *name) const
    {
        W *const widget = m_window.findChild<W *>(QLatin1StringView(name));
        if (!widget)
            qFatal("no %s", name);
        return widget;
    }

    void click(const char *name) const { get<QAbstractButton>(name)->click(); }
    void paste(const QString &text) const
    {
        QGuiApplication::clipboard()->setText(text);
        get<QPlainTextEdit>("pasteField")->paste();
    }
    void restart() const { m_window.findChild<ui::FirstStart *>()->restart(false); }
    void scrollTo(QWidget *widget) const
    {
        for (QWidget *up = widget; up; up = up->parentWidget()) {
            if (auto *const area = qobject_cast<QScrollArea *>(up))
                area->ensureWidgetVisible(widget, 0, 60);
        }
    }
    bool isShown(const char *name) const
    {
        const QWidget *const widget = m_window.findChild<QWidget *>(QLatin1StringView(name));
        return widget && widget->isVisible();
    }

    void add(
        const QString &name, const std::function<void()> &prepare,
        const std::function<bool()> &ready = [] { return true; })
    {
        m_left.append({name, prepare, ready});
    }

    void firstStart()
    {
        add(QStringLiteral("1-ways-in"), [] {});
        add(QStringLiteral("1-pasted"),
            [this] { paste(QStringLiteral("TOKENBAY_API_KEY=tb-0123456789abcdef0123456789abcdef")); });
        add(QStringLiteral("1-whose-key"), [this] {
            restart();
            paste(QStringLiteral("sk-0123456789abcdef0123456789abcdef"));
        });
        add(QStringLiteral("1-no-keychain"), [this] {
            m_bench.keychainAnswers = false;
            restart();
            paste(QStringLiteral("TOKENBAY_API_KEY=tb-0123456789abcdef0123456789abcdef"));
        });
        add(
            QStringLiteral("1-local"),
            [this] {
                m_bench.keychainAnswers = true;
                restart();
                click("lookForServers");
            },
            [this] { return isShown("server-ollama"); });
        add(
            QStringLiteral("2-ready"),
            [this] {
                restart();
                paste(QStringLiteral("TOKENBAY_API_KEY=tb-0123456789abcdef0123456789abcdef"));
                click("connect");
            },
            [this] { return isShown("startComparing"); });
        add(
            QStringLiteral("2-wrong-key"),
            [this] {
                restart();
                paste(QStringLiteral("OPENROUTER_API_KEY=sk-or-v1-0123456789abcdef0123456789abcdef"));
                click("connect");
            },
            [this] { return isShown("otherKey"); });
        add(
            QStringLiteral("2-no-list"),
            [this] {
                restart();
                paste(QStringLiteral("OPENAI_BASE_URL=%1\nOPENAI_API_KEY=sk-0123456789abcdef01234567")
                          .arg(m_good.url(QStringLiteral("/other/v1")).toString()));
                click("connect");
            },
            [this] { return isShown("typedModels"); });
    }

    void addAccount(const QString &name, const QString &preset, const QUrl &url)
    {
        core::Account account;
        account.name = name;
        account.presetId = preset;
        account.baseUrl = url;
        account.keyStore = core::KeyStore::Environment;
        account.keyVariable = QStringLiteral("TEST_KEY");
        m_bench.bench.addAccount(account);
    }

    void accounts()
    {
        add(
            QStringLiteral("3-accounts"),
            [this] {
                addAccount(QStringLiteral("tokenbay"), QStringLiteral("tokenbay"), m_good.baseUrl());
                addAccount(QStringLiteral("openrouter"), QStringLiteral("openrouter"), m_bad.baseUrl());
                addAccount(QStringLiteral("a workshop machine with a rather long name"),
                           QStringLiteral("custom"), m_good.url());
                click("testConnection");
            },
            [this] { return m_bench.bench.lists.listedAtMs(1).has_value(); });
        add(QStringLiteral("3-models"), [this] {
            auto *const view = get<QTableView>("models");
            view->setCurrentIndex(view->model()->index(2, 0));
            view->setFocus();
            scrollTo(get<QWidget>("ownPrice"));
        });
        add(QStringLiteral("3-own-price"), [this] {
            click("ownPrice");
            scrollTo(get<QWidget>("priceEditor"));
        });
        add(
            QStringLiteral("3-error"),
            [this] {
                auto *const list = get<QListView>("accounts");
                list->setCurrentIndex(list->model()->index(1, 0));
                click("testConnection");
            },
            [this] {
                return m_window.findChild<QWidget *>(QStringLiteral("replaceKeyAfterTest")) || isTested();
            });
        add(
            QStringLiteral("3-better-url"),
            [this] {
                auto *const list = get<QListView>("accounts");
                list->setCurrentIndex(list->model()->index(2, 0));
                click("testConnection");
            },
            [this] { return isShown("useBetterUrl"); });
        add(QStringLiteral("3-editing"), [this] {
            get<QLineEdit>("accountName")->setText(QStringLiteral("work/shop"));
            click("addHeader");
            get<QWidget>("proxyMode")->setFocus();
            scrollTo(get<QWidget>("addHeader"));
        });
        add(QStringLiteral("3-form"), [this] {
            click("revertAccount");
            m_window.findChild<ui::AccountsPage *>()->showFirstStart();
            click("fillForm");
        });
    }

    bool isTested() const
    {
        const auto panels = m_window.findChildren<ui::MessagePanel *>();
        return std::any_of(panels.cbegin(), panels.cend(), [](const ui::MessagePanel *panel) {
            return panel->isVisible() && panel->kind() == ui::MessagePanel::Kind::Bad;
        });
    }

    void next()
    {
        if (m_left.isEmpty())
            return QApplication::quit();
        m_left.constFirst().prepare();
        waitUntilReady(200);
    }

    void waitUntilReady(int turns)
    {
        QTimer::singleShot(150, this, [this, turns] {
            if (turns > 0 && !m_left.constFirst().ready())
                return waitUntilReady(turns - 1);
            QTimer::singleShot(200, this, [this] {
                const QString file = m_left.takeFirst().name + m_suffix + QStringLiteral(".png");
                m_window.grab().save(QDir(m_folder).filePath(file));
                next();
            });
        });
    }

    QString m_folder;
    QString m_suffix;
    AccountsBench m_bench;
    FakeProvider m_good;
    FakeProvider m_bad;
    ui::MainWindow m_window;
    ui::AccountsPage *m_page = nullptr;
    QList<Picture> m_left;
};

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QCommandLineParser options;
    options.addHelpOption();
    const QCommandLineOption dark(QStringLiteral("dark"), QStringLiteral("Dark colours."));
    const QCommandLineOption small(QStringLiteral("small"), QStringLiteral("1100x700 instead of 1440x900."));
    options.addOptions({dark, small});
    options.addPositionalArgument(QStringLiteral("DIR"), QStringLiteral("Where the pictures go."));
    options.process(application);
    if (options.positionalArguments().isEmpty())
        options.showHelp(2);
    const bool isDark = options.isSet(dark);
    const bool isSmall = options.isSet(small);
    const QString folder = options.positionalArguments().constFirst();
    QDir().mkpath(folder);
    const QString suffix =
        QStringLiteral("-%1-%2").arg(isSmall ? QStringLiteral("small") : QStringLiteral("large"),
                                     isDark ? QStringLiteral("dark") : QStringLiteral("light"));
    const Gallery gallery(folder, suffix, isSmall ? QSize(1100, 700) : QSize(1440, 900), isDark);
    return QApplication::exec();
}
