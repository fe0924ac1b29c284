#pragma once

#include "core/compare/lanestate.h"
#include "ui/compare/comparecontext.h"
#include "ui/widgets/popup.h"

namespace ui {

class ModelChooser;

/// Picks one model: for a new lane, or in the place of another. Owned by ComparePage.
class ModelPicker : public Popup
{
    Q_OBJECT

public:
    ModelPicker(const CompareContext &context, QWidget *parent);

    /// `lane` comes back with the choice; -1 is a new lane. `inUse` are the targets of the line-up;
    /// rule sets are left out when `modelsOnly`.
    void pick(const QWidget *anchor, int lane, const QStringList &inUse, bool modelsOnly = false);

signals:
    void picked(int lane, const core::TargetName &target);

private:
    const CompareContext m_context;
    ModelChooser *const m_chooser;
    int m_lane = -1;
};

/// Remembers an id typed by hand with its account, so that it is listed from now on.
void keepTypedModel(const CompareContext &context, const core::TargetName &target);

} // namespace ui
