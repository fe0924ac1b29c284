#pragma once

#include "ui/routes/routescontext.h"

#include <QWidget>

namespace ui {

class FlatButton;
class TrackCanvas;

/// The canvas with its zoom over its lower corner, remembered over restarts. Owned by RoutesPage.
class CanvasFrame : public QWidget
{
    Q_OBJECT

public:
    CanvasFrame(TrackCanvas *canvas, const RoutesContext &context, QWidget *parent);

    void zoomIn();
    void zoomOut();
    void zoomFit();

protected:
    void showEvent(QShowEvent *event) override;

private:
    FlatButton *addButton(const QString &text, const char *objectName, const QString &name);
    void noteZoom(double factor);

    TrackCanvas *const m_canvas;
    const RoutesContext m_context;
    QWidget *const m_controls;
    FlatButton *m_factor = nullptr;
    bool m_restored = false;
    bool m_fitting = false;
};

} // namespace ui
