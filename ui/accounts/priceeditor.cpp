#include "ui/accounts/priceeditor.h"

#include "ui/theme/paint.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/themedlabel.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace ui {

namespace {

constexpr int kMillion = 1'000'000;
constexpr int kFieldWidth = 96;

QString perMillion(const std::optional<core::Money> &price)
{
    return price ? (*price * kMillion).toDecimal() : QString();
}

/// Whether `text` is empty or a price of a million tokens, which is put into `price`.
bool read(const QLineEdit *field, std::optional<core::Money> &price)
{
    const QString text = field->text().trimmed();
    if (text.isEmpty())
        return true;
    const std::optional<core::Money> amount = core::Money::fromDecimal(text);
    if (!amount || *amount < core::Money())
        return false;
    price = amount->scaled(1, kMillion);
    return true;
}

} // namespace

PriceEditor::PriceEditor(Theme &theme, QWidget *parent)
    : Surface(theme, Theme::Token::Panel2, AllSides, parent), m_theme(theme)
{
    setRadius(kControlRadius);
    setObjectName(QStringLiteral("priceEditor"));
    auto *const grid = new QGridLayout(this);
    grid->setContentsMargins(12, 10, 12, 10);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    m_title = new ThemedLabel(theme, {}, Theme::Token::Ink, this);
    m_title->setWordWrap(true);
    grid->addWidget(m_title, 0, 0, 1, 7);
    m_input = addField(QStringLiteral("ownInput"), tr("input"), 0);
    m_output = addField(QStringLiteral("ownOutput"), tr("output"), 1);
    m_cacheRead = addField(QStringLiteral("ownCacheRead"), tr("cache read"), 2);
    m_cacheWrite = addField(QStringLiteral("ownCacheWrite"), tr("cache write"), 3);
    m_reasoning = addField(QStringLiteral("ownReasoning"), tr("reasoning"), 4);
    auto *const set = new FlatButton(theme, tr("Set price"), FlatButton::Look::Outlined, this);
    set->setObjectName(QStringLiteral("setOwnPrice"));
    auto *const cancel = new FlatButton(theme, tr("Cancel"), FlatButton::Look::Flat, this);
    grid->addWidget(set, 2, 5);
    grid->addWidget(cancel, 2, 6);
    grid->setColumnStretch(7, 1);
    m_fault = new ThemedLabel(theme, {}, Theme::Token::Bad, this);
    m_fault->hide();
    grid->addWidget(m_fault, 3, 0, 1, 7);
    connect(set, &QToolButton::clicked, this, &PriceEditor::submit);
    connect(cancel, &QToolButton::clicked, this, &PriceEditor::closed);
}

QLineEdit *PriceEditor::addField(const QString &name, const QString &label, int column)
{
    auto *const grid = static_cast<QGridLayout *>(layout());
    auto *const field = new QLineEdit(this);
    field->setObjectName(name);
    field->setAccessibleName(tr("Own price, %1, US dollars for a million tokens").arg(label));
    field->setAlignment(Qt::AlignRight);
    field->setMaximumWidth(m_theme.px(kFieldWidth));
    grid->addWidget(new ThemedLabel(m_theme, label, Theme::Token::Ink2, this), 1, column);
    grid->addWidget(field, 2, column);
    connect(field, &QLineEdit::textChanged, this, &PriceEditor::check);
    return field;
}

void PriceEditor::edit(const QString &model, const std::optional<core::PriceList> &prices)
{
    m_model = model;
    m_title->setText(tr("Own price of %1, in US dollars for a million tokens").arg(model));
    const core::TokenPrices now = prices ? prices->base : core::TokenPrices();
    m_input->setText(perMillion(now.input));
    m_output->setText(perMillion(now.output));
    m_cacheRead->setText(perMillion(now.cacheRead));
    m_cacheWrite->setText(perMillion(now.cacheWrite));
    m_reasoning->setText(perMillion(now.reasoning));
    m_fault->hide();
    show();
    m_input->setFocus();
    m_input->selectAll();
}

std::optional<core::TokenPrices> PriceEditor::prices() const
{
    core::TokenPrices prices;
    const bool readable = read(m_input, prices.input) && read(m_output, prices.output)
        && read(m_cacheRead, prices.cacheRead) && read(m_cacheWrite, prices.cacheWrite)
        && read(m_reasoning, prices.reasoning);
    return readable ? std::optional(prices) : std::nullopt;
}

void PriceEditor::check()
{
    const bool readable = prices().has_value();
    m_fault->setText(readable ? QString()
                              : tr("A price is an amount such as 2.50; an empty field is unknown."));
    m_fault->setVisible(!readable);
}

void PriceEditor::submit()
{
    const std::optional<core::TokenPrices> own = prices();
    if (!own)
        return check();
    if (*own == core::TokenPrices()) {
        m_fault->setText(tr("Enter at least one price."));
        m_fault->show();
        return;
    }
    emit priceSet(*own);
}

void PriceEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit closed();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        submit();
    else
        Surface::keyPressEvent(event);
}

} // namespace ui
