#include "ui/widgets/wholerows.h"

#include "ui/theme/theme.h"
#include "ui/widgets/ledgertable.h"

#include <QHeaderView>
#include <QScrollBar>

#include <algorithm>

namespace ui {

WholeRows::WholeRows(const Theme &theme, LedgerTable *table, int least, QWidget *parent)
    : QWidget(parent), m_table(table), m_least(least)
{
    m_table->setParent(this);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(m_table->horizontalScrollBar(), &QScrollBar::rangeChanged, this, &WholeRows::place);
    // After the table, which takes the height of its rows from the theme.
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        place();
    });
}

QSize WholeRows::sizeHint() const
{
    return {m_table->sizeHint().width(), heightOf(m_least)};
}

QSize WholeRows::minimumSizeHint() const
{
    return {m_table->minimumSizeHint().width(), heightOf(m_least)};
}

void WholeRows::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

int WholeRows::heightOf(int rows) const
{
    return m_table->horizontalHeader()->sizeHint().height()
        + rows * m_table->verticalHeader()->defaultSectionSize();
}

void WholeRows::place()
{
    const QScrollBar &bar = *m_table->horizontalScrollBar();
    const int below = bar.maximum() > bar.minimum() ? bar.sizeHint().height() : 0;
    const int rows = (height() - below - heightOf(0)) / m_table->verticalHeader()->defaultSectionSize();
    m_table->setGeometry(0, 0, width(), heightOf(std::max(m_least, rows)) + below);
}

} // namespace ui
