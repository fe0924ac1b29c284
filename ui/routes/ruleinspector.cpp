#include "ui/routes/ruleinspector.h"

#include "core/routing/rulewords.h"
#include "core/settings/keys.h"
#include "core/settings/settings.h"
#include "ui/routes/chainlist.h"
#include "ui/routes/chainrow.h"
#include "ui/routes/conditioneditor.h"
#include "ui/routes/fieldguard.h"
#include "ui/routes/limitseditor.h"
#include "ui/routes/pickeditor.h"
#include "ui/routes/routeterms.h"
#include "ui/routes/taborder.h"
#include "ui/routes/typing.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/keyvaluegrid.h"
#include "ui/widgets/quietcheck.h"
#include "ui/widgets/themedlabel.h"

#include <QApplication>
#include <QCheckBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int kNoteLines = 3;
constexpr int kWidestInspector = 760;

} // namespace

RuleInspector::RuleInspector(RuleEditor &editor, const RouteTerms &terms, const RoutesContext &context,
                             QWidget *parent)
    : Surface(context.theme, Theme::Token::Panel, Left, parent)
    , m_editor(editor)
    , m_context(context)
    , m_scroll(new QScrollArea(this))
    , m_when(new ConditionEditor(context, terms, this))
    , m_pick(new PickEditor(editor, terms, context, this))
    , m_targets(new ChainList(editor, context, false, this))
    , m_fallbacks(new ChainList(editor, context, true, this))
    , m_limits(new LimitsEditor(editor, context, this))
{
    setObjectName(QStringLiteral("inspector"));
    setAccessibleName(tr("The selected rule"));
    auto *const inner = new QWidget(m_scroll);
    m_column = new QVBoxLayout(inner);
    m_column->setContentsMargins(16, 12, 14, 16);
    m_column->setSpacing(8);
    m_column->addWidget(makeHead());
    addHeading(tr("When"));
    m_everything = new ThemedLabel(context.theme, tr("Everything that no rule before it takes."),
                                   Theme::Token::Ink, inner);
    m_everything->setWordWrap(true);
    m_column->addWidget(m_everything);
    m_column->addWidget(m_when);
    addHeading(tr("Targets"));
    m_column->addWidget(m_pick);
    m_column->addWidget(m_targets);
    addHeading(tr("If they fail"));
    m_column->addWidget(m_fallbacks);
    m_column->addWidget(makeLimits());
    addNotes();
    addEvidence();
    m_column->addStretch(1);
    inner->setMaximumWidth(context.theme.px(kWidestInspector));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(inner);
    showThrough(*m_scroll);
    auto *const box = new QVBoxLayout(this);
    box->setContentsMargins(1, 0, 0, 0);
    box->addWidget(m_scroll);
    wire();
    unfoldLimits(context.settings.get(core::settings::kRouteLimitsOpen));
    refresh();
}

void RuleInspector::addNotes()
{
    m_note =
        addNote(addHeading(tr("Not&e")), "rule.note", tr("Note on the rule"), tr("Why the rule is there"));
    m_setNoteHeading = addHeading(tr("Note on the w&hole set"));
    m_setNote = addNote(m_setNoteHeading, "set.note", tr("Note on the whole set"),
                        tr("What the rules are meant for"));
}

QPlainTextEdit *RuleInspector::addNote(ThemedLabel *heading, const char *objectName, const QString &name,
                                       const QString &placeholder)
{
    auto *const note = new QPlainTextEdit(m_column->parentWidget());
    note->setObjectName(QLatin1StringView(objectName));
    note->setAccessibleName(name);
    note->setPlaceholderText(placeholder);
    note->setTabChangesFocus(true);
    note->setFixedHeight(note->fontMetrics().lineSpacing() * kNoteLines + 18);
    heading->setBuddy(note);
    m_column->addWidget(note);
    return note;
}

void RuleInspector::addEvidence()
{
    m_evidenceHeading = addHeading(tr("Evidence"));
    m_evidenceText = new ThemedLabel(m_context.theme, {}, Theme::Token::Ink, m_column->parentWidget());
    m_evidenceText->setObjectName(QStringLiteral("rule.evidence"));
    m_evidenceText->setWordWrap(true);
    m_evidenceText->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_evidence = new KeyValueGrid(m_context.theme, m_column->parentWidget());
    m_column->addWidget(m_evidenceText);
    m_column->addWidget(m_evidence);
    m_evidenceText->hide();
    m_evidence->hide();
}

ThemedLabel *RuleInspector::addHeading(const QString &text)
{
    auto *const heading =
        new ThemedLabel(m_context.theme, text, Theme::Token::Ink2, m_column->parentWidget());
    heading->setContentsMargins(0, 6, 0, 0);
    m_column->addWidget(heading);
    return heading;
}

QWidget *RuleInspector::makeHead()
{
    auto *const head = new QWidget(this);
    m_name = new QLineEdit(head);
    m_name->setObjectName(QStringLiteral("rule.name"));
    m_name->setAccessibleName(tr("Name of the rule"));
    m_name->setFont(m_context.theme.font(1.0, QFont::DemiBold));
    m_on = new QCheckBox(tr("O&n"), head);
    m_on->setObjectName(QStringLiteral("rule.on"));
    m_on->setAccessibleName(tr("The rule is on"));
    m_on->setToolTip(tr("A rule that is off is passed over"));
    m_problem = new ThemedLabel(m_context.theme, {}, Theme::Token::Warn, head);
    m_problem->setObjectName(QStringLiteral("rule.problem"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *const row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_name, 1);
    row->addWidget(m_on);
    auto *const column = new QVBoxLayout(head);
    column->setContentsMargins({});
    column->setSpacing(4);
    column->addLayout(row);
    column->addWidget(m_problem);
    return head;
}

QWidget *RuleInspector::makeLimits()
{
    auto *const box = new QWidget(this);
    m_limitsFold = new FlatButton(m_context.theme, tr("&Limits"), FlatButton::Look::Fold, box);
    m_limitsFold->setObjectName(QStringLiteral("limits.fold"));
    m_limitsFold->setAccessibleName(tr("Limits"));
    m_limitsFold->setCheckable(true);
    m_limitsFold->setToolTip(tr("Show what a call may take, to change it"));
    m_limitsWords = new ThemedLabel(m_context.theme, {}, Theme::Token::Ink, box);
    m_limitsWords->setObjectName(QStringLiteral("limits.words"));
    m_limitsWords->setWordWrap(true);
    auto *const column = new QVBoxLayout(box);
    column->setContentsMargins(0, 6, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_limitsFold, 0, Qt::AlignLeft);
    column->addWidget(m_limitsWords);
    column->addWidget(m_limits);
    return box;
}

void RuleInspector::wire()
{
    auto *const guard = new FieldGuard(this);
    m_tabs.setSingleShot(true);
    m_tabs.setInterval(0);
    connect(guard, &FieldGuard::grown, &m_tabs, qOverload<>(&QTimer::start));
    connect(&m_tabs, &QTimer::timeout, this, [this] { orderTabs(m_scroll->widget()); });
    connect(&m_editor, &RuleEditor::changed, this, &RuleInspector::refresh);
    connect(&m_editor, &RuleEditor::selectionChanged, this, &RuleInspector::refresh);
    // New rows get their places first.
    m_reveal.setSingleShot(true);
    m_reveal.setInterval(0);
    connect(&m_editor, &RuleEditor::selectionChanged, &m_reveal, qOverload<>(&QTimer::start));
    connect(&m_reveal, &QTimer::timeout, this, &RuleInspector::revealSelection);
    connect(&m_editor, &RuleEditor::factsChanged, this, &RuleInspector::refresh);
    connect(&m_editor, &RuleEditor::problemsChanged, this, &RuleInspector::showProblems);
    connect(qApp, &QApplication::focusChanged, this,
            [this](const QWidget *, const QWidget *now) { followFocus(now); });
    connect(m_name, &QLineEdit::textEdited, this, &RuleInspector::takeName);
    connect(m_name, &QLineEdit::editingFinished, this, [this] {
        if (place() >= 0)
            m_name->setText(m_editor.rule(place()).name);
    });
    connect(m_on, &QCheckBox::toggled, this, [this](bool on) { m_editor.setRuleOn(place(), on); });
    connect(m_when, &ConditionEditor::edited, this, [this](const core::Condition &condition, bool typed) {
        m_editor.setCondition(place(), condition, typed ? TypingCondition : 0);
    });
    for (ChainList *list : {m_targets, m_fallbacks}) {
        connect(list, &ChainList::moved, this, [this, list] {
            if (m_editor.selection().target < 0)
                list->takeFocus();
            else
                takeFocus();
        });
    }
    connect(m_limitsFold, &QToolButton::clicked, this, [this](bool open) {
        unfoldLimits(open);
        m_context.settings.set(core::settings::kRouteLimitsOpen, open);
    });
    wireNotes();
    connect(&m_context.theme, &Theme::changed, this, [this] {
        m_name->setFont(m_context.theme.font(1.0, QFont::DemiBold));
        m_scroll->widget()->setMaximumWidth(m_context.theme.px(kWidestInspector));
    });
}

void RuleInspector::wireNotes()
{
    connect(m_note, &QPlainTextEdit::textChanged, this, [this] {
        if (place() < 0)
            return;
        core::Rule rule = m_editor.rule(place());
        rule.note = m_note->toPlainText();
        m_editor.setRule(place(), rule, tr("change the note"), TypingNote);
    });
    connect(m_setNote, &QPlainTextEdit::textChanged, this,
            [this] { m_editor.setNote(m_setNote->toPlainText(), TypingNote); });
}

void RuleInspector::refresh()
{
    const bool shown = place() >= 0;
    m_scroll->widget()->setVisible(shown);
    if (!shown) {
        m_shown = -1;
        return;
    }
    if (std::exchange(m_shown, place()) != place()) {
        m_scroll->verticalScrollBar()->setValue(0);
        m_name->setText(m_editor.rule(place()).name);
    }
    showRule(m_editor.rule(place()));
    showProblems();
    showSelection();
}

void RuleInspector::showRule(const core::Rule &rule)
{
    const bool isDefault = m_editor.isDefault(place());
    if (m_name->text().simplified() != rule.name && !(m_name->hasFocus() && m_name->text().isEmpty()))
        m_name->setText(rule.name);
    setCheckedQuietly(m_on, rule.on);
    m_on->setVisible(!isDefault);
    m_everything->setVisible(isDefault);
    m_when->setVisible(!isDefault);
    m_when->showCondition(rule.when);
    m_pick->showRule(place());
    m_targets->showRule(place());
    m_fallbacks->showRule(place());
    m_limits->showRule(place());
    m_limitsWords->setText(core::limitsInWords(rule.chain.limits));
    const auto fill = [](QPlainTextEdit *note, const QString &text) {
        const QSignalBlocker quiet(note);
        if (note->toPlainText() != text)
            note->setPlainText(text);
    };
    fill(m_note, rule.note);
    fill(m_setNote, m_editor.rules().note);
    m_setNoteHeading->setVisible(isDefault);
    m_setNote->setVisible(isDefault);
    showEvidence(rule.evidence);
}

void RuleInspector::showEvidence(const QJsonObject &evidence)
{
    m_evidenceHeading->setVisible(!evidence.isEmpty());
    if (evidence == m_shownEvidence && m_evidenceText->isHidden() == m_evidenceText->text().isEmpty())
        return;
    m_shownEvidence = evidence;
    m_evidence->clear();
    QStringList sentences;
    const QString claim = evidence.value(QLatin1StringView("claim")).toString();
    const QDateTime at =
        QDateTime::fromString(evidence.value(QLatin1StringView("at")).toString(), Qt::ISODate);
    if (!claim.isEmpty())
        sentences.append(claim);
    if (!claim.isEmpty() && at.isValid())
        sentences.append(
            tr("As of %1.").arg(locale().toString(at.toLocalTime().date(), QLocale::ShortFormat)));
    // Of a preset there is a sentence for each model.
    const bool isPreset = evidence.value(QLatin1StringView("kind")).toString() == QLatin1StringView("preset");
    for (auto member = evidence.constBegin(); isPreset && member != evidence.constEnd(); ++member) {
        if (member.key().startsWith(QLatin1StringView("why_")))
            sentences.append(member->toString());
    }
    // Its figures are in the claim; evidence of another make shows its members.
    for (auto member = evidence.constBegin(); claim.isEmpty() && !isPreset && member != evidence.constEnd();
         ++member) {
        if (const QString text = member->toVariant().toString(); !text.isEmpty())
            m_evidence->addRow(member.key(), text);
    }
    m_evidenceText->setText(sentences.join(QLatin1Char('\n')));
    m_evidenceText->setVisible(!sentences.isEmpty());
    m_evidence->setVisible(m_evidence->rows() > 0);
}

void RuleInspector::showSelection()
{
    m_targets->showSelection();
    m_fallbacks->showSelection();
}

void RuleInspector::revealSelection()
{
    for (const ChainList *list : {m_targets, m_fallbacks}) {
        if (ChainRow *const row = list->rowOf(m_editor.selection()))
            m_scroll->ensureWidgetVisible(row, 0, m_context.theme.px(12));
    }
}

void RuleInspector::showProblems()
{
    if (place() < 0)
        return;
    const QString base = m_editor.isDefault(place())
        ? QStringLiteral("default.when")
        : QStringLiteral("rules[%1].when").arg(QString::number(place()));
    QStringList sentences;
    bool invalid = false;
    for (const core::RuleProblem &problem : m_when->showProblems(m_editor.problemsAt({place(), -1}), base)) {
        sentences.append(problem.text);
        invalid = invalid || problem.kind == core::RuleProblem::Kind::Invalid;
    }
    m_problem->setInk(invalid ? Theme::Token::Bad : Theme::Token::Warn);
    m_problem->setText(sentences.join(QLatin1Char('\n')));
    m_problem->setVisible(!sentences.isEmpty());
    m_targets->showProblems();
    m_fallbacks->showProblems();
}

void RuleInspector::takeName(const QString &text)
{
    const QString name = text.simplified();
    if (place() < 0 || name.isEmpty())
        return;
    core::Rule rule = m_editor.rule(place());
    rule.name = name;
    m_editor.setRule(place(), rule, tr("rename a rule"), TypingName);
}

/// What is being edited is what is selected.
void RuleInspector::followFocus(const QWidget *now)
{
    if (!now || !isAncestorOf(now))
        return;
    m_editor.endTyping();
    for (const QWidget *widget = now; widget && widget != this; widget = widget->parentWidget()) {
        const auto *const row = qobject_cast<const ChainRow *>(widget);
        if (row && row->place().rule == place())
            return m_editor.select(m_editor.rulePlace(row->place()));
    }
}

void RuleInspector::unfoldLimits(bool open)
{
    m_limitsFold->setChecked(open);
    m_limitsFold->setThemedIcon(open ? Icon::ChevronDown : Icon::ChevronRight);
    m_limits->setVisible(open);
}

void RuleInspector::takeFocus()
{
    for (const ChainList *list : {m_targets, m_fallbacks}) {
        if (ChainRow *const row = list->rowOf(m_editor.selection()))
            return row->takeFocus();
    }
    if (place() >= 0 && !m_editor.isDefault(place()))
        m_when->takeFocus();
    else
        m_name->setFocus(Qt::OtherFocusReason);
}

void RuleInspector::editName()
{
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
}

void RuleInspector::addCondition()
{
    if (place() >= 0 && !m_editor.isDefault(place()))
        m_when->addCondition();
}

void RuleInspector::addTarget()
{
    if (place() >= 0)
        m_targets->addTarget();
}

} // namespace ui
