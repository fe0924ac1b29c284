#pragma once

#include "core/compare/lanestate.h"
#include "core/settings/lineupstore.h"
#include "ui/compare/comparecontext.h"
#include "ui/compare/popup.h"

class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace ui {

class FlatButton;
class ModelChooser;
class ThemedLabel;

/// The line-up: saved ones at the left to apply, save, rename and remove; at the right every model, to put
/// into the lanes or take out. Owned by ComparePage.
class LineUpPicker : public Popup
{
    Q_OBJECT

public:
    LineUpPicker(const CompareContext &context, QWidget *parent);

    void choose(const QWidget *anchor, const QList<core::Target> &targets);
    /// The lanes as they are now.
    void setTargets(const QList<core::Target> &targets);

signals:
    void applied(const QList<core::Target> &targets);
    /// Put into the line-up, or taken out if it is there.
    void toggled(const core::TargetName &target);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    QWidget *makeSavedColumn();
    void fillSaved();
    void apply(const QListWidgetItem *item);
    void save();
    void rename(const QListWidgetItem *item);
    void removeCurrent();
    void say(const core::Result<void> &result);

    const CompareContext m_context;
    QList<core::Target> m_targets;
    ModelChooser *const m_chooser;
    QListWidget *const m_saved;
    QLineEdit *const m_name;
    FlatButton *const m_saveButton;
    FlatButton *const m_rename;
    FlatButton *const m_remove;
    ThemedLabel *const m_problem;
    bool m_filling = false;
};

QList<core::Target> targetsOf(const QList<core::LineUpTarget> &stored);
QList<core::LineUpTarget> lineUpOf(const QList<core::Target> &targets);
/// `account/model` of each.
QStringList namesOf(const QList<core::Target> &targets);

} // namespace ui
