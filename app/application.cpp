#include "app/application.h"

#include "app/budgetnotices.h"
#include "app/datawiring.h"
#include "app/moneywiring.h"
#include "app/reportwiring.h"
#include "app/routeswiring.h"
#include "app/spendwatch.h"
#include "app/usagewiring.h"

#include "core/accounts/accountstore.h"
#include "core/accounts/keychainsecretstore.h"
#include "core/accounts/presets.h"
#include "core/base/continuation.h"
#include "core/catalog/modelcatalog.h"
#include "core/compare/knowntargets.h"
#include "core/compare/recordings.h"
#include "core/evaluate/matrix.h"
#include "core/judging/volumewatch.h"
#include "core/judging/votestore.h"
#include "core/ledger/ledgerreader.h"
#include "core/ledger/ledgerwriter.h"
#include "core/ledger/repricing.h"
#include "core/settings/keys.h"
#include "core/settings/settings.h"
#include "core/simulator/samples.h"
#include "ui/accounts/accountspage.h"
#include "ui/compare/comparepage.h"
#include "ui/compare/modelpicker.h"
#include "ui/evaluate/evaluatepage.h"
#include "ui/history/historypage.h"
#include "ui/leaveguard.h"
#include "ui/mainwindow.h"
#include "ui/money/moneydesk.h"
#include "ui/routes/routetools.h"
#include "ui/settings/settingspage.h"
#include "ui/usage/usagepage.h"
#include "ui/widgets/toastarea.h"

#include <QApplication>
#include <QCloseEvent>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QLocale>
#include <QMessageBox>
#include <QTranslator>

using namespace core;

namespace app {

namespace {

const QString kComparePage = QStringLiteral("compare");
const QString kEvaluatePage = QStringLiteral("evaluate");
const QString kUsagePage = QStringLiteral("usage");
const QString kHistoryPage = QStringLiteral("history");
const QString kAccountsPage = QStringLiteral("accounts");

QString schemeName(ui::Theme::Scheme scheme)
{
    switch (scheme) {
    case ui::Theme::Scheme::Light:
        return QStringLiteral("light");
    case ui::Theme::Scheme::Dark:
        return QStringLiteral("dark");
    case ui::Theme::Scheme::System:
        break;
    }
    return QStringLiteral("system");
}

ui::Theme::Scheme schemeFromName(const QString &name)
{
    if (name == QLatin1StringView("light"))
        return ui::Theme::Scheme::Light;
    return name == QLatin1StringView("dark") ? ui::Theme::Scheme::Dark : ui::Theme::Scheme::System;
}

} // namespace

Application::Application(std::unique_ptr<Services> services, bool demo)
    : m_services(std::move(services)), m_demo(demo), m_theme(&m_desktop)
{
    Settings &settings = m_services->settings();
    if (demo)
        m_services->countSimulated();
    m_theme.setScheme(schemeFromName(settings.get(settings::kTheme)));
    m_theme.setZoom(settings.get(settings::kZoom));
    m_theme.install();
    m_colours.setOrder(settings.get(settings::kModelColours));
    m_window = std::make_unique<ui::MainWindow>(m_theme, m_actions);
    m_window->setWindowIcon(ui::applicationIcon());
    m_window->installEventFilter(this);
    buildPages();
    m_spend = std::make_unique<SpendWatch>(m_services->ledgerReader(), m_services->ledgerWriter(), settings,
                                           m_services->budgets(), m_services->clock(), *m_window);
    connect(&m_services->repricing(), &Repricing::costsChanged, m_spend.get(), &SpendWatch::noteNewCosts);
    connectPages();
    connectSettings();
    connectFailures();
    m_notices = std::make_unique<BudgetNotices>(m_services->budgets(), settings);
    connect(m_notices.get(), &BudgetNotices::noticed, this,
            [this](const QString &sentence) { m_window->toasts().showMessage(sentence); });
    guardWork();
    restore();
    m_services->knownTargets().refresh();
}

Application::~Application() = default;

void Application::buildPages()
{
    Services &core = *m_services;
    m_volume = std::make_unique<VolumeWatch>(core.settings(), core.ledgerReader(), core.ledgerWriter(),
                                             core.clock());
    const ui::CompareContext compare{core.compareServices(),
                                     core.accounts(),
                                     core.modelLists(),
                                     core.lineUps(),
                                     core.settings(),
                                     core.ledgerReader(),
                                     m_theme,
                                     m_colours,
                                     m_markdown,
                                     m_actions,
                                     core.votes(),
                                     core.templates(),
                                     core.unsentAttachments(),
                                     m_volume.get()};
    m_compare = new ui::ComparePage(compare);
    m_picker = new ui::ModelPicker(compare, m_window.get());
    buildEvaluate();
    buildRoutes();
    m_money = std::make_unique<MoneyWiring>(core, *m_window, m_theme, m_actions);
    m_usage = new ui::UsagePage(core.ledgerReader(), core.usageReader(), core.ledgerWriter(), core.settings(),
                                core.clock(), m_theme, m_colours, m_actions);
    m_history = new ui::HistoryPage(core.ledgerReader(), core.ledgerWriter(), core.settings(), core.clock(),
                                    m_theme, m_colours, m_markdown, m_actions, m_window->toasts());
    m_accounts = new ui::AccountsPage(
        {core.accounts(), core.modelLists(), core.priceOverrides(), core.notes(), core.secrets(),
         core.connectionTest(), core.presets(), core.catalog(), core.directory(), core.prices(), core.clock(),
         [&core] { return core.keychain().probe(); }, QProcessEnvironment::systemEnvironment(), m_theme,
         m_actions, std::bind_front(&ui::MoneyDesk::openPrices, &m_money->desk())});
    m_settingsPage = new ui::SettingsPage(m_theme);
    m_window->addPage(kComparePage, tr("Compare"), ui::Icon::Compare, m_compare);
    m_window->addPage(kEvaluatePage, tr("Evaluate"), ui::Icon::Evaluate, m_evaluate);
    m_routes->addPage();
    m_window->addPage(kUsagePage, tr("Usage"), ui::Icon::Usage, m_usage);
    m_window->addPage(kHistoryPage, tr("History"), ui::Icon::History, m_history);
    m_window->addPage(kAccountsPage, tr("Accounts"), ui::Icon::Accounts, m_accounts);
    m_window->setSettingsPage(m_settingsPage);
}

void Application::buildEvaluate()
{
    Services &core = *m_services;
    connect(m_picker, &ui::ModelPicker::picked, this, [this](int, const TargetName &name) {
        if (const auto picked = std::exchange(m_picked, {}))
            picked(name);
    });
    m_evaluate = new ui::EvaluatePage({core.evaluateServices(), core.votes(), *m_volume, core.modelLists(),
                                       core.lineUps(), core.settings(), core.ledgerReader(), m_theme,
                                       m_colours, m_markdown, m_actions, m_window->toasts(),
                                       std::bind_front(&Application::pickModel, this)});
}

void Application::buildRoutes()
{
    m_routes = std::make_unique<RoutesWiring>(*m_services, *m_window, m_theme, m_colours, m_actions,
                                              std::bind_front(&Application::pickModel, this));
}

void Application::pickModel(const QWidget *anchor, const QStringList &inUse,
                            std::function<void(const TargetName &)> picked)
{
    m_picked = std::move(picked);
    m_picker->pick(anchor, -1, inUse);
}

void Application::pickPriced(const QWidget *anchor, const QStringList &inUse,
                             std::function<void(const TargetName &)> picked)
{
    m_picked = std::move(picked);
    m_picker->pick(anchor, -1, inUse, true);
}

void Application::connectPages()
{
    const auto toCompare = [this] { m_window->showPage(kComparePage); };
    connect(m_compare, &ui::ComparePage::runSpendChanged, m_spend.get(), &SpendWatch::setRun);
    connect(m_compare, &ui::ComparePage::figuresHidden, m_spend.get(), &SpendWatch::setHidden);
    connect(m_compare, &ui::ComparePage::activityChanged, m_window.get(), &ui::MainWindow::setActivity);
    connect(m_compare, &ui::ComparePage::accountsWanted, this, [this] { m_window->showPage(kAccountsPage); });
    connect(m_usage, &ui::UsagePage::runRequested, this, &Application::openRun);
    connect(m_usage, &ui::UsagePage::compareRequested, this, toCompare);
    m_usageWiring = std::make_unique<UsageWiring>(*m_services, *m_usage, m_theme);
    m_usageWiring->addInsights(std::bind_front(&Application::pickPriced, this), *m_routes);
    m_usageWiring->addMoney(m_money->desk());
    m_report = std::make_unique<ReportWiring>(*m_services, *m_window, m_theme, m_colours);
    connect(m_usage, &ui::UsagePage::reportRequested, m_report.get(), &ReportWiring::open);
    connect(&m_services->repricing(), &Repricing::costsChanged, m_usage, &ui::UsagePage::enter);
    connect(m_usage, &ui::UsagePage::notified, this,
            [this](const QString &sentence) { m_window->toasts().showMessage(sentence); });
    connect(m_history, &ui::HistoryPage::runReopened, this, &Application::reopen);
    connect(m_history, &ui::HistoryPage::compareRequested, this, toCompare);
    connectEvaluate();
    connect(&m_routes->tools(), &ui::RouteTools::runWanted, this, &Application::openRun);
    connect(m_accounts, &ui::AccountsPage::lineUpChosen, this, &Application::startWith);
    connect(m_accounts, &ui::AccountsPage::simulatorWanted, this, &Application::switchSimulator);
}

void Application::connectEvaluate()
{
    connect(m_evaluate, &ui::EvaluatePage::runRequested, this, &Application::openRunInCompare);
    connect(m_evaluate, &ui::EvaluatePage::wanted, this, [this] { m_window->showPage(kEvaluatePage); });
    connect(m_evaluate, &ui::EvaluatePage::compareRequested, this,
            [this] { m_window->showPage(kComparePage); });
    connect(m_evaluate, &ui::EvaluatePage::runsRequested, this,
            [this](const TargetName &target, const QString &task) {
                m_history->showRunsOf(target.account, target.model, task);
                m_window->showPage(kHistoryPage);
            });
}

void Application::connectSettings()
{
    Settings &settings = m_services->settings();
    m_money->connectSettings(*m_settingsPage);
    m_money->connectDisplayCurrency(*m_settingsPage, *m_usage, *m_spend);
    m_settingsPage->setScheme(m_theme.scheme());
    m_settingsPage->setZoom(m_theme.zoom());
    m_settingsPage->setKeepTexts(settings.get(settings::kKeepTexts));
    m_settingsPage->setKeepRawStreams(settings.get(settings::kKeepRawStreams));
    m_settingsPage->setRunCostLimit(settings.get(settings::kRunCostLimit));
    m_settingsPage->setIncludeSimulated(settings.get(settings::kIncludeSimulated));
    m_settingsPage->setContextLengthPhrases(settings.get(settings::kContextLengthPhrases));
    m_settingsPage->setDataFolder(QFileInfo(m_services->ledgerFile()).absolutePath());
    m_settingsPage->setVersions(
        {{tr("Switchyard"), QStringLiteral(SWITCHYARD_VERSION)},
         {tr("Qt"), QString::fromLatin1(qVersion())},
         {tr("Prices as of"), QLocale().toString(m_services->catalog().date(), QLocale::ShortFormat)}});
    connect(m_settingsPage, &ui::SettingsPage::schemeChosen, this,
            [this, &settings](ui::Theme::Scheme scheme) {
                m_theme.setScheme(scheme);
                settings.set(settings::kTheme, schemeName(scheme));
            });
    const auto keepZoom = [this, &settings](double zoom) {
        m_theme.setZoom(zoom);
        m_settingsPage->setZoom(zoom);
        settings.set(settings::kZoom, zoom);
    };
    connect(m_settingsPage, &ui::SettingsPage::zoomChosen, this, keepZoom);
    connect(m_window.get(), &ui::MainWindow::zoomChosen, this, keepZoom);
    connect(m_settingsPage, &ui::SettingsPage::keepTextsChosen, this,
            [&settings](bool keep) { settings.set(settings::kKeepTexts, keep); });
    connect(m_settingsPage, &ui::SettingsPage::keepRawStreamsChosen, this,
            [&settings](bool keep) { settings.set(settings::kKeepRawStreams, keep); });
    connect(m_settingsPage, &ui::SettingsPage::runCostLimitChosen, this,
            [&settings](const QString &usd) { settings.set(settings::kRunCostLimit, usd); });
    connect(m_settingsPage, &ui::SettingsPage::includeSimulatedChosen, this,
            [&settings](bool include) { settings.set(settings::kIncludeSimulated, include); });
    connect(
        m_settingsPage, &ui::SettingsPage::contextLengthPhrasesChosen, this,
        [&settings](const QStringList &phrases) { settings.set(settings::kContextLengthPhrases, phrases); });
    m_data = std::make_unique<DataWiring>(*m_services, *m_window, *m_settingsPage, m_theme, m_actions);
    connect(&settings, &Settings::changed, this, [this, &settings](const QString &key) {
        if (key == settings::kIncludeSimulated.key)
            m_settingsPage->setIncludeSimulated(settings.get(settings::kIncludeSimulated));
    });
}

void Application::connectFailures()
{
    m_window->setLedgerState(tr("Ledger ok"));
    const auto complain = [this](const Error &error) {
        m_window->setLedgerState(tr("Ledger: %1").arg(error.message), ui::Theme::Token::Bad);
    };
    connect(&m_services->ledgerWriter(), &LedgerWriter::writeFailed, this, complain);
    connect(&m_services->recordings(), &Recordings::writeFailed, this, complain);
    connect(&m_services->settings(), &Settings::writeFailed, this, complain);
}

void Application::restore()
{
    Settings &settings = m_services->settings();
    m_window->restoreGeometryState(settings.get(settings::kWindowGeometry));
    connect(m_window.get(), &ui::MainWindow::closing, this, &Application::remember);
    connect(m_window.get(), &ui::MainWindow::pageShown, this,
            [&settings](const QString &page) { settings.set(settings::kLastPage, page); });
    const QString lastPage = settings.get(settings::kLastPage);
    const bool simulated = m_demo || settings.get(settings::kSimulatorOn);
    if (simulated) {
        continued(m_services->switchDemoOn(), this, [this](const Result<void> &on) {
            if (on)
                proposeDemoLineUp();
        });
    }
    const bool empty = m_services->accounts().accounts().isEmpty();
    m_window->showPage(empty && !simulated ? kAccountsPage : lastPage.isEmpty() ? kComparePage : lastPage);
}

void Application::remember()
{
    Settings &settings = m_services->settings();
    settings.set(settings::kWindowGeometry, m_window->saveGeometryState());
    settings.set(settings::kModelColours, m_colours.order());
}

void Application::show()
{
    m_window->show();
}

void Application::switchSimulator(bool on)
{
    m_services->settings().set(settings::kSimulatorOn, on);
    if (!on) {
        m_services->switchDemoOff();
        return;
    }
    continued(m_services->switchDemoOn(), this, [this](const Result<void> &started) {
        if (!started) {
            m_window->toasts().showMessage(
                tr("The simulator could not start: %1").arg(started.error().message));
            return;
        }
        proposeDemoLineUp();
        m_window->showPage(kComparePage);
    });
}

void Application::proposeDemoLineUp()
{
    if (!m_compare->targets().isEmpty())
        return;
    const QString demo = kDemoAccountName;
    startWith({{demo, QStringLiteral("swift")},
               {demo, QStringLiteral("scholar")},
               {demo, QStringLiteral("thinker")}},
              simulatorSamples().value(0).prompt);
}

void Application::startWith(const QList<TargetName> &lineUp, const QString &prompt)
{
    QList<Target> targets;
    for (const TargetName &name : lineUp)
        targets.append({name});
    m_compare->setLineUp(targets);
    m_compare->setPrompt(prompt, true);
    m_window->showPage(kComparePage);
}

void Application::openRun(qint64 run)
{
    m_history->showRun(run);
    m_window->showPage(kHistoryPage);
}

void Application::openRunInCompare(qint64 run)
{
    continued(m_services->ledgerReader().run(run), this, [this](const Result<RunRecord> &record) {
        if (record)
            reopen(*record);
        else
            m_window->toasts().showMessage(tr("The run cannot be opened: %1").arg(record.error().message));
    });
}

void Application::reopen(const RunRecord &run)
{
    m_compare->showRun(run);
    m_window->showPage(kComparePage);
}

bool Application::eventFilter(QObject *object, QEvent *event)
{
    if (object != m_window.get() || event->type() != QEvent::Close)
        return QObject::eventFilter(object, event);
    const bool edits = m_accounts->hasUnsavedEdits() && !m_leaving;
    if (edits)
        askBeforeLeaving();
    if (!edits && !m_guard->holds())
        return false;
    event->ignore();
    return true;
}

void Application::guardWork()
{
    m_guard = std::make_unique<ui::LeaveGuard>(
        *m_window,
        [this] {
            return ui::RunningWork{m_compare->costlyLanes(), m_evaluate->runningEvaluations()};
        },
        [this] {
            m_compare->stopEverything();
            m_evaluate->cancelEvaluations();
        });
    connect(m_guard.get(), &ui::LeaveGuard::stayed, this, [this] { m_leaving = false; });
    connect(m_compare, &ui::ComparePage::activityChanged, m_guard.get(), &ui::LeaveGuard::noteWork);
    connect(m_compare, &ui::ComparePage::judgingChanged, m_guard.get(), &ui::LeaveGuard::noteWork);
    connect(m_evaluate, &ui::EvaluatePage::evaluationsChanged, m_guard.get(), &ui::LeaveGuard::noteWork);
}

void Application::askBeforeLeaving()
{
    m_window->showPage(kAccountsPage);
    auto *const question = new QMessageBox(QMessageBox::Question, tr("Unsaved account"),
                                           tr("An account has edits that are not saved. Leave without them?"),
                                           QMessageBox::Discard | QMessageBox::Cancel, m_window.get());
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setDefaultButton(QMessageBox::Cancel);
    connect(question, &QMessageBox::finished, this, [this](int answer) {
        m_leaving = answer == QMessageBox::Discard;
        if (m_leaving)
            m_window->close();
    });
    question->open();
}

void installTranslations(QCoreApplication &application)
{
    const QString folder = QStringLiteral(":/switchyard/i18n");
    // Qt's own words: buttons of dialogs, names of keys.
    auto *const toolkit = new QTranslator(&application);
    if (toolkit->load(QLocale::system(), QStringLiteral("qtbase"), QStringLiteral("_"),
                      QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(toolkit);
    auto *const plurals = new QTranslator(&application);
    if (plurals->load(QStringLiteral("switchyard_en"), folder))
        QCoreApplication::installTranslator(plurals);
    auto *const language = new QTranslator(&application);
    if (QLocale::system().language() != QLocale::English
        && language->load(QLocale::system(), QStringLiteral("switchyard"), QStringLiteral("_"), folder))
        QCoreApplication::installTranslator(language);
}

} // namespace app
