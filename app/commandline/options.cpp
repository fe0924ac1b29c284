#include "app/commandline/options.h"

#include <QCoreApplication>

using namespace core;

namespace app {

namespace {

const QString kDataDir = QStringLiteral("data-dir");
const QString kDemo = QStringLiteral("demo");

} // namespace

Error usageError(const QString &sentence)
{
    return {ErrorKind::InvalidRequest, sentence};
}

Options::Options(const QStringList &flags, const QStringList &values)
{
    for (const QString &flag : flags + QStringList{kDemo, QStringLiteral("help"), QStringLiteral("version")})
        m_parser.addOption(QCommandLineOption(flag));
    for (const QString &name : values + QStringList{kDataDir})
        addValue({name});
}

void Options::addValue(const QStringList &names)
{
    m_parser.addOption(QCommandLineOption(names, QString(), QStringLiteral("VALUE")));
    m_single.append(names.first());
}

void Options::letRepeat(const QStringList &names)
{
    for (const QString &name : names)
        m_single.removeAll(name);
}

Result<void> Options::checkRepeats() const
{
    for (const QString &name : m_single) {
        if (values(name).size() > 1)
            return usageError(QCoreApplication::translate("CommandLine",
                                                          "--%1 is given more than once; it takes one value.")
                                  .arg(name));
    }
    return {};
}

Result<void> Options::parse(const QStringList &arguments)
{
    // QCommandLineParser expects the program's name first.
    if (!m_parser.parse(QStringList{QStringLiteral("switchyard")} + arguments))
        return usageError(m_parser.errorText());
    if (const Result<void> once = checkRepeats(); !once)
        return once;
    // An unset variable of a script must not end in the user's own ledger.
    if (has(kDataDir) && value(kDataDir).isEmpty())
        return usageError(QCoreApplication::translate("CommandLine", "--data-dir wants a folder."));
    return {};
}

Result<void> Options::refuse(const QStringList &names, const QString &verb) const
{
    for (const QString &name : names) {
        if (has(name))
            return usageError(
                QCoreApplication::translate("CommandLine", "%1 does not take --%2.").arg(verb, name));
    }
    return {};
}

Invocation Options::invocation() const
{
    return {value(kDataDir), has(kDemo)};
}

} // namespace app
