#include "core/storage/storageerror.h"

#include <array>

namespace core {

namespace {

struct KnownCode
{
    int primary;
    QLatin1StringView code;
    QLatin1StringView words;
};

// Primary result codes are the low byte of the extended ones that the driver reports.
constexpr std::array kKnownCodes{
    KnownCode{3, QLatin1StringView("no_permission"), QLatin1StringView("access was denied")},
    KnownCode{5, QLatin1StringView("locked"), QLatin1StringView("another program keeps the file locked")},
    KnownCode{6, QLatin1StringView("locked"), QLatin1StringView("another program keeps the file locked")},
    KnownCode{8, QLatin1StringView("read_only"), QLatin1StringView("the file may not be written")},
    KnownCode{11, QLatin1StringView("corrupt"), QLatin1StringView("the file is damaged")},
    KnownCode{13, QLatin1StringView("disk_full"), QLatin1StringView("the disk is full")},
    KnownCode{14, QLatin1StringView("no_permission"), QLatin1StringView("the file cannot be opened")},
    KnownCode{19, QLatin1StringView("constraint"), QLatin1StringView("a rule of the database was broken")},
    KnownCode{26, QLatin1StringView("not_a_database"), QLatin1StringView("the file is not a database")},
};

} // namespace

Error storageError(const QString &message, const QString &code)
{
    Error error;
    error.kind = ErrorKind::Storage;
    error.message = message;
    error.code = code;
    return error;
}

Error storageError(const QSqlError &error, const QString &context)
{
    const int primary = error.nativeErrorCode().toInt() & 0xff;
    for (const KnownCode &known : kKnownCodes) {
        if (known.primary == primary) {
            return storageError(
                QStringLiteral("Could not %1: %2 (%3)").arg(context, known.words, error.databaseText()),
                known.code);
        }
    }
    return storageError(
        QStringLiteral("Could not %1: %2 %3").arg(context, error.driverText(), error.databaseText()));
}

} // namespace core
