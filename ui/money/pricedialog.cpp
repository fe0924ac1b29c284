#include "ui/money/pricedialog.h"

#include "core/accounts/accountstore.h"
#include "core/accounts/modelliststore.h"
#include "core/base/clock.h"
#include "core/base/continuation.h"
#include "core/catalog/catalogkey.h"
#include "core/catalog/importedpricestore.h"
#include "core/catalog/pricebook.h"
#include "core/ledger/repricingquery.h"
#include "ui/money/moneywords.h"
#include "ui/money/priceform.h"
#include "ui/money/repricingpane.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/figuretable.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/primarybutton.h"
#include "ui/widgets/themedlabel.h"
#include "ui/widgets/toastarea.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QStringListModel>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr QSize kPriceSize(860, 640);
constexpr int kKnownHeight = 120;

QString sourceAndDate(const core::PriceEntry &entry, const QString &place)
{
    const QString date = QLocale().toString(entry.sourceDate, QLocale::ShortFormat);
    return entry.sourceDate.isValid()
        ? PriceDialog::tr("%1, %2", "source of a price, its day").arg(place, date)
        : place;
}

FigureRow knownRow(const core::PriceEntry &entry, const QString &place)
{
    const QString source = sourceAndDate(entry, place);
    const QString validity = MoneyWords::validity(entry);
    const QString tier = entry.serviceTier.isEmpty() ? PriceDialog::tr("standard") : entry.serviceTier;
    return {{source, source, source},
            {entry.model, entry.model, entry.model},
            {MoneyWords::inOut(entry.prices, entry.currency),
             entry.prices.input ? QVariant(entry.prices.input->toDouble()) : QVariant()},
            {tier, tier},
            {validity, entry.validFromMs.value_or(0), validity}};
}

} // namespace

PriceDialog::PriceDialog(const MoneyContext &context, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_account(new QComboBox(this))
    , m_model(new QLineEdit(this))
    , m_models(new QStringListModel(this))
    , m_now(new ThemedLabel(context.theme, {}, Theme::Token::Ink2, this))
    , m_form(new PriceForm(context.theme, this))
    , m_message(new MessagePanel(context.theme, this))
    , m_repricing(new RepricingPane(context, this))
    , m_repricingTitle(
          new ThemedLabel(context.theme, tr("What it makes of the requests so far"), Theme::Token::Ink, this))
    , m_remove(new FlatButton(context.theme, tr("&Remove own prices"), FlatButton::Look::Danger, this))
    , m_save(new PrimaryButton(context.theme, tr("&Set price"), this))
    , m_toasts(new ToastArea(context.theme, this))
{
    setObjectName(QStringLiteral("prices"));
    setWindowTitle(tr("Prices"));
    setAccessibleName(windowTitle());
    resize(context.theme.px(kPriceSize.width()), context.theme.px(kPriceSize.height()));
    build();
    putTogether();
    wire();
}

void PriceDialog::build()
{
    m_account->setObjectName(QStringLiteral("prices.account"));
    m_model->setObjectName(QStringLiteral("prices.model"));
    auto *const completer = new QCompleter(m_models, m_model);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_model->setCompleter(completer);
    m_now->setObjectName(QStringLiteral("prices.now"));
    m_now->setWordWrap(true);
    m_table = new FigureTable(m_context.theme,
                              {tr("Source"), tr("Model"), tr("In / out"), tr("Service tier"), tr("Holds")},
                              {2}, {1, 3}, this);
    m_table->setObjectName(QStringLiteral("prices.known"));
    m_table->setAccessibleName(tr("Known prices"));
    m_table->setFixedHeight(m_context.theme.px(kKnownHeight));
    m_message->setObjectName(QStringLiteral("prices.message"));
    m_message->hide();
    setTabOrder(m_model, m_table);
    m_repricingTitle->setType(1.0, QFont::DemiBold);
    m_remove->setObjectName(QStringLiteral("prices.remove"));
    m_save->setObjectName(QStringLiteral("prices.save"));
    m_save->setAutoDefault(false);
}

QWidget *PriceDialog::makeContent()
{
    auto *const body = new QWidget(this);
    auto *const accountRow = new FieldRow(m_context.theme, tr("Accou&nt"), m_account, body);
    m_modelRow = new FieldRow(m_context.theme, tr("Mode&l"), m_model, body);
    auto *const column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 8, 0);
    column->setSpacing(10);
    column->addWidget(accountRow);
    column->addWidget(m_modelRow);
    column->addWidget(m_now);
    column->addWidget(m_table);
    column->addWidget(m_form);
    column->addWidget(m_message);
    column->addWidget(m_repricingTitle);
    column->addWidget(m_repricing);
    column->addStretch(1);
    return body;
}

void PriceDialog::putTogether()
{
    m_scroll = new QScrollArea(this);
    m_scroll->setObjectName(QStringLiteral("prices.scroll"));
    m_scroll->setAccessibleName(tr("Prices of the model"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(makeContent());
    showThrough(*m_scroll);
    auto *const foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(m_remove);
    foot->addStretch(1);
    foot->addWidget(m_save);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(m_scroll, 1);
    column->addLayout(foot);
}

void PriceDialog::wire()
{
    connect(m_account, &QComboBox::currentIndexChanged, this, &PriceDialog::startForm);
    connect(m_model, &QLineEdit::textChanged, this, &PriceDialog::showKnown);
    connect(m_table, &FigureTable::rowOpened, this, &PriceDialog::choose);
    connect(m_save, &QPushButton::clicked, this, &PriceDialog::save);
    connect(m_remove, &QToolButton::clicked, this, &PriceDialog::remove);
    connect(m_repricing, &RepricingPane::changed, this, &PriceDialog::revealRepricing);
    connect(&m_context.overrides, &core::PriceOverrideStore::changed, this, &PriceDialog::showKnown);
    connect(&m_context.imported, &core::ImportedPriceStore::changed, this, &PriceDialog::showKnown);
}

void PriceDialog::openFor(const QString &account, const QString &model)
{
    fillAccounts(account);
    m_model->setText(model);
    startForm();
    show();
    raise();
    activateWindow();
    if (model.isEmpty())
        m_model->setFocus();
    else
        m_form->focusFirst();
}

void PriceDialog::fillAccounts(const QString &account)
{
    const QSignalBlocker quiet(m_account);
    m_account->clear();
    m_account->addItem(tr("all accounts"), QString());
    const QList<core::Account> accounts = m_context.accounts.accounts();
    for (const core::Account &each : accounts)
        m_account->addItem(each.name, each.name);
    m_account->setCurrentIndex(std::max(m_account->findData(account), 0));
}

std::optional<core::Account> PriceDialog::account() const
{
    return m_context.accounts.find(m_account->currentData().toString());
}

QString PriceDialog::model() const
{
    return m_model->text().trimmed();
}

QList<core::PriceOverride> PriceDialog::ownPrices() const
{
    const QString id = core::comparableModelId(model());
    const std::optional<core::Account> here = account();
    QList<core::PriceOverride> own;
    for (const core::PriceOverride &each : m_context.overrides.all()) {
        const bool fits = !each.accountId || (here && *each.accountId == here->id);
        if (fits && core::matchRank(each, id) > 0)
            own.append(each);
    }
    return own;
}

QList<PriceDialog::Known> PriceDialog::known() const
{
    QList<Known> known;
    const QList<core::PriceOverride> own = ownPrices();
    for (const core::PriceOverride &each : own)
        known.append(
            {each, each.accountId ? tr("your own, this account") : tr("your own, all accounts"), true});
    const QList<core::PriceEntry> imported = m_context.imported.table()->entriesFor({}, model());
    for (const core::PriceEntry &each : imported)
        known.append({each, tr("%1 via %2", "seller of a model, price list").arg(each.seller, each.source)});
    return known;
}

void PriceDialog::showKnown()
{
    m_modelRow->setFault({});
    m_known = known();
    QList<FigureRow> rows;
    for (const Known &each : std::as_const(m_known))
        rows.append(knownRow(each.entry, each.place));
    m_table->setRows(rows);
    m_table->setVisible(!rows.isEmpty());
    const std::optional<core::Account> here = account();
    const QList<core::PriceOverride> own = ownPrices();
    m_remove->setVisible(std::any_of(own.cbegin(), own.cend(), [&](const core::PriceOverride &each) {
        return each.model == model() && each.accountId.has_value() == here.has_value();
    }));
    m_now->setVisible(here.has_value() && !model().isEmpty());
    if (!here)
        return;
    const std::optional<core::PriceList> now = m_context.prices.snapshot({*here}, m_context.models)
                                                   .priceOf(here->id, model(), m_context.clock.utcMs());
    m_now->setText(now ? tr("Holds now: %1 in / out for a million tokens (%2).")
                             .arg(MoneyWords::inOut(now->base, now->currency), now->sourceText)
                       : tr("No price is known now: what its requests cost is unknown."));
}

/// From what is the user's own already, else empty in the account's currency.
void PriceDialog::startForm()
{
    m_message->hide();
    m_repricing->hide();
    m_repricingTitle->hide();
    const std::optional<core::Account> here = account();
    QStringList models;
    const QList<core::AccountModel> listed =
        here ? m_context.models.models(here->id) : QList<core::AccountModel>();
    for (const core::AccountModel &each : listed)
        models.append(each.id);
    m_models->setStringList(models);
    core::PriceEntry entry;
    entry.currency = here ? here->currency : QString(core::kUsd);
    const QList<core::PriceOverride> own = ownPrices();
    for (const core::PriceOverride &each : own) {
        if (each.model == model() && each.accountId.has_value() == here.has_value())
            entry = each;
    }
    m_form->setEntry(entry);
    showKnown();
}

void PriceDialog::choose(int row)
{
    if (row < 0 || row >= m_known.size())
        return;
    core::PriceEntry entry = m_known.at(row).entry;
    if (!m_known.at(row).own) {
        // A list's price as the beginning of one's own.
        entry.id.clear();
        entry.seller.clear();
        entry.match = core::PriceMatch::Exact;
    }
    m_form->setEntry(entry);
    m_form->focusFirst();
}

void PriceDialog::save()
{
    m_modelRow->setFault(model().isEmpty() ? tr("Write which model the price is for.") : QString());
    const std::optional<core::PriceEntry> entry = m_form->take();
    if (!entry || model().isEmpty())
        return;
    const std::optional<core::Account> here = account();
    core::PriceOverride own;
    static_cast<core::PriceEntry &>(own) = *entry;
    own.model = model();
    if (here)
        own.accountId = here->id;
    const QString name = here ? here->name : QString();
    core::continued(m_context.overrides.set(own), this,
                    [this, name, model = own.model](const core::Result<void> &set) {
                        if (!set) {
                            complain(tr("The price was not kept"), set.error());
                            return;
                        }
                        m_message->setMessage(MessagePanel::Kind::Good, tr("The price is kept"), {},
                                              tr("Requests from now on are priced by it; those so far keep "
                                                 "their cost until you apply it to them below."));
                        core::RepricingScope scope;
                        scope.account = name;
                        scope.model = model;
                        m_repricingTitle->show();
                        m_repricing->show();
                        m_repricing->openFor(scope);
                        revealRepricing();
                        emit priceSet(name, model);
                    });
}

void PriceDialog::revealRepricing()
{
    // Its place is known once the layout has been done.
    QTimer::singleShot(0, m_repricing, [this] { m_scroll->ensureWidgetVisible(m_repricing); });
}

void PriceDialog::remove()
{
    const std::optional<core::Account> here = account();
    QList<core::PriceOverride> gone = ownPrices();
    gone.removeIf([&](const core::PriceOverride &each) {
        return each.model != model() || each.accountId.has_value() != here.has_value();
    });
    const std::optional<qint64> id = here ? std::optional(here->id) : std::nullopt;
    core::continued(m_context.overrides.remove(id, model()), this,
                    [this, gone, name = model()](const core::Result<void> &removed) {
                        if (!removed) {
                            complain(tr("The price was not removed"), removed.error());
                            return;
                        }
                        startForm();
                        m_toasts->showMessage(tr("Your own prices of %1 removed.").arg(name), tr("Undo"),
                                              [this, gone] { restore(gone); });
                    });
}

void PriceDialog::restore(const QList<core::PriceOverride> &prices)
{
    for (const core::PriceOverride &price : prices) {
        core::continued(m_context.overrides.set(price), this, [this](const core::Result<void> &set) {
            if (set)
                startForm();
            else
                complain(tr("The price was not restored"), set.error());
        });
    }
}

void PriceDialog::complain(const QString &title, const core::Error &error)
{
    m_message->setMessage(MessagePanel::Kind::Bad, title, error.message);
}

void PriceDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        save();
    else
        QDialog::keyPressEvent(event);
}

} // namespace ui
