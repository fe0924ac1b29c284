#include "ui/money/refreshpricesdialog.h"

#include "core/base/clock.h"
#include "core/base/continuation.h"
#include "core/catalog/modelcatalog.h"
#include "core/net/providerclient.h"
#include "ui/money/moneywords.h"
#include "ui/widgets/figuretable.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/primarybutton.h"
#include "ui/widgets/themedlabel.h"

#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPromise>
#include <QThreadPool>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr QSize kRefreshSize(820, 560);
constexpr qint64 kLargestList = qint64(64) * 1024 * 1024;
constexpr int kHttpOk = 200;

using ReadList = core::Result<core::PriceListDocument>;

/// On another thread: the lists have some megabytes.
QFuture<ReadList> readInBackground(const QByteArray &text)
{
    const auto promise = std::make_shared<QPromise<ReadList>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, text] {
        promise->addResult(core::readPriceList(text));
        promise->finish();
    });
    return promise->future();
}

core::Result<QByteArray> textOfFile(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return core::Error{core::ErrorKind::NotFound, file.errorString()};
    const QByteArray text = file.read(kLargestList + 1);
    if (text.size() > kLargestList)
        return core::Error{core::ErrorKind::InvalidRequest,
                           RefreshPricesDialog::tr("The file is larger than 64 MiB.")};
    return text;
}

int howMany(const QList<core::PriceChange> &changes, core::PriceChange::Kind kind)
{
    return static_cast<int>(
        std::count_if(changes.cbegin(), changes.cend(),
                      [kind](const core::PriceChange &change) { return change.kind == kind; }));
}

FigureRow changeRow(const core::PriceChange &change)
{
    const auto side = [&change](const std::optional<core::PriceList> &list) -> FigureCell {
        if (!list)
            return {QStringLiteral("–")};
        return {MoneyWords::inOut(list->base, change.currency),
                list->base.input ? QVariant(list->base.input->toDouble()) : QVariant(), list->sourceText};
    };
    const QString kind = change.kind == core::PriceChange::Kind::New ? RefreshPricesDialog::tr("new")
        : change.kind == core::PriceChange::Kind::Changed            ? RefreshPricesDialog::tr("changed")
                                                                     : RefreshPricesDialog::tr("gone");
    const QString model = change.seller + u'/' + change.model;
    return {{model, model, model},
            {kind, static_cast<int>(change.kind)},
            side(change.before),
            side(change.after)};
}

} // namespace

RefreshPricesDialog::RefreshPricesDialog(const MoneyContext &context, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_ages(new ThemedLabel(context.theme, {}, Theme::Token::Ink2, this))
    , m_busy(new QProgressBar(this))
    , m_what(new ThemedLabel(context.theme, {}, Theme::Token::Ink2, this))
    , m_cancel(new FlatButton(context.theme, tr("&Cancel"), FlatButton::Look::Outlined, this))
    , m_message(new MessagePanel(context.theme, this))
    , m_summary(new ThemedLabel(context.theme, {}, Theme::Token::Ink, this))
    , m_apply(new PrimaryButton(context.theme, tr("&Apply"), this))
{
    setObjectName(QStringLiteral("refreshPrices"));
    setWindowTitle(tr("Refresh prices"));
    setAccessibleName(windowTitle());
    resize(context.theme.px(kRefreshSize.width()), context.theme.px(kRefreshSize.height()));
    build();
    putTogether();
    setBusy({});
    connect(m_cancel, &QToolButton::clicked, this, &RefreshPricesDialog::cancel);
    connect(m_apply, &QPushButton::clicked, this, &RefreshPricesDialog::apply);
    connect(&context.imported, &core::ImportedPriceStore::changed, this, &RefreshPricesDialog::showAges);
}

void RefreshPricesDialog::build()
{
    m_ages->setObjectName(QStringLiteral("refresh.ages"));
    m_ages->setWordWrap(true);
    m_busy->setObjectName(QStringLiteral("refresh.busy"));
    m_busy->setAccessibleName(tr("The price list is on its way"));
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_cancel->setObjectName(QStringLiteral("refresh.cancel"));
    m_message->setObjectName(QStringLiteral("refresh.message"));
    m_message->hide();
    m_summary->setObjectName(QStringLiteral("refresh.summary"));
    m_summary->setWordWrap(true);
    m_table = new FigureTable(m_context.theme,
                              {tr("Model"), tr("Price"), tr("Before, in / out"), tr("After, in / out")},
                              {2, 3}, {}, this);
    m_table->setObjectName(QStringLiteral("refresh.table"));
    m_table->setAccessibleName(tr("What the list would change"));
    m_table->setEmptyText(tr("Choose where prices come from: what they would change is shown here first."));
    m_apply->setObjectName(QStringLiteral("refresh.apply"));
    m_apply->setAutoDefault(false);
    m_apply->setEnabled(false);
}

void RefreshPricesDialog::addSources(QLayout &row)
{
    auto *const file =
        new FlatButton(m_context.theme, tr("From a &file …"), FlatButton::Look::Outlined, this);
    file->setObjectName(QStringLiteral("refresh.file"));
    connect(file, &QToolButton::clicked, this, &RefreshPricesDialog::chooseFile);
    m_sources.append(file);
    for (const PriceFeed &feed : m_context.feeds) {
        auto *const button =
            new FlatButton(m_context.theme, tr("From %1").arg(feed.name), FlatButton::Look::Outlined, this);
        button->setObjectName(QStringLiteral("refresh.") + feed.name);
        button->setToolTip(tr("Fetches %1; nothing of yours is sent.").arg(feed.address()));
        connect(button, &QToolButton::clicked, this, [this, feed] { fetch(feed); });
        m_sources.append(button);
    }
    for (FlatButton *button : std::as_const(m_sources))
        row.addWidget(button);
    setTabOrder(m_sources.constLast(), m_cancel);
    setTabOrder(m_cancel, m_table);
}

void RefreshPricesDialog::putTogether()
{
    auto *const hint = new ThemedLabel(
        m_context.theme,
        tr("New prices hold from their day on. What requests cost so far stays; see “Price requests again”."),
        Theme::Token::Ink2, this);
    hint->setWordWrap(true);
    auto *const sources = new QHBoxLayout;
    sources->setSpacing(8);
    addSources(*sources);
    sources->addStretch(1);
    auto *const wait = new QHBoxLayout;
    wait->setSpacing(8);
    wait->addWidget(m_what);
    wait->addWidget(m_busy, 1);
    wait->addWidget(m_cancel);
    auto *const close = new QPushButton(tr("C&lose"), this);
    close->setObjectName(QStringLiteral("refresh.close"));
    close->setAccessibleName(tr("Close"));
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    setTabOrder(m_table, close);
    setTabOrder(close, m_apply);
    auto *const foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(m_summary, 1);
    foot->addWidget(close);
    foot->addWidget(m_apply);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(m_ages);
    column->addWidget(hint);
    column->addLayout(sources);
    column->addLayout(wait);
    column->addWidget(m_message);
    column->addWidget(m_table, 1);
    column->addLayout(foot);
}

void RefreshPricesDialog::open()
{
    showAges();
    show();
    raise();
    activateWindow();
}

void RefreshPricesDialog::done(int result)
{
    if (!m_cancel->isHidden()) {
        cancel();
        m_summary->clear();
    }
    QDialog::done(result);
}

void RefreshPricesDialog::showAges()
{
    const qint64 now = m_context.clock.utcMs();
    QStringList ages{MoneyWords::listAge(tr("Bundled prices"), m_context.catalog.date(), now)};
    for (const core::ImportedPriceList &list : m_context.imported.lists())
        ages.append(MoneyWords::listAge(list.name, list.sourceDate, now));
    m_ages->setText(tr("In use: %1.").arg(ages.join(QStringLiteral("; "))));
}

void RefreshPricesDialog::chooseFile()
{
    auto *const dialog = new QFileDialog(this, tr("Price list"));
    dialog->setObjectName(QStringLiteral("refresh.files"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Price lists (*.json *.csv *.tsv)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &RefreshPricesDialog::readFile);
    dialog->open();
}

void RefreshPricesDialog::readFile(const QString &fileName)
{
    const core::Result<QByteArray> text = textOfFile(fileName);
    if (text)
        take(*text, fileName);
    else
        refuse(fileName, text.error());
}

void RefreshPricesDialog::fetch(const PriceFeed &feed)
{
    const quint64 generation = ++m_generation;
    begin(tr("Fetching %1 …").arg(feed.address()));
    core::continued(m_context.client.get(feed.endpoint, feed.path), this,
                    [this, generation, feed](const core::Result<core::HttpAnswer> &answer) {
                        if (generation != m_generation)
                            return;
                        if (!answer)
                            refuse(feed.name, answer.error());
                        else if (answer->status != kHttpOk)
                            refuse(feed.name,
                                   {core::ErrorKind::Server,
                                    tr("The server answered with HTTP status %1.").arg(answer->status)});
                        else
                            take(answer->body, feed.address());
                    });
}

void RefreshPricesDialog::cancel()
{
    ++m_generation;
    setBusy({});
    m_summary->setText(tr("Cancelled; nothing was changed."));
}

void RefreshPricesDialog::take(const QByteArray &text, const QString &origin)
{
    const quint64 generation = ++m_generation;
    begin(tr("Reading %1 …").arg(origin));
    core::continued(readInBackground(text), this, [this, generation, origin](const ReadList &document) {
        if (generation != m_generation)
            return;
        if (document)
            plan(*document, origin);
        else
            refuse(origin, document.error());
    });
}

void RefreshPricesDialog::plan(const core::PriceListDocument &document, const QString &origin)
{
    const core::ImportedPriceStore &store = m_context.imported;
    const std::shared_ptr<const core::PriceTable> table = store.table();
    core::KnownPrices known{m_context.catalog, *table, store.find(document.name), {}};
    if (known.last)
        known.lastEntries = store.entriesOf(known.last->id);
    core::Result<core::PriceImportPlan> planned =
        core::planPriceImport(document, origin, known, m_context.clock.utcMs());
    if (!planned) {
        refuse(origin, planned.error());
        return;
    }
    m_plan = std::make_unique<core::PriceImportPlan>(std::move(planned).value());
    showPlan();
}

void RefreshPricesDialog::showPlan()
{
    setBusy({});
    m_message->hide();
    QList<FigureRow> rows;
    for (const core::PriceChange &change : std::as_const(m_plan->changes))
        rows.append(changeRow(change));
    m_table->setRows(rows);
    const core::ImportedPriceList &list = m_plan->update.list;
    m_summary->setText(
        tr("%1: %2 new, %3 changed, %4 gone, %5 as before, %6 without a price that can be used.")
            .arg(MoneyWords::listAge(list.name, list.sourceDate, m_context.clock.utcMs()))
            .arg(howMany(m_plan->changes, core::PriceChange::Kind::New))
            .arg(howMany(m_plan->changes, core::PriceChange::Kind::Changed))
            .arg(howMany(m_plan->changes, core::PriceChange::Kind::Gone))
            .arg(m_plan->unchanged)
            .arg(m_plan->passedOver));
    m_apply->setEnabled(true);
    m_apply->setFocus();
}

void RefreshPricesDialog::apply()
{
    if (!m_plan)
        return;
    const std::unique_ptr<core::PriceImportPlan> planned = std::exchange(m_plan, nullptr);
    const core::PriceListUpdate update = planned->update;
    setBusy(tr("Writing …"));
    m_cancel->hide();
    const quint64 generation = ++m_generation;
    core::continued(m_context.imported.apply(update), this,
                    [this, generation, update](const core::Result<void> &applied) {
                        if (!applied) {
                            refuse(update.list.name, applied.error());
                            return;
                        }
                        if (generation != m_generation)
                            return;
                        setBusy({});
                        m_table->setRows({});
                        m_summary->clear();
                        m_message->setMessage(
                            MessagePanel::Kind::Good, tr("The prices of %1 are in use").arg(update.list.name),
                            {}, tr("%n models have a price in it.", nullptr, update.list.models));
                    });
}

/// What was shown of another list is no longer what would be applied.
void RefreshPricesDialog::begin(const QString &what)
{
    m_plan.reset();
    m_table->setRows({});
    m_summary->clear();
    m_message->hide();
    setBusy(what);
}

/// An empty text: nothing is under way.
void RefreshPricesDialog::setBusy(const QString &text)
{
    const bool busy = !text.isEmpty();
    m_what->setText(text);
    for (QWidget *part :
         {static_cast<QWidget *>(m_what), static_cast<QWidget *>(m_busy), static_cast<QWidget *>(m_cancel)})
        part->setVisible(busy);
    for (FlatButton *source : std::as_const(m_sources))
        source->setEnabled(!busy);
    m_apply->setEnabled(false);
}

void RefreshPricesDialog::refuse(const QString &origin, const core::Error &error)
{
    setBusy({});
    m_plan.reset();
    m_table->setRows({});
    m_summary->clear();
    m_message->setMessage(MessagePanel::Kind::Bad, tr("The price list was not taken"),
                          origin + QStringLiteral(": ") + error.message,
                          tr("The prices in use stay as they are."));
}

} // namespace ui
