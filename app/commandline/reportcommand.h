#pragma once

#include "app/commandline/command.h"
#include "app/commandline/commandline.h"

#include "core/report/reportdocument.h"

#include <functional>
#include <memory>

namespace core {
class ReportJob;
} // namespace core

namespace app {

class Console;
class Services;

/// Makes a PDF file of a report; empty when it cannot.
using ReportPrinter = std::function<QByteArray(const core::ReportDocument &)>;

/// `report`: one month's usage as a document.
class ReportCommand : public Command
{
    Q_OBJECT

public:
    ReportCommand(const ReportInvocation &invocation, bool demo, ReportPrinter printer, Services &services,
                  Console &console);
    ~ReportCommand() override;

    void start() override;
    void stop() override;

private:
    void conclude(const core::Result<core::MonthlyReport> &report);
    void save(const QByteArray &bytes);
    QByteArray written(const core::MonthlyReport &report) const;
    void fail(const QString &sentence, ExitCode code);

    const ReportInvocation m_invocation;
    const bool m_demo;
    const ReportPrinter m_printer;
    Services &m_services;
    Console &m_console;
    std::unique_ptr<core::ReportJob> m_job;
};

} // namespace app
