#pragma once

#include "core/reconcile/balancecheck.h"
#include "core/reconcile/usageimport.h"
#include "tests/support/workbench.h"
#include "ui/reconcile/reconcilecontext.h"
#include "ui/theme/theme.h"

#include <QFile>
#include <QTemporaryDir>

namespace test {

/// What the widgets of importing and comparing are made with, over a real ledger.
class ReconcileBench
{
public:
    ReconcileBench() { theme.install(); }

    ui::ReconcileContext context()
    {
        return {imports, balances, bench.accounts, bench.reader, bench.catalog, bench.clock};
    }

    /// A file of that content in a folder of its own.
    QString write(const QString &name, const QByteArray &text) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("%s cannot be written", qPrintable(name));
        return file.fileName();
    }

    /// Two requests of this day, exported by OpenRouter.
    QString writeGenerations() const
    {
        const QByteArray day = today().toString(Qt::ISODate).toLatin1();
        return write(QStringLiteral("generations.csv"),
                     "generation_id,created_at,cost_total,tokens_prompt,tokens_completion,model_permaslug\n"
                     "gen-1,"
                         + day + " 00:00:01,0.001,1000,200,openai/gpt-4o-mini\ngen-2," + day
                         + " 00:00:02,0.002,2000,300,openai/gpt-4o-mini\n");
    }

    static QDate today() { return QDateTime::currentDateTimeUtc().date(); }

    Workbench bench;
    core::UsageImport imports{bench.ledger.database(), bench.clock, bench.catalog};
    core::BalanceCheck balances{bench.resolver, bench.client};
    ui::Theme theme;

private:
    QTemporaryDir m_folder;
};

} // namespace test
