#include "ui/routes/proposalswindow.h"

#include "core/accounts/accountstore.h"
#include "core/base/continuation.h"
#include "core/compare/tasksuggestion.h"
#include "core/settings/keys.h"
#include "core/settings/settings.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/themedlabel.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr QSize kProposalsSize(620, 460);

} // namespace

ProposalsWindow::ProposalsWindow(RuleEditor &editor, core::Database &database, const RoutesContext &context,
                                 QWidget *parent)
    : QDialog(parent)
    , m_editor(editor)
    , m_database(database)
    , m_context(context)
    , m_problem(new MessagePanel(context.theme, this))
    , m_empty(
          new EmptyState(context.theme, Icon::Star, tr("No proposal yet"),
                         tr("When your votes show for a task that another model is better, or cheaper and "
                            "no worse, it is proposed here. Fewer votes than that claim nothing."),
                         this))
    , m_scroll(new QScrollArea(this))
    , m_cards(new QWidget(this))
    , m_column(new QVBoxLayout(m_cards))
{
    setObjectName(QStringLiteral("proposals"));
    setWindowTitle(tr("Rules that your votes propose"));
    setAccessibleName(windowTitle());
    resize(context.theme.px(kProposalsSize.width()), context.theme.px(kProposalsSize.height()));
    m_problem->setObjectName(QStringLiteral("proposals.problem"));
    m_problem->hide();
    m_empty->setObjectName(QStringLiteral("proposals.empty"));
    m_column->setContentsMargins({});
    m_column->setSpacing(12);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(m_cards);
    m_scroll->hide();
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(16, 16, 16, 16);
    rows->addWidget(m_problem);
    rows->addWidget(m_empty, 1);
    rows->addWidget(m_scroll, 1);
    connect(&editor, &RuleEditor::reset, this, [this] {
        if (isVisible())
            reload();
    });
}

void ProposalsWindow::open()
{
    reload();
    show();
    raise();
    activateWindow();
}

void ProposalsWindow::reload()
{
    const bool simulated = m_context.accounts.find(core::kDemoAccountId).has_value()
        || m_context.settings.get(core::settings::kIncludeSimulated);
    const core::RuleSet *const rules = m_editor.isOpen() ? &m_editor.rules() : nullptr;
    const int question = ++m_question;
    core::continued(
        core::proposeRoutes(m_database, m_context.clock.utcMs(), simulated, rules, m_context.book, this),
        this, [this, question](const core::Result<QList<core::RouteProposal>> &proposals) {
            if (question != m_question)
                return;
            m_problem->setVisible(!proposals);
            if (proposals)
                fill(*proposals);
            else
                m_problem->setMessage(MessagePanel::Kind::Bad, tr("The votes could not be read"),
                                      proposals.error().message);
        });
}

void ProposalsWindow::fill(const QList<core::RouteProposal> &proposals)
{
    while (QLayoutItem *const item = m_column->takeAt(0)) {
        if (QWidget *const card = item->widget()) {
            card->hide();
            card->deleteLater();
        }
        delete item;
    }
    for (qsizetype at = 0; at < proposals.size(); ++at)
        m_column->addWidget(makeCard(proposals.at(at), at));
    m_column->addStretch(1);
    m_empty->setVisible(proposals.isEmpty());
    m_scroll->setVisible(!proposals.isEmpty());
}

QWidget *ProposalsWindow::makeCard(const core::RouteProposal &proposal, qsizetype at)
{
    auto *const card = new Card(m_context.theme,
                                tr("Route %1 to %2", "a task and a model")
                                    .arg(core::taskDisplayName(proposal.task), proposal.target.toString()),
                                m_cards);
    card->setObjectName(QStringLiteral("proposals.card%1").arg(at));
    auto *const words =
        new ThemedLabel(m_context.theme, core::proposalInWords(proposal), Theme::Token::Ink2, card);
    words->setObjectName(QStringLiteral("proposals.words%1").arg(at));
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    auto *const take =
        new FlatButton(m_context.theme, tr("Make it a draft rule"), FlatButton::Look::Outlined, card);
    take->setObjectName(QStringLiteral("proposals.take%1").arg(at));
    take->setAccessibleDescription(words->text());
    card->content()->addWidget(words);
    card->content()->addWidget(take, 0, Qt::AlignLeft);
    connect(take, &QToolButton::clicked, this, [this, proposal, take] {
        take->setEnabled(false);
        emit taken(proposal);
    });
    return card;
}

} // namespace ui
