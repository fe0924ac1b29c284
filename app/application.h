#pragma once

#include "app/services.h"

#include "ui/actions.h"
#include "ui/markdown/markdownservices.h"
#include "ui/theme/desktopscheme.h"
#include "ui/theme/modelcolours.h"
#include "ui/theme/theme.h"

#include <QObject>

#include <functional>
#include <memory>

class QCoreApplication;

namespace core {
class VolumeWatch;
struct RunRecord;
struct TargetName;
} // namespace core

namespace ui {
class AccountsPage;
class ComparePage;
class EvaluatePage;
class HistoryPage;
class LeaveGuard;
class MainWindow;
class ModelPicker;
class SettingsPage;
class UsagePage;
} // namespace ui

namespace app {

class BudgetNotices;
class DataWiring;
class ReportWiring;
class MoneyWiring;
class RoutesWiring;
class SpendWatch;
class UsageWiring;

/// The window and its pages over the services: builds them, passes references and connects what they say to
/// one another. A QApplication exists; main thread.
class Application : public QObject
{
    Q_OBJECT

public:
    /// `demo`: the simulator is on and counted in totals for as long as this process lives.
    Application(std::unique_ptr<Services> services, bool demo);
    ~Application() override;

    void show();

private:
    void buildPages();
    void buildEvaluate();
    void buildRoutes();
    /// Shows every model below `anchor` and hands over the one that is picked.
    void pickModel(const QWidget *anchor, const QStringList &inUse,
                   std::function<void(const core::TargetName &)> picked);
    /// As pickModel(), without rule sets, which have no price of their own.
    void pickPriced(const QWidget *anchor, const QStringList &inUse,
                    std::function<void(const core::TargetName &)> picked);
    void connectPages();
    void connectEvaluate();
    void connectSettings();
    void connectFailures();
    void restore();
    void remember();
    void switchSimulator(bool on);
    void proposeDemoLineUp();
    void openRun(qint64 run);
    void openRunInCompare(qint64 run);
    void reopen(const core::RunRecord &run);
    void startWith(const QList<core::TargetName> &lineUp, const QString &prompt);
    void guardWork();
    void askBeforeLeaving();
    bool eventFilter(QObject *object, QEvent *event) override;

    const std::unique_ptr<Services> m_services;
    const bool m_demo;
    ui::DesktopScheme m_desktop;
    ui::Theme m_theme;
    ui::ModelColours m_colours;
    ui::MarkdownServices m_markdown;
    ui::Actions m_actions;
    std::unique_ptr<core::VolumeWatch> m_volume;
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<SpendWatch> m_spend;
    std::unique_ptr<BudgetNotices> m_notices;
    std::unique_ptr<ui::LeaveGuard> m_guard;
    std::unique_ptr<RoutesWiring> m_routes;
    std::unique_ptr<DataWiring> m_data;
    std::unique_ptr<ReportWiring> m_report;
    std::unique_ptr<UsageWiring> m_usageWiring;
    std::unique_ptr<MoneyWiring> m_money;
    /// For the line-ups of Evaluate and the chains of Routes.
    ui::ModelPicker *m_picker = nullptr;
    std::function<void(const core::TargetName &)> m_picked;
    ui::ComparePage *m_compare = nullptr;
    ui::EvaluatePage *m_evaluate = nullptr;
    ui::UsagePage *m_usage = nullptr;
    ui::HistoryPage *m_history = nullptr;
    ui::AccountsPage *m_accounts = nullptr;
    ui::SettingsPage *m_settingsPage = nullptr;
    /// The user gave unsaved edits up: the window may close.
    bool m_leaving = false;
};

/// Loads English plural forms and the translation of the desktop's language, if there is one, for as long as
/// the application object lives.
void installTranslations(QCoreApplication &application);

} // namespace app
