#include "ui/data/datapane.h"

#include "core/base/clock.h"
#include "core/base/continuation.h"
#include "core/base/formatting.h"
#include "core/settings/keys.h"
#include "core/settings/settings.h"
#include "ui/data/workstrip.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/keyvaluegrid.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/themedlabel.h"

#include <QDateEdit>
#include <QDateTime>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

using core::formatCount;

namespace ui {

namespace {

constexpr int kMonthsKept = 12;
constexpr int kButtonSpace = 8;
constexpr qsizetype kShownProblems = 5;

QString dataSize(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes);
}

QString dayOf(qint64 ms, const QTimeZone &zone)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(ms, zone).date(), QLocale::LongFormat);
}

} // namespace

DataPane::DataPane(core::LedgerKeeper &keeper, core::Settings &settings, const core::Clock &clock,
                   const Theme &theme, QWidget *parent)
    : QWidget(parent), m_keeper(keeper), m_settings(settings), m_clock(clock), m_theme(theme)
{
    setObjectName(QStringLiteral("data"));
    m_reading = new ThemedLabel(theme, tr("Reading the ledger …"), Theme::Token::Ink2, this);
    m_reading->setObjectName(QStringLiteral("data.reading"));
    m_figures = new KeyValueGrid(theme, this);
    m_figures->setObjectName(QStringLiteral("data.figures"));
    m_work = new WorkStrip(theme, this);
    m_message = new MessagePanel(theme, this);
    m_message->setObjectName(QStringLiteral("data.message"));
    m_message->hide();
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_reading);
    column->addWidget(m_figures);
    column->addWidget(makeActions());
    column->addWidget(makePruning());
    column->addWidget(m_work);
    column->addWidget(m_message);
    connect(m_work, &WorkStrip::busyChanged, this, &DataPane::enable);
    connect(&keeper, &core::LedgerKeeper::pruned, this, &DataPane::refresh);
    connect(&settings, &core::Settings::changed, this, [this](const QString &key) {
        if (key == core::settings::kKeepTexts.key && isVisible())
            refresh();
    });
}

QWidget *DataPane::makeActions()
{
    auto *const row = new QWidget(this);
    auto *const buttons = new FlowLayout(row, kButtonSpace);
    buttons->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const QString &text, const char *name, const QString &toolTip, auto slot) {
        auto *const button = new FlatButton(m_theme, text, FlatButton::Look::Outlined, row);
        button->setObjectName(QLatin1StringView(name));
        button->setToolTip(toolTip);
        connect(button, &QToolButton::clicked, this, slot);
        buttons->addWidget(button);
        m_controls.append(button);
    };
    add(tr("&Check the ledger"), "data.check",
        tr("Whether the file is whole and every sum is that of its attempts"), &DataPane::check);
    add(tr("Back &up …"), "data.backUp", tr("A copy of the whole ledger, made while it is in use"),
        &DataPane::chooseBackup);
    add(tr("E&xport usage …"), "data.export",
        tr("All attempts as a table or as lines of JSON, without texts"), &DataPane::exportRequested);
    return row;
}

QWidget *DataPane::makePruning()
{
    m_pruning = new QWidget(this);
    m_before = new QDateEdit(m_pruning);
    m_before->setObjectName(QStringLiteral("data.before"));
    m_before->setAccessibleName(tr("Remove attempts from before this day"));
    m_before->setCalendarPopup(true);
    const QDate today = QDateTime::fromMSecsSinceEpoch(m_clock.utcMs()).date();
    m_before->setMaximumDate(today);
    m_before->setDate(today.addMonths(-kMonthsKept));
    auto *const label =
        new ThemedLabel(m_theme, tr("Remove attempts from be&fore"), Theme::Token::Ink, m_pruning);
    label->setBuddy(m_before);
    auto *const look =
        new FlatButton(m_theme, tr("&See what would go"), FlatButton::Look::Outlined, m_pruning);
    look->setObjectName(QStringLiteral("data.preview"));
    connect(look, &QToolButton::clicked, this, &DataPane::preview);
    auto *const row = new QHBoxLayout(m_pruning);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(label);
    row->addWidget(m_before);
    row->addWidget(look);
    row->addStretch(1);
    m_controls += {static_cast<QWidget *>(m_before), static_cast<QWidget *>(look)};
    return m_pruning;
}

void DataPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void DataPane::refresh()
{
    if (m_isReading)
        return;
    m_isReading = true;
    core::continued(m_keeper.status(), this, [this](const core::Result<core::LedgerStatus> &status) {
        m_isReading = false;
        m_reading->hide();
        if (status) {
            showStatus(*status);
            return;
        }
        showError(tr("The ledger could not be read"), status.error());
        FlatButton *const again = m_message->addAction(tr("Tr&y again"));
        again->setObjectName(QStringLiteral("data.again"));
        connect(again, &QToolButton::clicked, this, [this] {
            m_message->hide();
            refresh();
        });
    });
}

void DataPane::showStatus(const core::LedgerStatus &status)
{
    const QTimeZone &zone = status.usage.zone;
    const qint64 logBytes = QFileInfo(status.filePath + QStringLiteral("-wal")).size();
    m_figures->clear();
    const QString size = dataSize(status.fileBytes);
    m_figures->addRow(tr("Size"),
                      status.freeBytes > 0
                          ? tr("%1, of which %2 are not in use").arg(size, dataSize(status.freeBytes))
                          : size,
                      tr("File: %1, its log of what was written last: %2")
                          .arg(dataSize(status.fileBytes - logBytes), dataSize(logBytes)));
    m_figures->addRow(tr("Attempts"),
                      status.imported > 0
                          ? tr("%1, of which %2 were imported")
                                .arg(formatCount(status.attempts), formatCount(status.imported))
                          : formatCount(status.attempts));
    m_figures->addRow(
        tr("In the totals"),
        status.usage.prunedBeforeMs > 0
            ? tr("%1 attempts, also those of before %2 that were removed")
                  .arg(formatCount(status.attemptsCounted), dayOf(status.usage.prunedBeforeMs, zone))
            : tr("%1 attempts").arg(formatCount(status.attemptsCounted)));
    m_figures->addRow(tr("Oldest attempt"), status.oldestMs ? dayOf(*status.oldestMs, zone) : tr("none yet"));
    const QString texts =
        tr("kept of %1 of %2 runs").arg(formatCount(status.runsWithTexts), formatCount(status.runs));
    m_figures->addRow(
        tr("Prompts and answers"),
        m_settings.get(core::settings::kKeepTexts) ? texts : tr("%1; of new ones none are kept").arg(texts));
    m_figures->addRow(tr("Time zone of days"), QString::fromUtf8(zone.id()));
    m_pruning->setVisible(status.attempts > 0);
}

void DataPane::showError(const QString &title, const core::Error &error)
{
    m_message->clearActions();
    m_message->setMessage(MessagePanel::Kind::Bad, title, error.message);
}

void DataPane::enable()
{
    for (QWidget *const control : std::as_const(m_controls))
        control->setEnabled(!m_work->isBusy());
    if (m_work->isBusy())
        m_message->hide();
}

void DataPane::tellStopped(const QString &title, const QString &next)
{
    m_message->clearActions();
    m_message->setMessage(MessagePanel::Kind::Info, title, {}, next);
}

void DataPane::check()
{
    m_work->follow<core::LedgerVerification>(
        tr("Checking the sums, then the file …"), m_keeper.verify(),
        [this](const core::Result<core::LedgerVerification> *found) {
            if (!found)
                tellStopped(tr("The check was cancelled"), tr("Nothing was changed."));
            else if (*found)
                tell(**found);
            else
                showError(tr("The ledger could not be checked"), found->error());
        });
}

void DataPane::tell(const core::LedgerVerification &found)
{
    m_message->clearActions();
    if (found.isGood()) {
        m_message->setMessage(MessagePanel::Kind::Good,
                              tr("The file is whole, and all sums are those of their attempts"));
        return;
    }
    if (!found.problems.isEmpty()) {
        m_message->setMessage(
            MessagePanel::Kind::Bad, tr("The file is damaged"),
            found.problems
                .first(kShownProblems < found.problems.size() ? kShownProblems : found.problems.size())
                .join(u'\n'),
            tr("Copy it before you go on; SQLite's .recover command can save what is legible."));
        return;
    }
    m_message->setMessage(
        MessagePanel::Kind::Warn,
        tr("%n sums are not those of their attempts", nullptr, static_cast<int>(found.usage.count)), {},
        tr("The attempts themselves are whole; the sums can be made from them anew."));
    FlatButton *const anew = m_message->addAction(tr("Make the su&ms anew"));
    anew->setObjectName(QStringLiteral("data.rebuild"));
    connect(anew, &QToolButton::clicked, this, &DataPane::rebuild);
}

void DataPane::rebuild()
{
    m_work->follow<void>(
        tr("Making the sums anew …"), m_keeper.rebuild(), [this](const core::Result<void> *done) {
            if (!done) {
                tellStopped(tr("The sums are not all made anew"),
                            tr("Totals stay right meanwhile; check the ledger to go on."));
            } else if (*done) {
                m_message->clearActions();
                m_message->setMessage(MessagePanel::Kind::Good, tr("The sums were made anew"));
            } else {
                showError(tr("The sums could not be made anew"), done->error());
            }
        });
}

void DataPane::chooseBackup()
{
    auto *const dialog = new QFileDialog(this, tr("Back up the ledger"));
    dialog->setObjectName(QStringLiteral("data.backUpFile"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    dialog->setDefaultSuffix(QStringLiteral("sqlite"));
    const QDate today = QDateTime::fromMSecsSinceEpoch(m_clock.utcMs()).date();
    dialog->selectFile(QStringLiteral("switchyard-%1.sqlite").arg(today.toString(Qt::ISODate)));
    connect(dialog, &QFileDialog::fileSelected, this, &DataPane::backUpTo);
    dialog->open();
}

void DataPane::backUpTo(const QString &filePath)
{
    m_work->follow<void>(tr("Copying the ledger …"), m_keeper.backUp(filePath),
                         [this, filePath](const core::Result<void> *done) {
                             if (!done) {
                                 tellStopped(tr("The backup was cancelled"), tr("No file was left."));
                             } else if (*done) {
                                 m_message->clearActions();
                                 m_message->setMessage(
                                     MessagePanel::Kind::Good, tr("The ledger was copied"), {},
                                     tr("%1, %2").arg(filePath, dataSize(QFileInfo(filePath).size())));
                                 FlatButton *const open = m_message->addAction(tr("Sho&w in file manager"));
                                 open->setObjectName(QStringLiteral("data.showBackup"));
                                 connect(open, &QToolButton::clicked, this,
                                         [this, filePath] { emit showInFilesRequested(filePath); });
                             } else {
                                 showError(tr("The ledger could not be copied"), done->error());
                             }
                         });
}

void DataPane::preview()
{
    m_previewed = m_before->date();
    m_work->follow<core::PruneCount>(tr("Counting what would go …"), m_keeper.previewPrune(m_previewed),
                                     [this](const core::Result<core::PruneCount> *count) {
                                         if (!count)
                                             tellStopped(tr("The count was cancelled"),
                                                         tr("Nothing was changed."));
                                         else if (*count)
                                             tellPreview(**count);
                                         else
                                             showError(tr("The ledger could not be read"), count->error());
                                     });
}

void DataPane::tellPreview(const core::PruneCount &count)
{
    m_message->clearActions();
    const QString day = QLocale().toString(m_previewed, QLocale::LongFormat);
    if (count.attempts == 0 && count.runs == 0) {
        m_message->setMessage(MessagePanel::Kind::Info, tr("Nothing from before %1 can be removed").arg(day));
        return;
    }
    QStringList next{tr("With them go %1 runs and %2 of prompts and answers. Totals stay as they are.")
                         .arg(formatCount(count.runs), dataSize(count.textBytes))};
    if (count.runsKept > 0)
        next.append(
            tr("%1 runs of that time stay: they are pinned, in an evaluation or in a conversation that "
               "went on.")
                .arg(formatCount(count.runsKept)));
    m_message->setMessage(
        MessagePanel::Kind::Warn,
        tr("%1 attempts from before %2 would be removed for good").arg(formatCount(count.attempts), day), {},
        next.join(u' '));
    FlatButton *const remove = m_message->addAction(tr("Remo&ve them"));
    remove->setObjectName(QStringLiteral("data.prune"));
    remove->setLook(FlatButton::Look::Danger);
    connect(remove, &QToolButton::clicked, this, &DataPane::prune);
}

void DataPane::prune()
{
    m_work->follow<core::PruneCount>(
        tr("Removing …"), m_keeper.prune(m_previewed), [this](const core::Result<core::PruneCount> *count) {
            if (!count)
                tellStopped(tr("Removing was cancelled"),
                            tr("What is gone stays gone, the rest stays; totals are as they were."));
            else if (*count)
                tellPruned(**count);
            else
                showError(tr("Not everything could be removed"), count->error());
            refresh();
        });
}

void DataPane::tellPruned(const core::PruneCount &count)
{
    m_message->clearActions();
    m_message->setMessage(
        MessagePanel::Kind::Good,
        tr("%1 attempts and %2 runs were removed").arg(formatCount(count.attempts), formatCount(count.runs)),
        {}, tr("The room they took is used again for what comes; totals are as they were."));
}

} // namespace ui
