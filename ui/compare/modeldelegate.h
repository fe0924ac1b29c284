#pragma once

#include "core/models/modellistmodel.h"
#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace ui {

/// Draws one model in two lines: star, name and account, whether the line-up has it; then prices, context and
/// abilities, or what to use instead. A click on the star asks to change it.
class ModelDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit ModelDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

signals:
    void starClicked(const QString &target);

protected:
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

private:
    QRect starRect(const QRect &row, Qt::LayoutDirection direction) const;
    void paintNames(QPainter &painter, const QRect &room, const core::ModelChoice &choice, int chosen) const;

    const Theme &m_theme;
};

/// The second line of a model in a list: abilities and prices, or that it is retired and what follows it.
QString modelLine(const core::ModelChoice &choice);

} // namespace ui
