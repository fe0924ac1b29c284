#pragma once

#include "ui/compare/lanekeys.h"
#include "ui/widgets/surface.h"

#include <QPointer>

class QAction;
class QScrollArea;

namespace ui {

class Actions;

/// What every key does: the grammar of the lanes and the shortcuts of the page and the window. Lies over its
/// page; Esc or `?` closes it and gives the focus back, as does a focus that goes elsewhere.
class KeysOverlay : public Surface
{
    Q_OBJECT

public:
    /// Shows the actions of `page` and of its window.
    KeysOverlay(const Theme &theme, const Actions &actions, QWidget *page);

    void open(const QList<KeyText> &grammar);
    void dismiss();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    QWidget *makeSections(const QList<KeyText> &grammar);
    QWidget *makeSection(const QString &title, const QString &note, const QList<KeyText> &keys);
    QList<QAction *> actionsHere() const;
    void place();

    const Actions &m_actions;
    QScrollArea *const m_area;
    QPointer<QWidget> m_focusBefore;
};

} // namespace ui
