#pragma once

#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QStyledItemDelegate>
#include <QTableView>

namespace ui {

class ModelColours;

/// The models over the columns, each with what its cells add up to.
class MatrixHeader : public QHeaderView
{
    Q_OBJECT

public:
    MatrixHeader(const Theme &theme, ModelColours &colours, QWidget *parent);

    QSize sizeHint() const override;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;

private:
    const Theme &m_theme;
    ModelColours &m_colours;
};

/// One cell: verdict with icon and word, the first line of the answer, time, tokens and cost.
class MatrixDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit MatrixDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    void paintCase(QPainter *painter, const QRect &rect, const QModelIndex &index) const;
    void paintCell(QPainter *painter, const QRect &rect, const QModelIndex &index) const;

    const Theme &m_theme;
};

/// Cases by models, rows of one height. Arrow keys lead from cell to cell, Enter and a click open one.
class MatrixTable : public QTableView
{
    Q_OBJECT

public:
    MatrixTable(const Theme &theme, ModelColours &colours, QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;

signals:
    /// A cell of a target.
    void opened(const QModelIndex &index);
    /// Esc.
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOutColumns();
    void applyTheme();

    const Theme &m_theme;
};

} // namespace ui
