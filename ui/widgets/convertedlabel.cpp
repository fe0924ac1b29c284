#include "ui/widgets/convertedlabel.h"

#include "core/models/displaycurrency.h"

#include <QEvent>

namespace ui {

ConvertedLabel::ConvertedLabel(const Theme &theme, QWidget *parent)
    : ElidedLabel(theme, {}, Theme::Token::Ink2, Qt::ElideRight, parent)
{
    setObjectName(QStringLiteral("converted"));
    setType(0.92);
    hide();
}

void ConvertedLabel::setAmount(const std::optional<core::Money> &usd,
                               const std::optional<core::ExchangeRate> &rate)
{
    const QString text = usd && !usd->isZero() && rate ? core::DisplayCurrency::text(*usd, *rate) : QString();
    m_explanation = text.isEmpty()
        ? QString()
        : tr("%1 at %2; for display only", "amount, rate").arg(text, core::DisplayCurrency::rateText(*rate));
    setFullText(text);
    setToolTip(m_explanation);
    setVisible(!text.isEmpty());
}

void ConvertedLabel::resizeEvent(QResizeEvent *event)
{
    ElidedLabel::resizeEvent(event);
    setToolTip(m_explanation);
}

void ConvertedLabel::changeEvent(QEvent *event)
{
    ElidedLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        setToolTip(m_explanation);
}

} // namespace ui
