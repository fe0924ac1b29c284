#include "ui/data/exportdialog.h"

#include "core/base/clock.h"
#include "core/base/formatting.h"
#include "ui/data/workstrip.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/primarybutton.h"
#include "ui/widgets/themedlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDateTime>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

using core::PeriodKind;
using core::UsageExportFormat;

namespace ui {

namespace {

constexpr int kDialogWidth = 560;

} // namespace

ExportDialog::ExportDialog(const ExportSource &source, const core::Clock &clock, const Theme &theme,
                           QWidget *parent)
    : QDialog(parent), m_source(source), m_clock(clock), m_theme(theme)
{
    setObjectName(QStringLiteral("export"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Export usage"));
    m_work = new WorkStrip(theme, this);
    m_message = new MessagePanel(theme, this);
    m_message->setObjectName(QStringLiteral("export.message"));
    m_message->hide();
    m_export = new PrimaryButton(theme, tr("&Export …"), this);
    m_export->setObjectName(QStringLiteral("export.start"));
    m_export->setDefault(true);
    m_close = new QPushButton(tr("&Close"), this);
    m_close->setObjectName(QStringLiteral("export.close"));
    auto *const buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    buttons->addWidget(m_export);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(makeChoices());
    column->addWidget(m_work);
    column->addWidget(m_message);
    column->addStretch(1);
    column->addLayout(buttons);
    setMinimumWidth(theme.px(kDialogWidth));
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::chooseFile);
    connect(m_close, &QPushButton::clicked, this, &ExportDialog::reject);
    connect(m_work, &WorkStrip::busyChanged, this, [this](bool busy) {
        m_choices->setEnabled(!busy);
        m_export->setEnabled(!busy);
        if (busy)
            m_message->hide();
    });
    explain();
}

QWidget *ExportDialog::makeChoices()
{
    m_choices = new QWidget(this);
    m_format = new QComboBox(m_choices);
    m_format->setObjectName(QStringLiteral("export.format"));
    m_format->setAccessibleName(tr("Format"));
    m_format->addItem(tr("Table with every column (CSV)"), static_cast<int>(UsageExportFormat::Csv));
    m_format->addItem(tr("OpenTelemetry names (JSON lines)"), static_cast<int>(UsageExportFormat::JsonLines));
    m_format->addItem(tr("Charges for finance (FOCUS, CSV)"), static_cast<int>(UsageExportFormat::Focus));
    m_hint = new ThemedLabel(m_theme, {}, Theme::Token::Ink2, m_choices);
    m_hint->setObjectName(QStringLiteral("export.hint"));
    m_hint->setWordWrap(true);
    m_period = new QComboBox(m_choices);
    m_period->setObjectName(QStringLiteral("export.period"));
    m_period->setAccessibleName(tr("Period"));
    const std::pair<QString, PeriodKind> periods[] = {
        {tr("Everything"), PeriodKind::All},
        {tr("This month"), PeriodKind::ThisMonth},
        {tr("Previous month"), PeriodKind::PreviousMonth},
        {tr("Last 30 days"), PeriodKind::Last30Days},
        {tr("From … to …"), PeriodKind::Custom},
    };
    for (const auto &[text, kind] : periods)
        m_period->addItem(text, static_cast<int>(kind));
    m_simulated = new QCheckBox(tr("&Include simulated requests"), m_choices);
    m_simulated->setObjectName(QStringLiteral("export.simulated"));
    m_simulated->setChecked(m_source.includeSimulated);
    auto *const form = new QFormLayout(m_choices);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    form->addRow(tr("&Format"), m_format);
    form->addRow(QString(), m_hint);
    form->addRow(tr("&Period"), m_period);
    form->addRow(QString(), makeDays());
    form->addRow(QString(), m_simulated);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::explain);
    connect(m_period, &QComboBox::currentIndexChanged, this,
            [this] { m_days->setVisible(period().kind == PeriodKind::Custom); });
    return m_choices;
}

QWidget *ExportDialog::makeDays()
{
    m_days = new QWidget(m_choices);
    m_from = new QDateEdit(today().addMonths(-1), m_days);
    m_from->setObjectName(QStringLiteral("export.from"));
    m_from->setAccessibleName(tr("First day"));
    m_to = new QDateEdit(today(), m_days);
    m_to->setObjectName(QStringLiteral("export.to"));
    m_to->setAccessibleName(tr("Last day"));
    auto *const row = new QHBoxLayout(m_days);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (QDateEdit *const edit : {m_from, m_to}) {
        edit->setCalendarPopup(true);
        row->addWidget(edit);
    }
    row->addStretch(1);
    m_days->hide();
    return m_days;
}

QDate ExportDialog::today() const
{
    return QDateTime::fromMSecsSinceEpoch(m_clock.utcMs(), m_source.zone).date();
}

UsageExportFormat ExportDialog::format() const
{
    return static_cast<UsageExportFormat>(m_format->currentData().toInt());
}

core::ReportPeriod ExportDialog::period() const
{
    const auto kind = static_cast<PeriodKind>(m_period->currentData().toInt());
    if (kind != PeriodKind::Custom)
        return core::periodOf(kind, today());
    core::ReportPeriod days = core::customPeriod(m_from->date(), m_to->date());
    days.kind = PeriodKind::Custom;
    return days;
}

core::UsageExportRequest ExportDialog::request() const
{
    core::UsageExportRequest wanted{format(), {}};
    const core::TimeRange range = core::timeRange(period(), m_source.zone);
    wanted.filter.sinceMs = range.sinceMs;
    wanted.filter.untilMs = range.untilMs;
    wanted.filter.includeSimulated = m_simulated->isChecked();
    return wanted;
}

void ExportDialog::explain()
{
    switch (format()) {
    case UsageExportFormat::JsonLines:
        m_hint->setText(
            tr("One object a line with the attribute names of OpenTelemetry for generative AI, and the "
               "usage as the provider reported it. No prompts, no answers."));
        break;
    case UsageExportFormat::Focus:
        m_hint->setText(
            tr("One charge a row with the columns of the FinOps Open Cost and Usage Specification. An "
               "unknown cost stays empty."));
        break;
    case UsageExportFormat::Csv:
        m_hint->setText(
            tr("One attempt a row with its tokens, times and exact cost. No prompts, no answers."));
        break;
    }
}

void ExportDialog::chooseFile()
{
    auto *const dialog = new QFileDialog(this, tr("Export usage"));
    dialog->setObjectName(QStringLiteral("export.file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDefaultSuffix(core::usageExportSuffix(format()));
    const QString name =
        format() == UsageExportFormat::Focus ? QStringLiteral("usage-focus") : QStringLiteral("usage");
    dialog->selectFile(name + u'-' + today().toString(Qt::ISODate) + u'.'
                       + core::usageExportSuffix(format()));
    connect(dialog, &QFileDialog::fileSelected, this, &ExportDialog::exportTo);
    dialog->open();
}

void ExportDialog::exportTo(const QString &filePath)
{
    const auto ended = [this, filePath](const core::Result<core::UsageExportSummary> *summary) {
        m_message->clearActions();
        if (!summary)
            m_message->setMessage(MessagePanel::Kind::Info, tr("The export was cancelled"), {},
                                  tr("%1 was not written.").arg(QFileInfo(filePath).fileName()));
        else if (*summary)
            tell(filePath, **summary);
        else
            m_message->setMessage(MessagePanel::Kind::Bad, tr("The usage could not be exported"),
                                  summary->error().message);
    };
    m_work->follow<core::UsageExportSummary>(
        tr("Writing attempts …"), core::exportUsageToFile(m_source.ledgerFile, request(), filePath), ended);
}

void ExportDialog::tell(const QString &filePath, const core::UsageExportSummary &summary)
{
    QStringList next{
        tr("%1, %2").arg(QFileInfo(filePath).fileName(), QLocale().formattedDataSize(summary.bytes))};
    if (summary.unpriced > 0)
        next.append(
            tr("%1 are unpriced: their cost is left empty.").arg(core::formatCount(summary.unpriced)));
    if (summary.withoutCharge > 0)
        next.append(tr("%1 have no row, as nothing was charged for them.")
                        .arg(core::formatCount(summary.withoutCharge)));
    m_message->setMessage(summary.unpriced > 0 ? MessagePanel::Kind::Warn : MessagePanel::Kind::Good,
                          tr("%1 attempts of %2 in all")
                              .arg(core::formatCount(summary.attempts), core::formatMoney(summary.cost)),
                          {}, next.join(u'\n'));
    FlatButton *const open = m_message->addAction(tr("Sho&w in file manager"));
    open->setObjectName(QStringLiteral("export.show"));
    connect(open, &QToolButton::clicked, this, [this, filePath] { emit showInFilesRequested(filePath); });
    m_close->setFocus();
}

void ExportDialog::reject()
{
    if (m_work->isBusy())
        m_work->cancel();
    else
        QDialog::reject();
}

} // namespace ui
