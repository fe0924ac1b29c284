#include "ui/evaluate/ballotview.h"

#include "core/base/continuation.h"
#include "core/base/formatting.h"
#include "core/judging/judgeprompt.h"
#include "core/judging/selfnaming.h"
#include "core/judging/votestore.h"
#include "ui/markdown/markdownview.h"
#include "ui/theme/markdowntheme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/pagebar.h"
#include "ui/widgets/themedlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QRandomGenerator>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr qsizetype kPromptLetters = 600;

} // namespace

BallotView::BallotView(const EvaluateContext &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    setObjectName(QStringLiteral("ballot"));
    setAccessibleName(tr("Blind vote"));
    m_row = new QHBoxLayout;
    m_row->setContentsMargins(16, 0, 16, 0);
    m_row->setSpacing(12);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(makeHead());
    column->addLayout(m_row, 1);
    column->addWidget(makeFoot());
    connect(&context.theme, &Theme::changed, this, &BallotView::applyTheme);
}

QWidget *BallotView::makeHead()
{
    auto *const head = new Surface(m_context.theme, Theme::Token::Panel, Surface::Bottom, this);
    m_title = new ThemedLabel(m_context.theme, {}, Theme::Token::Ink, head);
    m_title->setObjectName(QStringLiteral("ballot.title"));
    m_title->setType(1.08, QFont::DemiBold);
    m_prompt = new ThemedLabel(m_context.theme, {}, Theme::Token::Ink2, head);
    m_prompt->setObjectName(QStringLiteral("ballot.prompt"));
    m_prompt->setTextFormat(Qt::PlainText);
    m_prompt->setWordWrap(true);
    auto *const close = new FlatButton(m_context.theme, Icon::Close, tr("End the vote"), head);
    close->setObjectName(QStringLiteral("ballot.close"));
    auto *const texts = new QVBoxLayout;
    texts->setSpacing(4);
    texts->addWidget(m_title);
    texts->addWidget(m_prompt);
    auto *const row = new QHBoxLayout(head);
    row->setContentsMargins(16, 12, 16, 12);
    row->addLayout(texts, 1);
    row->addWidget(close, 0, Qt::AlignTop);
    connect(close, &QToolButton::clicked, this, &BallotView::closed);
    return head;
}

QWidget *BallotView::makeFoot()
{
    auto *const foot = new Surface(m_context.theme, Theme::Token::Panel, Surface::Top, this);
    const auto add = [&](const QString &text, const char *name) {
        auto *const button = new FlatButton(m_context.theme, text, FlatButton::Look::Outlined, foot);
        button->setObjectName(QLatin1StringView(name));
        return button;
    };
    m_tie = add(tr("Tie"), "ballot.tie");
    m_bad = add(tr("All bad"), "ballot.bad");
    m_skip = add(tr("Skip"), "ballot.skip");
    auto *const hint = new ThemedLabel(m_context.theme,
                                       tr("Names, order, speed and cost are hidden; where an answer names "
                                          "itself it is masked as well as a list of phrases can."),
                                       Theme::Token::Ink2, foot);
    hint->setType(0.92);
    hint->setWordWrap(true);
    auto *const row = new QHBoxLayout(foot);
    row->setContentsMargins(16, 9, 16, 8);
    row->setSpacing(8);
    for (FlatButton *button : {m_tie, m_bad, m_skip})
        row->addWidget(button);
    row->addWidget(hint, 1);
    connect(m_tie, &QToolButton::clicked, this, [this] { vote(core::VoteKind::Tie); });
    connect(m_bad, &QToolButton::clicked, this, [this] { vote(core::VoteKind::AllBad); });
    connect(m_skip, &QToolButton::clicked, this, &BallotView::next);
    return foot;
}

void BallotView::begin(core::Matrix *matrix)
{
    m_matrix = matrix;
    m_case = -1;
    m_won.clear();
    m_ties = 0;
    m_bads = 0;
    next();
}

void BallotView::end()
{
    ++m_generation;
    m_matrix.clear();
    m_case = -1;
}

/// The next case with answers of two targets at least.
void BallotView::next()
{
    enableVoting(false);
    if (!m_matrix)
        return;
    const auto answered = [this](int at) {
        int answers = 0;
        for (int target = 0; target < m_matrix->targetCount(); ++target) {
            const core::MatrixCell &cell = m_matrix->cell(at, target);
            answers += cell.isSettled() && !cell.hasError() ? 1 : 0;
        }
        return answers;
    };
    for (++m_case; m_case < m_matrix->caseCount() && answered(m_case) < 2; ++m_case) { }
    if (m_case >= m_matrix->caseCount())
        return showEnd();
    const quint64 generation = ++m_generation;
    core::continued(m_context.services.matrices.cells(m_matrix->id(), m_case, 1), this,
                    [this, generation](const core::Result<QList<core::MatrixCellRecord>> &cells) {
                        if (generation != m_generation || !m_matrix)
                            return;
                        if (!cells)
                            return emit failed(cells.error());
                        QList<core::MatrixCellRecord> answers;
                        for (const core::MatrixCellRecord &cell : *cells) {
                            if (cell.lane && core::canBeJudged(cell.lane->latest.completion))
                                answers.append(cell);
                        }
                        if (answers.size() < 2)
                            return next();
                        readVotes(answers.constFirst(), answers);
                    });
}

/// What the person has voted on already is not asked again.
void BallotView::readVotes(const core::MatrixCellRecord &first, const QList<core::MatrixCellRecord> &cells)
{
    core::continued(m_context.votes.ofRun(first.runId), this,
                    [this, generation = m_generation, cells](const core::Result<QList<core::Vote>> &votes) {
                        if (generation != m_generation || !m_matrix)
                            return;
                        for (const core::Vote &vote : votes.valueOr({})) {
                            if (vote.judge.isEmpty() && core::isRanking(vote.kind)) {
                                note(vote);
                                return next();
                            }
                        }
                        core::continued(
                            m_context.services.sets.cases(m_matrix->set().id, m_case, 1), this,
                            [this, generation, cells](const core::Result<QList<core::PromptCase>> &found) {
                                if (generation == m_generation && m_matrix)
                                    showCase(cells, found ? found->value(0) : core::PromptCase());
                            });
                    });
}

void BallotView::showCase(const QList<core::MatrixCellRecord> &cells, const core::PromptCase &values)
{
    const core::Result<core::CasePrompt> asked = core::promptOfCase(m_matrix->set(), values);
    m_title->setText(tr("Case %1 of %2: which answer is best?")
                         .arg(core::formatCount(m_case + 1), core::formatCount(m_matrix->caseCount())));
    QString prompt = asked ? asked->prompt.trimmed() : QString();
    if (prompt.size() > kPromptLetters)
        prompt = prompt.left(kPromptLetters) + QStringLiteral(" …");
    m_prompt->setText(prompt);
    m_prompt->show();
    for (const Answer &answer : std::as_const(m_answers)) {
        answer.box->hide();
        answer.box->deleteLater();
    }
    m_answers.clear();
    m_lanes.clear();
    m_run = cells.constFirst().runId;
    const QList<int> order =
        core::shuffledOrder(static_cast<int>(cells.size()), QRandomGenerator::global()->generate());
    for (int place = 0; place < order.size(); ++place) {
        const core::LaneRecord &lane = *cells.at(order.at(place)).lane;
        m_lanes.append(core::ballotLane(lane, place));
        addAnswer(place, core::maskSelfNaming(lane.latest.completion.text));
    }
    applyTheme();
    enableVoting(true);
    m_answers.constFirst().best->setFocus();
}

void BallotView::addAnswer(int place, const QString &text)
{
    const QString letter = core::answerLetter(place);
    auto *const card = new Card(m_context.theme, tr("Answer %1").arg(letter), this);
    auto *const view = new MarkdownView(m_context.markdown, card);
    view->setObjectName(QStringLiteral("ballot.answer%1").arg(place));
    view->setAccessibleName(tr("Answer %1").arg(letter));
    view->setFrameShape(QFrame::NoFrame);
    view->setFollows(false);
    auto *const best =
        new FlatButton(m_context.theme, tr("%1 is best").arg(letter), FlatButton::Look::Outlined, card);
    best->setObjectName(QStringLiteral("ballot.best%1").arg(place));
    card->content()->addWidget(view, 1);
    card->content()->addWidget(best, 0, Qt::AlignLeft);
    m_row->addWidget(card, 1);
    m_answers.append({card, view, best});
    view->setStyle(markdownStyle(m_context.theme));
    view->setMarkdownText(text);
    connect(best, &QToolButton::clicked, this, [this, place] { vote(core::VoteKind::Best, place); });
}

void BallotView::vote(core::VoteKind kind, int place)
{
    core::Vote vote;
    vote.runId = m_run;
    vote.kind = kind;
    vote.blind = true;
    vote.lanes = m_lanes;
    for (int at = 0; at < vote.lanes.size(); ++at)
        vote.lanes[at].won = at == place;
    enableVoting(false);
    core::continued(m_context.votes.cast(vote), this,
                    [this, generation = m_generation](const core::Result<core::CastVote> &cast) {
                        if (generation != m_generation)
                            return;
                        if (!cast) {
                            enableVoting(true);
                            return emit failed(cast.error());
                        }
                        note(cast->vote);
                        next();
                    });
}

void BallotView::note(const core::Vote &vote)
{
    if (vote.kind == core::VoteKind::Tie)
        ++m_ties;
    else if (vote.kind == core::VoteKind::AllBad)
        ++m_bads;
    else if (const int winner = vote.winner(); winner >= 0)
        ++m_won[vote.lanes.at(winner).target.toString()];
}

/// Only now the names are told.
void BallotView::showEnd()
{
    for (const Answer &answer : std::as_const(m_answers)) {
        answer.box->hide();
        answer.box->deleteLater();
    }
    m_answers.clear();
    QStringList lines;
    for (const core::Target &target : m_matrix->targets()) {
        const QString name = target.name.toString();
        const QString line = tr("%1: best %n times", nullptr, m_won.value(name)).arg(name);
        if (!lines.contains(line))
            lines += line;
    }
    if (m_ties > 0)
        lines += tr("%n ties", nullptr, m_ties);
    if (m_bads > 0)
        lines += tr("All bad: %n times", nullptr, m_bads);
    m_title->setText(tr("All cases are voted on"));
    m_prompt->setText(lines.join(QLatin1Char('\n')));
}

void BallotView::enableVoting(bool on)
{
    for (FlatButton *button : {m_tie, m_bad, m_skip})
        button->setEnabled(on);
    for (const Answer &answer : std::as_const(m_answers))
        answer.best->setEnabled(on);
}

void BallotView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return emit closed();
    QWidget::keyPressEvent(event);
}

void BallotView::applyTheme()
{
    for (const Answer &answer : std::as_const(m_answers))
        answer.view->setStyle(markdownStyle(m_context.theme));
}

} // namespace ui
