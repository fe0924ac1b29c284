#include "ui/money/budgetform.h"

#include "core/base/typedamount.h"
#include "ui/money/periodfield.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/primarybutton.h"
#include "ui/widgets/themedlabel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

BudgetForm::BudgetForm(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(new ThemedLabel(theme, {}, Theme::Token::Ink, this))
    , m_name(new QLineEdit(this))
    , m_scope(new ScopeField(this))
    , m_amount(new QLineEdit(this))
    , m_period(new PeriodField(this))
    , m_soft(new QSpinBox(this))
    , m_hard(new QCheckBox(tr("&Refuse requests that may pass the amount"), this))
    , m_unpriced(new QCheckBox(tr("Let requests without a known price through"), this))
    , m_enabled(new QCheckBox(tr("This budget is &on"), this))
    , m_problem(new ThemedLabel(theme, {}, Theme::Token::Bad, this))
    , m_save(new PrimaryButton(theme, tr("&Save budget"), this))
    , m_cancel(new FlatButton(theme, tr("&Cancel"), FlatButton::Look::Outlined, this))
{
    setObjectName(QStringLiteral("budgetForm"));
    m_title->setType(1.15, QFont::DemiBold);
    m_name->setObjectName(QStringLiteral("budgetForm.name"));
    m_amount->setObjectName(QStringLiteral("budgetForm.amount"));
    m_amount->setPlaceholderText(QStringLiteral("60"));
    m_soft->setObjectName(QStringLiteral("budgetForm.soft"));
    m_soft->setRange(0, 100);
    m_soft->setSingleStep(5);
    m_soft->setSuffix(tr(" % of it"));
    m_soft->setSpecialValueText(tr("never"));
    m_hard->setObjectName(QStringLiteral("budgetForm.hard"));
    m_unpriced->setObjectName(QStringLiteral("budgetForm.unpriced"));
    m_unpriced->setToolTip(tr("Their cost is in no sum, so that the amount can be passed unseen."));
    m_enabled->setObjectName(QStringLiteral("budgetForm.enabled"));
    m_problem->setObjectName(QStringLiteral("budgetForm.problem"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_save->setObjectName(QStringLiteral("budgetForm.save"));
    m_save->setAutoDefault(false);
    m_cancel->setObjectName(QStringLiteral("budgetForm.cancel"));
    putTogether();
    wire();
}

void BudgetForm::putTogether()
{
    m_nameRow = new FieldRow(m_theme, tr("&Name"), m_name, this);
    m_scopeRow = new FieldRow(m_theme, tr("Coun&ts"), m_scope, this);
    m_scopeRow->setFirstPart(m_scope->findChild<QWidget *>(QStringLiteral("budgetForm.scope")));
    m_amountRow = new FieldRow(m_theme, tr("&Amount in US$"), m_amount, this);
    m_periodRow = new FieldRow(m_theme, tr("For &each"), m_period, this);
    m_periodRow->setFirstPart(m_period->findChild<QWidget *>(QStringLiteral("budgetForm.period")));
    auto *const softRow = new FieldRow(m_theme, tr("&Warn at"), m_soft, this);
    auto *const buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_save);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(m_title);
    for (QWidget *row : {m_nameRow, m_scopeRow, m_amountRow, m_periodRow, softRow})
        column->addWidget(row);
    column->addWidget(m_hard);
    column->addWidget(m_unpriced);
    column->addWidget(m_enabled);
    column->addWidget(m_problem);
    column->addLayout(buttons);
    column->addStretch(1);
}

void BudgetForm::wire()
{
    connect(m_name, &QLineEdit::textChanged, this, &BudgetForm::recheck);
    connect(m_amount, &QLineEdit::textChanged, this, &BudgetForm::recheck);
    connect(m_scope, &ScopeField::edited, this, &BudgetForm::recheck);
    connect(m_period, &PeriodField::edited, this, &BudgetForm::recheck);
    connect(m_hard, &QCheckBox::toggled, m_unpriced, &QWidget::setVisible);
    connect(m_save, &QPushButton::clicked, this, &BudgetForm::submit);
    connect(m_cancel, &QToolButton::clicked, this, &BudgetForm::cancelled);
}

void BudgetForm::setKnown(const KnownScopes &known)
{
    m_scope->setKnown(known);
}

void BudgetForm::edit(const core::Budget &budget, const QStringList &taken)
{
    m_checked = false;
    m_budget = budget;
    m_taken = taken;
    m_title->setText(budget.id == 0 ? tr("New budget") : tr("Budget “%1”").arg(budget.name));
    m_name->setText(budget.name);
    m_scope->setScope(budget.scope);
    m_amount->setText(budget.amount.isZero() ? QString() : core::amountToType(budget.amount.toDecimal()));
    m_period->setPeriod(budget.period);
    m_soft->setValue(budget.softPercent);
    m_hard->setChecked(budget.hard);
    m_unpriced->setChecked(budget.allowsUnpriced);
    m_unpriced->setVisible(budget.hard);
    m_enabled->setChecked(budget.enabled);
    for (FieldRow *row : {m_nameRow, m_scopeRow, m_amountRow, m_periodRow})
        row->setFault({});
    m_problem->hide();
    m_name->setFocus();
    m_name->selectAll();
}

void BudgetForm::setProblem(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

core::Budget BudgetForm::written() const
{
    core::Budget budget = m_budget;
    budget.name = m_name->text().trimmed();
    budget.scope = m_scope->scope();
    budget.amount = core::typedAmount(m_amount->text()).value_or(core::Money());
    budget.period = m_period->period();
    budget.softPercent = m_soft->value();
    budget.hard = m_hard->isChecked();
    budget.allowsUnpriced = m_hard->isChecked() && m_unpriced->isChecked();
    budget.enabled = m_enabled->isChecked();
    return budget;
}

bool BudgetForm::check()
{
    const core::Budget budget = written();
    QString name;
    if (budget.name.isEmpty())
        name = tr("A budget needs a name.");
    else if (m_taken.contains(budget.name, Qt::CaseInsensitive))
        name = tr("There is a budget named “%1” already.").arg(budget.name);
    m_nameRow->setFault(name);
    m_scopeRow->setFault(m_scope->fault());
    QString amount;
    if (core::Money::isTooLarge(QString(m_amount->text()).replace(u',', u'.')))
        amount = tr("The amount is too large; a budget has at most 9223372 US dollars.");
    else if (budget.amount <= core::Money())
        amount = tr("The amount is a number above 0, such as 60.");
    m_amountRow->setFault(amount);
    m_periodRow->setFault(m_period->fault());
    const auto rows = {m_nameRow, m_scopeRow, m_amountRow, m_periodRow};
    const bool right =
        std::all_of(rows.begin(), rows.end(), [](const FieldRow *row) { return row->fault().isEmpty(); });
    const core::Result<void> valid = right ? core::validateBudget(budget) : core::Result<void>();
    setProblem(valid ? QString() : valid.error().message);
    return right && valid;
}

/// Faults are told once the person wanted to save, and then as they are mended.
void BudgetForm::recheck()
{
    if (m_checked)
        check();
}

void BudgetForm::submit()
{
    m_checked = true;
    if (check())
        emit submitted(written());
}

void BudgetForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit cancelled();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        submit();
    else
        QWidget::keyPressEvent(event);
}

} // namespace ui
