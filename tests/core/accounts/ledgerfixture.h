#pragma once

#include "core/storage/database.h"
#include "tests/support/emptyledger.h"

#include <QTemporaryDir>
#include <QTest>

namespace test {

/// A real ledger in a folder of its own, gone with the object.
class TemporaryLedger
{
public:
    TemporaryLedger()
    {
        provideLedger(filePath());
        reopen();
    }

    core::Database &database() { return *m_database; }
    QString filePath() const { return m_folder.filePath(QStringLiteral("ledger.sqlite")); }

    /// Closes the file, which writes everything, and opens it again as the next start of the program does.
    void reopen()
    {
        m_database.reset();
        auto opened = core::Database::open(filePath());
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        m_database = std::move(opened).value();
    }
    void close() { m_database.reset(); }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<core::Database> m_database;
};

} // namespace test
