#include "ui/evaluate/celldetail.h"

#include "core/base/formatting.h"
#include "core/models/ledgerwords.h"
#include "ui/evaluate/matrixproxy.h"
#include "ui/markdown/markdownview.h"
#include "ui/theme/markdowntheme.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/keyvaluegrid.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/separator.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ui {

CellDetail::CellDetail(const Theme &theme, MarkdownServices &markdown, QWidget *parent)
    : Surface(theme, Theme::Token::Panel, Left, parent)
    , m_checks(new QWidget(this))
    , m_checkRows(new QVBoxLayout(m_checks))
    , m_answer(new MarkdownView(markdown, this))
    , m_error(new ThemedLabel(theme, {}, Theme::Token::Bad, this))
    , m_values(new KeyValueGrid(theme, this))
{
    setObjectName(QStringLiteral("cell.detail"));
    setAccessibleName(tr("The chosen cell"));
    m_answer->setObjectName(QStringLiteral("cell.answer"));
    m_answer->setAccessibleName(tr("Answer"));
    m_answer->setFrameShape(QFrame::NoFrame);
    m_answer->setFollows(false);
    m_error->setObjectName(QStringLiteral("cell.error"));
    m_error->setWordWrap(true);
    m_error->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_error->setContentsMargins(16, 8, 16, 8);
    m_checks->setObjectName(QStringLiteral("cell.checks"));
    m_checkRows->setContentsMargins(16, 8, 16, 8);
    m_checkRows->setSpacing(6);
    auto *const values = new QScrollArea(this);
    values->setFrameShape(QFrame::NoFrame);
    values->setWidgetResizable(true);
    values->setWidget(m_values);
    values->setAccessibleName(tr("Values of the case"));
    m_values->setContentsMargins(16, 8, 16, 8);
    auto *const answer = new QHBoxLayout;
    answer->setContentsMargins(6, 0, 0, 0);
    answer->addWidget(m_answer);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(new Separator(theme, Qt::Horizontal, this));
    column->addWidget(m_checks);
    column->addWidget(m_error);
    column->addLayout(answer, 3);
    column->addWidget(new Separator(theme, Qt::Horizontal, this));
    column->addWidget(values, 1);
    connect(&theme, &Theme::changed, this, &CellDetail::applyTheme);
    applyTheme();
}

QWidget *CellDetail::makeHead()
{
    auto *const head = new QWidget(this);
    m_target = new ElidedLabel(theme(), {}, Theme::Token::Ink, Qt::ElideMiddle, head);
    m_target->setObjectName(QStringLiteral("cell.target"));
    m_target->setType(1.08, QFont::DemiBold);
    m_verdict = new Pill(theme(), {}, Theme::Token::Ink2, head);
    m_verdict->setObjectName(QStringLiteral("cell.verdict"));
    m_figures = new ElidedLabel(theme(), {}, Theme::Token::Ink2, Qt::ElideRight, head);
    m_figures->setObjectName(QStringLiteral("cell.figures"));
    m_open = new FlatButton(theme(), tr("Open run in Compare"), FlatButton::Look::Outlined, head);
    m_open->setObjectName(QStringLiteral("cell.openRun"));
    auto *const close = new FlatButton(theme(), Icon::Close, tr("Close the details"), head);
    close->setObjectName(QStringLiteral("cell.close"));
    auto *const title = new QHBoxLayout;
    title->addWidget(m_target, 1);
    title->addWidget(close);
    auto *const facts = new QHBoxLayout;
    facts->setSpacing(8);
    facts->addWidget(m_verdict);
    facts->addWidget(m_figures, 1);
    auto *const column = new QVBoxLayout(head);
    column->setContentsMargins(16, 8, 8, 12);
    column->setSpacing(8);
    column->addLayout(title);
    column->addLayout(facts);
    column->addWidget(m_open, 0, Qt::AlignLeft);
    connect(close, &QToolButton::clicked, this, &CellDetail::closed);
    connect(m_open, &QToolButton::clicked, this, [this] { emit runRequested(m_run); });
    return head;
}

void CellDetail::showCell(const QString &target, const core::MatrixCell &cell, int caseIndex)
{
    const CellWords words = cellWords(cell);
    m_target->setFullText(tr("%1, case %2").arg(target, core::formatCount(caseIndex + 1)));
    m_verdict->setText(words.verdict);
    m_verdict->setInk(words.ink);
    QStringList figures;
    if (cell.firstTokenMs)
        figures += tr("first token %1").arg(core::formatDuration(static_cast<double>(*cell.firstTokenMs)));
    if (!words.figures.isEmpty())
        figures += words.figures;
    m_figures->setFullText(figures.join(QStringLiteral(" · ")));
}

void CellDetail::showTexts(const core::MatrixCellRecord &record, const QStringList &columns,
                           const core::PromptCase &values)
{
    m_run = record.runId;
    m_open->setVisible(m_run != 0);
    showChecks(record.checks);
    QString answer;
    QString problem;
    if (record.lane) {
        const core::Completion &completion = record.lane->latest.completion;
        answer = completion.text.isEmpty() ? completion.refusal : completion.text;
        if (completion.error)
            problem =
                tr("%1: %2", "kind of error, its message")
                    .arg(core::LedgerWords::errorKind(completion.error->kind), completion.error->message);
        else if (record.lane->latest.completion.text.isNull() && core::isSuccess(completion.status))
            problem = tr("The ledger keeps no text of this answer.");
    }
    m_error->setText(problem);
    m_error->setVisible(!problem.isEmpty());
    if (m_answer->markdown() != answer)
        m_answer->setMarkdownText(answer);
    m_values->clear();
    for (qsizetype column = 0; column < columns.size(); ++column)
        m_values->addRow(columns.at(column), values.values.value(column));
}

void CellDetail::showChecks(const QList<core::CheckResult> &checks)
{
    while (QLayoutItem *const item = m_checkRows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const core::CheckResult &check : checks) {
        const bool failed = check.passed == std::optional(false);
        const QString verdict = !check.passed ? tr("no verdict") : failed ? tr("failed") : tr("passed");
        QString text = tr("%1: %2", "a check, its verdict").arg(check.check, verdict);
        if (!check.detail.isEmpty())
            text += QLatin1Char('\n') + check.detail;
        auto *const row = new ThemedLabel(theme(), text,
                                          failed             ? Theme::Token::Bad
                                              : check.passed ? Theme::Token::Good
                                                             : Theme::Token::Warn,
                                          m_checks);
        row->setTextFormat(Qt::PlainText);
        row->setWordWrap(true);
        row->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_checkRows->addWidget(row);
    }
    m_checks->setVisible(!checks.isEmpty());
}

void CellDetail::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return emit closed();
    Surface::keyPressEvent(event);
}

void CellDetail::applyTheme()
{
    m_answer->setStyle(markdownStyle(theme()));
}

} // namespace ui
