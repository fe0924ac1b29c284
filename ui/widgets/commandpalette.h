#pragma once

#include "ui/widgets/surface.h"

#include <QPointer>

class QListView;
class QStandardItemModel;

namespace ui {

class Actions;
class SearchField;

/// Finds any action by a few of its letters and starts it (Ctrl+K). Lies over its window; Esc, a click beside
/// it or a choice closes it and gives the focus back.
class CommandPalette : public Surface
{
    Q_OBJECT

public:
    CommandPalette(const Theme &theme, Actions &actions, QWidget *window);

    void open();
    void dismiss();
    int shownActions() const;

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void filter(const QString &words);
    void trigger();
    void place();

    const Actions &m_actions;
    SearchField *const m_field;
    QListView *const m_list;
    QStandardItemModel *const m_model;
    QPointer<QWidget> m_focusBefore;
};

} // namespace ui
