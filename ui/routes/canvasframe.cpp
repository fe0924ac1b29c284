#include "ui/routes/canvasframe.h"

#include "core/settings/keys.h"
#include "core/settings/settings.h"
#include "ui/routes/trackcanvas.h"
#include "ui/theme/paint.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/surface.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QScopedValueRollback>

namespace ui {

CanvasFrame::CanvasFrame(TrackCanvas *canvas, const RoutesContext &context, QWidget *parent)
    : QWidget(parent), m_canvas(canvas), m_context(context), m_controls(new QWidget(this))
{
    setObjectName(QStringLiteral("canvas.frame"));
    m_canvas->setParent(this);
    m_canvas->setObjectName(QStringLiteral("canvas"));
    auto *const box = new Surface(context.theme, Theme::Token::Panel, Surface::AllSides, m_controls);
    box->setRadius(kControlRadius);
    auto *const row = new QHBoxLayout(box);
    row->setContentsMargins(2, 2, 2, 2);
    row->setSpacing(0);
    auto *const around = new QHBoxLayout(m_controls);
    around->setContentsMargins(0, 0, 16, 12);
    around->addWidget(box);
    FlatButton *const out = addButton(QStringLiteral("−"), "canvas.zoomOut", tr("Make the tracks smaller"));
    m_factor = addButton(QString(), "canvas.zoomReset", tr("Show the tracks at their normal size"));
    FlatButton *const in = addButton(QStringLiteral("+"), "canvas.zoomIn", tr("Make the tracks larger"));
    FlatButton *const fit = addButton(tr("Fit"), "canvas.zoomFit", tr("Show all tracks"));
    for (FlatButton *button : {out, m_factor, in, fit})
        row->addWidget(button);
    auto *const grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->addWidget(m_canvas, 0, 0);
    grid->addWidget(m_controls, 0, 0, Qt::AlignRight | Qt::AlignBottom);
    m_controls->raise();
    connect(out, &QToolButton::clicked, this, &CanvasFrame::zoomOut);
    connect(in, &QToolButton::clicked, this, &CanvasFrame::zoomIn);
    connect(fit, &QToolButton::clicked, this, &CanvasFrame::zoomFit);
    connect(m_factor, &QToolButton::clicked, this, [this] { m_canvas->setZoomFactor(1.0); });
    connect(m_canvas, &TrackCanvas::zoomChanged, this, &CanvasFrame::noteZoom);
    noteZoom(m_canvas->zoomFactor());
}

FlatButton *CanvasFrame::addButton(const QString &text, const char *objectName, const QString &name)
{
    auto *const button = new FlatButton(m_context.theme, text, FlatButton::Look::Flat, m_controls);
    button->setObjectName(QLatin1StringView(objectName));
    button->setToolTip(name);
    button->setAccessibleName(name);
    return button;
}

void CanvasFrame::noteZoom(double factor)
{
    m_factor->setText(tr("%1 %").arg(locale().toString(100.0 * factor, 'f', 0)));
    m_factor->setAccessibleDescription(m_factor->text());
    if (m_restored && !m_fitting)
        m_context.settings.set(core::settings::kRouteZoom, factor);
}

void CanvasFrame::zoomIn()
{
    m_canvas->zoomIn();
}

void CanvasFrame::zoomOut()
{
    m_canvas->zoomOut();
}

void CanvasFrame::zoomFit()
{
    const QScopedValueRollback fitting(m_fitting, true);
    m_canvas->zoomFit();
    m_context.settings.set(core::settings::kRouteZoom, 0.0);
}

void CanvasFrame::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (std::exchange(m_restored, true))
        return;
    const double zoom = m_context.settings.get(core::settings::kRouteZoom);
    if (zoom > 0.0)
        m_canvas->setZoomFactor(zoom);
    else
        QMetaObject::invokeMethod(this, &CanvasFrame::zoomFit, Qt::QueuedConnection); // its size comes first
}

} // namespace ui
