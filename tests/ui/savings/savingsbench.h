#pragma once

#include "core/accounts/accountstore.h"
#include "core/catalog/pricebook.h"
#include "core/routing/rulesetstore.h"
#include "core/settings/settings.h"
#include "tests/core/savings/savedtraffic.h"
#include "tests/support/fakeclock.h"
#include "ui/savings/savingscontext.h"
#include "ui/theme/theme.h"

namespace test {

/// A ledger with all that the panes on saved money ask.
class SavingsBench
{
public:
    SavingsBench()
    {
        theme.install();
        if (!accounts.load() || !own.load() || !ruleSets.load())
            qFatal("the stores cannot be read");
        for (const core::PriceOverride &price : threeOwnPrices()) {
            if (!await(own.set(price)))
                qFatal("a price cannot be set");
        }
        book.price(kBigTarget, 2'000'000, 8'000'000);
        book.price(kSmallTarget, 100, 300);
    }

    ui::SavingsContext context()
    {
        return {ledger.database(),
                accounts,
                models,
                prices,
                ruleSets,
                book,
                clock,
                settings,
                theme,
                [this](const QWidget *, const QStringList &inUse,
                       const std::function<void(const core::TargetName &)> &picked) {
                    inUseAtPick = inUse;
                    picked(targetNamed(kMiddleTarget));
                }};
    }

    /// A call of a million input and 200,000 output tokens to the big model: 3.60 USD; at the small one it
    /// would be 0.00016.
    static PastStory dearCall(const QString &task)
    {
        PastStory story = bigCall(task);
        story.attempts = {PastAttempt{.input = 1'000'000, .output = 200'000, .costPicos = 3'600'000'000'000}};
        return story;
    }

    /// The day of all of it.
    static core::ReportPeriod day() { return core::customPeriod(QDate(2026, 11, 22), QDate(2026, 11, 22)); }
    static core::ReportPeriod dayBefore()
    {
        return core::customPeriod(QDate(2026, 11, 21), QDate(2026, 11, 21));
    }

    TemporaryLedger ledger;
    FakeClock clock{kNoonMs};
    core::Settings settings{ledger.database()};
    ui::Theme theme;
    core::Presets presets = core::Presets::load();
    core::ModelCatalog catalog = *core::ModelCatalog::load();
    core::AccountStore accounts{ledger.database()};
    core::ModelListStore models{ledger.database(), clock};
    core::PriceOverrideStore own{ledger.database(), clock};
    core::PriceBook prices{catalog, presets, own};
    core::RuleSetStore ruleSets{ledger.database(), clock};
    PricedBook book;
    QStringList inUseAtPick;
};

} // namespace test
