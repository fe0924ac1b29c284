#include "ui/usage/usageempty.h"

#include "core/models/ledgerwords.h"

namespace ui {

UsageEmpty::UsageEmpty(const Theme &theme, QWidget *parent) : EmptyState(theme, Icon::Usage, {}, {}, parent)
{
    setObjectName(QStringLiteral("usage.empty"));
    connect(this, &EmptyState::actionTriggered, this, &UsageEmpty::follow);
}

void UsageEmpty::explain(const core::UsageKpis &kpis)
{
    m_hidden = kpis.hiddenSimulated > 0;
    m_elsewhere = kpis.firstMs.has_value();
    if (m_hidden) {
        setTexts(tr("Only simulated requests in this period"),
                 tr("%1 to the built-in simulator, which cost nothing, are left out of the totals.")
                     .arg(core::LedgerWords::requests(kpis.hiddenSimulated)));
        setAction(tr("Include simulated"));
    } else if (m_elsewhere) {
        setTexts(tr("Nothing was sent in this period"),
                 tr("Choose other days above, or look at all of them."));
        setAction(tr("Show all time"));
    } else {
        setTexts(tr("No requests yet"),
                 tr("Every request you send is counted here, with its tokens, its cost and how long it "
                    "took: by day, by model, down to the single request."));
        setAction(tr("Compare models"));
    }
}

void UsageEmpty::follow()
{
    if (m_hidden)
        emit simulatedWanted();
    else if (m_elsewhere)
        emit allTimeWanted();
    else
        emit compareWanted();
}

} // namespace ui
