#pragma once

#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

class QTextLayout;

namespace ui {

/// Draws a rule of the list: number and name, below it what its condition says, and in words whether it is
/// off or has problems.
class RuleDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    RuleDelegate(const Theme &theme, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

private:
    /// What a row says, cut into the lines that fit.
    struct Lines
    {
        QStringList title;
        QStringList summary;
    };

    Lines linesOf(const QModelIndex &index, int width) const;
    QString stateOf(const QModelIndex &index) const;
    int textWidth(const QModelIndex &index, int width) const;
    void paintState(QPainter &painter, const QRect &room, const QModelIndex &index) const;
    QFont titleFont() const { return m_theme.font(1.0, QFont::DemiBold); }

    const Theme &m_theme;
};

} // namespace ui
