#include "ui/compare/variableform.h"

#include "ui/compare/editorframe.h"
#include "ui/compare/prompteditor.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/flatbutton.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int kNameWidth = 140;
/// So that lanes keep their room, in lines of text.
constexpr int kMostLines = 9;
constexpr int kPreviewLines = 5;

} // namespace

VariableForm::VariableForm(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(new ThemedLabel(theme, {}, Theme::Token::Ink2, this))
    , m_previewToggle(new FlatButton(theme, tr("Preview"), FlatButton::Look::Link, this))
    , m_scroll(new QScrollArea(this))
    , m_preview(new QPlainTextEdit(this))
{
    setObjectName(QStringLiteral("variableForm"));
    setAccessibleName(tr("Values of the variables"));
    m_previewToggle->setObjectName(QStringLiteral("previewPrompt"));
    m_previewToggle->setCheckable(true);
    m_previewToggle->setToolTip(tr("Show the prompt with these values, as it will be sent"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_preview->setObjectName(QStringLiteral("promptPreview"));
    m_preview->setAccessibleName(tr("The prompt as it will be sent"));
    m_preview->setReadOnly(true);
    m_preview->setTabChangesFocus(true);
    m_preview->setFrameShape(QFrame::NoFrame);
    m_preview->hide();

    auto *const head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_previewToggle);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(4);
    rows->addLayout(head);
    rows->addWidget(m_scroll);
    rows->addWidget(m_preview);
    connect(m_previewToggle, &QToolButton::toggled, m_preview, &QWidget::setVisible);
    connect(&theme, &Theme::changed, this, &VariableForm::fitHeight);
    hide();
}

void VariableForm::setVariables(const QStringList &names)
{
    if (names == m_names)
        return;
    m_names = names;
    rebuild();
    setVisible(!names.isEmpty());
}

void VariableForm::rebuild()
{
    QHash<QString, QString> kept = m_known;
    QString focused;
    for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field) {
        kept.insert(field.key(), field.value()->toPlainText());
        if (field.value()->hasFocus())
            focused = field.key();
    }
    m_fields.clear();
    m_rows = new QWidget;
    m_rows->setObjectName(QStringLiteral("variableRows"));
    auto *const grid = new QGridLayout(m_rows);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    for (const QString &name : std::as_const(m_names))
        addRow(grid->rowCount(), name, kept.value(name));
    m_known = kept; // a name that is typed again finds its value
    m_scroll->setWidget(m_rows); // deletes the rows before
    m_rows->setAutoFillBackground(false); // the scroll area has set it
    m_title->setText(m_names.size() == 1 ? tr("The prompt has a variable. Write \\{{ for two plain braces.")
                                         : tr("The prompt has %n variables. Write \\{{ for two plain braces.",
                                              nullptr, static_cast<int>(m_names.size())));
    if (!focused.isEmpty())
        focusVariable(focused);
    fitHeight();
}

void VariableForm::addRow(int row, const QString &name, const QString &value)
{
    auto *const label = new ElidedLabel(m_theme, name, Theme::Token::Ink, Qt::ElideMiddle, m_rows);
    label->setFixedWidth(m_theme.px(kNameWidth));
    auto *const field = new PromptEditor(m_theme, 1, m_rows);
    field->setObjectName(QStringLiteral("variable:") + name);
    field->setAccessibleName(tr("Value of %1").arg(name));
    field->setPlaceholderText(tr("Value of {{%1}}").arg(name));
    field->setPlainText(value);
    connect(field, &QPlainTextEdit::textChanged, this, &VariableForm::fitHeight);
    connect(field, &QPlainTextEdit::textChanged, this, &VariableForm::changed);
    connect(field, &PromptEditor::leaveRequested, this, &VariableForm::leaveRequested);
    auto *const grid = static_cast<QGridLayout *>(m_rows->layout());
    grid->addWidget(label, row, 0, Qt::AlignTop);
    label->setContentsMargins(0, m_theme.px(9), 0, 0);
    grid->addWidget(new EditorFrame(m_theme, field, m_rows), row, 1);
    m_fields.insert(name, field);
}

void VariableForm::fitHeight()
{
    if (!m_rows)
        return;
    const int line = m_title->fontMetrics().lineSpacing();
    m_rows->layout()->activate();
    m_scroll->setFixedHeight(std::min(m_rows->sizeHint().height(), kMostLines * line));
    m_preview->setFont(m_theme.font());
    m_preview->setFixedHeight(kPreviewLines * line + 10);
}

void VariableForm::setValues(const QHash<QString, QString> &values)
{
    for (auto value = values.cbegin(); value != values.cend(); ++value) {
        m_known.insert(value.key(), value.value());
        if (PromptEditor *const field = m_fields.value(value.key()))
            field->replaceText(value.value());
    }
}

QHash<QString, QString> VariableForm::values() const
{
    QHash<QString, QString> values;
    for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field) {
        const QString text = field.value()->toPlainText();
        if (!text.isEmpty())
            values.insert(field.key(), text);
    }
    return values;
}

void VariableForm::setPreview(const QString &text)
{
    if (m_preview->toPlainText() != text)
        m_preview->setPlainText(text);
}

void VariableForm::focusVariable(const QString &name)
{
    if (PromptEditor *const field = m_fields.value(name)) {
        field->setFocus(Qt::OtherFocusReason);
        m_scroll->ensureWidgetVisible(field);
    }
}

void VariableForm::focusFirst()
{
    if (!m_names.isEmpty())
        focusVariable(m_names.constFirst());
}

} // namespace ui
