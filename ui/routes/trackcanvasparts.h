#pragma once

#include "ui/routes/trackcanvas.h"
#include "ui/routes/trackgestures.h"
#include "ui/routes/trackscene.h"

namespace ui {

/// What only the canvas itself needs to know.
struct TrackCanvas::Parts
{
    Parts(TrackCanvas &canvas, RuleEditor &edited, const RoutesContext &given)
        : editor(edited), context(given), scene(edited, given), gestures(canvas, scene, edited)
    {
    }

    RuleEditor &editor;
    const RoutesContext context;
    TrackScene scene;
    TrackGestures gestures;
    /// What the left button went down on.
    TrackHit pressed = {};
    bool isPressed = false;
    bool isPanning = false;
    bool isSpaceHeld = false;
    /// Something was selected while the canvas was hidden.
    bool isSelectionUnseen = false;
    QPoint panFrom = {};
    /// How far the wheel was turned with Ctrl since the last step, in eighths of a degree.
    int turned = 0;
};

/// Whether the canvas takes the key before a shortcut does.
bool isTrackKey(const QKeyEvent &event);

} // namespace ui
