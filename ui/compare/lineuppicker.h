#pragma once

#include "ui/compare/comparecontext.h"
#include "ui/compare/laneplan.h"
#include "ui/widgets/popup.h"

class QLineEdit;

namespace ui {

class FlatButton;
class ModelChooser;
class SavedLineUps;
class ThemedLabel;

/// The line-up: saved ones at the left to apply, save, rename and remove; at the right every model, to put
/// into the lanes or take out. Owned by ComparePage.
class LineUpPicker : public Popup
{
    Q_OBJECT

public:
    LineUpPicker(const CompareContext &context, QWidget *parent);

    /// `layout` is saved with the lanes.
    void choose(const QWidget *anchor, const QList<LanePlan> &plans, const QJsonObject &layout);
    /// The lanes as they are now.
    void setPlans(const QList<LanePlan> &plans);
    /// Saves a removed one again, at the place it had.
    void bringBack(const core::LineUp &lineUp, qsizetype place);

signals:
    void applied(const core::LineUp &lineUp);
    /// It stood at `place`.
    void removed(const core::LineUp &lineUp, qsizetype place);
    /// Put into the line-up, or taken out if it is there.
    void toggled(const core::TargetName &target);

private:
    QWidget *makeSavedColumn();
    void fillSaved();
    void apply(qint64 id);
    void save();
    void rename(qint64 id, const QString &name);
    void remove(qint64 id);
    void say(const core::Result<void> &result);

    const CompareContext m_context;
    QList<LanePlan> m_plans;
    QJsonObject m_layout;
    ModelChooser *const m_chooser;
    SavedLineUps *const m_saved;
    QLineEdit *const m_name;
    FlatButton *const m_saveButton;
    ThemedLabel *const m_problem;
};

} // namespace ui
