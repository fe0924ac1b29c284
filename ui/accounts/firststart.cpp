#include "ui/accounts/firststart.h"

#include "ui/accounts/connectstep.h"
#include "ui/accounts/waysin.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>

namespace ui {

namespace {

constexpr int kWidth = 760;

} // namespace

FirstStart::FirstStart(const AccountsContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_steps(new QStackedWidget(this))
    , m_waysIn(new WaysIn(context, m_steps))
    , m_connect(new ConnectStep(context, m_steps))
{
    m_steps->addWidget(m_waysIn);
    m_steps->addWidget(m_connect);
    auto *const body = new QWidget(this);
    auto *const middle = new QHBoxLayout(body);
    middle->setContentsMargins(24, 32, 24, 24);
    middle->addStretch(1);
    middle->addWidget(m_steps, 100);
    middle->addStretch(1);
    auto *const scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(body);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(scroll);
    const auto measure = [this] { m_steps->setMaximumWidth(m_context.theme.px(kWidth)); };
    measure();
    connect(&context.theme, &Theme::changed, this, measure);
    setFocusPolicy(Qt::NoFocus);

    connect(m_waysIn, &WaysIn::connectWanted, this, [this](const QList<Candidate> &candidates) {
        m_steps->setCurrentWidget(m_connect);
        m_connect->begin(candidates);
    });
    connect(m_waysIn, &WaysIn::simulatorWanted, this, &FirstStart::simulatorWanted);
    connect(m_waysIn, &WaysIn::formWanted, this, &FirstStart::formWanted);
    connect(m_waysIn, &WaysIn::cancelled, this, &FirstStart::cancelled);
    connect(m_connect, &ConnectStep::back, this, [this] {
        m_steps->setCurrentWidget(m_waysIn);
        m_waysIn->focusField();
    });
    connect(m_connect, &ConnectStep::finished, this, &FirstStart::finished);
    restart(false);
}

void FirstStart::restart(bool further)
{
    m_steps->setCurrentWidget(m_waysIn);
    m_waysIn->restart(further);
}

void FirstStart::setSimulatorOn(bool on)
{
    m_waysIn->setSimulatorOn(on);
}

void FirstStart::takeFocus()
{
    if (m_steps->currentWidget() == m_waysIn)
        m_waysIn->focusField();
}

bool FirstStart::isStoring() const
{
    return m_connect->isStoring();
}

} // namespace ui
