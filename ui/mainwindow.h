#pragma once

#include "core/catalog/modelinfo.h"
#include "ui/theme/icons.h"

#include <QMainWindow>

#include <optional>

class QStackedWidget;

namespace ui {

class Actions;
class CommandPalette;
class Meter;
class NavigationRail;
class Page;
class ThemedLabel;
class ToastArea;

/// What the status bar says about money.
struct SpendFigures
{
    std::optional<core::Money> run; ///< nothing: no run yet
    core::Money today;
    core::Money month;
    /// Requests of each whose cost is unknown: its figure is a lower bound.
    qint64 runUnpriced = 0;
    qint64 todayUnpriced = 0;
    qint64 monthUnpriced = 0;
    QString monthName; ///< as a person says it: "November"
    std::optional<core::ExchangeRate> displayRate = {}; ///< of a currency to show the month in, too
    std::optional<core::Money> monthLimit = {}; ///< the amount of the budget for all of the month
    std::optional<core::Money> limitSpent = {}; ///< what is spent of it, where that is less than the month
    Theme::Token monthInk = Theme::Token::Ink; ///< how that budget stands
};

/// The window: rail, pages, status bar and the actions every page shares. Application owns it and wires the
/// pages; it knows nothing of what they show.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(Theme &theme, Actions &actions, QWidget *parent = nullptr);

    /// Adds a page, its place in the rail and its Ctrl+number. The window takes ownership.
    void addPage(const QString &id, const QString &title, Icon icon, Page *page);
    /// The page behind "Settings" at the foot of the rail and Ctrl+comma. Its id is `settings`.
    void setSettingsPage(Page *page);

    void showPage(const QString &id);
    /// The id of the page in front; empty before the first is added.
    QString currentPage() const;

    void setSpend(const SpendFigures &figures);
    /// Right end of the status bar, such as "4 lanes, 2 streaming" and "Ledger ok"; empty texts are not
    /// shown.
    void setActivity(const QString &text);
    void setLedgerState(const QString &text, Theme::Token colour = Theme::Token::Ink2);

    /// Short messages with at most one action ("Deleted. Undo").
    ToastArea &toasts() { return *m_toasts; }

    /// Size, position, maximised state; without effect when the state is not one of ours.
    QByteArray saveGeometryState() const;
    bool restoreGeometryState(const QByteArray &state);

signals:
    void pageShown(const QString &id);
    /// The user changed the zoom here; for the settings.
    void zoomChosen(double zoom);
    /// The window is about to close: last chance to read its geometry.
    void closing();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    struct Entry
    {
        QString id;
        Page *page;
    };

    void addActions();
    void addZoomActions();
    QWidget *makeStatusBar();
    void showIndex(int index);
    void zoomTo(double zoom);
    void togglePalette();
    void toggleFullScreen();
    void applyTheme();

    Theme &m_theme;
    Actions &m_actions;
    QList<Entry> m_entries;
    NavigationRail *const m_rail;
    QStackedWidget *const m_stack;
    QWidget *m_statusBar = nullptr;
    Meter *m_run = nullptr;
    Meter *m_today = nullptr;
    Meter *m_month = nullptr;
    ThemedLabel *m_activity = nullptr;
    ThemedLabel *m_ledger = nullptr;
    CommandPalette *m_palette = nullptr;
    ToastArea *const m_toasts;
    int m_settings = -1;
};

} // namespace ui
