#include "ui/widgets/meter.h"

#include "ui/widgets/convertedlabel.h"

#include <QHBoxLayout>

namespace ui {

Meter::Meter(const Theme &theme, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_name(new ThemedLabel(theme, name, Theme::Token::Ink2, this))
    , m_value(new ThemedLabel(theme, {}, Theme::Token::Ink, this))
{
    m_name->setType(0.92);
    m_value->setType(0.92, QFont::DemiBold);
    const auto useTabular = [this] { m_value->setFont(Theme::tabularFont(m_value->font())); };
    useTabular();
    connect(&theme, &Theme::changed, this, useTabular);
    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_name);
    row->addWidget(m_value);
    m_name->setVisible(!name.isEmpty());
    m_value->hide();
}

void Meter::setName(const QString &name)
{
    m_name->setText(name);
    m_name->setVisible(!name.isEmpty());
    describe();
}

void Meter::setValue(const QString &value, const QString &exact)
{
    m_value->setText(value);
    m_value->setVisible(!value.isEmpty());
    setToolTip(exact);
    describe();
}

void Meter::setConverted(const std::optional<core::Money> &usd, const std::optional<core::ExchangeRate> &rate)
{
    // Few of all meters ever have one.
    if (!m_converted && usd && rate) {
        m_converted = new ConvertedLabel(m_theme, this);
        layout()->addWidget(m_converted);
    }
    if (m_converted)
        m_converted->setAmount(usd, rate);
    describe();
}

QString Meter::value() const
{
    return m_value->text();
}

void Meter::setInk(Theme::Token ink)
{
    m_value->setInk(ink);
    m_value->setFont(Theme::tabularFont(m_value->font()));
}

void Meter::describe()
{
    const QString converted = m_converted ? m_converted->fullText() : QString();
    setAccessibleName(
        QString(m_name->text() % QLatin1Char(' ') % m_value->text() % QLatin1Char(' ') % converted)
            .trimmed());
}

} // namespace ui
