#pragma once

#include "ui/theme/theme.h"

#include <QColor>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <QTableView>

#include <functional>

namespace ui {

/// Sorts by raw values and sets the heads of figures above them, at the right.
class LedgerProxy : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    LedgerProxy(int valueRole, QList<int> figures, QObject *parent = nullptr);

    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    const QList<int> m_figures;
};

/// How one cell differs from plain text.
struct CellLook
{
    Theme::Token ink = Theme::Token::Ink;
    bool bold = false;
    QColor dot = {}; ///< before the text; invalid: none
};

/// Rows of figures under a thin line each: dot, ink and weight by `look`, figures at the right.
class LedgerDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    LedgerDelegate(const Theme &theme, QList<int> figures, std::function<CellLook(const QModelIndex &)> look,
                   QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
    const QList<int> m_figures;
    const std::function<CellLook(const QModelIndex &)> m_look;
};

/// A table that reads like a printed one. Enter and double click open a row, a click selects it. With the
/// focus it has a ring around its current row, and around all of it while no row is current.
class LedgerTable : public QTableView
{
    Q_OBJECT

public:
    explicit LedgerTable(const Theme &theme, QWidget *parent = nullptr);

    /// `flexible` takes the room that the others leave; `dispensable` are left out, in order, where there is
    /// too little for all.
    void setColumns(int flexible, const QList<int> &dispensable);
    /// A column that only repeats another now, and is left out; -1: none.
    void setRepeated(int column);
    /// What stands where the rows will be as long as there are none.
    void setEmptyText(const QString &text);
    void setModel(QAbstractItemModel *model) override;
    /// Sorts from now on, by that column first. The arrow in the column's name shows how; see LedgerProxy.
    void sortBy(int column, Qt::SortOrder order);

signals:
    void opened(const QModelIndex &index);
    /// Esc or Backspace; where nobody listens they go on to what holds the table, such as a dialog.
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void paintEmptyText(QPainter &painter);
    void layOutColumns();
    int naturalWidth(int column) const;
    void applyTheme();

    const Theme &m_theme;
    int m_flexible = -1;
    int m_repeated = -1;
    QList<int> m_dispensable;
    QString m_emptyText;
};

} // namespace ui
