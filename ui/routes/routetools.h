#pragma once

#include "core/insight/qualitycheck.h"
#include "ui/routes/routescontext.h"

#include <QObject>

class QAction;

namespace core {
class LedgerWriter;
class ModelCatalog;
struct RouteProposal;
} // namespace core

namespace ui {

class BacktestWindow;
class PresetWindow;
class ProposalsWindow;
class QualityWindow;
class RoutesFoot;
class RoutesPage;
class RulesExchange;
class VersionsWindow;

/// What is needed beyond the page's own context. Application owns all of it.
struct RouteToolsContext
{
    core::LedgerWriter &ledger;
    const core::Presets &presets;
    const core::ModelCatalog &catalog;
    /// Calls are asked again with these.
    core::QualityServices quality;
};

/// What one does with rules besides editing them: try, rehearse, back-test, look at versions, take them
/// elsewhere and fetch them. Hangs all of it onto the page, which owns it.
class RouteTools : public QObject
{
    Q_OBJECT

public:
    RouteTools(RoutesPage &page, const RouteToolsContext &context);

    RoutesFoot &foot() { return *m_foot; }
    RulesExchange &exchange() { return *m_exchange; }
    BacktestWindow &backtest();
    VersionsWindow &versions();
    PresetWindow &presets();
    ProposalsWindow &proposals();
    QualityWindow &quality();
    void importTraffic(QWidget *parent);
    /// Imports these files without asking.
    void importTrafficFiles(const QStringList &files, QWidget *parent);

signals:
    /// A run of the ledger is to be shown.
    void runWanted(qint64 run);

private:
    void addWays();
    void takeProposal(const core::RouteProposal &proposal);
    void addActions();
    void addExportActions();
    QAction *addAction(const QString &id, const QString &text, const QList<QKeySequence> &keys,
                       const std::function<void()> &handler);

    RoutesPage &m_page;
    const RouteToolsContext m_context;
    RoutesFoot *const m_foot;
    RulesExchange *const m_exchange;
    BacktestWindow *m_backtest = nullptr;
    VersionsWindow *m_versions = nullptr;
    PresetWindow *m_presets = nullptr;
    ProposalsWindow *m_proposals = nullptr;
    QualityWindow *m_quality = nullptr;
};

} // namespace ui
