#pragma once

#include "app/commandline/command.h"
#include "app/commandline/commandline.h"
#include "app/commandline/matrixprinter.h"

#include "core/evaluate/matrix.h"

#include <QTimer>

namespace app {

class Console;
class Services;

/// `compare --set`: a matrix, stored like the window's, printed when it has stopped.
class MatrixCommand : public Command
{
    Q_OBJECT

public:
    MatrixCommand(const CompareInvocation &invocation, Services &services, Console &console);
    ~MatrixCommand() override;

    void start() override;
    void stop() override;

private:
    void addMatrix(qint64 set, const QList<core::Target> &targets, const core::MatrixOptions &options);
    void run(qint64 matrix);
    void begin();
    void noteState();
    void warnOfPrices();
    void showProgress();
    void print();
    void conclude();
    std::optional<core::Error> unasked() const;
    void fail(const core::Error &error, ExitCode code);

    const CompareInvocation m_invocation;
    Services &m_services;
    Console &m_console;
    std::unique_ptr<core::Matrix> m_matrix;
    /// What a ledger that keeps no texts will not give back.
    MatrixAnswers m_answers;
    MatrixPrinter *m_printer = nullptr;
    QTimer m_progressTimer;
    bool m_started = false;
    bool m_ended = false;
};

} // namespace app
