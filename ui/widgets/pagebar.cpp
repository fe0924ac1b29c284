#include "ui/widgets/pagebar.h"

#include "ui/widgets/themedlabel.h"

#include <QHBoxLayout>

namespace ui {

PageBar::PageBar(const Theme &theme, const QString &title, QWidget *parent)
    : Surface(theme, Theme::Token::Panel, Bottom, parent), m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(16, 0, 16, 1);
    m_row->setSpacing(8);
    if (!title.isEmpty()) {
        auto *const heading = new ThemedLabel(theme, title, Theme::Token::Ink, this);
        heading->setType(1.15, QFont::DemiBold);
        m_row->addWidget(heading);
    }
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    const auto measure = [this, &theme] { setFixedHeight(theme.px(48)); };
    measure();
    connect(&theme, &Theme::changed, this, measure);
}

void PageBar::addWidget(QWidget *widget)
{
    m_row->addWidget(widget);
}

void PageBar::addStretch()
{
    m_row->addStretch(1);
}

} // namespace ui
