#include "ui/reconcile/importpreview.h"

#include "core/base/formatting.h"
#include "core/models/figurewords.h"
#include "core/models/ledgerwords.h"
#include "ui/widgets/keyvaluegrid.h"
#include "ui/widgets/themedlabel.h"

#include <QVBoxLayout>

namespace ui {

namespace {

QString dayText(const std::optional<qint64> &ms)
{
    return ms ? QLocale().toString(QDateTime::fromMSecsSinceEpoch(*ms, Qt::UTC).date(), QLocale::ShortFormat)
              : QString();
}

/// What rows without a cost came to is unknown.
QString knownAmount(core::Money amount, const core::UsageImportPreview &preview)
{
    return amount.isZero() && preview.withoutCost > 0 ? core::unknownFigure() : core::formatMoney(amount);
}

/// "3 requests and 2 sums of a day, $1.20"
QString countedText(const core::UsageImportPreview &preview)
{
    QStringList parts;
    if (preview.newRequests > 0)
        parts.append(core::LedgerWords::requests(preview.newRequests));
    if (preview.newSums > 0)
        parts.append(ImportPreview::tr("%n sums of a day", nullptr, static_cast<int>(preview.newSums)));
    if (parts.isEmpty())
        return ImportPreview::tr("nothing");
    return ImportPreview::tr("%1, %2", "what counts, its cost")
        .arg(parts.join(ImportPreview::tr(" and ", "between requests and sums")),
             knownAmount(preview.counted, preview));
}

} // namespace

ImportPreview::ImportPreview(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_figures(new KeyValueGrid(theme, this))
    , m_note(new ThemedLabel(theme, {}, Theme::Token::Ink2, this))
{
    m_figures->setObjectName(QStringLiteral("reconcile.preview"));
    m_note->setObjectName(QStringLiteral("reconcile.previewNote"));
    m_note->setWordWrap(true);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_figures);
    column->addWidget(m_note);
}

void ImportPreview::setPreview(const core::UsageImportPreview &preview)
{
    clear();
    m_figures->addRow(tr("Recognised as"), core::usageFormatTitle(preview.format));
    // The end is exclusive: a day that ends at midnight is not the next one.
    const std::optional<qint64> last = preview.lastMs ? std::optional(*preview.lastMs - 1) : std::nullopt;
    m_figures->addRow(tr("Period (UTC)"), tr("%1 – %2").arg(dayText(preview.firstMs), dayText(last)));
    m_figures->addRow(
        tr("Rows"),
        tr("%1, %2 in all").arg(core::formatCount(preview.records), knownAmount(preview.total, preview)),
        preview.total.toDecimal());
    m_figures->addRow(tr("Will count"), countedText(preview), preview.counted.toDecimal());
    if (preview.replaced > 0)
        m_figures->addRow(tr("Replaces"),
                          tr("%n sums of earlier imports, %1", nullptr, static_cast<int>(preview.replaced))
                              .arg(preview.replacedCost ? core::formatMoney(*preview.replacedCost)
                                                        : core::unknownFigure()));
    for (auto why = preview.leftOut.cbegin(); why != preview.leftOut.cend(); ++why)
        m_figures->addRow(tr("Left out"),
                          tr("%1: %2").arg(core::formatCount(*why), core::leftOutText(why.key())));
    if (preview.lacksPages)
        m_figures->addRow(tr("Incomplete"), core::lacksPagesText());
    if (preview.withoutCost > 0)
        m_figures->addRow(tr("Without a cost"), core::formatCount(preview.withoutCost));
    QStringList losses;
    for (const core::ImportLoss &loss : preview.losses)
        losses.append(loss.name);
    if (!losses.isEmpty())
        m_figures->addRow(tr("Not kept"), losses.mid(0, 5).join(QStringLiteral(", ")), losses.join(u'\n'));
    QStringList notes;
    if (preview.newRequests > 0)
        notes.append(tr("Requests go into every total, with the source “import”."));
    if (preview.newSums > 0)
        notes.append(tr("Sums of a day stand for many requests: they are compared, and counted as imported, "
                        "but are no requests of the ledger."));
    m_note->setText(notes.join(u' '));
    m_note->setVisible(!notes.isEmpty());
}

void ImportPreview::clear()
{
    m_figures->clear();
    m_note->clear();
    m_note->hide();
}

} // namespace ui
