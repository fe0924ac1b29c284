#include "ui/money/scopefield.h"

#include "ui/money/moneywords.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QStringListModel>

#include <array>

namespace ui {

namespace {

using ScopeKind = core::BudgetScope::Kind;

constexpr std::array kScopeKinds{ScopeKind::All,  ScopeKind::Account, ScopeKind::Vendor, ScopeKind::Model,
                                 ScopeKind::Task, ScopeKind::Rule,    ScopeKind::Tag,    ScopeKind::Source};

} // namespace

ScopeField::ScopeField(QWidget *parent)
    : QWidget(parent)
    , m_kind(new QComboBox(this))
    , m_keys(new QStringListModel(this))
    , m_values(new QStringListModel(this))
    , m_key(makeName(QStringLiteral("budgetForm.key"), m_keys))
    , m_value(makeName(QStringLiteral("budgetForm.value"), m_values))
{
    m_kind->setObjectName(QStringLiteral("budgetForm.scope"));
    m_kind->setAccessibleName(tr("What the budget counts"));
    for (const ScopeKind kind : kScopeKinds)
        m_kind->addItem(MoneyWords::scopeKind(kind), static_cast<int>(kind));
    m_key->setAccessibleName(tr("Key of the tag"));
    m_key->setPlaceholderText(tr("key"));
    m_value->setAccessibleName(tr("Name of what is counted"));
    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_kind);
    row->addWidget(m_key, 1);
    row->addWidget(m_value, 2);
    row->addStretch(1);
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        follow();
        emit edited();
    });
    connect(m_key, &QLineEdit::textChanged, this, [this] {
        follow();
        emit edited();
    });
    connect(m_value, &QLineEdit::textChanged, this, &ScopeField::edited);
    follow();
}

QLineEdit *ScopeField::makeName(const QString &name, QStringListModel *terms)
{
    auto *const field = new QLineEdit(this);
    field->setObjectName(name);
    auto *const completer = new QCompleter(terms, field);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    field->setCompleter(completer);
    return field;
}

core::BudgetScope::Kind ScopeField::kind() const
{
    return static_cast<ScopeKind>(m_kind->currentData().toInt());
}

void ScopeField::setKnown(const KnownScopes &known)
{
    m_known = known;
    follow();
}

/// What there is to fill in and to choose from.
void ScopeField::follow()
{
    const bool isTag = kind() == ScopeKind::Tag;
    m_key->setVisible(isTag);
    m_value->setVisible(kind() != ScopeKind::All);
    m_value->setPlaceholderText(isTag                           ? tr("value")
                                    : kind() == ScopeKind::Rule ? tr("rule set/rule")
                                                                : tr("name"));
    QStringList keys = m_known.tags.keys();
    keys.sort();
    m_keys->setStringList(keys);
    m_values->setStringList(isTag ? m_known.tags.value(m_key->text().trimmed())
                                  : m_known.names.value(kind()));
}

void ScopeField::setScope(const core::BudgetScope &scope)
{
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(scope.kind)));
    m_key->setText(scope.key);
    m_value->setText(scope.value);
    follow();
}

core::BudgetScope ScopeField::scope() const
{
    core::BudgetScope scope;
    scope.kind = kind();
    if (scope.kind == ScopeKind::Tag)
        scope.key = m_key->text().trimmed();
    if (scope.kind != ScopeKind::All)
        scope.value = m_value->text().trimmed();
    return scope;
}

QString ScopeField::fault() const
{
    const core::BudgetScope scope = this->scope();
    if (scope.kind == ScopeKind::Tag && (scope.key.isEmpty() || scope.value.isEmpty()))
        return tr("A tag has a key and a value, such as team and blue.");
    if (scope.kind != ScopeKind::All && scope.value.isEmpty())
        return tr("Write which %1 the budget counts.").arg(MoneyWords::scopeKind(scope.kind));
    return {};
}

} // namespace ui
