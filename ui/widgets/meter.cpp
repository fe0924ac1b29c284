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
        // Between the figure and its limit.
        static_cast<QHBoxLayout *>(layout())->insertWidget(2, m_converted);
    }
    if (m_converted)
        m_converted->setAmount(usd, rate);
    describe();
}

void Meter::setLimit(const QString &text)
{
    if (!m_limit && !text.isEmpty()) {
        m_limit = new ThemedLabel(m_theme, {}, Theme::Token::Ink2, this);
        m_limit->setType(0.92);
        layout()->addWidget(m_limit);
    }
    if (m_limit) {
        m_limit->setText(text);
        m_limit->setVisible(!text.isEmpty());
    }
    describe();
}

QString Meter::value() const
{
    const QString limit = m_limit ? m_limit->text() : QString();
    return QString(m_value->text() % QLatin1Char(' ') % limit).trimmed();
}

void Meter::setInk(Theme::Token ink)
{
    m_value->setInk(ink);
    m_value->setFont(Theme::tabularFont(m_value->font()));
}

void Meter::describe()
{
    QStringList parts{m_name->text(), m_value->text(), m_converted ? m_converted->fullText() : QString(),
                      m_limit ? m_limit->text() : QString()};
    parts.removeAll(QString());
    setAccessibleName(parts.join(QLatin1Char(' ')));
}

} // namespace ui
