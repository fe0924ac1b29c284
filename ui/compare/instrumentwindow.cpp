#include "ui/compare/instrumentwindow.h"

#include "ui/widgets/elidedlabel.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScreen>

namespace ui {

namespace {

constexpr int kBarHeight = 48;
constexpr int kFromEdge = 32;

} // namespace

InstrumentWindow::InstrumentWindow(const Theme &theme, const QString &name, QWidget *page)
    : Surface(theme, Theme::Token::Panel, NoSide, page)
    , m_bar(new Surface(theme, Theme::Token::Panel, Bottom, this))
    , m_title(new ElidedLabel(theme, {}, Theme::Token::Ink, Qt::ElideRight, m_bar))
    , m_detail(new ElidedLabel(theme, {}, Theme::Token::Ink2, Qt::ElideMiddle, m_bar))
{
    setWindowFlags(Qt::Window);
    setObjectName(name);
    auto *const bar = new QHBoxLayout(m_bar);
    bar->setContentsMargins(kInstrumentSide, 0, kInstrumentSide, 0);
    bar->setSpacing(12);
    bar->addWidget(m_title);
    bar->addWidget(m_detail, 1);
    m_controls = new QHBoxLayout;
    m_controls->setSpacing(8);
    bar->addLayout(m_controls);
    m_title->setType(1.1, QFont::DemiBold);
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_content = new QVBoxLayout;
    m_content->setContentsMargins({});
    m_content->setSpacing(0);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(0);
    rows->addWidget(m_bar);
    rows->addLayout(m_content, 1);
    connect(&theme, &Theme::changed, this, &InstrumentWindow::applyTheme);
    applyTheme();
}

void InstrumentWindow::applyTheme()
{
    m_bar->setFixedHeight(theme().px(kBarHeight));
}

void InstrumentWindow::setTitle(const QString &title, const QString &detail)
{
    m_title->setFullText(title);
    m_detail->setFullText(detail);
    const QString whole = detail.isEmpty() ? title : tr("%1: %2", "window: what it shows").arg(title, detail);
    setWindowTitle(whole);
    setAccessibleName(whole);
}

void InstrumentWindow::present(const QSize &size, bool activate)
{
    const bool fresh = !isVisible();
    if (fresh) {
        const QWidget *const window = parentWidget()->window();
        const QSize room = window->size() - QSize(kFromEdge, kFromEdge);
        const QSize wanted = QSize(theme().px(size.width()), theme().px(size.height()));
        resize(wanted.boundedTo(room.expandedTo({640, 400})));
        move(window->geometry().center() - rect().center());
    }
    setAttribute(Qt::WA_ShowWithoutActivating, !activate);
    show();
    raise();
    if (activate)
        activateWindow();
}

void InstrumentWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        Surface::keyPressEvent(event);
}

void InstrumentWindow::closeEvent(QCloseEvent *event)
{
    Surface::closeEvent(event);
    emit closed();
}

} // namespace ui
