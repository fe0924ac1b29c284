#include "ui/compare/lanewindow.h"

#include "ui/compare/lanearrangement.h"
#include "ui/compare/laneplace.h"
#include "ui/compare/laneview.h"

#include <QCloseEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QScreen>
#include <QVBoxLayout>
#include <QWindow>

namespace ui {

namespace {

constexpr QSize kSize(560, 720);

} // namespace

LaneWindow::LaneWindow(const Theme &theme, LanePlace *place, QWidget *strip)
    : QWidget(strip, Qt::Window), m_theme(theme), m_place(place)
{
    setObjectName(QStringLiteral("laneWindow"));
    setAttribute(Qt::WA_QuitOnClose, false);
    auto *const box = new QVBoxLayout(this);
    box->setContentsMargins({});
    box->addWidget(place);
    place->show();
    for (LaneView *view : place->lanes())
        view->setTornOff(true);
    describe();
}

void LaneWindow::describe()
{
    if (!m_place || !m_place->shown())
        return;
    const LaneTexts &texts = m_place->shown()->texts();
    // A blind lane has no account.
    const QString name = texts.account.isEmpty()
        ? texts.model
        : tr("%1 (%2)", "model, account").arg(texts.model, texts.account);
    setWindowTitle(texts.state.isEmpty() ? name : tr("%1: %2", "lane, state").arg(name, texts.state));
}

void LaneWindow::release()
{
    for (LaneView *view : m_place->lanes())
        view->setTornOff(false);
    layout()->removeWidget(m_place);
    m_place->setParent(parentWidget());
    m_place = nullptr;
    hide();
}

void LaneWindow::restore(const QByteArray &geometry)
{
    if (!geometry.isEmpty() && restoreGeometry(geometry))
        return;
    const QWidget *const main = parentWidget()->window();
    const QSize size(m_theme.px(kSize.width()), m_theme.px(kSize.height()));
    const QScreen *const here = main->screen();
    const QList<QScreen *> screens = QGuiApplication::screens();
    const auto other = std::find_if(screens.cbegin(), screens.cend(),
                                    [here](const QScreen *screen) { return screen != here; });
    const QRect room = (other == screens.cend() ? here : *other)->availableGeometry();
    QRect place(main->geometry().topRight() + QPoint(12, 0), size.boundedTo(room.size()));
    if (other != screens.cend())
        place.moveCenter(room.center());
    place.moveRight(std::min(place.right(), room.right()));
    place.moveBottom(std::min(place.bottom(), room.bottom()));
    setGeometry(place);
}

void LaneWindow::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    // It may stand below the main window, and stays when that is minimised.
    windowHandle()->setTransientParent(nullptr);
}

void LaneWindow::closeEvent(QCloseEvent *event)
{
    event->accept();
    emit closed();
}

void LaneWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        close();
        return;
    }
    QWidget::keyPressEvent(event);
}

void LaneWindow::moveEvent(QMoveEvent *event)
{
    QWidget::moveEvent(event);
    if (isVisible())
        emit moved();
}

void LaneWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (isVisible())
        emit moved();
}

} // namespace ui
