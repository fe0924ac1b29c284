#include "ui/history/importdialog.h"

#include "core/models/historywords.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/themedlabel.h"

#include <QFileDialog>
#include <QHeaderView>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int kRowSpace = 8;

} // namespace

ImportDialog::ImportDialog(const Theme &theme, core::LedgerWriter &writer, const QStringList &files,
                           QWidget *parent)
    : QDialog(parent)
    , m_import(new core::ConversationImport(writer, files, this))
    , m_text(new ThemedLabel(theme, tr("Reading …"), Theme::Token::Ink, this))
    , m_bar(new QProgressBar(this))
    , m_message(new MessagePanel(theme, this))
    , m_lossText(new ThemedLabel(theme, tr("What had no place here:"), Theme::Token::Ink2, this))
    , m_losses(new QTreeWidget(this))
    , m_button(new QPushButton(tr("Stop"), this))
{
    setObjectName(QStringLiteral("history.importDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Import conversations"));
    m_bar->setObjectName(QStringLiteral("history.importProgress"));
    m_bar->setAccessibleName(tr("Progress of the import"));
    m_bar->setRange(0, 1000);
    m_bar->setTextVisible(false);
    m_losses->setObjectName(QStringLiteral("history.importLosses"));
    m_losses->setAccessibleName(tr("What had no place here"));
    m_losses->setRootIsDecorated(false);
    m_losses->setUniformRowHeights(true);
    m_losses->setHeaderLabels({tr("What"), tr("Times"), tr("First in")});
    m_losses->header()->setStretchLastSection(false);
    m_losses->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_losses->setMinimumHeight(theme.px(200));
    m_button->setObjectName(QStringLiteral("history.importButton"));
    for (QWidget *later : {static_cast<QWidget *>(m_message), static_cast<QWidget *>(m_lossText),
                           static_cast<QWidget *>(m_losses)})
        later->hide();
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(m_text);
    column->addWidget(m_bar);
    column->addWidget(m_message);
    column->addWidget(m_lossText);
    column->addWidget(m_losses, 1);
    column->addWidget(m_button, 0, Qt::AlignRight);
    setMinimumWidth(theme.px(640));
    connect(m_import, &core::ConversationImport::progressed, this, &ImportDialog::showProgress);
    connect(m_import, &core::ConversationImport::finished, this, &ImportDialog::conclude);
    connect(m_button, &QPushButton::clicked, this, &ImportDialog::reject);
}

void ImportDialog::reject()
{
    if (m_ended)
        QDialog::reject();
    else
        m_import->cancel();
}

void ImportDialog::choose(QWidget *page, std::function<void(const QStringList &files)> chosen)
{
    auto *const dialog = new QFileDialog(page, tr("Import conversations"));
    dialog->setObjectName(QStringLiteral("history.importFiles"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("Exports (*.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, page, std::move(chosen));
    dialog->open();
}

void ImportDialog::showProgress(double share, int conversations)
{
    m_bar->setValue(static_cast<int>(share * 1000.0));
    // The first half only reads, so that a broken file changes nothing.
    m_text->setText(share < 0.5 ? tr("Reading: %n conversations", nullptr, conversations)
                                : tr("Writing: %n conversations", nullptr, conversations));
}

void ImportDialog::conclude(const core::Result<core::ImportReport> &report)
{
    m_ended = true;
    m_bar->hide();
    m_text->hide();
    m_button->setText(tr("Close"));
    m_button->setFocus();
    if (!report) {
        const bool storage = report.error().kind == core::ErrorKind::Storage;
        m_message->setMessage(MessagePanel::Kind::Bad,
                              storage ? tr("The ledger could not be written")
                                      : tr("The file could not be read; nothing was imported"),
                              report.error().message);
        adjustSize();
        return;
    }
    const core::ImportCount &count = report->count;
    QStringList parts{tr("%n turns are new.", nullptr, count.added)};
    if (count.known > 0)
        parts.append(tr("%n turns were here already.", nullptr, count.known));
    parts.append(tr("They are in no total: this program sent none of them."));
    m_message->setMessage(report->cancelled ? MessagePanel::Kind::Warn : MessagePanel::Kind::Good,
                          report->cancelled
                              ? tr("Stopped after %n conversations", nullptr, count.conversations)
                              : tr("%n conversations imported", nullptr, count.conversations),
                          {}, parts.join(QLatin1Char(' ')));
    showLosses(report->losses);
    if (count.added > 0)
        emit imported();
}

void ImportDialog::showLosses(const QList<core::ImportLoss> &losses)
{
    for (const core::ImportLoss &loss : losses) {
        auto *const item = new QTreeWidgetItem(
            m_losses, {core::HistoryWords::loss(loss), QLocale().toString(loss.times), loss.first});
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setSizeHint(0, {0, fontMetrics().height() + kRowSpace});
        item->setToolTip(0, item->text(0));
        item->setToolTip(2, loss.first);
    }
    m_lossText->setVisible(!losses.isEmpty());
    m_losses->setVisible(!losses.isEmpty());
    m_losses->resizeColumnToContents(1);
    adjustSize();
}

} // namespace ui
