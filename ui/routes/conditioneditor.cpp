#include "ui/routes/conditioneditor.h"

#include "core/routing/rulewords.h"
#include "ui/routes/conditionrow.h"
#include "ui/routes/conditionvalues.h"
#include "ui/routes/routeterms.h"
#include "ui/routes/wordcombo.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/themedlabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using core::Condition;

namespace ui {

namespace {

enum GroupWord { AllOf, AnyOf, NotAllOf, NoneOf };

/// What decides which rows and groups there are: not what stands in them.
QString shapeOf(const Condition &condition)
{
    QString shape = QString::number(static_cast<int>(condition.kind));
    for (const Condition &part : condition.parts)
        shape += QLatin1Char('(') % shapeOf(part) % QLatin1Char(')');
    return shape;
}

bool isConditionGroup(const Condition &condition)
{
    return condition.kind == Condition::Kind::All || condition.kind == Condition::Kind::Any;
}

GroupWord groupWord(Condition::Kind kind, bool negated)
{
    if (kind == Condition::Kind::All)
        return negated ? NotAllOf : AllOf;
    return negated ? NoneOf : AnyOf;
}

} // namespace

ConditionEditor::ConditionEditor(const RoutesContext &context, const RouteTerms &terms, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_terms(terms)
    , m_words(new ThemedLabel(context.theme, {}, Theme::Token::Ink, this))
    , m_add(new FlatButton(context.theme, tr("+ &Condition"), FlatButton::Look::Flat, this))
    , m_addGroup(new FlatButton(context.theme, tr("+ &Group"), FlatButton::Look::Flat, this))
{
    setObjectName(QStringLiteral("when"));
    m_words->setObjectName(QStringLiteral("when.words"));
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_add->setObjectName(QStringLiteral("when.add"));
    m_add->setAccessibleName(tr("Add a condition"));
    m_addGroup->setObjectName(QStringLiteral("when.addGroup"));
    m_addGroup->setAccessibleName(tr("Add a group of conditions"));
    m_addGroup->setToolTip(tr("Conditions of which one or all must hold, as one part of this"));
    auto *const buttons = new QHBoxLayout;
    buttons->setSpacing(2);
    buttons->addWidget(m_add);
    buttons->addWidget(m_addGroup);
    buttons->addStretch(1);
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins({});
    m_column->setSpacing(6);
    m_column->addWidget(m_words);
    m_column->addLayout(buttons);
    connect(m_add, &QToolButton::clicked, this, [this] { addTo({}, false); });
    connect(m_addGroup, &QToolButton::clicked, this, [this] { addTo({}, true); });
}

void ConditionEditor::showCondition(const Condition &condition)
{
    const QString shape = shapeOf(condition);
    const bool same = m_body && shape == m_shape;
    m_condition = condition;
    m_shape = shape;
    m_words->setText(core::conditionInWords(condition));
    if (!same)
        rebuild();
    fill();
    if (const std::optional<ConditionPath> wanted = std::exchange(m_wanted, std::nullopt)) {
        for (const Row &row : std::as_const(m_rows)) {
            if (row.path == *wanted)
                row.row->takeFocus();
        }
    }
}

void ConditionEditor::rebuild()
{
    const QWidget *const focus = window()->focusWidget();
    const QString focused = m_body && focus && m_body->isAncestorOf(focus) ? focus->objectName() : QString();
    if (m_body) {
        m_column->removeWidget(m_body);
        m_body->hide();
        m_body->deleteLater();
    }
    m_rows.clear();
    m_groups.clear();
    m_body = new QWidget(this);
    auto *const column = new QVBoxLayout(m_body);
    column->setContentsMargins({});
    column->setSpacing(6);
    if (isConditionGroup(m_condition))
        buildParts({}, column);
    else
        build({}, false, {}, column);
    m_column->insertWidget(1, m_body);
    fill();
    m_body->show();
    if (QWidget *const again = focused.isEmpty() ? nullptr : m_body->findChild<QWidget *>(focused))
        again->setFocus(Qt::OtherFocusReason);
}

void ConditionEditor::build(const ConditionPath &path, bool negated, const QString &joint,
                            QVBoxLayout *column)
{
    const Condition &condition = *conditionAt(m_condition, path);
    if (condition.kind == Condition::Kind::Test)
        return buildRow(path, negated, joint, column);
    if (condition.kind == Condition::Kind::Not && condition.parts.size() == 1)
        return build(path + ConditionPath{0}, !negated, joint, column);
    buildGroup(path, negated, joint, column);
}

void ConditionEditor::buildParts(const ConditionPath &group, QVBoxLayout *column)
{
    const Condition &condition = *conditionAt(m_condition, group);
    const QString word = condition.kind == Condition::Kind::Any ? tr("or") : tr("and");
    for (qsizetype at = 0; at < condition.parts.size(); ++at)
        build(group + ConditionPath{at}, false, at == 0 ? QString() : word, column);
}

void ConditionEditor::buildRow(const ConditionPath &path, bool negated, const QString &joint,
                               QVBoxLayout *column)
{
    auto *const row = new ConditionRow(m_context, m_terms, m_body);
    column->addWidget(row);
    m_rows.append({row, path, negated, joint});
    connectRow(m_rows.constLast());
}

void ConditionEditor::buildGroup(const ConditionPath &path, bool negated, const QString &joint,
                                 QVBoxLayout *column)
{
    const qsizetype number = m_groups.size();
    auto *const box = new Surface(m_context.theme, Theme::Token::Panel, Surface::Left, m_body);
    box->setLines(Surface::Left, Theme::Token::Ink3);
    auto *const inner = new QVBoxLayout(box);
    inner->setContentsMargins(10, 0, 0, 0);
    inner->setSpacing(6);
    inner->addWidget(makeGroupHead(path, negated, joint, box));
    buildParts(path, inner);
    auto *const add = new FlatButton(m_context.theme, tr("+ Condition"), FlatButton::Look::Flat, box);
    add->setObjectName(QStringLiteral("when.addTo%1").arg(number));
    add->setAccessibleName(tr("Add a condition to this group"));
    inner->addWidget(add, 0, Qt::AlignLeft);
    connect(add, &QToolButton::clicked, this, [this, path] { addTo(path, false); });
    column->addWidget(box);
}

QWidget *ConditionEditor::makeGroupHead(const ConditionPath &path, bool negated, const QString &joint,
                                        QWidget *parent)
{
    auto *const head = new QWidget(parent);
    auto *const row = new QHBoxLayout(head);
    row->setContentsMargins({});
    row->setSpacing(4);
    const ConditionPath outer = whole(path, negated);
    if (!joint.isEmpty()) {
        auto *const word = new FlatButton(m_context.theme, joint, FlatButton::Look::Link, head);
        word->setObjectName(QStringLiteral("when.groupJoint%1").arg(m_groups.size()));
        row->addWidget(word);
        connect(word, &QToolButton::clicked, this, [this, outer] { toggleJoint(outer); });
    }
    auto *const kind = new WordCombo(m_context.theme, head);
    kind->setObjectName(QStringLiteral("when.group%1").arg(m_groups.size()));
    kind->setAccessibleName(tr("How many conditions of the group must hold"));
    kind->addItem(tr("all of these"), AllOf);
    kind->addItem(tr("any of these"), AnyOf);
    kind->addItem(tr("not all of these"), NotAllOf);
    kind->addItem(tr("none of these"), NoneOf);
    auto *const remove = new FlatButton(m_context.theme, Icon::Close, tr("Remove the group"), head);
    remove->setObjectName(QStringLiteral("when.removeGroup%1").arg(m_groups.size()));
    row->addWidget(kind);
    row->addStretch(1);
    row->addWidget(remove);
    const Group group{kind, path, negated};
    m_groups.append(group);
    connect(kind, &QComboBox::currentIndexChanged, this, [this, group] { chooseKind(group); });
    connect(remove, &QToolButton::clicked, this,
            [this, outer] { change(withoutCondition(m_condition, outer)); });
    return head;
}

void ConditionEditor::connectRow(const Row &row)
{
    const ConditionPath path = row.path;
    const ConditionPath outer = whole(path, row.negated);
    connect(row.row, &ConditionRow::edited, this, [this, path](const core::Test &test, bool typed) {
        change(withCondition(m_condition, path, core::testCondition(test)), typed);
    });
    connect(row.row, &ConditionRow::jointToggled, this, [this, outer] { toggleJoint(outer); });
    connect(row.row, &ConditionRow::negationToggled, this, [this, outer, path] {
        m_wanted = outer == path ? path + ConditionPath{0} : outer;
        change(withNegated(m_condition, outer));
    });
    connect(row.row, &ConditionRow::removalWanted, this, [this, outer] {
        const bool last = m_rows.size() == 1;
        change(withoutCondition(m_condition, outer));
        if (last)
            m_add->setFocus(Qt::OtherFocusReason);
        else
            takeFocus();
    });
    connect(row.row, &ConditionRow::duplicateWanted, this, [this, outer] {
        change(withInsertedBehind(m_condition, outer, *conditionAt(m_condition, outer)));
    });
    connect(row.row, &ConditionRow::groupWanted, this, [this, outer] {
        const Condition &own = *conditionAt(m_condition, outer);
        change(withCondition(m_condition, outer, core::anyOf({own, core::testCondition(freshTest({}))})));
    });
    connect(row.row, &ConditionRow::moveWanted, this, [this, outer, negated = row.negated](int by) {
        if (outer.isEmpty())
            return;
        m_wanted = outer;
        m_wanted->last() += by;
        if (negated)
            m_wanted->append(0);
        change(withMoved(m_condition, outer, by));
    });
}

ConditionPath ConditionEditor::whole(const ConditionPath &path, bool negated)
{
    return negated && !path.isEmpty() ? path.first(path.size() - 1) : path;
}

void ConditionEditor::addTo(const ConditionPath &group, bool asGroup)
{
    const Condition fresh = core::testCondition(freshTest(core::Field::Task));
    const Condition &at = *conditionAt(m_condition, group);
    ConditionPath place = group;
    // What is no group becomes the first of two parts.
    place.append(isConditionGroup(at) ? at.parts.size() : 1);
    if (asGroup)
        place.append(0);
    m_wanted = place;
    const Condition::Kind inner =
        at.kind == Condition::Kind::Any ? Condition::Kind::All : Condition::Kind::Any;
    const Condition part = !asGroup     ? fresh
        : inner == Condition::Kind::Any ? core::anyOf({fresh})
                                        : core::allOf({fresh});
    change(withAppended(m_condition, group, part));
}

void ConditionEditor::toggleJoint(const ConditionPath &path)
{
    ConditionPath group = path;
    while (!group.isEmpty()) {
        group.removeLast();
        const Condition &above = *conditionAt(m_condition, group);
        if (!isConditionGroup(above))
            continue;
        return change(
            withKind(m_condition, group,
                     above.kind == Condition::Kind::All ? Condition::Kind::Any : Condition::Kind::All));
    }
}

void ConditionEditor::chooseKind(const Group &group)
{
    const auto word = static_cast<GroupWord>(group.kind->data());
    const bool negated = word == NotAllOf || word == NoneOf;
    const bool all = word == AllOf || word == NotAllOf;
    Condition changed = withKind(m_condition, group.path, all ? Condition::Kind::All : Condition::Kind::Any);
    if (negated != group.negated)
        changed = withNegated(changed, whole(group.path, group.negated));
    change(changed);
}

void ConditionEditor::change(const Condition &condition, bool typed)
{
    if (condition == m_condition)
        m_wanted.reset();
    else
        emit edited(condition, typed);
}

void ConditionEditor::fill()
{
    qsizetype number = 0;
    for (const Row &row : std::as_const(m_rows)) {
        row.row->showTest(conditionAt(m_condition, row.path)->test, row.negated, row.joint);
        row.row->number(number++);
    }
    for (const Group &group : std::as_const(m_groups))
        group.kind->showData(groupWord(conditionAt(m_condition, group.path)->kind, group.negated));
}

QList<core::RuleProblem> ConditionEditor::showProblems(const QList<core::RuleProblem> &problems,
                                                       const QString &base)
{
    QList<core::RuleProblem> left = problems;
    for (const Row &row : std::as_const(m_rows)) {
        const QString path = base + documentPath(m_condition, row.path);
        QStringList sentences;
        bool invalid = false;
        const auto belongs = [&](const core::RuleProblem &problem) {
            if (problem.path != path && !problem.path.startsWith(path + QLatin1Char('.'))
                && !problem.path.startsWith(path + QLatin1Char('[')))
                return false;
            sentences.append(problem.text);
            invalid = invalid || problem.kind == core::RuleProblem::Kind::Invalid;
            return true;
        };
        left.removeIf(belongs);
        row.row->setProblem(sentences.join(QLatin1Char('\n')), invalid);
    }
    return left;
}

void ConditionEditor::takeFocus()
{
    if (m_rows.isEmpty())
        m_add->setFocus(Qt::OtherFocusReason);
    else
        m_rows.constFirst().row->takeFocus();
}

} // namespace ui
