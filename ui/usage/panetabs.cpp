#include "ui/usage/panetabs.h"

#include "ui/widgets/focusring.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/surface.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui {

PaneTabs::PaneTabs(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_titles(new SegmentedControl(theme, this))
    , m_stack(new QStackedWidget(this))
{
    m_titles->setObjectName(QStringLiteral("usage.panes"));
    m_titles->setAccessibleName(tr("What is shown below the chart"));
    m_titles->hide();
    auto *const head = new QHBoxLayout;
    head->addWidget(m_titles);
    head->addStretch(1);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(m_stack, 1);
    connect(m_titles, &SegmentedControl::currentChanged, this, [this](int index) {
        m_stack->setCurrentIndex(index);
        if (!m_isLed)
            emit paneChosen(m_panes.at(index));
    });
}

void PaneTabs::addPane(QWidget *pane, const QString &title)
{
    m_panes.append(pane);
    if (m_panes.size() == 1) {
        // The first one is a table, which scrolls by itself.
        m_stack->addWidget(pane);
    } else {
        auto *const scroll = new QScrollArea(m_stack);
        scroll->setObjectName(QStringLiteral("usage.paneArea"));
        scroll->setAccessibleName(title);
        scroll->setFrameShape(QFrame::NoFrame);
        scroll->setWidgetResizable(true);
        scroll->setWidget(pane);
        showThrough(*scroll);
        new FocusRing(m_theme, scroll);
        followFocus(*scroll);
        m_stack->addWidget(scroll);
    }
    m_titles->addSegment(title);
    m_titles->setVisible(m_panes.size() > 1);
    if (m_panes.size() == 1)
        m_titles->setCurrent(0);
}

void PaneTabs::showPane(QWidget *pane)
{
    m_isLed = true;
    m_titles->setCurrent(static_cast<int>(m_panes.indexOf(pane)));
    m_isLed = false;
}

} // namespace ui
