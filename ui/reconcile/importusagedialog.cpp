#include "ui/reconcile/importusagedialog.h"

#include "core/accounts/accountstore.h"
#include "core/base/continuation.h"
#include "core/base/onworker.h"
#include "core/base/textdecoding.h"
#include "core/reconcile/importaccount.h"
#include "core/reconcile/llmlogs.h"
#include "ui/reconcile/columnchoices.h"
#include "ui/reconcile/importpreview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/primarybutton.h"
#include "ui/widgets/themedlabel.h"

#include <QComboBox>
#include <QEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace ui {

/// What a worker read: the usage, and the table where its columns may have to be chosen.
struct ImportUsageDialog::Loaded
{
    core::Result<core::UsageFile> file;
    std::optional<core::TablePreview> table = {};
};

namespace {

constexpr int kSteps = 1000;
/// The head of a table is within this.
constexpr qint64 kHeadBytes = 256 * 1024;

/// The first rows of a file that is a table; nothing for JSON and databases.
std::optional<core::TablePreview> tableOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray head = file.read(kHeadBytes);
    const QByteArray start = head.trimmed().left(1);
    if (core::isSqliteFile(head) || start == "{" || start == "[")
        return std::nullopt;
    // Whole lines, so that no character is cut in two.
    const QByteArray lines = file.atEnd() ? head : head.left(head.lastIndexOf('\n') + 1);
    const std::optional<core::DecodedText> text = core::decodeText(lines);
    if (!text)
        return std::nullopt;
    const core::Result<core::TablePreview> table = core::previewTable(text->text);
    return table && table->columns.size() > 1 ? std::optional(*table) : std::nullopt;
}

} // namespace

ImportUsageDialog::ImportUsageDialog(const Theme &theme, const ReconcileContext &context,
                                     const QString &filePath, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_path(filePath)
    , m_state(new ThemedLabel(theme, tr("Reading %1 …").arg(QFileInfo(filePath).fileName()),
                              Theme::Token::Ink, this))
    , m_columns(new ColumnChoices(theme, this))
    , m_account(new QComboBox(this))
    , m_preview(new ImportPreview(theme, this))
    , m_bar(new QProgressBar(this))
    , m_message(new MessagePanel(theme, this))
    , m_apply(new PrimaryButton(theme, tr("&Import"), this))
    , m_close(new QPushButton(tr("Cancel"), this))
{
    setObjectName(QStringLiteral("reconcile.importDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Import usage"));
    layOut(theme);
    connect(m_columns, &ColumnChoices::changed, this, &ImportUsageDialog::load);
    connect(m_account, &QComboBox::currentTextChanged, this, &ImportUsageDialog::preview);
    connect(m_apply, &QPushButton::clicked, this, &ImportUsageDialog::apply);
    connect(m_close, &QPushButton::clicked, this, &ImportUsageDialog::reject);
    connect(&m_context.imports, &core::UsageImport::progressed, this,
            [this](double share) { m_bar->setValue(static_cast<int>(share * kSteps)); });
    load();
}

void ImportUsageDialog::layOut(const Theme &theme)
{
    m_state->setObjectName(QStringLiteral("reconcile.importState"));
    m_bar->setObjectName(QStringLiteral("reconcile.importProgress"));
    m_bar->setAccessibleName(tr("Progress of the import"));
    m_bar->setRange(0, kSteps);
    m_bar->setTextVisible(false);
    m_apply->setObjectName(QStringLiteral("reconcile.apply"));
    m_apply->setEnabled(false);
    m_close->setObjectName(QStringLiteral("reconcile.close"));
    // It is not what the dialog is for, also where it alone has the keyboard.
    m_close->setAutoDefault(false);
    m_accountRow = makeAccountRow(theme);
    auto *const buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    buttons->addWidget(m_apply);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(m_state);
    column->addWidget(m_columns);
    column->addWidget(m_accountRow);
    column->addWidget(m_preview);
    column->addWidget(m_bar);
    column->addWidget(m_message);
    column->addLayout(buttons);
    for (QWidget *later : {static_cast<QWidget *>(m_columns), static_cast<QWidget *>(m_preview),
                           static_cast<QWidget *>(m_bar), static_cast<QWidget *>(m_message)})
        later->hide();
    setMinimumWidth(theme.px(640));
}

QWidget *ImportUsageDialog::makeAccountRow(const Theme &theme)
{
    m_account->setObjectName(QStringLiteral("reconcile.account"));
    m_account->setAccessibleName(tr("Account whose use it is"));
    m_account->setEditable(true);
    {
        const QSignalBlocker quiet(m_account);
        const QList<core::Account> accounts = m_context.accounts.accounts();
        for (const core::Account &account : accounts)
            m_account->addItem(account.name);
        m_account->setCurrentText({});
    }
    auto *const row = new QWidget(this);
    auto *const label = new ThemedLabel(theme, tr("&Account"), Theme::Token::Ink, row);
    label->setBuddy(m_account);
    auto *const line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(12);
    line->addWidget(label);
    line->addWidget(m_account, 1);
    return row;
}

/// What is below grows by what a file says, and its lines with their words: no line is to be cut off.
bool ImportUsageDialog::event(QEvent *event)
{
    const bool handled = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest) {
        const int needed = layout()->totalHeightForWidth(width());
        if (needed > height())
            resize(width(), needed);
    }
    return handled;
}

void ImportUsageDialog::choose(QWidget *page, std::function<void(const QString &file)> chosen)
{
    auto *const dialog = new QFileDialog(page, tr("Import usage"));
    dialog->setObjectName(QStringLiteral("reconcile.importFile"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Exports of usage (*.csv *.tsv *.json *.db)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, page, std::move(chosen));
    dialog->open();
}

void ImportUsageDialog::load()
{
    const int turn = ++m_turn;
    core::UsageReadOptions read;
    if (m_columnsShown)
        read = {core::UsageFormat::Table, m_columns->map()};
    m_apply->setEnabled(false);
    core::continued(core::onWorker([path = m_path, read, first = !m_columnsShown] {
                        Loaded loaded{core::readUsageFile(path, read)};
                        const bool known =
                            loaded.file && loaded.file->document.format != core::UsageFormat::Table;
                        if (first && !known)
                            loaded.table = tableOf(path);
                        return loaded;
                    }),
                    this, [this, turn](const Loaded &loaded) {
                        if (turn == m_turn)
                            take(loaded);
                    });
}

void ImportUsageDialog::take(const Loaded &loaded)
{
    if (loaded.table) {
        m_columns->setTable(*loaded.table);
        m_columns->show();
        m_columnsShown = true;
    }
    m_state->setText(QFileInfo(m_path).fileName());
    m_accountRow->setVisible(loaded.file || m_columnsShown);
    if (!loaded.file) {
        m_file = {};
        m_preview->hide();
        refuse(m_columnsShown ? tr("The table cannot be read yet") : tr("The file could not be read"),
               whatCannotBeRead(loaded.file.error()));
        return;
    }
    m_file = *loaded.file;
    if (!m_accountOffered) {
        m_accountOffered = true;
        const QSignalBlocker quiet(m_account);
        // One that was written while the columns were chosen stays.
        if (m_account->currentText().isEmpty())
            m_account->setCurrentText(
                core::suggestedAccount(m_file.document.format, m_context.accounts.accounts()));
    }
    preview();
}

/// Where columns can be chosen, it is said which is to be.
QString ImportUsageDialog::whatCannotBeRead(const core::Error &error) const
{
    if (!m_columnsShown || error.code != core::kColumnsMissing)
        return error.message;
    const core::ColumnMap map = m_columns->map();
    return map.contains(QStringLiteral("day")) || map.contains(QStringLiteral("time"))
        ? tr("Choose which column holds tokens or the cost.")
        : tr("Choose which column holds the day or the time of the request.");
}

core::UsageImportOptions ImportUsageDialog::options() const
{
    return core::usageImportOptions(m_account->currentText().trimmed(), m_context.catalog);
}

void ImportUsageDialog::preview()
{
    if (m_applying || m_file.hash.isEmpty())
        return;
    if (m_account->currentText().trimmed().isEmpty()) {
        refuse(tr("Whose use is it?"), tr("Choose the account, or write a name such as “team”."));
        return;
    }
    const int turn = ++m_turn;
    core::continued(m_context.imports.preview(m_file, options()), this,
                    [this, turn](const core::Result<core::UsageImportPreview> &made) {
                        if (turn == m_turn)
                            showPreview(made);
                    });
}

void ImportUsageDialog::showPreview(const core::Result<core::UsageImportPreview> &preview)
{
    if (!preview) {
        refuse(tr("The ledger could not be read"), preview.error().message);
        return;
    }
    m_preview->setPreview(*preview);
    m_preview->show();
    if (preview->sameFile > 0) {
        const QDate day = QDateTime::fromMSecsSinceEpoch(preview->sameFileAtMs).date();
        refuse(
            tr("This file was imported already"),
            tr("On %1; undo that import to do it again.").arg(QLocale().toString(day, QLocale::ShortFormat)));
        return;
    }
    m_message->hide();
    m_apply->setEnabled(preview->records > 0);
}

void ImportUsageDialog::apply()
{
    m_applying = true;
    m_apply->setEnabled(false);
    m_account->setEnabled(false);
    m_columns->setEnabled(false);
    m_close->setText(tr("Stop"));
    m_bar->show();
    core::continued(m_context.imports.apply(m_file, options()), this,
                    [this](const core::Result<core::UsageImportRecord> &record) { conclude(record); });
}

void ImportUsageDialog::conclude(const core::Result<core::UsageImportRecord> &record)
{
    m_applying = false;
    m_bar->hide();
    m_close->setText(tr("Close"));
    if (record) {
        emit imported(*record);
        accept();
        return;
    }
    m_account->setEnabled(true);
    m_columns->setEnabled(true);
    refuse(tr("Nothing was imported"), record.error().message);
}

void ImportUsageDialog::refuse(const QString &title, const QString &words)
{
    m_apply->setEnabled(false);
    m_message->setMessage(MessagePanel::Kind::Warn, title, words);
}

void ImportUsageDialog::reject()
{
    if (m_applying)
        m_context.imports.cancel();
    else
        QDialog::reject();
}

} // namespace ui
