#pragma once

#include <QObject>

class QWidget;

namespace ui {

/// Watches every field below a widget, those that come later too: undo and redo go to the page instead of the
/// field's own history, Alt+Up and Alt+Down on a button go to its row, and the wheel turns only what has the
/// focus.
class FieldGuard : public QObject
{
    Q_OBJECT

public:
    explicit FieldGuard(QWidget *root);

signals:
    /// There are widgets that were not there before.
    void grown();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void watch(QObject *object);
};

} // namespace ui
