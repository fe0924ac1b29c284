#include "ui/evaluate/evaluatepage.h"

#include "ui/actions.h"
#include "ui/evaluate/auditioncard.h"
#include "ui/evaluate/promptsetspane.h"
#include "ui/evaluate/scoreboardpane.h"
#include "ui/widgets/pagebar.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QAction>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui {

namespace {

enum Part { Sets, Scores };

} // namespace

EvaluatePage::EvaluatePage(const EvaluateContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_parts(new SegmentedControl(context.theme, this))
    , m_stack(new QStackedWidget(this))
    , m_audition(new AuditionCard(context, this))
    , m_sets(new PromptSetsPane(context, m_stack))
    , m_scores(new ScoreboardPane(context, m_stack))
{
    setObjectName(QStringLiteral("evaluatePage"));
    m_parts->setObjectName(QStringLiteral("evaluate.parts"));
    m_parts->setAccessibleName(tr("Parts of this page"));
    m_parts->addSegment(tr("Prompt sets"));
    m_parts->addSegment(tr("Scoreboard"));
    auto *const bar = new PageBar(context.theme, tr("Evaluate"), this);
    bar->addWidget(m_parts);
    bar->addStretch();
    m_stack->addWidget(m_sets);
    m_stack->addWidget(m_scores);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar);
    column->addWidget(m_audition);
    column->addWidget(m_stack, 1);
    connect(m_parts, &SegmentedControl::currentChanged, this, &EvaluatePage::showPart);
    connect(m_sets, &PromptSetsPane::runRequested, this, &EvaluatePage::runRequested);
    connect(m_sets, &PromptSetsPane::evaluationsChanged, this, &EvaluatePage::evaluationsChanged);
    connect(m_scores, &ScoreboardPane::runsRequested, this, &EvaluatePage::runsRequested);
    connect(m_scores, &ScoreboardPane::compareRequested, this, &EvaluatePage::compareRequested);
    connect(m_audition, &AuditionCard::matrixAdded, this, [this](qint64 id) { openMatrix(id, true); });
    addActions();
}

void EvaluatePage::addActions()
{
    const QString category = tr("Evaluate");
    const auto add = [&](const QString &id, const QString &text, Part part) {
        QAction *const action = m_context.actions.add({id, text, category, {}}, this);
        connect(action, &QAction::triggered, this, [this, part] {
            m_parts->setCurrent(part);
            emit wanted();
        });
    };
    add(QStringLiteral("evaluate.sets"), tr("Show the prompt sets"), Sets);
    add(QStringLiteral("evaluate.scores"), tr("Show the scoreboard"), Scores);
}

void EvaluatePage::showPart(int part)
{
    m_stack->setCurrentIndex(part);
    if (part == Scores)
        m_scores->reload();
    else
        m_sets->reload();
}

void EvaluatePage::enter()
{
    m_audition->reload();
    showPart(m_parts->current());
    if (m_parts->current() == Scores)
        m_scores->takeFocus();
    else
        m_sets->takeFocus();
}

void EvaluatePage::importFile(const QString &path)
{
    m_parts->setCurrent(Sets);
    m_sets->importFile(path);
}

void EvaluatePage::openMatrix(qint64 id, bool start)
{
    m_parts->setCurrent(Sets);
    m_sets->openMatrix(id, start);
}

int EvaluatePage::runningEvaluations() const
{
    return m_sets->runningEvaluations();
}

void EvaluatePage::cancelEvaluations()
{
    m_sets->cancelEvaluations();
}

} // namespace ui
