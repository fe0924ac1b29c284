#pragma once

#include "core/base/error.h"

#include <QObject>

namespace app {

/// The public exit codes.
enum class ExitCode { Good = 0, SomethingFailed = 1, WrongUsage = 2, ConfigurationError = 3 };

/// One command under way. It prints what it has to say and ends with finished(), exactly once.
class Command : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void start() = 0;
    /// The user wants it to stop (SIGINT, SIGTERM): end soon, with what there is.
    virtual void stop() { emit finished(ExitCode::SomethingFailed); }

signals:
    void finished(app::ExitCode code);
};

} // namespace app
