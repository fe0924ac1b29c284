#include "tests/app/program.h"

#include "tests/support/emptyledger.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>

namespace test {

namespace {

constexpr int kLongestRunMs = 90'000;

} // namespace

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts);
}

QJsonObject Outcome::object() const
{
    return document().object();
}

QJsonArray Outcome::array() const
{
    return document().array();
}

QJsonObject Outcome::lane(int index) const
{
    return object().value(QLatin1StringView("lanes")).toArray().at(index).toObject();
}

bool Outcome::isOneSentence() const
{
    return out.isEmpty() && err.startsWith("switchyard: ") && err.endsWith(".\n") && err.count('\n') == 1;
}

QByteArray Outcome::text() const
{
    return "exit code " + QByteArray::number(exitCode) + "\n--- out\n" + out + "--- err\n" + err;
}

Program::Program()
{
    const QProcessEnvironment outside = QProcessEnvironment::systemEnvironment();
    for (const QString &name : outside.keys()) {
        // Sanitizers are told by variables what to do.
        if (name == QLatin1StringView("PATH") || name.endsWith(QLatin1StringView("SAN_OPTIONS")))
            m_environment.insert(name, outside.value(name));
    }
    setVariable(QStringLiteral("HOME"), m_folder.filePath(QStringLiteral("home")));
    setVariable(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    setVariable(QStringLiteral("TZ"), QStringLiteral("UTC"));
    setSimulatorPace(0);
    QDir().mkpath(m_folder.filePath(QStringLiteral("home")));
}

void Program::setSimulatorPace(int pace)
{
    setVariable(QStringLiteral("SWITCHYARD_SIMULATOR_PACE"), QString::number(pace));
}

std::unique_ptr<QProcess> Program::prepared(const QStringList &arguments) const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(m_environment);
    process->setProgram(QStringLiteral(SWITCHYARD_PROGRAM));
    process->setArguments(QStringList{QStringLiteral("--data-dir"), dataDir()} + arguments);
    return process;
}

std::unique_ptr<QProcess> Program::start(const QStringList &arguments) const
{
    std::unique_ptr<QProcess> process = prepared(arguments);
    process->start();
    process->closeWriteChannel();
    return process;
}

Outcome Program::run(const QStringList &arguments, const QByteArray &input) const
{
    const std::unique_ptr<QProcess> process = prepared(arguments);
    process->start();
    process->write(input);
    process->closeWriteChannel();
    return finish(*process);
}

Outcome Program::finish(QProcess &process)
{
    QSignalSpy finished(&process, &QProcess::finished);
    if (process.state() != QProcess::NotRunning && !finished.wait(kLongestRunMs))
        process.kill();
    const bool ended = process.state() == QProcess::NotRunning && process.exitStatus() == QProcess::NormalExit
        && process.error() == QProcess::UnknownError;
    return {ended ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
}

void Program::provideLedger() const
{
    test::provideLedger(ledgerFile());
}

void Program::addAccount(const QString &name, const QUrl &baseUrl, const QStringList &more)
{
    provideLedger();
    setVariable(QStringLiteral("TEST_KEY"), key());
    const Outcome added =
        run(QStringList{QStringLiteral("accounts"), QStringLiteral("add"), name, QStringLiteral("--base-url"),
                        baseUrl.toString(), QStringLiteral("--key-env"), QStringLiteral("TEST_KEY")}
            + more);
    if (added.exitCode != 0)
        qFatal("the account was not added: %s", added.text().constData());
}

QList<QVariantList> Program::ask(const QString &sql, const QString &options) const
{
    const QString name = QStringLiteral("program");
    QList<QVariantList> rows;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(ledgerFile());
        database.setConnectOptions(options);
        if (!database.open())
            qFatal("the ledger does not open: %s", qPrintable(database.lastError().text()));
        QSqlQuery query(database);
        if (!query.exec(sql))
            qFatal("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
        while (query.next()) {
            QVariantList row;
            for (int column = 0; column < query.record().count(); ++column)
                row.append(query.value(column));
            rows.append(row);
        }
    }
    QSqlDatabase::removeDatabase(name);
    return rows;
}

QList<QVariantList> Program::rows(const QString &sql) const
{
    return ask(sql, QStringLiteral("QSQLITE_OPEN_READONLY"));
}

void Program::change(const QString &sql) const
{
    ask(sql, {});
}

QVariant Program::value(const QString &sql) const
{
    return rows(sql).value(0).value(0);
}

} // namespace test
