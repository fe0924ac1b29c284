#include "ui/spending/changepane.h"

#include "core/base/continuation.h"
#include "core/base/formatting.h"
#include "core/ledger/reportperiod.h"
#include "core/models/ledgerwords.h"
#include "core/spending/spendingreader.h"
#include "ui/spending/panestack.h"
#include "ui/spending/spendingwords.h"
#include "ui/spending/waterfallchart.h"
#include "ui/widgets/themedlabel.h"

#include <QVBoxLayout>

using core::ChangeFactor;

namespace ui {

ChangePane::ChangePane(const Theme &theme, const core::SpendingReader &reader, QWidget *parent)
    : Card(theme, {}, parent)
    , m_reader(reader)
    , m_summary(new ThemedLabel(theme, {}, Theme::Token::Ink, this))
    , m_chart(new WaterfallChart(theme, this))
    , m_note(new ThemedLabel(theme, {}, Theme::Token::Ink2, this))
{
    setObjectName(QStringLiteral("spending.change"));
    m_summary->setObjectName(QStringLiteral("spending.change.summary"));
    m_summary->setWordWrap(true);
    m_note->setObjectName(QStringLiteral("spending.change.note"));
    m_note->setType(0.92);
    m_note->setWordWrap(true);
    auto *const parts = new QWidget(this);
    auto *const column = new QVBoxLayout(parts);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_summary);
    column->addWidget(m_chart);
    column->addWidget(m_note);
    column->addStretch(1);
    m_stack = new PaneStack(theme, parts, this);
    content()->addWidget(m_stack);
    connect(m_stack, &PaneStack::retryRequested, this, &ChangePane::load);
    connect(m_chart, &WaterfallChart::activated, this, [this](int mark) {
        const WaterfallChart::Step step = m_chart->step(mark);
        const core::ChangePart &part = m_change.parts.at(step.part);
        const core::CallSelection &calls =
            step.contributor < 0 ? part.calls : part.contributors.at(step.contributor).calls;
        emit openRequested(calls.only, calls.range, m_chart->markText(mark));
    });
}

QString ChangePane::factorName(ChangeFactor factor)
{
    switch (factor) {
    case ChangeFactor::Volume:
        return tr("Volume");
    case ChangeFactor::ModelMix:
        return tr("Model mix");
    case ChangeFactor::TokensPerCall:
        return tr("Tokens per call");
    case ChangeFactor::CacheShare:
        return tr("Cache share");
    case ChangeFactor::Price:
        return tr("Price");
    case ChangeFactor::Failures:
        break;
    }
    return tr("Retries and failures");
}

void ChangePane::setPeriod(const core::ReportPeriod &period, const QTimeZone &zone, bool includeSimulated)
{
    m_period = period;
    m_zone = zone;
    m_includeSimulated = includeSimulated;
    load();
}

void ChangePane::load()
{
    const quint64 generation = ++m_generation;
    const auto before = core::rangeBefore(m_period, m_zone, m_reader.nowMs());
    if (!before) {
        m_change = {};
        m_stack->showNothing(tr("All time has no period before it. Choose a shorter one."));
        return;
    }
    m_stack->showLoading();
    core::continued(m_reader.change({*before, core::timeRange(m_period, m_zone), m_includeSimulated}), this,
                    [this, generation](const core::Result<core::CostChange> &change) {
                        if (generation != m_generation)
                            return;
                        if (change)
                            showChange(*change);
                        else
                            m_stack->showProblem(change.error());
                    });
}

void ChangePane::showChange(const core::CostChange &change)
{
    m_change = change;
    if (change.total.attempts == 0 && change.totalBefore.attempts == 0) {
        m_stack->showNothing(tr("No requests in this period and in the one before."));
        return;
    }
    if (!change.knownDifference()) {
        m_stack->showNothing(
            tr("What this period or the one before cost is not known, so that they cannot be "
               "compared."));
        return;
    }
    QStringList names;
    for (const core::ChangePart &part : change.parts)
        names.append(factorName(part.factor));
    m_summary->setText(summary());
    m_note->setText(note());
    m_chart->setChange(change, names);
    m_stack->showContent();
}

QString ChangePane::summary() const
{
    return tr("%1 in this period, %2 in the one before: %3.", "amount, amount, signed difference")
        .arg(core::LedgerWords::cost(m_change.total), core::LedgerWords::cost(m_change.totalBefore),
             SpendingWords::signedMoney(m_change.difference()));
}

QString ChangePane::note() const
{
    QStringList sentences;
    const qint64 unpriced = m_change.total.unpricedAttempts + m_change.totalBefore.unpricedAttempts;
    if (unpriced > 0 && !m_change.unpriced.isEmpty()) {
        const QString &model = m_change.unpriced.first().first;
        sentences.append(unpriced == 1 ? tr("1 request without a price is in no part: one of %1.").arg(model)
                                       : tr("%1 requests without a price are in no part, most of them of %2.")
                                             .arg(core::formatCount(unpriced), model));
    }
    sentences.append(tr("Each part is what its figure changed after the ones above it, for every model and "
                        "account; they sum to the difference exactly."));
    return sentences.join(QLatin1Char(' '));
}

} // namespace ui
