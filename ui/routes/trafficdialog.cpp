#include "ui/routes/trafficdialog.h"

#include "core/base/formatting.h"
#include "core/models/historywords.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/themedlabel.h"

#include <QFileDialog>
#include <QHeaderView>
#include <QProgressBar>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int kTrafficSteps = 1000;

} // namespace

TrafficDialog::TrafficDialog(const Theme &theme, core::LedgerWriter &writer,
                             const core::ModelCatalog &catalog, const QStringList &files, QWidget *parent)
    : QDialog(parent)
    , m_writer(writer)
    , m_catalog(catalog)
    , m_files(files)
    , m_text(new ThemedLabel(theme, tr("Reading …"), Theme::Token::Ink, this))
    , m_bar(new QProgressBar(this))
    , m_message(new MessagePanel(theme, this))
    , m_lines(new QTreeWidget(this))
    , m_button(new QPushButton(tr("&Stop"), this))
{
    setObjectName(QStringLiteral("traffic"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Import requests"));
    m_text->setObjectName(QStringLiteral("traffic.text"));
    m_bar->setObjectName(QStringLiteral("traffic.progress"));
    m_bar->setAccessibleName(tr("Progress of the import"));
    m_bar->setRange(0, kTrafficSteps);
    m_bar->setTextVisible(false);
    m_message->setObjectName(QStringLiteral("traffic.message"));
    m_message->hide();
    m_lines->setObjectName(QStringLiteral("traffic.lines"));
    m_lines->setAccessibleName(tr("What had no place here"));
    m_lines->setRootIsDecorated(false);
    m_lines->setUniformRowHeights(true);
    m_lines->setHeaderLabels({tr("What"), tr("Where")});
    m_lines->header()->setStretchLastSection(false);
    m_lines->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_lines->setMinimumHeight(theme.px(200));
    m_lines->hide();
    m_button->setObjectName(QStringLiteral("traffic.button"));
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(m_text);
    column->addWidget(m_bar);
    column->addWidget(m_message);
    column->addWidget(m_lines, 1);
    column->addWidget(m_button, 0, Qt::AlignRight);
    setMinimumWidth(theme.px(640));
    connect(m_button, &QPushButton::clicked, this, &TrafficDialog::reject);
}

void TrafficDialog::start(bool skipFaults)
{
    m_import = std::make_unique<core::TrafficImport>(m_writer, m_files, core::withListPrices({}, m_catalog));
    m_import->setSkipFaults(skipFaults);
    connect(m_import.get(), &core::TrafficImport::progressed, this, &TrafficDialog::showProgress);
    connect(m_import.get(), &core::TrafficImport::finished, this, &TrafficDialog::conclude);
    m_message->hide();
    m_lines->hide();
    m_text->show();
    m_bar->setValue(0);
    m_bar->show();
    m_button->setText(tr("&Stop"));
    m_import->start();
}

void TrafficDialog::choose(QWidget *parent, std::function<void(const QStringList &files)> chosen)
{
    auto *const dialog = new QFileDialog(parent, tr("Import requests"));
    dialog->setObjectName(QStringLiteral("traffic.files"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("Requests, one a line (*.jsonl *.ndjson *.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, parent, std::move(chosen));
    dialog->open();
}

void TrafficDialog::reject()
{
    if (m_import)
        m_import->cancel();
    else
        QDialog::reject();
}

void TrafficDialog::showProgress(double share, qint64 requests)
{
    m_bar->setValue(static_cast<int>(share * kTrafficSteps));
    // The first half only reads, so that a wrong line changes nothing.
    const QString count = core::formatCount(requests);
    m_text->setText(share < 0.5 ? tr("Reading: %1 requests").arg(count)
                                : tr("Writing: %1 requests").arg(count));
}

void TrafficDialog::conclude(const core::Result<core::TrafficReport> &report)
{
    const bool faults = !m_import->faults().isEmpty();
    m_import.release()->deleteLater();
    m_bar->hide();
    m_text->hide();
    m_button->setText(tr("&Close"));
    m_button->setFocus();
    m_message->clearActions();
    if (!report) {
        fail(report.error(), faults);
        return;
    }
    QStringList parts;
    if (report->count.known > 0)
        parts.append(tr("%n requests were here already.", nullptr, report->count.known));
    if (report->unpriced > 0)
        parts.append(tr("The cost of %1 is not known.").arg(core::formatCount(report->unpriced)));
    if (report->estimated > 0)
        parts.append(tr("The tokens of %1 are estimated.").arg(core::formatCount(report->estimated)));
    if (report->faultCount > 0)
        parts.append(tr("Lines passed over: %1.").arg(core::formatCount(report->faultCount)));
    parts.append(tr("They are in no total: this program sent none of them."));
    m_message->setMessage(report->cancelled ? MessagePanel::Kind::Warn : MessagePanel::Kind::Good,
                          report->cancelled ? tr("Stopped after %n requests", nullptr, report->count.added)
                                            : tr("%n requests imported", nullptr, report->count.added),
                          {}, parts.join(QLatin1Char(' ')));
    list(*report);
    if (report->count.added > 0 || report->count.known > 0)
        emit imported();
}

void TrafficDialog::fail(const core::Error &error, bool faults)
{
    m_message->setMessage(MessagePanel::Kind::Bad,
                          error.kind == core::ErrorKind::Storage ? tr("The ledger could not be written")
                              : faults ? tr("Nothing was imported, as a line is no request")
                                       : tr("Nothing was imported"),
                          error.message);
    if (!faults)
        return;
    FlatButton *const skip = m_message->addAction(tr("&Pass over such lines"));
    skip->setObjectName(QStringLiteral("traffic.skip"));
    connect(skip, &QToolButton::clicked, this, [this] { start(true); });
}

void TrafficDialog::list(const core::TrafficReport &report)
{
    m_lines->clear();
    for (const core::ImportLoss &loss : report.losses)
        new QTreeWidgetItem(m_lines, {core::HistoryWords::loss(loss), tr("%n times", nullptr, loss.times)});
    for (const core::TrafficFault &fault : report.faults)
        new QTreeWidgetItem(
            m_lines,
            {fault.what,
             tr("%1, line %2", "a file and a line").arg(fault.file, core::formatCount(fault.line))});
    m_lines->setVisible(m_lines->topLevelItemCount() > 0);
}

} // namespace ui
