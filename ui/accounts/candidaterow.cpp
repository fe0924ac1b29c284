#include "ui/accounts/candidaterow.h"

#include "ui/accounts/testrunner.h"
#include "ui/accounts/testtexts.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/themedlabel.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QRegularExpression>

namespace ui {

namespace {

constexpr std::chrono::milliseconds kProgressAfter{500};

} // namespace

CandidateRow::CandidateRow(const AccountsContext &context, const Candidate &candidate, QWidget *parent)
    : Card(context.theme, {}, parent)
    , m_context(context)
    , m_candidate(candidate)
    , m_runner(new TestRunner(context, this))
    , m_place(new ThemedLabel(context.theme, {}, Theme::Token::Ink2, this))
    , m_state(new Pill(context.theme, {}, Theme::Token::Ink2, this))
    , m_panel(new MessagePanel(context.theme, this))
    , m_typed(new QLineEdit(this))
{
    auto *const name = new ThemedLabel(context.theme, providerName(candidate.draft.account, context.presets),
                                       Theme::Token::Ink, this);
    name->setType(1.0, QFont::DemiBold);
    m_typed->setObjectName(QStringLiteral("typedModels"));
    m_typed->setPlaceholderText(tr("Model ids, separated by commas"));
    m_typed->setAccessibleName(tr("Model ids, separated by commas"));
    m_typed->hide();
    m_panel->hide();
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto *const line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(name);
    line->addWidget(m_place, 1);
    line->addWidget(m_state);
    content()->addLayout(line);
    content()->addWidget(m_panel);
    content()->addWidget(m_typed);
    m_progress.setSingleShot(true);
    connect(&m_progress, &QTimer::timeout, this, [this] {
        m_panel->clearActions();
        m_panel->setMessage(MessagePanel::Kind::Info, tr("Asking for the list of models ..."));
        FlatButton *const cancel = m_panel->addAction(tr("Cancel"));
        cancel->setObjectName(QStringLiteral("cancelTest"));
        connect(cancel, &QToolButton::clicked, this, &CandidateRow::otherKeyWanted);
    });
    connect(m_runner, &TestRunner::finished, this, &CandidateRow::take);
    connect(m_typed, &QLineEdit::textChanged, this, &CandidateRow::takeTyped);
    describe();
}

bool CandidateRow::isTesting() const
{
    return m_runner->isRunning();
}

void CandidateRow::test()
{
    m_candidate.report.reset();
    m_panel->hide();
    m_progress.start(kProgressAfter);
    m_runner->run(m_candidate.draft);
    describe();
    emit changed();
}

void CandidateRow::take(const core::ConnectionReport &report)
{
    m_progress.stop();
    m_candidate.report = report;
    m_panel->clearActions();
    m_panel->hide();
    if (!report.ok() || report.models.isEmpty())
        offerRemedies(report);
    describe();
    emit changed();
}

void CandidateRow::offerRemedies(const core::ConnectionReport &report)
{
    const TestTexts texts = testTexts(report, providerName(m_candidate.draft.account, m_context.presets));
    m_panel->setMessage(report.ok() ? MessagePanel::Kind::Warn : MessagePanel::Kind::Bad, texts.title,
                        texts.words, texts.next);
    const bool listMissing =
        report.ok() || (report.error->kind == core::ErrorKind::NotFound && report.betterBaseUrl.isEmpty());
    m_typed->setVisible(listMissing);
    if (!report.betterBaseUrl.isEmpty()) {
        FlatButton *const use = m_panel->addAction(tr("Use %1").arg(report.betterBaseUrl.toString()));
        use->setObjectName(QStringLiteral("useBetterUrl"));
        connect(use, &QToolButton::clicked, this, [this, url = report.betterBaseUrl] {
            m_candidate.draft.account.baseUrl = url;
            test();
        });
        return;
    }
    if (!report.ok() && report.error->kind == core::ErrorKind::Auth) {
        FlatButton *const other = m_panel->addAction(tr("Paste another key"));
        other->setObjectName(QStringLiteral("otherKey"));
        connect(other, &QToolButton::clicked, this, &CandidateRow::otherKeyWanted);
    }
    FlatButton *const again = m_panel->addAction(tr("Test again"));
    again->setObjectName(QStringLiteral("testAgain"));
    connect(again, &QToolButton::clicked, this, &CandidateRow::test);
}

void CandidateRow::takeTyped(const QString &text)
{
    static const QRegularExpression comma(QStringLiteral("[,\\s]+"));
    m_candidate.typedModels = text.split(comma, Qt::SkipEmptyParts);
    m_candidate.typedModels.removeDuplicates();
    describe();
    emit changed();
}

void CandidateRow::describe()
{
    m_place->setText(m_candidate.draft.account.baseUrl.toString());
    if (isTesting()) {
        m_state->setText(tr("testing ..."));
        m_state->setInk(Theme::Token::Accent);
    } else if (m_candidate.report && m_candidate.report->ok()) {
        m_state->setText(testTexts(*m_candidate.report, QString()).title);
        m_state->setInk(Theme::Token::Good);
    } else if (m_candidate.isUsable()) {
        m_state->setText(tr("%n ids typed", nullptr, static_cast<int>(m_candidate.typedModels.size())));
        m_state->setInk(Theme::Token::Good);
    } else {
        m_state->setText(tr("does not work yet"));
        m_state->setInk(Theme::Token::Bad);
    }
}

} // namespace ui
