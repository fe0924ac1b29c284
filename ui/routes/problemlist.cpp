#include "ui/routes/problemlist.h"

#include "core/settings/keys.h"
#include "core/settings/settings.h"
#include "ui/widgets/flatbutton.h"

#include <QListWidget>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int kProblemsHeight = 150;
constexpr int kProblemIcon = 16;
constexpr int kBetweenProblems = 2;

} // namespace

ProblemList::ProblemList(RuleEditor &editor, const RoutesContext &context, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_context(context)
    , m_fold(new FlatButton(context.theme, QString(), FlatButton::Look::Fold, this))
    , m_list(new QListWidget(this))
{
    setObjectName(QStringLiteral("problems"));
    m_fold->setObjectName(QStringLiteral("problems.fold"));
    m_fold->setCheckable(true);
    m_fold->setToolTip(tr("Show what is wrong with these rules"));
    m_list->setObjectName(QStringLiteral("problems.list"));
    m_list->setAccessibleName(tr("Problems"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setWordWrap(true);
    m_list->setTextElideMode(Qt::ElideNone);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setSpacing(kBetweenProblems);
    m_list->setIconSize(QSize(context.theme.px(kProblemIcon), context.theme.px(kProblemIcon)));
    m_list->setMaximumHeight(context.theme.px(kProblemsHeight));
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(2);
    column->addWidget(m_fold, 0, Qt::AlignLeft);
    column->addWidget(m_list);
    connect(m_fold, &QToolButton::clicked, this, [this](bool open) {
        unfold(open);
        m_context.settings.set(core::settings::kRouteProblemsOpen, open);
    });
    connect(m_list, &QListWidget::itemActivated, this, &ProblemList::follow);
    connect(m_list, &QListWidget::itemClicked, this, &ProblemList::follow);
    connect(&m_editor, &RuleEditor::problemsChanged, this, &ProblemList::fill);
    unfold(context.settings.get(core::settings::kRouteProblemsOpen));
    fill();
}

void ProblemList::unfold(bool open)
{
    m_fold->setChecked(open);
    m_list->setVisible(open);
}

QString ProblemList::sentence(const core::RuleProblem &problem) const
{
    if (problem.rule < 0)
        return problem.text;
    return tr("%1: %2", "a rule and what is wrong with it")
        .arg(m_editor.rule(problem.rule).name, problem.text);
}

void ProblemList::fill()
{
    const int current = m_list->currentRow();
    m_list->clear();
    bool invalid = false;
    for (const core::RuleProblem &problem : m_editor.problems()) {
        const bool stops = problem.kind == core::RuleProblem::Kind::Invalid;
        invalid = invalid || stops;
        auto *const item = new QListWidgetItem(sentence(problem), m_list);
        item->setIcon(stops ? themedIcon(m_context.theme, Icon::Error, Theme::Token::Bad)
                            : themedIcon(m_context.theme, Icon::Warning, Theme::Token::Warn));
        item->setToolTip(stops ? tr("The set cannot run so.") : tr("The set runs, but hardly as meant."));
    }
    m_list->setCurrentRow(std::min(current, m_list->count() - 1));
    m_fold->setText(tr("%n problems", nullptr, m_list->count()));
    m_fold->setIcon(invalid ? themedIcon(m_context.theme, Icon::Error, Theme::Token::Bad)
                            : themedIcon(m_context.theme, Icon::Warning, Theme::Token::Warn));
    m_fold->setAccessibleName(m_fold->text());
    setVisible(m_list->count() > 0);
}

void ProblemList::follow()
{
    const QList<core::RuleProblem> problems = m_editor.problems();
    const int row = m_list->currentRow();
    if (row < 0 || row >= problems.size() || problems.at(row).rule < 0)
        return;
    m_editor.select({problems.at(row).rule, problems.at(row).target});
    emit followed();
}

} // namespace ui
