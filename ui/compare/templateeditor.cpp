#include "ui/compare/templateeditor.h"

#include "core/base/continuation.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/themedlabel.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace ui {

TemplateEditor::TemplateEditor(core::TemplateStore &store, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_theme(theme)
    , m_title(new ThemedLabel(theme, {}, Theme::Token::Ink, this))
    , m_name(new QLineEdit(this))
    , m_folder(new QComboBox(this))
    , m_kind(new SegmentedControl(theme, this))
    , m_text(new QPlainTextEdit(this))
    , m_problem(new ThemedLabel(theme, {}, Theme::Token::Bad, this))
    , m_save(new FlatButton(theme, tr("&Save template"), FlatButton::Look::Outlined, this))
    , m_cancel(new FlatButton(theme, tr("Cancel"), FlatButton::Look::Flat, this))
{
    setObjectName(QStringLiteral("templateEditor"));
    m_title->setType(1.0, QFont::DemiBold);
    m_name->setObjectName(QStringLiteral("templateName"));
    m_name->setAccessibleName(tr("Name of the template"));
    m_folder->setObjectName(QStringLiteral("templateFolder"));
    m_folder->setAccessibleName(tr("Folder of the template"));
    m_folder->setEditable(true);
    m_folder->setInsertPolicy(QComboBox::NoInsert);
    m_folder->lineEdit()->setPlaceholderText(tr("none; write work/mail for a folder in a folder"));
    m_kind->setObjectName(QStringLiteral("templateKind"));
    m_kind->setAccessibleName(tr("Kind of the template"));
    m_kind->addSegment(tr("Prompt"), tr("Takes the place of the prompt"));
    m_kind->addSegment(tr("System prompt"), tr("Takes the place of the system prompt"));
    m_text->setObjectName(QStringLiteral("templateText"));
    m_text->setAccessibleName(tr("Text of the template"));
    m_text->setPlaceholderText(tr("Text with {{variables}} that are asked for when it is used"));
    m_text->setTabChangesFocus(true);
    m_problem->setObjectName(QStringLiteral("templateProblem"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_save->setObjectName(QStringLiteral("saveTemplate"));
    m_cancel->setObjectName(QStringLiteral("cancelTemplate"));
    build();
    setFocusProxy(m_name);
    m_unchanged = written();
    connect(m_save, &QToolButton::clicked, this, &TemplateEditor::save);
    connect(m_cancel, &QToolButton::clicked, this, [this] {
        m_unchanged = written();
        emit left();
    });
    connect(m_name, &QLineEdit::returnPressed, this, &TemplateEditor::save);
}

void TemplateEditor::build()
{
    auto *const form = new QFormLayout;
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(8);
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&Folder"), m_folder);
    form->addRow(tr("Kind"), m_kind);
    auto *const buttons = new QHBoxLayout;
    buttons->addWidget(m_problem, 1);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_save);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(14, 10, 14, 10);
    rows->setSpacing(8);
    rows->addWidget(m_title);
    rows->addLayout(form);
    rows->addWidget(m_text, 1);
    rows->addLayout(buttons);
}

void TemplateEditor::edit(const core::PromptTemplate &entry)
{
    m_entry = entry;
    m_title->setText(entry.id == 0 ? tr("New template") : tr("Edit the template"));
    m_name->setText(entry.name);
    m_folder->clear();
    m_folder->addItem(QString());
    m_folder->addItems(m_store.folders());
    m_folder->setEditText(entry.folder);
    m_kind->setCurrent(entry.kind == core::TemplateKind::System ? 1 : 0);
    m_text->setFont(m_theme.font());
    m_text->setPlainText(entry.text);
    m_problem->hide();
    m_unchanged = written();
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
}

core::PromptTemplate TemplateEditor::written() const
{
    core::PromptTemplate entry = m_entry;
    entry.name = m_name->text();
    entry.folder = m_folder->currentText();
    entry.kind = m_kind->current() == 1 ? core::TemplateKind::System : core::TemplateKind::Prompt;
    entry.text = m_text->toPlainText();
    return entry;
}

bool TemplateEditor::isDirty() const
{
    return written() != m_unchanged;
}

void TemplateEditor::save()
{
    core::continued(m_store.save(written()), this,
                    [this, before = m_entry](const core::Result<core::PromptTemplate> &stored) {
                        m_problem->setVisible(!stored);
                        if (!stored)
                            return m_problem->setText(stored.error().message);
                        m_unchanged = written();
                        emit saved(*stored, before);
                    });
}

void TemplateEditor::keyPressEvent(QKeyEvent *event)
{
    // What was written stays until it is saved or given up; the popup closes over it.
    if (event->key() == Qt::Key_Escape && !isDirty()) {
        emit left();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace ui
