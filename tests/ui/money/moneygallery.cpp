#include "core/base/clock.h"
#include "tests/ui/money/moneybench.h"
#include "ui/actions.h"
#include "ui/mainwindow.h"
#include "ui/money/moneydesk.h"
#include "ui/money/refreshpricesdialog.h"
#include "ui/settings/ratescard.h"
#include "ui/settings/settingspage.h"

#include <QApplication>
#include <QCheckBox>
#include <QCommandLineParser>
#include <QDialog>
#include <QDir>
#include <QLineEdit>
#include <QTimer>

#include <functional>

namespace {

using test::MoneyBench;

/// One picture: which window, and what to do before it is taken.
struct Picture
{
    QString name;
    QString window;
    std::function<void()> prepare;
};

/// Each window for budgets and prices in its states, taken one after another.
class Gallery : public QObject
{
public:
    Gallery(const QString &folder, const QString &suffix, bool dark)
        : m_folder(folder)
        , m_suffix(suffix)
        , m_window(m_bench.theme, m_actions)
        , m_desk(m_bench.context(ui::publicPriceFeeds()), m_actions, m_window)
    {
        m_bench.theme.setScheme(dark ? ui::Theme::Scheme::Dark : ui::Theme::Scheme::Light);
        m_settings = new ui::SettingsPage(m_bench.theme);
        m_settings->rates().setToday(QDate(2026, 11, 22));
        m_settings->rates().setRates({{QStringLiteral("EUR"), MoneyBench::usd("1.08"), QDate(2026, 11, 20)}});
        m_window.setSettingsPage(m_settings);
        m_window.resize(1100, 700);
        m_window.show();
        budgets();
        prices();
        QTimer::singleShot(300, this, [this] { next(); });
    }

private:
    template <typename T>
    T *get(const char *name) const
    {
        T *const widget = m_window.findChild<T *>(QLatin1StringView(name));
        if (!widget)
            qFatal("no %s", name);
        return widget;
    }
    void add(const QString &name, const char *window, const std::function<void()> &prepare)
    {
        m_left.append({name, QString::fromLatin1(window), prepare});
    }

    void budgets()
    {
        add(QStringLiteral("budgets-none"), "budgets", [this] { m_desk.openBudgets(); });
        add(QStringLiteral("budgets"), "budgets", [this] {
            m_bench.ask(QStringLiteral("tokenbay/qwen-plus"), 8, MoneyBench::usd("37.9"));
            m_bench.story.finish();
            m_bench.addBudget(QStringLiteral("everything"), "60");
            m_bench.addBudget(QStringLiteral("experiments"), "40");
            m_bench.addBudget(QStringLiteral("a customer's work with a rather long name"), "30", true);
            m_bench.addBudget(QStringLiteral("summaries"), "20");
        });
        add(QStringLiteral("budget-form"), "budgets",
            [this] { get<QAbstractButton>("budgets.add")->click(); });
        add(QStringLiteral("budget-faults"), "budgets", [this] {
            get<QLineEdit>("budgetForm.zone")->setText(QStringLiteral("Europe/Atlantis"));
            get<QCheckBox>("budgetForm.hard")->setChecked(true);
            get<QAbstractButton>("budgetForm.save")->click();
        });
    }

    void prices()
    {
        add(QStringLiteral("unpriced-none"), "unpriced", [this] { m_desk.openUnpriced(); });
        add(QStringLiteral("unpriced"), "unpriced", [this] {
            for (int hour = 8; hour < 12; ++hour)
                m_bench.askUnpriced(QStringLiteral("my-finetune"), hour);
            m_bench.askUnpriced(QStringLiteral("meta-llama/llama-4-maverick-17b-128e-instruct"), 9);
            m_bench.story.finish();
            m_desk.openUnpriced();
        });
        add(QStringLiteral("price"), "prices", [this] {
            m_desk.openPrices(QStringLiteral("tokenbay"), QStringLiteral("my-finetune"));
            get<QLineEdit>("price.input")->setText(QStringLiteral("10"));
            get<QLineEdit>("price.output")->setText(QStringLiteral("20"));
        });
        add(QStringLiteral("price-tier"), "prices",
            [this] { get<QAbstractButton>("priceForm.addTier")->click(); });
        add(QStringLiteral("price-faults"), "prices",
            [this] { get<QAbstractButton>("prices.save")->click(); });
        add(QStringLiteral("price-set"), "prices", [this] {
            get<QAbstractButton>("tier.remove")->click();
            get<QAbstractButton>("prices.save")->click();
        });
        add(QStringLiteral("repricing"), "repricing", [this] { m_desk.openRepricing(); });
        add(QStringLiteral("repricing-done"), "repricing", [this] {
            get<QDialog>("repricing")
                ->findChild<QAbstractButton *>(QStringLiteral("repricing.apply"))
                ->click();
        });
        add(QStringLiteral("refresh"), "refreshPrices", [this] { m_desk.openRefresh(); });
        add(QStringLiteral("refresh-changes"), "refreshPrices", [this] {
            get<ui::RefreshPricesDialog>("refreshPrices")
                ->take(QByteArrayLiteral("seller,model,input,output\nopenai,gpt-4o,2,8\n"
                                         "mistral,mistral-next,0.4,1.2\n"),
                       QStringLiteral("team.csv"));
        });
        add(QStringLiteral("refresh-refused"), "refreshPrices", [this] {
            get<ui::RefreshPricesDialog>("refreshPrices")
                ->take(QByteArrayLiteral("<html>not found</html>"), QStringLiteral("team.csv"));
        });
        add(QStringLiteral("rates"), "mainWindow", [this] { m_window.showPage(QStringLiteral("settings")); });
    }

    /// The event loop lays out, reads the ledger and paints before a picture is taken.
    void next()
    {
        if (m_left.isEmpty())
            return QApplication::quit();
        m_left.constFirst().prepare();
        QTimer::singleShot(700, this, [this] {
            const Picture picture = m_left.takeFirst();
            QWidget *const taken = picture.window == m_window.objectName()
                ? static_cast<QWidget *>(&m_window)
                : m_window.findChild<QDialog *>(picture.window);
            taken->grab().save(QDir(m_folder).filePath(picture.name + m_suffix + QStringLiteral(".png")));
            next();
        });
    }

    QString m_folder;
    QString m_suffix;
    MoneyBench m_bench;
    ui::Actions m_actions;
    ui::MainWindow m_window;
    ui::MoneyDesk m_desk;
    ui::SettingsPage *m_settings = nullptr;
    QList<Picture> m_left;
};

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QCommandLineParser options;
    options.addHelpOption();
    const QCommandLineOption dark(QStringLiteral("dark"), QStringLiteral("Dark colours."));
    options.addOption(dark);
    options.addPositionalArgument(QStringLiteral("DIR"), QStringLiteral("Where the pictures go."));
    options.process(application);
    if (options.positionalArguments().isEmpty())
        options.showHelp(2);
    const bool isDark = options.isSet(dark);
    const QString folder = options.positionalArguments().constFirst();
    QDir().mkpath(folder);
    const Gallery gallery(folder, isDark ? QStringLiteral("-dark") : QStringLiteral("-light"), isDark);
    return QApplication::exec();
}
