#pragma once

#include "core/storage/database.h"
#include "tests/support/emptyledger.h"

#include <QTemporaryDir>

#include <memory>

namespace test {

/// An open ledger in a folder of its own that goes with it. The test links `storage`; it starts with
/// `QVERIFY2(ledger.isOpen(), qPrintable(ledger.problem()))`.
class TemporaryLedger
{
public:
    TemporaryLedger()
    {
        provideLedger(filePath());
        reopen();
    }

    bool isOpen() const { return m_database != nullptr; }
    QString problem() const { return m_problem; }
    core::Database &database() { return *m_database; }
    QString filePath() const { return m_folder.filePath(QStringLiteral("ledger.sqlite")); }

    /// Closes the file; every queued write is in it afterwards.
    void close() { m_database.reset(); }
    /// As the next start of the program would.
    void reopen()
    {
        close();
        core::Result<std::unique_ptr<core::Database>> opened = core::Database::open(filePath());
        if (opened)
            m_database = std::move(opened).value();
        else
            m_problem = opened.error().message;
    }

private:
    QTemporaryDir m_folder;
    QString m_problem;
    std::unique_ptr<core::Database> m_database;
};

} // namespace test
