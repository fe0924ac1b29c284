#include "ui/compare/composer.h"

#include "core/prompts/prompttemplate.h"
#include "ui/compare/attachmentbar.h"
#include "ui/compare/composernote.h"
#include "ui/compare/editorframe.h"
#include "ui/compare/prompteditor.h"
#include "ui/compare/sentprompt.h"
#include "ui/compare/taskpicker.h"
#include "ui/compare/variableform.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/primarybutton.h"

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QMimeData>
#include <QVBoxLayout>

namespace ui {

Composer::Composer(const Theme &theme, QWidget *parent)
    : Surface(theme, Theme::Token::Panel, Top, parent)
    , m_systemToggle(new FlatButton(theme, tr("S&ystem"), FlatButton::Look::Flat, this))
    , m_attach(new FlatButton(theme, tr("&Attach"), FlatButton::Look::Flat, this))
    , m_templates(new FlatButton(theme, tr("&Template") + QStringLiteral(" ▾"), FlatButton::Look::Flat, this))
    , m_tasks(new TaskPicker(theme, this))
    , m_parameters(new FlatButton(theme, tr("Parameters"), FlatButton::Look::Flat, this))
    , m_estimate(new ElidedLabel(theme, {}, Theme::Token::Ink2, Qt::ElideRight, this))
    , m_stop(new FlatButton(theme, tr("Stop all"), FlatButton::Look::Outlined, this))
    , m_routes(new FlatButton(theme, tr("Send through &routes"), FlatButton::Look::Outlined, this))
    , m_send(new PrimaryButton(theme, tr("Send"), this))
    , m_system(new PromptEditor(theme, 2, this))
    , m_prompt(new PromptEditor(theme, 2, this))
    , m_variables(new VariableForm(theme, this))
    , m_attachments(new AttachmentBar(theme, this))
    , m_pictureNote(new ComposerNote(theme, ComposerNote::Kind::Warn, this))
    , m_complaint(new ComposerNote(theme, ComposerNote::Kind::Bad, this))
{
    setObjectName(QStringLiteral("composer"));
    m_prompt->setObjectName(QStringLiteral("promptEditor"));
    m_prompt->setAccessibleName(tr("Prompt"));
    m_system->setObjectName(QStringLiteral("systemEditor"));
    m_system->setAccessibleName(tr("System prompt"));
    m_system->setPlaceholderText(tr("System prompt: who the models should be, what always holds"));
    m_systemFrame = new EditorFrame(theme, m_system, this);
    m_systemFrame->hide();
    m_complaint->setObjectName(QStringLiteral("composerComplaint"));
    m_complaint->addCloseButton();
    makePictureNote();

    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(16, 9, 16, 12);
    rows->setSpacing(6);
    rows->addWidget(makeButtonRow());
    rows->addWidget(m_complaint);
    rows->addWidget(m_systemFrame);
    rows->addWidget(m_variables);
    rows->addWidget(m_attachments);
    rows->addWidget(m_pictureNote);
    rows->addWidget(new EditorFrame(theme, m_prompt, this));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setAcceptDrops(true);
    setTabOrder(m_system, m_variables);
    setTabOrder(m_variables, m_prompt);
    setTabOrder(m_prompt, m_systemToggle);
    connectEditors();
    if (parent)
        parent->installEventFilter(this);
    describeSystem();
    setState(false, false);
    setFollowUp(false);
}

void Composer::connectEditors()
{
    m_prompt->setTakesAttachments(true);
    for (PromptEditor *editor : {m_prompt, m_system}) {
        connect(editor, &PromptEditor::leaveRequested, this, &Composer::leaveRequested);
        connect(editor, &QPlainTextEdit::textChanged, this, &Composer::noteTexts);
    }
    connect(m_prompt, &PromptEditor::attachmentsOffered, m_attachments, &AttachmentBar::take);
    connect(m_prompt, &QPlainTextEdit::textChanged, this,
            [this] { m_tasks->setPrompt(m_prompt->toPlainText()); });
    connect(m_system, &QPlainTextEdit::textChanged, this, &Composer::describeSystem);
    connect(m_variables, &VariableForm::changed, this, &Composer::noteTexts);
    connect(m_variables, &VariableForm::leaveRequested, this, &Composer::focusPrompt);
    connect(m_attachments, &AttachmentBar::changed, this, &Composer::noteTexts);
    connect(m_attach, &QToolButton::clicked, m_attachments, &AttachmentBar::choose);
    connect(m_tasks, &TaskPicker::choiceChanged, this, &Composer::changed);
    connect(m_send, &QPushButton::clicked, this, &Composer::sendRequested);
    connect(m_stop, &QToolButton::clicked, this, &Composer::stopRequested);
    connect(m_routes, &QToolButton::clicked, this, [this] {
        if (m_ruleSets.size() == 1)
            emit routesRequested(m_ruleSets.constFirst());
    });
}

void Composer::setFollowUp(bool followUp)
{
    m_prompt->setPlaceholderText(followUp ? tr("Ask a follow-up, or start a new prompt with Ctrl+N.")
                                          : tr("Ask all lanes. Ctrl+Enter sends."));
}

void Composer::makePictureNote()
{
    m_pictureNote->setObjectName(QStringLiteral("pictureNote"));
    m_picturesAnyway = m_pictureNote->addAction(tr("Send them anyway"), QStringLiteral("picturesAnyway"));
    m_picturesAnyway->setCheckable(true);
    m_picturesAnyway->setToolTip(tr("What is known of a model may be out of date."));
    FlatButton *const remove =
        m_pictureNote->addAction(tr("Remove these lanes"), QStringLiteral("removePictureless"));
    connect(m_picturesAnyway, &QToolButton::toggled, this, &Composer::changed);
    connect(remove, &QToolButton::clicked, this, &Composer::removePicturelessRequested);
}

QWidget *Composer::makeButtonRow()
{
    m_systemToggle->setObjectName(QStringLiteral("systemToggle"));
    m_systemToggle->setCheckable(true);
    connect(m_systemToggle, &QToolButton::toggled, this, &Composer::showSystem);
    m_attach->setObjectName(QStringLiteral("attach"));
    m_attach->setToolTip(tr("Attach pictures or text files; they can also be dropped or pasted here"));
    m_templates->setObjectName(QStringLiteral("templates"));
    m_templates->setToolTip(tr("Use or save a prompt"));
    m_templates->setAccessibleName(tr("Template"));
    m_estimate->setObjectName(QStringLiteral("estimate"));
    m_estimate->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_parameters->setObjectName(QStringLiteral("runDefaults"));
    m_stop->setObjectName(QStringLiteral("stopAll"));
    m_stop->setThemedIcon(Icon::Stop);
    m_routes->setObjectName(QStringLiteral("sendThroughRoutes"));
    m_routes->hide();
    m_send->setObjectName(QStringLiteral("send"));
    m_send->setAutoDefault(true);
    m_send->setToolTip(tr("Send the prompt to every lane (Ctrl+Enter)"));

    auto *const row = new QWidget(this);
    auto *const buttons = new QHBoxLayout(row);
    buttons->setContentsMargins({});
    buttons->setSpacing(8);
    buttons->addWidget(m_systemToggle);
    buttons->addWidget(m_attach);
    buttons->addWidget(m_templates);
    buttons->addWidget(m_tasks);
    buttons->addWidget(m_parameters);
    buttons->addWidget(m_estimate, 1);
    buttons->addSpacing(4);
    buttons->addWidget(m_stop);
    buttons->addWidget(m_routes);
    buttons->addWidget(m_send);
    return row;
}

QString Composer::prompt() const
{
    return m_prompt->toPlainText();
}

QString Composer::system() const
{
    return m_system->toPlainText();
}

void Composer::setPrompt(const QString &prompt)
{
    m_prompt->replaceText(prompt);
}

void Composer::setSystem(const QString &system)
{
    m_system->replaceText(system);
    showSystem(!system.isEmpty());
}

PromptDraft Composer::draft() const
{
    return {prompt(), system(), m_variables->values(), m_attachments->attachments()};
}

bool Composer::hasContent() const
{
    return !prompt().trimmed().isEmpty() || !m_attachments->attachments().isEmpty();
}

void Composer::clear()
{
    m_attachments->clear();
    setPrompt({});
}

void Composer::setSentPrompt(const QString &prompt, const QString &system,
                             const QList<core::ImagePart> &images)
{
    m_attachments->setAttachments(attachmentsOf(images));
    setSystem(core::escapedForTemplate(system));
    setPrompt(core::escapedForTemplate(prompt));
}

void Composer::complain(const QString &sentence)
{
    m_complaint->setText(sentence);
}

void Composer::setPicturelessModels(const QStringList &models)
{
    if (models.isEmpty())
        return m_pictureNote->setText({});
    const QString names = models.join(tr(", ", "between names of models"));
    const QString sentence = m_picturesAnyway->isChecked()
        ? tr("As far as is known, %1 cannot take pictures and may refuse them.")
        : tr("%1 cannot take pictures and gets the text alone.");
    const QString several = m_picturesAnyway->isChecked()
        ? tr("As far as is known, these models cannot take pictures and may refuse them: %1.")
        : tr("These models cannot take pictures and get the text alone: %1.");
    m_pictureNote->setText((models.size() == 1 ? sentence : several).arg(names));
}

bool Composer::sendsPicturesAnyway() const
{
    return m_picturesAnyway->isChecked();
}

void Composer::noteTexts()
{
    m_variables->setVariables(variablesOf(draft()));
    if (m_variables->isVisibleTo(this))
        m_variables->setPreview(previewOf(draft()).prompt);
    m_complaint->setText({});
    emit changed();
}

/// Both editors together leave more than half of the page to the lanes.
void Composer::fitInto(int height)
{
    const int lines = height / (5 * std::max(1, m_prompt->fontMetrics().lineSpacing()));
    for (PromptEditor *editor : {m_prompt, m_system})
        editor->setMostLines(lines);
}

bool Composer::eventFilter(QObject *object, QEvent *event)
{
    if (object == parent() && event->type() == QEvent::Resize)
        fitInto(static_cast<QResizeEvent *>(event)->size().height());
    return Surface::eventFilter(object, event);
}

void Composer::dragEnterEvent(QDragEnterEvent *event)
{
    if (AttachmentBar::canTake(*event->mimeData()))
        event->acceptProposedAction();
}

void Composer::dropEvent(QDropEvent *event)
{
    if (!AttachmentBar::canTake(*event->mimeData()))
        return;
    event->acceptProposedAction();
    m_attachments->take(*event->mimeData());
}

void Composer::setEstimate(const QString &line, const QString &details, bool warn)
{
    m_estimate->setFullText(line);
    m_estimate->setToolTip(details);
    m_estimate->setAccessibleDescription(details);
    m_estimate->setInk(warn ? Theme::Token::Warn : Theme::Token::Ink2);
}

void Composer::setState(bool canSend, bool running)
{
    m_send->setEnabled(canSend);
    m_send->setVisible(canSend || !running);
    m_stop->setVisible(running);
}

void Composer::setRoutes(const QStringList &ruleSets, bool canSend)
{
    m_routes->setEnabled(canSend);
    if (ruleSets == m_ruleSets)
        return;
    m_ruleSets = ruleSets;
    m_routes->setVisible(!ruleSets.isEmpty());
    m_routes->setToolTip(
        ruleSets.size() == 1
            ? tr("Send the prompt to the model that the rules of “%1” choose").arg(ruleSets.constFirst())
            : tr("Send the prompt to the model that a rule set chooses"));
    if (QMenu *const old = m_routes->menu()) {
        m_routes->setMenu(nullptr);
        old->deleteLater(); // it may be open, or just have been chosen from
    }
    if (ruleSets.size() < 2)
        return;
    auto *const sets = new QMenu(m_routes);
    for (const QString &name : ruleSets)
        sets->addAction(QString(name).replace(QLatin1Char('&'), QStringLiteral("&&")), this,
                        [this, name] { emit routesRequested(name); });
    m_routes->setMenu(sets);
}

void Composer::focusPrompt()
{
    m_prompt->setFocus(Qt::ShortcutFocusReason);
}

void Composer::focusSend()
{
    m_send->setFocus(Qt::OtherFocusReason);
}

bool Composer::hasEditorFocus() const
{
    return m_prompt->hasFocus() || m_system->hasFocus();
}

void Composer::showSystem(bool shown)
{
    const bool hadFocus = m_system->hasFocus();
    m_systemToggle->setChecked(shown);
    if (m_systemFrame->isHidden() == !shown)
        return;
    m_systemFrame->setVisible(shown);
    if (shown && m_systemToggle->hasFocus())
        m_system->setFocus(Qt::OtherFocusReason);
    else if (hadFocus)
        focusPrompt();
}

void Composer::toggleSystem()
{
    showSystem(m_systemFrame->isHidden());
    if (!m_systemFrame->isHidden())
        m_system->setFocus(Qt::ShortcutFocusReason);
}

void Composer::describeSystem()
{
    const bool set = !m_system->toPlainText().trimmed().isEmpty();
    m_systemToggle->setText(set ? tr("S&ystem: set") : tr("S&ystem"));
    m_systemToggle->setToolTip(set ? m_system->toPlainText().left(400) : tr("Add a system prompt"));
}

} // namespace ui
