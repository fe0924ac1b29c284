#include "ui/routes/routesfoot.h"

#include "ui/routes/rehearsalpanel.h"
#include "ui/routes/routespage.h"
#include "ui/routes/ruleeditor.h"
#include "ui/routes/rulelist.h"
#include "ui/routes/trackcanvas.h"
#include "ui/routes/trybar.h"

#include <QVBoxLayout>

namespace ui {

RoutesFoot::RoutesFoot(RoutesPage &page)
    : QWidget(&page)
    , m_page(page)
    , m_rehearsal(new RehearsalPanel(page.context(), this))
    , m_try(new TryBar(page.editor(), page.terms(), page.context(), this))
{
    setObjectName(QStringLiteral("routes.foot"));
    m_rehearsal->hide();
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_rehearsal);
    column->addWidget(m_try);
    connect(m_try, &TryBar::decided, this, &RoutesFoot::follow);
    connect(m_try, &TryBar::rehearsalRequested, this, [this] { rehearse(!isRehearsing()); });
    connect(m_try, &TryBar::left, this, [this] { m_page.list().takeFocus(); });
    connect(m_try, &TryBar::failed, this, [this](const core::Error &error) {
        m_page.complain(tr("The prompt could not be taken from the history"), error);
    });
    connect(m_rehearsal, &RehearsalPanel::closed, this, [this] {
        rehearse(false);
        m_try->takeFocus();
    });
    // Without a prompt the selected rule is rehearsed.
    connect(&page.editor(), &RuleEditor::selectionChanged, this, [this] {
        if (isRehearsing() && !m_try->decision())
            plan();
    });
}

/// The page gives the focus to its foot and knows no more of it.
void RoutesFoot::focusInEvent(QFocusEvent *)
{
    m_try->takeFocus();
}

bool RoutesFoot::isRehearsing() const
{
    return !m_rehearsal->isHidden();
}

void RoutesFoot::rehearse(bool open)
{
    m_rehearsal->setVisible(open);
    if (!open)
        return;
    m_try->decide();
    m_rehearsal->takeFocus();
}

void RoutesFoot::follow()
{
    const std::optional<core::Decision> &decision = m_try->decision();
    m_page.canvas().setDecision(decision);
    m_page.canvas().setPrompt(decision ? m_try->facts() : core::PromptFacts());
    m_page.list().setDecision(decision);
    if (isRehearsing())
        plan();
}

void RoutesFoot::plan()
{
    if (!m_page.editor().isOpen())
        return;
    if (m_try->decision()) {
        m_rehearsal->setPlan(*m_try->decision());
        return;
    }
    const qsizetype selected = m_page.editor().selection().rule;
    const qsizetype last = m_page.editor().rules().rules.size();
    m_rehearsal->setPlan(m_try->decisionAt(selected >= 0 && selected <= last ? selected : last));
}

} // namespace ui
