#pragma once

#include "core/models/accountlistmodel.h"
#include "ui/theme/theme.h"

#include <QListView>
#include <QStyledItemDelegate>

namespace ui {

/// Draws one account: its name and place, its state in words behind a dot, and its switch at the right.
class AccountDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit AccountDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

private:
    QRect switchRect(const QStyleOptionViewItem &option) const;
    void paintSwitch(QPainter &painter, const QRect &rect, bool on) const;
    void paintState(QPainter &painter, const QRect &room, const QModelIndex &index) const;

    const Theme &m_theme;
};

/// The accounts to choose from; drag or Alt+Up and Alt+Down move one, Space or its switch turns it on and
/// off. Owned by AccountsPage.
class AccountList : public QListView
{
    Q_OBJECT

public:
    AccountList(const Theme &theme, core::AccountListModel *model, QWidget *parent = nullptr);

    qint64 currentId() const;
    /// Emits nothing; 0 chooses none.
    void setCurrentId(qint64 id);

signals:
    void chosen(qint64 id);
    /// By one row: -1 up, 1 down.
    void moveWanted(int by);
    void removeWanted();

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    core::AccountListModel *const m_accounts;
    bool m_quiet = false;
};

} // namespace ui
