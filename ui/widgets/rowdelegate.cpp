#include "ui/widgets/rowdelegate.h"

namespace ui {

namespace {

constexpr int kNameRow = 30;

} // namespace

RowDelegate::RowDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent), m_theme(theme) { }

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize size = QStyledItemDelegate::sizeHint(option, index);
    return {size.width(), std::max(size.height() + m_theme.px(8), m_theme.px(kNameRow))};
}

} // namespace ui
