#pragma once

#include <QJsonDocument>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>
#include <QUrl>
#include <QVariantList>

#include <memory>

namespace test {

/// How a run of the program ended.
struct Outcome
{
    /// -1 after a crash or a kill.
    int exitCode = -1;
    QByteArray out = {};
    QByteArray err = {};

    /// What is on standard output; null unless it is exactly one JSON document.
    QJsonDocument document() const { return QJsonDocument::fromJson(out); }
    QJsonObject object() const;
    QJsonArray array() const;
    /// One of the lanes of a run's document.
    QJsonObject lane(int index = 0) const;
    /// Whether standard output is empty and standard error one sentence on one line.
    bool isOneSentence() const;
    /// For messages of failed checks.
    QByteArray text() const;
};

/// The words of a line, split at spaces.
QStringList words(const char *line);

/// The real program with a data folder and a home of its own, without a display, a session bus or any other
/// variable of the desktop. The test's environment does not reach it. Its simulator answers without delay.
class Program
{
public:
    Program();

    QString dataDir() const { return m_folder.filePath(QStringLiteral("data")); }
    QString ledgerFile() const { return dataDir() + QStringLiteral("/ledger.sqlite"); }
    /// The program's own environment.
    void setVariable(const QString &name, const QString &value) { m_environment.insert(name, value); }
    /// 1 is as people see it, 0 without any delay.
    void setSimulatorPace(int pace);

    /// Runs it with `--data-dir` and `arguments` to its end.
    Outcome run(const QStringList &arguments, const QByteArray &input = {}) const;
    /// Starts it; standard input is empty.
    std::unique_ptr<QProcess> start(const QStringList &arguments) const;
    /// A process that is not started yet.
    std::unique_ptr<QProcess> prepared(const QStringList &arguments) const;
    /// Waits for the end of what start() gave.
    static Outcome finish(QProcess &process);

    /// The ledger that a first start would make, unless there is one.
    void provideLedger() const;
    /// `accounts add` with the key in the variable TEST_KEY, which is set to key(); `more` are further
    /// options.
    void addAccount(const QString &name, const QUrl &baseUrl, const QStringList &more = {});
    static QString key() { return QStringLiteral("sk-key-of-the-tests-0001"); }

    /// The rows of a query on the ledger, opened as any other program would.
    QList<QVariantList> rows(const QString &sql) const;
    /// The first column of the first row.
    QVariant value(const QString &sql) const;

    /// Changes the ledger behind the program's back.
    void change(const QString &sql) const;

private:
    QList<QVariantList> ask(const QString &sql, const QString &options) const;

    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
};

} // namespace test
