#include "ui/widgets/card.h"

#include "ui/theme/paint.h"
#include "ui/widgets/themedlabel.h"

#include <QVBoxLayout>

namespace ui {

Card::Card(const Theme &theme, const QString &title, QWidget *parent)
    : Surface(theme, Theme::Token::Panel, AllSides, parent)
    , m_title(new ThemedLabel(theme, {}, Theme::Token::Ink, this))
    , m_content(new QVBoxLayout)
{
    setRadius(kCardRadius);
    m_title->setType(1.08, QFont::DemiBold);
    m_title->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addLayout(m_content, 1);
    column->addStretch(0);
    m_content->setSpacing(8);
    setTitle(title);
}

void Card::setTitle(const QString &title)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    setAccessibleName(title);
}

} // namespace ui
