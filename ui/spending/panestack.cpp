#include "ui/spending/panestack.h"

#include "core/base/error.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/themedlabel.h"

#include <QStackedLayout>

namespace ui {

PaneStack::PaneStack(const Theme &theme, QWidget *content, QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedLayout(this))
    , m_content(content)
    , m_sentence(new ThemedLabel(theme, {}, Theme::Token::Ink2, this))
    , m_problem(new MessagePanel(theme, this))
{
    m_sentence->setObjectName(QStringLiteral("pane.sentence"));
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setWordWrap(true);
    m_problem->setObjectName(QStringLiteral("pane.problem"));
    FlatButton *const again = m_problem->addAction(tr("&Try again"));
    again->setObjectName(QStringLiteral("pane.retry"));
    connect(again, &FlatButton::clicked, this, &PaneStack::retryRequested);
    m_stack->addWidget(m_content);
    m_stack->addWidget(m_sentence);
    m_stack->addWidget(m_problem);
    m_stack->setCurrentWidget(m_sentence);
}

void PaneStack::showLoading()
{
    if (isContentShown())
        return;
    m_sentence->setText(tr("Reading the ledger …"));
    m_stack->setCurrentWidget(m_sentence);
}

void PaneStack::showContent()
{
    m_stack->setCurrentWidget(m_content);
}

void PaneStack::showNothing(const QString &sentence)
{
    m_sentence->setText(sentence);
    m_stack->setCurrentWidget(m_sentence);
}

void PaneStack::showProblem(const core::Error &error)
{
    m_problem->setMessage(MessagePanel::Kind::Bad, tr("The ledger could not be read."), error.message);
    m_stack->setCurrentWidget(m_problem);
}

bool PaneStack::isContentShown() const
{
    return m_stack->currentWidget() == m_content;
}

} // namespace ui
