#include "ui/mainwindow.h"

#include "core/base/formatting.h"
#include "ui/actions.h"
#include "ui/page.h"
#include "ui/widgets/commandpalette.h"
#include "ui/widgets/meter.h"
#include "ui/widgets/navigationrail.h"
#include "ui/widgets/themedlabel.h"
#include "ui/widgets/toastarea.h"

#include <QCloseEvent>
#include <QDataStream>
#include <QHBoxLayout>
#include <QIODevice>
#include <QStackedWidget>

#include <array>

namespace ui {

namespace {

constexpr QSize kDefaultSize(1280, 800);
constexpr QSize kMinimumSize(900, 600);
constexpr int kStatusBar = 26;
constexpr int kGeometryVersion = 1;
constexpr std::array kZoomSteps{0.5, 0.67, 0.75, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0};

double zoomStep(double from, int direction)
{
    if (direction > 0) {
        const auto *const next = std::find_if(kZoomSteps.begin(), kZoomSteps.end(),
                                              [from](double step) { return step > from + 0.01; });
        return next == kZoomSteps.end() ? kZoomSteps.back() : *next;
    }
    for (auto step = kZoomSteps.rbegin(); step != kZoomSteps.rend(); ++step) {
        if (*step < from - 0.01)
            return *step;
    }
    return kZoomSteps.front();
}

/// The exact sum, and what is not in it.
QString exactMoney(core::Money known, qint64 unpriced)
{
    const QString amount = QStringLiteral("US$ ") % known.toDecimal();
    return unpriced > 0 ? amount % u'\n'
            % MainWindow::tr("What %n requests cost is unknown; it is not in this sum.", nullptr,
                             static_cast<int>(unpriced))
                        : amount;
}

/// `$3.10 + 2 unpriced`, `2 unpriced`.
QString spentText(core::Money known, qint64 unpriced, const QLocale &locale)
{
    const QString amount = core::formatMoney(known, locale);
    if (unpriced <= 0)
        return amount;
    const QString count = core::formatCount(unpriced, locale);
    return known.isZero() ? MainWindow::tr("%1 unpriced").arg(count)
                          : MainWindow::tr("%1 + %2 unpriced").arg(amount, count);
}

/// Budgets are mostly whole dollars: `$60`.
QString limitText(core::Money amount, const QLocale &locale)
{
    return amount.picos() % core::Money::kPicosPerUsd == 0
        ? QString(u'$' + core::formatCount(amount.picos() / core::Money::kPicosPerUsd, locale))
        : core::formatMoney(amount, locale);
}

/// The budget beside what the month cost. Imported requests are in the one and not in the other.
QString budgetText(const SpendFigures &figures, const QLocale &locale)
{
    if (!figures.monthLimit)
        return {};
    const QString limit = limitText(*figures.monthLimit, locale);
    return figures.limitSpent ? MainWindow::tr("· budget %1 of %2", "spent of the budget, its amount")
                                    .arg(core::formatMoney(*figures.limitSpent, locale), limit)
                              : MainWindow::tr("of %1", "a budget").arg(limit);
}

} // namespace

MainWindow::MainWindow(Theme &theme, Actions &actions, QWidget *parent)
    : QMainWindow(parent)
    , m_theme(theme)
    , m_actions(actions)
    , m_rail(new NavigationRail(theme, this))
    , m_stack(new QStackedWidget(this))
    , m_toasts(new ToastArea(theme, this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QStringLiteral("Switchyard"));
    setWindowIcon(applicationIcon());
    setMinimumSize(kMinimumSize);
    resize(kDefaultSize);
    setContextMenuPolicy(Qt::NoContextMenu);

    auto *const body = new QWidget(this);
    auto *const column = new QVBoxLayout(body);
    auto *const row = new QHBoxLayout;
    for (QLayout *layout : {static_cast<QLayout *>(column), static_cast<QLayout *>(row)}) {
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(0);
    }
    row->addWidget(m_rail);
    row->addWidget(m_stack, 1);
    column->addLayout(row, 1);
    column->addWidget(makeStatusBar());
    setCentralWidget(body);
    m_palette = new CommandPalette(theme, actions, this);

    m_toasts->keepWithin(m_stack);
    addActions();
    addZoomActions();
    connect(m_rail, &NavigationRail::activated, this, &MainWindow::showIndex);
    connect(&theme, &Theme::changed, this, &MainWindow::applyTheme);
    applyTheme();
}

QWidget *MainWindow::makeStatusBar()
{
    auto *const bar = new Surface(m_theme, Theme::Token::Panel2, Surface::Top, this);
    bar->setAccessibleName(tr("Status"));
    auto *const row = new QHBoxLayout(bar);
    row->setContentsMargins(14, 1, 14, 0);
    row->setSpacing(18);
    m_run = new Meter(m_theme, tr("This run"), bar);
    m_today = new Meter(m_theme, tr("Today"), bar);
    m_month = new Meter(m_theme, tr("This month"), bar);
    m_activity = new ThemedLabel(m_theme, {}, Theme::Token::Ink2, bar);
    m_ledger = new ThemedLabel(m_theme, {}, Theme::Token::Ink2, bar);
    for (Meter *meter : {m_run, m_today, m_month}) {
        row->addWidget(meter);
        meter->hide();
    }
    row->addStretch(1);
    for (ThemedLabel *label : {m_activity, m_ledger}) {
        label->setType(0.92);
        label->hide();
        row->addWidget(label);
    }
    m_statusBar = bar;
    return bar;
}

void MainWindow::addPage(const QString &id, const QString &title, Icon icon, Page *page)
{
    const int number = static_cast<int>(m_entries.size()) + (m_settings >= 0 ? 0 : 1);
    const QKeySequence keys(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + number));
    const int index = m_rail->addItem(title, icon, keys.toString(QKeySequence::NativeText));
    page->setAccessibleName(title);
    m_stack->addWidget(page);
    m_entries.append({id, page});
    QAction *const action =
        m_actions.add({QStringLiteral("page.") % id, tr("Show %1").arg(title), tr("Go"), {keys}}, this);
    connect(action, &QAction::triggered, this, [this, index] { showIndex(index); });
    if (index == 0)
        showIndex(0);
}

void MainWindow::setSettingsPage(Page *page)
{
    const QKeySequence keys(Qt::CTRL | Qt::Key_Comma);
    const QString title = tr("Settings");
    m_settings = m_rail->addFootItem(title, Icon::Settings, keys.toString(QKeySequence::NativeText));
    page->setAccessibleName(title);
    m_stack->addWidget(page);
    m_entries.append({QStringLiteral("settings"), page});
    QAction *const action =
        m_actions.add({QStringLiteral("page.settings"), tr("Show %1").arg(title), tr("Go"), {keys}}, this);
    connect(action, &QAction::triggered, this, [this] { showIndex(m_settings); });
}

void MainWindow::showPage(const QString &id)
{
    for (int i = 0; i < m_entries.size(); ++i) {
        if (m_entries[i].id == id)
            return showIndex(i);
    }
}

QString MainWindow::currentPage() const
{
    const int index = m_rail->current();
    return index < 0 ? QString() : m_entries[index].id;
}

void MainWindow::showIndex(int index)
{
    m_rail->setCurrent(index);
    m_stack->setCurrentWidget(m_entries[index].page);
    m_entries[index].page->enter();
    m_toasts->keepAbove(m_entries[index].page->foot());
    emit pageShown(m_entries[index].id);
}

void MainWindow::addActions()
{
    const auto add = [this](const QString &id, const QString &text, const QList<QKeySequence> &keys,
                            auto handler) {
        connect(m_actions.add({id, text, tr("Window"), keys}, this), &QAction::triggered, this, handler);
    };
    add(QStringLiteral("window.palette"), tr("Find an action"), {QKeySequence(Qt::CTRL | Qt::Key_K)},
        [this] { togglePalette(); });
    add(QStringLiteral("window.find"), tr("Find on this page"), {QKeySequence(Qt::CTRL | Qt::Key_F)}, [this] {
        if (auto *const page = qobject_cast<Page *>(m_stack->currentWidget()))
            page->find();
    });
    add(QStringLiteral("window.fullScreen"), tr("Full screen"), {QKeySequence(Qt::Key_F11)},
        [this] { toggleFullScreen(); });
    add(QStringLiteral("window.quit"), tr("Quit"), {QKeySequence(Qt::CTRL | Qt::Key_Q)}, [this] { close(); });
}

void MainWindow::addZoomActions()
{
    const auto add = [this](const QString &id, const QString &text, const QList<QKeySequence> &keys,
                            auto handler) {
        connect(m_actions.add({id, text, tr("View"), keys}, this), &QAction::triggered, this, handler);
    };
    add(QStringLiteral("view.zoomIn"), tr("Zoom in"),
        {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)},
        [this] { zoomTo(zoomStep(m_theme.zoom(), 1)); });
    add(QStringLiteral("view.zoomOut"), tr("Zoom out"), {QKeySequence(Qt::CTRL | Qt::Key_Minus)},
        [this] { zoomTo(zoomStep(m_theme.zoom(), -1)); });
    add(QStringLiteral("view.zoomReset"), tr("Normal size"), {QKeySequence(Qt::CTRL | Qt::Key_0)},
        [this] { zoomTo(1.0); });
}

void MainWindow::zoomTo(double zoom)
{
    m_theme.setZoom(zoom);
    emit zoomChosen(m_theme.zoom());
}

void MainWindow::togglePalette()
{
    if (m_palette->isHidden())
        m_palette->open();
    else
        m_palette->dismiss();
}

void MainWindow::toggleFullScreen()
{
    setWindowState(windowState() ^ Qt::WindowFullScreen);
}

void MainWindow::setSpend(const SpendFigures &figures)
{
    m_run->setVisible(figures.run.has_value());
    if (figures.run)
        m_run->setValue(spentText(*figures.run, figures.runUnpriced, locale()),
                        exactMoney(*figures.run, figures.runUnpriced));
    m_today->setValue(spentText(figures.today, figures.todayUnpriced, locale()),
                      exactMoney(figures.today, figures.todayUnpriced));
    m_month->setName(figures.monthName.isEmpty() ? tr("This month") : figures.monthName);
    m_month->setValue(spentText(figures.month, figures.monthUnpriced, locale()),
                      exactMoney(figures.month, figures.monthUnpriced));
    m_month->setLimit(budgetText(figures, locale()));
    m_month->setInk(figures.monthInk);
    m_today->show();
    m_month->show();
    m_month->setConverted(figures.month, figures.displayRate);
}

void MainWindow::setActivity(const QString &text)
{
    m_activity->setText(text);
    m_activity->setVisible(!text.isEmpty());
}

void MainWindow::setLedgerState(const QString &text, Theme::Token colour)
{
    m_ledger->setText(text);
    m_ledger->setInk(colour);
    m_ledger->setVisible(!text.isEmpty());
}

QByteArray MainWindow::saveGeometryState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << qint32(kGeometryVersion) << saveGeometry();
    return state;
}

bool MainWindow::restoreGeometryState(const QByteArray &state)
{
    QDataStream stream(state);
    stream.setVersion(QDataStream::Qt_6_4);
    qint32 version = 0;
    QByteArray geometry;
    stream >> version >> geometry;
    return stream.status() == QDataStream::Ok && version == kGeometryVersion && restoreGeometry(geometry);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    emit closing();
    QMainWindow::closeEvent(event);
}

void MainWindow::applyTheme()
{
    m_statusBar->setFixedHeight(
        std::max(m_theme.px(kStatusBar), QFontMetrics(m_theme.font(0.92)).height() + 8));
}

} // namespace ui
