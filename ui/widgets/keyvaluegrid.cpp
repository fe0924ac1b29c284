#include "ui/widgets/keyvaluegrid.h"

#include "ui/widgets/themedlabel.h"

#include <QGridLayout>

namespace ui {

KeyValueGrid::KeyValueGrid(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(1, 1);
}

void KeyValueGrid::addRow(const QString &key, const QString &value, const QString &toolTip)
{
    auto *const name = new ThemedLabel(m_theme, key, Theme::Token::Ink2, this);
    auto *const text = new ThemedLabel(m_theme, value, Theme::Token::Ink, this);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setFocusPolicy(Qt::ClickFocus);
    text->setToolTip(toolTip);
    text->setAccessibleName(key % QStringLiteral(": ") % value);
    m_grid->addWidget(name, m_rows, 0, Qt::AlignTop);
    m_grid->addWidget(text, m_rows, 1, Qt::AlignTop);
    ++m_rows;
}

void KeyValueGrid::clear()
{
    while (QLayoutItem *const item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_rows = 0;
}

} // namespace ui
