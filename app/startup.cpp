#include "app/startup.h"

#include "app/application.h"
#include "app/commandline/command.h"
#include "app/commandline/console.h"
#include "core/base/continuation.h"
#include "core/base/onworker.h"
#include "core/storage/database.h"
#include "core/storage/datapaths.h"

#include <QApplication>
#include <QFileInfo>
#include <QLocale>
#include <QMessageBox>
#include <QProgressDialog>

namespace app {

using namespace core;

namespace {

constexpr int kMomentMs = 400;

} // namespace

LedgerUpdate::LedgerUpdate(QString filePath, QObject *parent)
    : QObject(parent)
    , m_filePath(std::move(filePath))
    , m_dialog(std::make_unique<QProgressDialog>())
    , m_stopped(std::make_shared<std::atomic_bool>(false))
{
    m_dialog->setObjectName(QStringLiteral("ledgerUpdate"));
    m_dialog->setWindowTitle(tr("Your ledger is brought up to date"));
    m_dialog->setLabelText(
        tr("An older version of Switchyard wrote this ledger (%1).\nIt is copied, and then brought to the "
           "form of this version. Nothing is lost when you quit.")
            .arg(QLocale().formattedDataSize(QFileInfo(m_filePath).size())));
    m_dialog->setCancelButtonText(tr("&Quit"));
    m_dialog->setRange(0, 0);
    m_dialog->setAutoReset(false);
    m_dialog->setAutoClose(false);
    m_dialog->setMinimumDuration(kMomentMs);
    connect(m_dialog.get(), &QProgressDialog::canceled, this, [this] { *m_stopped = true; });
}

LedgerUpdate::~LedgerUpdate()
{
    *m_stopped = true;
}

void LedgerUpdate::start()
{
    const auto work = [filePath = m_filePath, stopped = m_stopped] {
        return Database::update(filePath, [stopped] { return stopped->load(); });
    };
    continued(onWorker(work), this, [this](const Result<void> &updated) {
        m_dialog->hide();
        emit finished(updated);
    });
}

Startup::Startup(QString dataDir, bool demo) : m_dataDir(std::move(dataDir)), m_demo(demo) { }

Startup::~Startup() = default;

void Startup::begin()
{
    const QString ledger = DataPaths::under(m_dataDir).ledgerFile;
    if (!Database::isOutdated(ledger))
        return openLedger();
    // Between the dialog and the window there is none.
    QApplication::setQuitOnLastWindowClosed(false);
    m_update = std::make_unique<LedgerUpdate>(ledger);
    connect(m_update.get(), &LedgerUpdate::finished, this, [this](const Result<void> &updated) {
        QApplication::setQuitOnLastWindowClosed(true);
        if (updated)
            openLedger();
        else if (updated.error().code == QLatin1StringView("stopped"))
            QApplication::exit(int(ExitCode::Good));
        else
            fail(updated.error());
    });
    m_update->start();
}

void Startup::openLedger()
{
    Result<std::unique_ptr<Services>> services = Services::open(m_dataDir);
    if (!services)
        return fail(services.error());
    m_window = std::make_unique<Application>(std::move(services).value(), m_demo);
    m_window->show();
    emit opened();
}

void Startup::fail(const Error &error)
{
    Console().complain(error.message);
    auto *const box = new QMessageBox(QMessageBox::Critical, tr("Switchyard cannot start"), error.message);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(box, &QMessageBox::finished, this, [] { QApplication::exit(int(ExitCode::ConfigurationError)); });
    box->show();
}

} // namespace app
