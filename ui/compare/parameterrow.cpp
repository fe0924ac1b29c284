#include "ui/compare/parameterrow.h"

#include "ui/compare/editorframe.h"
#include "ui/compare/lanewords.h"
#include "ui/compare/prompteditor.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/themedlabel.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QMenu>

namespace ui {

namespace {

using Input = core::ParameterInput;
using Kind = core::ParameterInput::Kind;

constexpr int kLabelWidth = 138;
constexpr int kStateWidth = 116;

bool takesLines(core::ParameterField field)
{
    return core::isJsonParameter(field) || field == core::ParameterField::Stop;
}

} // namespace

ParameterRow::ParameterRow(const Theme &theme, core::ParameterField field, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_field(field)
    , m_state(new FlatButton(theme, QString(), FlatButton::Look::Outlined, this))
    , m_reset(new FlatButton(theme, Icon::Undo, tr("Unset “%1”").arg(parameterLabel(field)), this))
    , m_problem(new ThemedLabel(theme, {}, Theme::Token::Bad, this))
{
    setObjectName(QStringLiteral("parameterRow"));
    build();
    connect(m_state, &QToolButton::clicked, this, &ParameterRow::openMenu);
    connect(m_reset, &QToolButton::clicked, this, [this] { choose({}); });
}

void ParameterRow::build()
{
    const QString name =
        core::parameterName(m_field).isEmpty() ? QStringLiteral("extra") : core::parameterName(m_field);
    auto *const label = new ThemedLabel(m_theme, parameterLabel(m_field), Theme::Token::Ink, this);
    label->setFixedWidth(m_theme.px(kLabelWidth));
    label->setWordWrap(true);
    label->setToolTip(parameterHint(m_field));
    QWidget *editor = nullptr;
    QWidget *framed = nullptr;
    if (takesLines(m_field)) {
        m_lines = new PromptEditor(m_theme, 1, this);
        m_lines->setFont(m_theme.codeFont());
        connect(m_lines, &QPlainTextEdit::textChanged, this, &ParameterRow::noteText);
        connect(m_lines, &PromptEditor::leaveRequested, this, [this] { window()->hide(); });
        editor = m_lines;
        framed = new EditorFrame(m_theme, m_lines, this);
    } else {
        m_line = new QLineEdit(this);
        connect(m_line, &QLineEdit::textEdited, this, &ParameterRow::noteText);
        framed = editor = m_line;
    }
    editor->setObjectName(QStringLiteral("parameter_%1").arg(name));
    editor->setAccessibleName(parameterLabel(m_field));
    editor->setAccessibleDescription(parameterHint(m_field));
    editor->setToolTip(parameterHint(m_field));
    label->setBuddy(editor);
    m_state->setObjectName(QStringLiteral("parameterState_%1").arg(name));
    m_state->setFixedWidth(m_theme.px(kStateWidth));
    m_reset->setObjectName(QStringLiteral("parameterReset_%1").arg(name));
    m_problem->setObjectName(QStringLiteral("parameterProblem_%1").arg(name));
    m_problem->setWordWrap(true);
    m_problem->hide();

    auto *const grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(3);
    const Qt::Alignment top = takesLines(m_field) ? Qt::AlignTop : Qt::AlignVCenter;
    grid->addWidget(label, 0, 0, top);
    grid->addWidget(framed, 0, 1);
    grid->addWidget(m_state, 0, 2, top);
    grid->addWidget(m_reset, 0, 3, top);
    grid->addWidget(m_problem, 1, 1, 1, 3);
    grid->setColumnStretch(1, 1);
}

QString ParameterRow::editorText() const
{
    return m_lines ? m_lines->toPlainText() : m_line->text();
}

void ParameterRow::setEditorText(const QString &text)
{
    if (text == editorText())
        return;
    if (m_lines) {
        const QSignalBlocker quiet(m_lines);
        m_lines->setPlainText(text);
    } else {
        m_line->setText(text);
    }
}

void ParameterRow::setInputs(const QList<Input> &inputs, const Input &base)
{
    m_inputs = inputs;
    m_base = base;
    if (!m_typing && m_problem->isHidden()) { // a wrong text stays to be put right
        setEditorText(isMixed() ? QString() : m_inputs.value(0).text);
        // Raw JSON that is about to be typed stays chosen.
        m_raw = !isMixed()
            && (m_inputs.value(0).kind == Kind::Raw || (m_raw && m_inputs.value(0).kind == Kind::Unset));
    }
    describe();
}

bool ParameterRow::isMixed() const
{
    return m_inputs.count(m_inputs.value(0)) != m_inputs.size();
}

void ParameterRow::forget()
{
    m_raw = false;
    setProblem({});
}

void ParameterRow::focusEditor()
{
    (m_lines ? static_cast<QWidget *>(m_lines) : m_line)->setFocus(Qt::OtherFocusReason);
}

void ParameterRow::setProblem(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    QWidget *const editor = m_lines ? static_cast<QWidget *>(m_lines) : m_line;
    editor->setAccessibleDescription(problem.isEmpty() ? parameterHint(m_field) : problem);
}

void ParameterRow::noteText()
{
    const QString text = editorText();
    Input input;
    if (!text.trimmed().isEmpty())
        input = {m_raw ? Kind::Raw : Kind::Value, text};
    m_typing = true;
    emit edited(input);
    m_typing = false;
}

void ParameterRow::choose(const Input &input)
{
    forget();
    emit edited(input);
    setEditorText(input.text);
}

QString ParameterRow::stateText() const
{
    if (isMixed())
        return tr("mixed");
    if (m_raw)
        return tr("raw JSON");
    switch (m_inputs.value(0).kind) {
    case Kind::Value:
        return tr("set");
    case Kind::Raw:
        return tr("raw JSON");
    case Kind::Omitted:
        return tr("not sent");
    case Kind::Unset:
        break;
    }
    return m_base.kind == Kind::Unset ? tr("unset") : tr("run default");
}

QString ParameterRow::placeholder() const
{
    if (isMixed()) {
        QStringList each;
        for (const Input &input : m_inputs) {
            const QString brief = input.kind == Kind::Unset ? tr("unset")
                : input.kind == Kind::Omitted               ? tr("not sent")
                                                            : parameterBrief(input);
            if (!each.contains(brief))
                each += brief;
        }
        return each.join(QStringLiteral(" | "));
    }
    if (m_raw)
        return tr("any JSON");
    if (m_inputs.value(0).kind == Kind::Omitted)
        return tr("not sent, whatever the run defaults say");
    return m_base.kind == Kind::Unset ? tr("unset: not sent")
                                      : tr("%1, from the run defaults").arg(parameterBrief(m_base));
}

void ParameterRow::describe()
{
    const QString state = stateText();
    m_state->setText(state + QStringLiteral(" ▾"));
    m_state->setAccessibleName(tr("%1: %2", "parameter: state").arg(parameterLabel(m_field), state));
    m_state->setToolTip(tr("How this parameter is sent"));
    const bool set = std::any_of(m_inputs.cbegin(), m_inputs.cend(),
                                 [](const Input &input) { return input.kind != Kind::Unset; });
    m_reset->setEnabled(set);
    if (m_lines)
        m_lines->setPlaceholderText(placeholder());
    else
        m_line->setPlaceholderText(placeholder());
}

void ParameterRow::goOnAsRaw()
{
    const QString json = isMixed() ? QString() : core::rawJsonOf(m_field, m_inputs.value(0));
    if (!json.isEmpty())
        choose({Kind::Raw, json});
    m_raw = true;
    describe();
    focusEditor();
}

void ParameterRow::openMenu()
{
    auto *const menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("parameterMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(m_base.kind == Kind::Unset ? tr("Unset") : tr("As the run defaults have it"), this,
                    [this] { choose({}); });
    if (m_base.kind != Kind::Unset && m_field != core::ParameterField::Extra)
        menu->addAction(tr("Not sent"), this, [this] { choose({Kind::Omitted}); });
    const QList<ParameterChoice> choices = parameterChoices(m_field);
    if (!choices.isEmpty())
        menu->addSeparator();
    for (const ParameterChoice &choice : choices)
        menu->addAction(choice.name, this, [this, choice] { choose({Kind::Value, choice.text}); });
    if (m_field != core::ParameterField::Extra) {
        menu->addSeparator();
        menu->addAction(tr("Raw JSON"), this, &ParameterRow::goOnAsRaw);
    }
    menu->popup(m_state->mapToGlobal(QPoint(0, m_state->height())));
}

} // namespace ui
