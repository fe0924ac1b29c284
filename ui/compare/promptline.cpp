#include "ui/compare/promptline.h"

#include "core/compare/tasksuggestion.h"
#include "ui/compare/picturestrip.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/flatbutton.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int kMostLines = 12;

} // namespace

PromptLine::PromptLine(const Theme &theme, QWidget *parent)
    : Surface(theme, Theme::Token::Panel2, Bottom, parent)
    , m_fold(new FlatButton(theme, Icon::ChevronRight, tr("Show the whole prompt"), this))
    , m_turn(new FlatButton(theme, QString(), FlatButton::Look::Link, this))
    , m_line(new ElidedLabel(theme, {}, Theme::Token::Ink, Qt::ElideRight, this))
    , m_pictures(new PictureStrip(theme, this))
    , m_taskButton(new FlatButton(theme, QString(), FlatButton::Look::Flat, this))
    , m_verdict(new FlatButton(theme, tr("Verdict"), FlatButton::Look::Flat, this))
    , m_export(new FlatButton(theme, Icon::Download, tr("Export the run"), this))
    , m_edit(new FlatButton(theme, tr("Edit"), FlatButton::Look::Link, this))
    , m_resend(new FlatButton(theme, tr("Send again"), FlatButton::Look::Link, this))
    , m_whole(new QPlainTextEdit(this))
{
    setObjectName(QStringLiteral("promptLine"));
    m_fold->setObjectName(QStringLiteral("unfoldPrompt"));
    m_fold->setCheckable(true);
    m_line->setObjectName(QStringLiteral("sentPrompt"));
    m_line->setType(1.0, QFont::DemiBold);
    m_taskButton->setObjectName(QStringLiteral("runTask"));
    m_taskButton->setTextLimit(280);
    auto *const tasks = new QMenu(this);
    tasks->setObjectName(QStringLiteral("runTaskMenu"));
    connect(tasks, &QMenu::aboutToShow, this, &PromptLine::fillTaskMenu);
    m_taskButton->setMenu(tasks);
    m_verdict->setObjectName(QStringLiteral("runVerdict"));
    m_verdict->setTextLimit(220);
    m_export->setObjectName(QStringLiteral("exportRun"));
    m_export->hide();
    m_edit->setObjectName(QStringLiteral("editPrompt"));
    m_edit->setToolTip(tr("Put this prompt back into the composer"));
    m_resend->setObjectName(QStringLiteral("resendPrompt"));
    m_resend->setToolTip(tr("Send the same prompt to the lanes as they are now"));
    m_whole->setObjectName(QStringLiteral("wholePrompt"));
    m_whole->setAccessibleName(tr("The whole prompt"));
    m_whole->setReadOnly(true);
    m_whole->setTabChangesFocus(true);
    m_whole->setFrameShape(QFrame::NoFrame);
    m_whole->viewport()->setAutoFillBackground(false);
    m_whole->hide();

    auto *const row = new QHBoxLayout;
    row->setSpacing(6);
    auto *const you = new ThemedLabel(theme, tr("You"), Theme::Token::Ink3, this);
    row->addWidget(m_fold);
    row->addWidget(you);
    row->addSpacing(4);
    row->addWidget(m_turn);
    row->addWidget(m_line, 1);
    row->addWidget(m_pictures);
    row->addWidget(m_taskButton);
    row->addWidget(m_verdict);
    row->addWidget(m_export);
    row->addWidget(m_edit);
    row->addWidget(m_resend);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(10, 4, 14, 5);
    rows->setSpacing(4);
    rows->addLayout(row);
    rows->addWidget(m_whole);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);

    m_turn->setObjectName(QStringLiteral("turn"));
    m_turn->setToolTip(tr("Show the turns of this conversation and its branches"));
    m_turn->hide();
    connect(m_turn, &QToolButton::clicked, this, &PromptLine::turnsRequested);
    connect(m_fold, &QToolButton::toggled, this, &PromptLine::unfold);
    connect(m_edit, &QToolButton::clicked, this, &PromptLine::editRequested);
    connect(m_resend, &QToolButton::clicked, this, &PromptLine::resendRequested);
    hide();
}

void PromptLine::setPrompt(const QString &prompt, const QString &system, bool textsKept)
{
    m_prompt = prompt;
    m_system = system;
    m_line->setFullText(textsKept ? prompt.simplified() : tr("The text of this prompt was not kept."));
    m_line->setInk(textsKept ? Theme::Token::Ink : Theme::Token::Ink3);
    m_whole->setPlainText(system.isEmpty() ? prompt
                                           : tr("System: %1").arg(system) + QStringLiteral("\n\n") + prompt);
    m_fold->setEnabled(textsKept);
    m_edit->setVisible(textsKept);
    m_resend->setVisible(textsKept);
    unfold(false);
}

void PromptLine::setExportMenu(QMenu *menu)
{
    m_export->setMenu(menu);
    m_export->show();
}

void PromptLine::setImages(const QList<core::ImagePart> &images)
{
    m_pictures->setImages(images);
}

const QList<core::ImagePart> &PromptLine::images() const
{
    return m_pictures->images();
}

void PromptLine::setTask(const QString &task, core::TaskOrigin origin)
{
    m_task = task;
    m_origin = origin;
    describeTask();
}

void PromptLine::setTurn(int number)
{
    m_turn->setVisible(number > 0);
    m_turn->setText(tr("Turn %1").arg(number));
    m_turn->setAccessibleName(tr("Turn %1, show all turns").arg(number));
}

void PromptLine::describeTask()
{
    const QString name = core::taskDisplayName(m_task);
    if (m_task.isEmpty())
        m_taskButton->setText(tr("no task"));
    else if (m_origin == core::TaskOrigin::Suggested)
        m_taskButton->setText(tr("task: %1 (suggested)").arg(name));
    else
        m_taskButton->setText(tr("task: %1").arg(name));
    m_taskButton->setToolTip(tr("Change or confirm the task of this run; totals follow."));
    m_taskButton->setAccessibleName(m_taskButton->text());
}

void PromptLine::fillTaskMenu()
{
    QMenu *const menu = m_taskButton->menu();
    menu->clear();
    const auto add = [this, menu](const QString &text, const QString &task, bool checked) {
        QAction *const action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(checked);
        connect(action, &QAction::triggered, this, [this, task] { emit taskChosen(task); });
    };
    if (m_origin == core::TaskOrigin::Suggested && !m_task.isEmpty())
        add(tr("Confirm \"%1\"").arg(core::taskDisplayName(m_task)), m_task, false);
    add(tr("No task"), {}, m_task.isEmpty());
    menu->addSeparator();
    QStringList labels = core::kShippedTasks;
    if (!m_task.isEmpty() && !labels.contains(m_task))
        labels.append(m_task);
    for (const QString &label : std::as_const(labels))
        add(core::taskDisplayName(label), label, label == m_task && m_origin != core::TaskOrigin::Suggested);
}

bool PromptLine::isUnfolded() const
{
    return m_fold->isChecked();
}

void PromptLine::unfold(bool unfolded)
{
    const QString name = unfolded ? tr("Show the prompt as one line") : tr("Show the whole prompt");
    m_fold->setChecked(unfolded);
    m_fold->setThemedIcon(unfolded ? Icon::ChevronDown : Icon::ChevronRight);
    m_fold->setToolTip(name);
    m_fold->setAccessibleName(name);
    m_whole->setVisible(unfolded);
    if (!unfolded)
        return;
    m_whole->setFont(theme().font());
    const int lines = std::clamp(qRound(m_whole->document()->size().height()) + 1, 2, kMostLines);
    m_whole->setFixedHeight(lines * m_whole->fontMetrics().lineSpacing() + 12);
}

void PromptLine::mouseDoubleClickEvent(QMouseEvent *event)
{
    Surface::mouseDoubleClickEvent(event);
    if (m_fold->isEnabled())
        unfold(!isUnfolded());
}

} // namespace ui
