#include "app/startup.h"

#include "app/commandline/command.h"
#include "app/commandline/console.h"
#include "core/base/continuation.h"
#include "core/base/onworker.h"
#include "core/storage/database.h"
#include "core/storage/datapaths.h"

#include <QApplication>
#include <QEventLoop>
#include <QFileInfo>
#include <QLocale>
#include <QMessageBox>
#include <QProgressDialog>

#include <atomic>

namespace app {

using namespace core;

namespace {

constexpr int kMomentMs = 400;

class Startup
{
    Q_DECLARE_TR_FUNCTIONS(Startup)
};

void fillProgress(QProgressDialog &dialog, qint64 bytes)
{
    dialog.setObjectName(QStringLiteral("ledgerUpdate"));
    dialog.setWindowTitle(Startup::tr("Your ledger is brought up to date"));
    dialog.setLabelText(
        Startup::tr(
            "An older version of Switchyard wrote this ledger (%1).\nIt is copied, and then brought to "
            "the form of this version. Nothing is lost when you quit.")
            .arg(QLocale().formattedDataSize(bytes)));
    dialog.setCancelButtonText(Startup::tr("&Quit"));
    dialog.setRange(0, 0);
    dialog.setAutoReset(false);
    dialog.setAutoClose(false);
    dialog.setMinimumDuration(kMomentMs);
}

} // namespace

Result<void> updateLedger(const QString &filePath)
{
    if (!Database::isOutdated(filePath))
        return {};
    const auto stopped = std::make_shared<std::atomic_bool>(false);
    QProgressDialog dialog;
    fillProgress(dialog, QFileInfo(filePath).size());
    QObject::connect(&dialog, &QProgressDialog::canceled, &dialog, [stopped] { *stopped = true; });
    Result<void> updated;
    QEventLoop loop;
    const auto work = [filePath, stopped] {
        return Database::update(filePath, [stopped] { return stopped->load(); });
    };
    continued(onWorker(work), &loop, [&updated, &loop](const Result<void> &result) {
        updated = result;
        loop.quit();
    });
    loop.exec();
    return updated;
}

Result<std::unique_ptr<Services>> openServices(const QString &dataDir)
{
    const Result<void> updated = updateLedger(DataPaths::under(dataDir).ledgerFile);
    if (!updated)
        return updated.error();
    return Services::open(dataDir);
}

int failToStart(const Error &error)
{
    if (error.code == QLatin1StringView("stopped"))
        return int(ExitCode::Good);
    Console().complain(error.message);
    QMessageBox box(QMessageBox::Critical, Startup::tr("Switchyard cannot start"), error.message);
    box.show();
    QApplication::exec();
    return int(ExitCode::ConfigurationError);
}

} // namespace app
