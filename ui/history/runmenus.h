#pragma once

#include "core/ledger/historyquery.h"

#include <QObject>

class QMenu;
class QWidget;

namespace ui {

/// The menus that label chosen runs, wherever they are offered: tasks and tags in use, and a way to write a
/// new one. Owned by the history page.
class RunMenus : public QObject
{
    Q_OBJECT

public:
    explicit RunMenus(QWidget *page);

    /// Fills these menus now and whenever there is something new.
    void serveTasks(QMenu *menu);
    void serveTags(QMenu *menu);

    void setTasks(const QStringList &used);
    void setTags(const QList<core::TagUse> &used);
    /// Tags of the chosen runs, which can be taken away.
    void setChosenTags(const QStringList &keys);

    void askForTask();
    void askForTag();

signals:
    void taskChosen(const QString &task);
    void tagChosen(const QString &key, const QString &value);
    void tagRemoved(const QString &key);

private:
    void fillTasks(QMenu *menu);
    void fillTags(QMenu *menu);

    QWidget *const m_page;
    QList<QMenu *> m_taskMenus;
    QList<QMenu *> m_tagMenus;
    QStringList m_tasks;
    QList<core::TagUse> m_tags;
    QStringList m_chosenTags;
};

} // namespace ui
