#include "ui/accounts/connectstep.h"

#include "core/base/continuation.h"
#include "ui/accounts/candidaterow.h"
#include "ui/accounts/lineupcard.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/primarybutton.h"
#include "ui/widgets/themedlabel.h"

#include <QHBoxLayout>
#include <QLineEdit>

namespace ui {

ConnectStep::ConnectStep(const AccountsContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_title(new ThemedLabel(context.theme, {}, Theme::Token::Ink, this))
    , m_rowsColumn(new QVBoxLayout)
    , m_failure(new MessagePanel(context.theme, this))
    , m_lineUp(new LineUpCard(context, this))
    , m_start(new PrimaryButton(context.theme, tr("&Start comparing"), this))
{
    m_title->setType(1.15, QFont::DemiBold);
    m_start->setObjectName(QStringLiteral("startComparing"));
    m_start->setAutoDefault(true);
    m_failure->hide();
    m_rowsColumn->setSpacing(8);
    auto *const backButton = new FlatButton(context.theme, tr("&Back"), FlatButton::Look::Outlined, this);
    backButton->setObjectName(QStringLiteral("backToWaysIn"));
    connect(backButton, &QToolButton::clicked, this, &ConnectStep::back);
    auto *const foot = new QHBoxLayout;
    foot->addWidget(backButton);
    foot->addStretch();
    foot->addWidget(m_start);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_title);
    column->addLayout(m_rowsColumn);
    column->addWidget(m_failure);
    column->addWidget(m_lineUp);
    column->addLayout(foot);
    column->addStretch();
    connect(m_start, &QPushButton::clicked, this, &ConnectStep::start);
    connect(m_lineUp, &LineUpCard::changed, this, &ConnectStep::describe);
}

void ConnectStep::begin(const QList<Candidate> &candidates)
{
    qDeleteAll(m_rows);
    m_rows.clear();
    m_failure->hide();
    m_lineUp->propose({});
    for (const Candidate &candidate : candidates) {
        auto *const row = new CandidateRow(m_context, candidate, this);
        connect(row, &CandidateRow::changed, this, &ConnectStep::proposeWhenTested);
        connect(row, &CandidateRow::otherKeyWanted, this, &ConnectStep::back);
        m_rowsColumn->addWidget(row);
        m_rows += row;
    }
    const QList<CandidateRow *> rows = m_rows;
    for (CandidateRow *row : rows)
        row->test();
    describe();
}

QList<Candidate> ConnectStep::usable() const
{
    QList<Candidate> candidates;
    for (const CandidateRow *row : m_rows) {
        if (row->candidate().isUsable())
            candidates += row->candidate();
    }
    return candidates;
}

void ConnectStep::proposeWhenTested()
{
    m_lineUp->propose(offeredBy(usable(), m_context));
    const bool testing =
        std::any_of(m_rows.cbegin(), m_rows.cend(), [](const CandidateRow *row) { return row->isTesting(); });
    describe();
    if (!testing && m_start->isVisibleTo(this) && m_start->isEnabled()
        && !qobject_cast<QLineEdit *>(focusWidget()))
        m_start->setFocus();
}

void ConnectStep::describe()
{
    const bool any = !usable().isEmpty();
    const bool testing =
        std::any_of(m_rows.cbegin(), m_rows.cend(), [](const CandidateRow *row) { return row->isTesting(); });
    m_title->setText(testing ? tr("Testing the connection")
                             : (any ? tr("Ready to compare") : tr("One more step")));
    m_lineUp->setVisible(any);
    m_start->setVisible(any);
    m_start->setEnabled(!m_storing && !testing && !m_lineUp->lineUp().isEmpty());
}

void ConnectStep::start()
{
    if (m_storing)
        return;
    m_storing = true;
    describe();
    core::continued(
        storeCandidates(m_context, usable()), this, [this](const core::Result<QList<core::Account>> &stored) {
            m_storing = false;
            describe();
            if (stored) {
                emit finished(m_lineUp->lineUp(), m_lineUp->prompt());
                return;
            }
            m_failure->setMessage(MessagePanel::Kind::Bad, tr("The account was not saved"),
                                  stored.error().message, tr("Go back and keep the key in another place."));
        });
}

} // namespace ui
