#pragma once

#include "app/commandline/commandline.h"

#include <QCommandLineParser>

namespace app {

/// A wrong command line, as an error whose sentence is for the user.
core::Error usageError(const QString &sentence);

/// The options of one command, on top of the global ones, parsed without printing or ending the program.
class Options
{
public:
    explicit Options(const QStringList &flags = {}, const QStringList &values = {});

    /// One option with several names.
    void addValue(const QStringList &names);
    /// Lets options with a value be given several times; parse() refuses that of all others.
    void letRepeat(const QStringList &names);

    core::Result<void> parse(const QStringList &arguments);

    bool has(const QString &name) const { return m_parser.isSet(name); }
    QString value(const QString &name) const { return m_parser.value(name); }
    QStringList values(const QString &name) const { return m_parser.values(name); }
    /// The words that are no options, the command first.
    QStringList positional() const { return m_parser.positionalArguments(); }
    /// An error that names the first of `names` that is given, for what `verb` does not take.
    core::Result<void> refuse(const QStringList &names, const QString &verb) const;

    /// What every command has: the data folder and whether the simulator is on.
    Invocation invocation() const;

private:
    core::Result<void> checkRepeats() const;

    QCommandLineParser m_parser;
    /// The first name of each option with a value that is given once at most.
    QStringList m_single;
};

} // namespace app
