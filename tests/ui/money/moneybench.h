#pragma once

#include "tests/support/ledgerstory.h"

#include "core/accounts/accountstore.h"
#include "core/accounts/modelliststore.h"
#include "core/accounts/presets.h"
#include "core/catalog/modelcatalog.h"
#include "core/catalog/pricebook.h"
#include "core/ledger/budgetguard.h"
#include "core/ledger/budgetstore.h"
#include "core/ledger/repricing.h"
#include "core/net/providerclient.h"
#include "core/settings/keys.h"
#include "ui/money/moneycontext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/toastarea.h"

#include <QAbstractItemView>
#include <QTest>

namespace test {

/// What the windows for budgets and prices stand on: a real ledger of 22 November 2026 with its stores, and
/// the account `tokenbay`, which has no prices of its own.
class MoneyBench
{
public:
    MoneyBench()
    {
        if (!story.ledger.isOpen())
            qFatal("%s", qPrintable(story.ledger.problem()));
        story.settings.set(core::settings::kReportingZone, QStringLiteral("UTC"));
        core::Account account;
        account.name = QStringLiteral("tokenbay");
        account.baseUrl = QUrl(QStringLiteral("https://api.example.com/v1"));
        const core::Result<core::Account> added = await(accounts.add(account));
        if (!added)
            qFatal("%s", qPrintable(added.error().message));
        theme.install();
    }

    ui::MoneyContext context(const QList<ui::PriceFeed> &feeds = {})
    {
        return {budgetStore, budgets, repricing,    prices, overrides,      imported,    rates, catalog,
                accounts,    models,  story.reader, client, story.settings, story.clock, theme, feeds};
    }

    /// A request of 1000 input and 200 output tokens on 20 November at that hour.
    void ask(const QString &target, int hour, std::optional<core::Money> cost)
    {
        LedgerStory::Request request{target};
        request.cost = cost;
        story.tell(QDateTime(QDate(2026, 11, 20), QTime(hour, 0), Qt::UTC), request);
    }
    void askUnpriced(const QString &model, int hour)
    {
        ask(QStringLiteral("tokenbay/") + model, hour, std::nullopt);
    }

    core::Budget addBudget(const QString &name, const char *amount, bool hard = false, int softPercent = 80)
    {
        core::Budget budget;
        budget.name = name;
        budget.amount = usd(amount);
        budget.hard = hard;
        budget.softPercent = softPercent;
        budget.period.zone = QStringLiteral("UTC");
        const core::Result<core::Budget> saved = await(budgetStore.save(budget));
        if (!saved)
            qFatal("%s", qPrintable(saved.error().message));
        return *saved;
    }

    static core::Money usd(const char *amount)
    {
        return core::Money::fromDecimal(QString::fromLatin1(amount)).value();
    }

    /// The exact sum of known costs in the ledger.
    core::Money spent()
    {
        const core::Result<core::Spend> sum = await(story.reader.spend(0));
        if (!sum)
            qFatal("%s", qPrintable(sum.error().message));
        return sum->known;
    }

    /// What the ledger is still asked when it is closed may price by them.
    core::Presets presets = core::Presets::load();
    core::ModelCatalog catalog = core::ModelCatalog::load().value();
    LedgerStory story;
    core::AccountStore accounts{story.ledger.database()};
    core::ModelListStore models{story.ledger.database(), story.clock};
    core::PriceOverrideStore overrides{story.ledger.database(), story.clock};
    core::ImportedPriceStore imported{story.ledger.database(), story.clock};
    core::ExchangeRateStore rates{story.ledger.database(), story.clock};
    core::PriceBook prices{catalog, presets, overrides, &imported, &rates};
    core::Repricing repricing{story.ledger.database(), story.clock};
    core::BudgetStore budgetStore{story.ledger.database()};
    core::BudgetGuard budgets{story.ledger.database(), story.clock, budgetStore, story.writer};
    core::ProviderClient client{story.clock};
    ui::Theme theme;
};

/// The text of a cell as it is shown.
inline QString cellText(const QAbstractItemView *view, int row, int column)
{
    return view->model()->index(row, column).data().toString();
}

/// Presses "Undo" of the toast in the window.
inline void pressUndo(const QWidget &window)
{
    const auto *const toasts = window.findChild<ui::ToastArea *>();
    QTRY_VERIFY(toasts->isVisible());
    const QList<ui::FlatButton *> buttons = toasts->findChildren<ui::FlatButton *>();
    for (ui::FlatButton *button : buttons) {
        if (button->text() == QLatin1StringView("Undo"))
            return button->click();
    }
    qFatal("the toast has no undo");
}

} // namespace test
