#include "ui/routes/routetools.h"

#include "ui/actions.h"
#include "ui/routes/backtestwindow.h"
#include "ui/routes/presetwindow.h"
#include "ui/routes/proposalswindow.h"
#include "ui/routes/qualitywindow.h"
#include "ui/routes/routesbar.h"
#include "ui/routes/routesets.h"
#include "ui/routes/routesfoot.h"
#include "ui/routes/routespage.h"
#include "ui/routes/ruleeditor.h"
#include "ui/routes/rulesexchange.h"
#include "ui/routes/trafficdialog.h"
#include "ui/routes/trybar.h"
#include "ui/routes/versionswindow.h"
#include "ui/widgets/toastarea.h"

#include <QAction>
#include <QMenu>
#include <QPointer>

namespace ui {

RouteTools::RouteTools(RoutesPage &page, const RouteToolsContext &context)
    : QObject(&page)
    , m_page(page)
    , m_context(context)
    , m_foot(new RoutesFoot(page))
    , m_exchange(new RulesExchange(page, context.presets))
{
    page.setFoot(m_foot);
    addWays();
    QMenu *const versionsMenu = page.bar().versionsMenu();
    versionsMenu->addAction(tr("&Show all versions …"), this, [this] { versions().open(); })
        ->setObjectName(QStringLiteral("routes.showVersions"));
    QAction *const back =
        versionsMenu->addAction(tr("&Back to the version that runs"), &page.editor(), &RuleEditor::revert);
    back->setObjectName(QStringLiteral("routes.revert"));
    connect(versionsMenu, &QMenu::aboutToShow, back, [this, back] {
        back->setEnabled(m_page.editor().activeVersion() > 0 && m_page.editor().isChanged());
    });
    m_exchange->fill(page.bar().exportMenu());
    page.bar().showMenus();
    page.bar().offerBackTest();
    connect(&page.bar(), &RoutesBar::backTestRequested, this, [this] { backtest().open(); });
    addActions();
    addExportActions();
}

/// The ways to a new set.
void RouteTools::addWays()
{
    m_page.sets().offer({.title = tr("From a preset …"),
                         .sentence = tr("Ready-made rules, filled from the models of your accounts"),
                         .primary = true,
                         .begin = [this](QWidget *) { presets().open(); }});
    m_page.sets().offer(
        {.title = tr("Import rules …"),
         .sentence = tr("Rules of a file: own, LiteLLM, Portkey, OpenRouter, Cloudflare or Bifrost"),
         .begin = [this](QWidget *parent) { m_exchange->chooseImport(parent); }});
    m_page.sets().offer({.title = tr("From your votes …"),
                         .sentence = tr("Rules that your votes on answers propose"),
                         .begin = [this](QWidget *) { proposals().open(); }});
}

BacktestWindow &RouteTools::backtest()
{
    if (!m_backtest) {
        m_backtest =
            new BacktestWindow(m_page.editor(), m_context.quality.database, m_page.context(), &m_page);
        connect(m_backtest, &BacktestWindow::runWanted, this, &RouteTools::runWanted);
        connect(m_backtest, &BacktestWindow::qualityWanted, this,
                [this](const core::BacktestResult &result, const core::RuleSet &rules) {
                    quality().openFor(result, rules);
                });
        connect(m_backtest, &BacktestWindow::importWanted, this, [this] { importTraffic(m_backtest); });
    }
    return *m_backtest;
}

VersionsWindow &RouteTools::versions()
{
    if (!m_versions) {
        m_versions = new VersionsWindow(m_page.editor(), m_page.context(), &m_page);
        connect(m_versions, &VersionsWindow::activated, this, [this](int version) {
            m_page.context().toasts.showMessage(
                tr("Version %1 of “%2” runs now.").arg(QString::number(version), m_page.editor().name()));
        });
        connect(m_versions, &VersionsWindow::restored, this, [this](int version) {
            m_page.context().toasts.showMessage(
                tr("The draft has the rules of version %1 now.").arg(version), tr("Undo"),
                [editor = QPointer<RuleEditor>(&m_page.editor()), rules = m_page.editor().rules()] {
                    // What was edited since is not meant.
                    if (editor && editor->rules() == rules)
                        editor->undoStack().undo();
                });
        });
    }
    return *m_versions;
}

PresetWindow &RouteTools::presets()
{
    if (!m_presets) {
        m_presets = new PresetWindow(m_context.presets, m_context.catalog, m_page.context(), &m_page);
        connect(m_presets, &PresetWindow::taken, this,
                [this](const core::RuleSet &rules) { m_page.addSet(rules); });
    }
    return *m_presets;
}

ProposalsWindow &RouteTools::proposals()
{
    if (!m_proposals) {
        m_proposals =
            new ProposalsWindow(m_page.editor(), m_context.quality.database, m_page.context(), &m_page);
        connect(m_proposals, &ProposalsWindow::taken, this, &RouteTools::takeProposal);
    }
    return *m_proposals;
}

QualityWindow &RouteTools::quality()
{
    if (!m_quality)
        m_quality = new QualityWindow(m_page.editor(), m_context.quality, m_page.context(), &m_page);
    return *m_quality;
}

/// First among the rules, or another one would take the task's calls before it.
void RouteTools::takeProposal(const core::RouteProposal &proposal)
{
    const qint64 nowMs = m_page.context().clock.utcMs();
    if (!m_page.editor().isOpen()) {
        core::RuleSet rules;
        rules.name = tr("from votes");
        rules.rules = {core::ruleOf(proposal, {}, nowMs)};
        rules.otherwise.name = tr("default");
        rules.otherwise.chain.targets = {{proposal.instead}};
        m_page.addSet(rules);
        return;
    }
    QStringList taken{m_page.editor().rules().otherwise.name};
    for (const core::Rule &rule : m_page.editor().rules().rules)
        taken.append(rule.name);
    m_page.editor().insertRule(0, core::ruleOf(proposal, taken, nowMs));
}

void RouteTools::importTraffic(QWidget *parent)
{
    TrafficDialog::choose(parent,
                          [this, parent](const QStringList &files) { importTrafficFiles(files, parent); });
}

void RouteTools::importTrafficFiles(const QStringList &files, QWidget *parent)
{
    auto *const dialog =
        new TrafficDialog(m_page.context().theme, m_context.ledger, m_context.catalog, files, parent);
    connect(dialog, &TrafficDialog::imported, this, [this] {
        if (m_backtest && m_backtest->isVisible())
            m_backtest->start();
    });
    dialog->show();
    dialog->start();
}

QAction *RouteTools::addAction(const QString &id, const QString &text, const QList<QKeySequence> &keys,
                               const std::function<void()> &handler)
{
    QAction *const action =
        m_page.context().actions.add({QStringLiteral("routes.") % id, text, tr("Routes"), keys}, &m_page);
    connect(action, &QAction::triggered, this, [this, handler] {
        if (!m_page.isVisible())
            emit m_page.wanted();
        handler();
    });
    return action;
}

void RouteTools::addActions()
{
    const auto add = [this](const char *id, const QString &text, const QList<QKeySequence> &keys,
                            const std::function<void()> &handler) {
        m_page.needsSet(addAction(QLatin1StringView(id), text, keys, handler));
    };
    add("try", tr("Try a prompt"), {QKeySequence(Qt::CTRL | Qt::Key_L)},
        [this] { m_foot->tryBar().takeFocus(); });
    add("tryPast", tr("Try a prompt of the history"), {QKeySequence(Qt::CTRL | Qt::Key_H)},
        [this] { m_foot->tryBar().openHistory(); });
    add("tryClear", tr("Clear the tried prompt"), {}, [this] { m_foot->tryBar().clear(); });
    add("rehearse", tr("Rehearse failures"), {QKeySequence(Qt::CTRL | Qt::Key_R)},
        [this] { m_foot->rehearse(!m_foot->isRehearsing()); });
    add("backTest", tr("Back-test the rules"), {QKeySequence(Qt::CTRL | Qt::Key_B)},
        [this] { backtest().open(); });
    add("versions", tr("Show the versions of the rules"), {}, [this] { versions().open(); });
    addAction(QStringLiteral("preset"), tr("Make rules from a preset"), {}, [this] { presets().open(); });
    addAction(QStringLiteral("proposals"), tr("Show rules that your votes propose"), {},
              [this] { proposals().open(); });
    addAction(QStringLiteral("import"), tr("Import rules"), {},
              [this] { m_exchange->chooseImport(&m_page); });
    addAction(QStringLiteral("importTraffic"), tr("Import requests to try rules on"), {},
              [this] { importTraffic(&m_page); });
}

void RouteTools::addExportActions()
{
    for (const core::RuleFormat format : core::exportRuleFormats()) {
        const QString name = core::ruleFormatName(format);
        const QString title = RulesExchange::title(format);
        m_page.needsSet(addAction(QStringLiteral("export.") % name, tr("Export the rules: %1").arg(title), {},
                                  [this, format] { m_exchange->save(format); }));
        if (RulesExchange::isCode(format))
            m_page.needsSet(addAction(QStringLiteral("copy.") % name,
                                      tr("Copy the rules as code: %1").arg(title), {},
                                      [this, format] { m_exchange->copy(format); }));
    }
}

} // namespace ui
