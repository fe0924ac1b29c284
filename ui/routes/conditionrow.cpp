#include "ui/routes/conditionrow.h"

#include "core/routing/rulewords.h"
#include "ui/routes/conditionvalues.h"
#include "ui/routes/routeterms.h"
#include "ui/routes/testfields.h"
#include "ui/routes/wordcombo.h"
#include "ui/theme/paint.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/themedlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace ui {

ConditionRow::ConditionRow(const RoutesContext &context, const RouteTerms &terms, QWidget *parent)
    : Surface(context.theme, Theme::Token::Panel2, AllSides, parent)
    , m_context(context)
    , m_joint(new FlatButton(context.theme, QString(), FlatButton::Look::Link, this))
    , m_not(new FlatButton(context.theme, tr("not"), FlatButton::Look::Link, this))
    , m_field(new WordCombo(context.theme, this))
    , m_operator(new WordCombo(context.theme, this))
    , m_more(new FlatButton(context.theme, Icon::More, tr("More for this condition"), this))
    , m_remove(new FlatButton(context.theme, Icon::Close, tr("Remove the condition"), this))
    , m_problem(new ThemedLabel(context.theme, {}, Theme::Token::Warn, this))
{
    setRadius(kControlRadius);
    m_joint->setToolTip(tr("Between the conditions of this group: “and” or “or”"));
    m_not->setToolTip(tr("The contrary of what follows; press to take it away"));
    for (const core::Field field : allFields())
        m_field->addItem(core::fieldInWords(field), static_cast<int>(field));
    m_more->setMenu(makeMenu());
    m_problem->setType(0.92);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *const words = new QWidget(this);
    auto *const flow = new FlowLayout(words, 4);
    for (QWidget *part : {static_cast<QWidget *>(m_joint), static_cast<QWidget *>(m_not),
                          static_cast<QWidget *>(m_field), static_cast<QWidget *>(m_operator)})
        flow->addWidget(part);
    m_fields = new TestFields(context, terms, words, flow);
    auto *const line = new QHBoxLayout;
    line->setSpacing(2);
    line->addWidget(words, 1);
    line->addWidget(m_more, 0, Qt::AlignTop);
    line->addWidget(m_remove, 0, Qt::AlignTop);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(6, 5, 4, 5);
    column->setSpacing(2);
    column->addLayout(line);
    column->addWidget(m_problem);
    connect(m_joint, &QToolButton::clicked, this, &ConditionRow::jointToggled);
    connect(m_not, &QToolButton::clicked, this, &ConditionRow::negationToggled);
    connect(m_remove, &QToolButton::clicked, this, &ConditionRow::removalWanted);
    connect(m_field, &QComboBox::currentIndexChanged, this, &ConditionRow::chooseField);
    connect(m_operator, &QComboBox::currentIndexChanged, this, &ConditionRow::chooseOperator);
    connect(m_fields, &TestFields::edited, this, &ConditionRow::edited);
}

QMenu *ConditionRow::makeMenu()
{
    auto *const menu = new QMenu(this);
    m_negation = menu->addAction(tr("&Not"), this, &ConditionRow::negationToggled);
    m_negation->setCheckable(true);
    menu->addAction(tr("&Duplicate"), this, &ConditionRow::duplicateWanted);
    menu->addAction(tr("Put into a &group"), this, &ConditionRow::groupWanted);
    menu->addSeparator();
    menu->addAction(tr("Move &up"), this, [this] { emit moveWanted(-1); });
    menu->addAction(tr("Move do&wn"), this, [this] { emit moveWanted(1); });
    menu->addSeparator();
    menu->addAction(tr("&Remove"), this, &ConditionRow::removalWanted);
    return menu;
}

void ConditionRow::showTest(const core::Test &test, bool negated, const QString &joint)
{
    const bool another = !m_shown || test.field != m_test.field;
    m_test = test;
    m_shown = true;
    setAccessibleName(core::testInWords(test));
    m_joint->setText(joint);
    m_joint->setVisible(!joint.isEmpty());
    m_not->setVisible(negated);
    m_negation->setChecked(negated);
    m_field->showData(static_cast<int>(test.field));
    if (another)
        fillOperators();
    m_operator->showData(static_cast<int>(test.op));
    m_fields->show(test);
}

void ConditionRow::fillOperators()
{
    const QSignalBlocker quiet(m_operator);
    m_operator->clear();
    const QList<core::Operator> operators = core::operatorsOf(m_test.field);
    for (const core::Operator op : operators)
        m_operator->addItem(core::operatorInWords(op, m_test.field), static_cast<int>(op));
    m_operator->setVisible(operators.size() > 1 || m_test.field == core::Field::TimeOfDay);
}

void ConditionRow::chooseField()
{
    const auto field = static_cast<core::Field>(m_field->data());
    if (field != m_test.field)
        emit edited(freshTest(field), false);
}

void ConditionRow::chooseOperator()
{
    const auto op = static_cast<core::Operator>(m_operator->data());
    if (op != m_test.op)
        emit edited(withOperator(m_test, op), false);
}

void ConditionRow::number(qsizetype row)
{
    const QString digits = QString::number(row);
    const QString shown = QString::number(row + 1);
    setObjectName(QStringLiteral("when.row") + digits);
    m_joint->setObjectName(QStringLiteral("when.joint") + digits);
    m_joint->setAccessibleName(tr("%1, before condition %2").arg(m_joint->text(), shown));
    m_not->setObjectName(QStringLiteral("when.not") + digits);
    m_not->setAccessibleName(tr("Condition %1 must not hold").arg(shown));
    m_field->setObjectName(QStringLiteral("when.field") + digits);
    m_field->setAccessibleName(tr("Subject of condition %1").arg(shown));
    m_operator->setObjectName(QStringLiteral("when.op") + digits);
    m_operator->setAccessibleName(tr("Comparison of condition %1").arg(shown));
    m_more->setObjectName(QStringLiteral("when.more") + digits);
    m_remove->setObjectName(QStringLiteral("when.remove") + digits);
    m_fields->number(row);
}

void ConditionRow::setProblem(const QString &sentence, bool invalid)
{
    m_problem->setInk(invalid ? Theme::Token::Bad : Theme::Token::Warn);
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
    setLines(AllSides,
             sentence.isEmpty() ? Theme::Token::Line
                 : invalid      ? Theme::Token::Bad
                                : Theme::Token::Warn);
    setAccessibleDescription(sentence);
}

void ConditionRow::takeFocus()
{
    m_field->setFocus(Qt::OtherFocusReason);
}

void ConditionRow::keyPressEvent(QKeyEvent *event)
{
    const bool up = event->key() == Qt::Key_Up;
    if (event->modifiers() == Qt::AltModifier && (up || event->key() == Qt::Key_Down))
        emit moveWanted(up ? -1 : 1);
    else
        Surface::keyPressEvent(event);
}

} // namespace ui
