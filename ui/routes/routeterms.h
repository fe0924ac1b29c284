#pragma once

#include "core/ledger/historyquery.h"
#include "core/routing/condition.h"
#include "ui/routes/routescontext.h"

#include <QObject>

namespace ui {

/// What can be meant when a condition is typed: the tasks and tags of the ledger, the models of the accounts,
/// languages, zones. Owned by RoutesPage; main thread.
class RouteTerms : public QObject
{
    Q_OBJECT

public:
    RouteTerms(const RoutesContext &context, QObject *parent);

    /// Asks the ledger anew; says changed() when it has answered.
    void reload();

    /// What a value of the field may be; `key` is a tag's key.
    QStringList values(core::Field field, const QString &key) const;
    QStringList tagKeys() const;
    /// `account/model` of every model of the accounts that are on.
    QStringList targets() const;
    static QStringList zones();

signals:
    void changed();

private:
    const RoutesContext m_context;
    QStringList m_tasks;
    QList<core::TagUse> m_tags;
};

} // namespace ui
