#pragma once

#include "core/ledger/budget.h"

#include <QHash>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QStringListModel;

namespace ui {

/// What there is in the ledger and the settings that a budget can count.
struct KnownScopes
{
    QHash<core::BudgetScope::Kind, QStringList> names = {};
    /// Tag keys to their values.
    QHash<QString, QStringList> tags = {};
};

/// Which attempts a budget counts: a kind, and a name that is completed from those known. Owned by
/// BudgetForm.
class ScopeField : public QWidget
{
    Q_OBJECT

public:
    explicit ScopeField(QWidget *parent = nullptr);

    void setKnown(const KnownScopes &known);
    void setScope(const core::BudgetScope &scope);
    core::BudgetScope scope() const;
    /// What is missing, as a sentence; empty when nothing is.
    QString fault() const;

signals:
    void edited();

private:
    QLineEdit *makeName(const QString &name, QStringListModel *terms);
    core::BudgetScope::Kind kind() const;
    void follow();

    KnownScopes m_known;
    QComboBox *const m_kind;
    QStringListModel *const m_keys;
    QStringListModel *const m_values;
    QLineEdit *const m_key;
    QLineEdit *const m_value;
};

} // namespace ui
