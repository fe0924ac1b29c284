#include "ui/report/reportdialog.h"

#include "core/base/continuation.h"
#include "core/report/reporthtml.h"
#include "core/storage/database.h"
#include "core/storage/outputfile.h"
#include "ui/report/reportpdf.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/keyvaluegrid.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/primarybutton.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/themedlabel.h"

#include <QComboBox>
#include <QDateTime>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

namespace ui {

namespace {

constexpr int kPatienceMs = 500;
constexpr int kReportSteps = 1000;
constexpr int kOfferedMonths = 36;

QDate firstOfMonth(QDate date)
{
    return {date.year(), date.month(), 1};
}

QString nameOfMonth(QDate month)
{
    return QStringLiteral("%1 %2").arg(QLocale().standaloneMonthName(month.month()),
                                       QString::number(month.year()));
}

/// Of two that are as near, the newer one. `months` are newest first, and there is one.
QDate nearestMonth(QDate month, const QList<QDate> &months)
{
    return *std::min_element(months.cbegin(), months.cend(), [month](QDate one, QDate other) {
        return std::abs(one.daysTo(month)) < std::abs(other.daysTo(month));
    });
}

} // namespace

ReportDialog::ReportDialog(const Theme &theme, const core::ReportServices &services,
                           const core::MonthlyQuery &query, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_services(services)
    , m_query(query)
    , m_month(new QComboBox(this))
    , m_format(new SegmentedControl(theme, this))
    , m_text(new ThemedLabel(theme, {}, Theme::Token::Ink2, this))
    , m_figures(new KeyValueGrid(theme, this))
    , m_bar(new QProgressBar(this))
    , m_message(new MessagePanel(theme, this))
    , m_save(new PrimaryButton(theme, tr("&Save …"), this))
{
    setObjectName(QStringLiteral("report"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Monthly report"));
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatienceMs);
    build();
    addMonths();
    connect(&m_patience, &QTimer::timeout, m_bar, &QWidget::show);
    connect(m_month, &QComboBox::currentIndexChanged, this, &ReportDialog::read);
    connect(m_save, &QPushButton::clicked, this, &ReportDialog::askForFile);
    begin();
}

void ReportDialog::build()
{
    m_month->setObjectName(QStringLiteral("report.month"));
    m_month->setAccessibleName(tr("Month of the report"));
    m_format->setObjectName(QStringLiteral("report.format"));
    m_format->setAccessibleName(tr("Kind of file"));
    m_format->addSegment(tr("HTML"), tr("One file that any browser shows and prints"));
    m_format->addSegment(tr("PDF"), tr("Pages in A4 to hand on"));
    m_format->setCurrent(Html);
    m_text->setObjectName(QStringLiteral("report.text"));
    m_text->setWordWrap(true);
    m_figures->setObjectName(QStringLiteral("report.figures"));
    m_bar->setObjectName(QStringLiteral("report.progress"));
    m_bar->setAccessibleName(tr("Progress of the report"));
    m_bar->setRange(0, kReportSteps);
    m_bar->setTextVisible(false);
    m_bar->hide();
    m_message->setObjectName(QStringLiteral("report.message"));
    m_message->hide();
    m_save->setObjectName(QStringLiteral("report.save"));
    m_save->setAccessibleName(tr("Save the report"));
    auto *const close = new QPushButton(tr("&Close"), this);
    close->setObjectName(QStringLiteral("report.close"));
    close->setAccessibleName(tr("Close"));
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto *const month = new QLabel(tr("&Month"), this);
    month->setBuddy(m_month);
    auto *const form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(12);
    form->addRow(month, m_month);
    form->addRow(tr("File"), m_format);
    auto *const buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(close);
    buttons->addWidget(m_save);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addLayout(form);
    column->addWidget(m_text);
    column->addWidget(m_figures);
    column->addWidget(m_bar);
    column->addWidget(m_message);
    column->addStretch(1);
    column->addLayout(buttons);
    setMinimumSize(m_theme.px(520), m_theme.px(380));
}

void ReportDialog::addMonths()
{
    const QDate present = firstOfMonth(QDateTime::fromMSecsSinceEpoch(m_query.nowMs, m_query.zone).date());
    for (int back = 0; back < kOfferedMonths; ++back) {
        const QDate month = present.addMonths(-back);
        const QString name = nameOfMonth(month);
        m_month->addItem(back == 0 ? tr("%1 (under way)", "a month").arg(name) : name, month);
    }
    m_month->setCurrentIndex(std::max(0, m_month->findData(firstOfMonth(m_query.month))));
}

void ReportDialog::begin()
{
    m_text->setText(tr("Reading …"));
    showBusy(true);
    const auto list = [query = m_query](core::Connection &connection) {
        return core::monthsWithRequests(connection, query);
    };
    core::continued(m_services.database.read(list), this, [this](const core::Result<QList<QDate>> &months) {
        if (months)
            keepOffered(*months);
        if (m_job)
            return; // another month was chosen meanwhile
        const QDate first = firstOfMonth(m_query.month);
        const bool elsewhere = m_months && !m_months->isEmpty() && !m_months->contains(first);
        choose(elsewhere ? m_months->constFirst() : first);
    });
}

void ReportDialog::keepOffered(const QList<QDate> &months)
{
    m_months.emplace();
    std::copy_if(months.cbegin(), months.cend(), std::back_inserter(*m_months),
                 [this](QDate month) { return m_month->findData(month) >= 0; });
}

void ReportDialog::choose(QDate month)
{
    const QSignalBlocker quiet(m_month);
    m_month->setCurrentIndex(std::max(0, m_month->findData(month)));
    read();
}

void ReportDialog::read()
{
    m_report.reset();
    m_query.month = m_month->currentData().toDate();
    m_message->hide();
    m_message->clearActions();
    m_figures->clear();
    m_text->setText(tr("Reading …"));
    showBusy(true);
    m_job = std::make_unique<core::ReportJob>(m_services, m_query);
    connect(m_job.get(), &core::ReportJob::progressed, this,
            [this](double share) { m_bar->setValue(static_cast<int>(share * kReportSteps)); });
    connect(m_job.get(), &core::ReportJob::finished, this, &ReportDialog::conclude);
    m_job->start();
}

void ReportDialog::showBusy(bool busy)
{
    m_save->setEnabled(!busy);
    m_bar->setValue(0);
    m_bar->hide();
    if (busy)
        m_patience.start();
    else
        m_patience.stop();
}

void ReportDialog::conclude(const core::Result<core::MonthlyReport> &report)
{
    m_job.release()->deleteLater();
    showBusy(false);
    if (!report) {
        m_save->setEnabled(false);
        m_text->setText({});
        m_message->setMessage(MessagePanel::Kind::Bad, tr("The report could not be made"),
                              report.error().message, tr("Choose another month, or this one again."));
        return;
    }
    m_report = *report;
    showReport();
}

void ReportDialog::showReport()
{
    const core::ReportDocument document = core::reportDocument(*m_report, QLocale());
    m_text->setText(QStringList{document.subtitle, document.summary.join(QLatin1Char(' '))}
                        .join(QLatin1Char('\n'))
                        .trimmed());
    for (const core::ReportFigure &figure : document.figures) {
        const QString exact = figure.value.exact;
        m_figures->addRow(figure.label, figure.value.text,
                          QStringList{exact, figure.note}.join(QLatin1Char('\n')).trimmed());
    }
    m_save->setDefault(true);
    if (m_report->isEmpty())
        offerNearest();
}

void ReportDialog::offerNearest()
{
    if (!m_months)
        return;
    const QString title = tr("%1 has no requests").arg(nameOfMonth(m_query.month));
    if (m_months->isEmpty()) {
        m_message->setMessage(MessagePanel::Kind::Info, title, {},
                              tr("No other month has any. Send a prompt in Compare first."));
        return;
    }
    const QDate nearest = nearestMonth(m_query.month, *m_months);
    const QString name = nameOfMonth(nearest);
    m_message->setMessage(MessagePanel::Kind::Info, title, {},
                          tr("The nearest month that has some is %1.").arg(name));
    FlatButton *const show = m_message->addAction(tr("Sho&w %1").arg(name));
    show->setObjectName(QStringLiteral("report.nearest"));
    connect(show, &QToolButton::clicked, this, [this, nearest] { choose(nearest); });
}

void ReportDialog::askForFile()
{
    const bool pdf = m_format->current() == Pdf;
    const QString suffix = pdf ? QStringLiteral("pdf") : QStringLiteral("html");
    auto *const dialog = new QFileDialog(this, tr("Save the report"));
    dialog->setObjectName(QStringLiteral("report.file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(core::reportFileName(m_query.month, suffix));
    connect(dialog, &QFileDialog::fileSelected, this, &ReportDialog::saveTo);
    dialog->open();
}

void ReportDialog::saveTo(const QString &path)
{
    if (!m_report)
        return;
    const core::ReportDocument document = core::reportDocument(*m_report, QLocale());
    const QByteArray bytes =
        m_format->current() == Pdf ? reportPdf(document) : core::reportHtml(document).toUtf8();
    const core::Result<void> written = bytes.isEmpty()
        ? core::Error{core::ErrorKind::Storage, tr("The PDF could not be made.")}
        : core::writeOutputFile(path, bytes);
    if (!written) {
        m_message->clearActions();
        m_message->setMessage(MessagePanel::Kind::Bad, tr("The report could not be saved"),
                              written.error().message, tr("Choose another place."));
        return;
    }
    emit saved(path);
    accept();
}

} // namespace ui
