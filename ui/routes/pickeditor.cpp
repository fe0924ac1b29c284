#include "ui/routes/pickeditor.h"

#include "core/base/typedamount.h"
#include "core/routing/rulewords.h"
#include "ui/routes/routeterms.h"
#include "ui/routes/typing.h"
#include "ui/routes/valuesedit.h"
#include "ui/routes/wordcombo.h"
#include "ui/theme/theme.h"
#include "ui/widgets/themedlabel.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

using core::PickOrder;

namespace ui {

namespace {

constexpr int kCeilingWidth = 110;

} // namespace

PickEditor::PickEditor(RuleEditor &editor, const RouteTerms &terms, const RoutesContext &context,
                       QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_context(context)
    , m_pick(new WordCombo(context.theme, this))
    , m_hint(new ThemedLabel(context.theme, {}, Theme::Token::Ink2, this))
    , m_sticky(new ValuesEdit(context.theme, this))
    , m_ceiling(new QLineEdit(this))
    , m_fault(new ThemedLabel(context.theme, tr("Not taken: an amount such as 0.002 is expected."),
                              Theme::Token::Bad, this))
{
    m_pick->setObjectName(QStringLiteral("pick.order"));
    m_pick->setAccessibleName(tr("Order of the targets"));
    for (const PickOrder order : {PickOrder::Listed, PickOrder::Weighted, PickOrder::Cheapest,
                                  PickOrder::Fastest, PickOrder::BestRated})
        m_pick->addItem(core::pickOrderInWords(order), static_cast<int>(order));
    m_sticky->setObjectName(QStringLiteral("pick.sticky"));
    m_sticky->setAccessibleName(tr("Tag whose value keeps the order"));
    m_sticky->setPlaceholderText(tr("none"));
    m_sticky->setSingle(true);
    m_sticky->setTerms([&terms] { return terms.tagKeys(); });
    m_ceiling->setObjectName(QStringLiteral("pick.ceiling"));
    m_ceiling->setAccessibleName(tr("Price ceiling of a call in US dollars"));
    m_ceiling->setPlaceholderText(tr("none"));
    m_ceiling->setMaximumWidth(context.theme.px(kCeilingWidth));
    for (ThemedLabel *label : {m_hint, m_fault}) {
        label->setType(0.92);
        label->setWordWrap(true);
    }
    m_fault->hide();
    m_stickyRow = makeOption(tr("&Same order for one value of the tag"), m_sticky);
    m_ceilingRow = makeOption(tr("At most, $ &per call"), m_ceiling);
    auto *const order = new QHBoxLayout;
    auto *const name = new ThemedLabel(context.theme, tr("&Order"), Theme::Token::Ink2, this);
    name->setBuddy(m_pick);
    order->addWidget(name);
    order->addWidget(m_pick);
    order->addStretch(1);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(8);
    column->addLayout(order);
    column->addWidget(m_hint);
    column->addWidget(m_stickyRow);
    column->addWidget(m_ceilingRow);
    column->addWidget(m_fault);
    connect(m_pick, &QComboBox::currentIndexChanged, this, &PickEditor::choose);
    connect(m_sticky, &ValuesEdit::valuesEdited, this,
            [this](const QStringList &values) { takeSticky(values.value(0)); });
    connect(m_ceiling, &QLineEdit::textEdited, this, &PickEditor::takeCeiling);
}

QWidget *PickEditor::makeOption(const QString &label, QWidget *field)
{
    auto *const option = new QWidget(this);
    auto *const name = new ThemedLabel(m_context.theme, label, Theme::Token::Ink2, option);
    name->setBuddy(field);
    name->setWordWrap(true);
    auto *const row = new QVBoxLayout(option);
    row->setContentsMargins({});
    row->setSpacing(4);
    row->addWidget(name);
    row->addWidget(field);
    return option;
}

QString PickEditor::hintOf(PickOrder order)
{
    switch (order) {
    case PickOrder::Listed:
        return tr("The first is asked; each next one when those before it failed.");
    case PickOrder::Weighted:
        return tr("Each call begins with one of them by chance, in proportion to the weights.");
    case PickOrder::Cheapest:
        return tr("By the estimated cost of the call; those without a known price come last.");
    case PickOrder::Fastest:
        return tr("By the median time to the first token of your own calls; those with fewer than %n samples "
                  "come last.",
                  nullptr, core::kSamplesForSpeed);
    case PickOrder::BestRated:
        return tr("By your own votes for the task of the call; those without votes come last.");
    }
    return {};
}

void PickEditor::showRule(qsizetype rule)
{
    m_rule = rule;
    if (rule < 0)
        return;
    const core::Chain &chain = m_editor.rule(rule).chain;
    m_pick->showData(static_cast<int>(chain.pick));
    m_hint->setText(hintOf(chain.pick));
    m_hint->setVisible(chain.targets.size() > 1 || chain.pick != PickOrder::Listed);
    m_stickyRow->setVisible(chain.pick == PickOrder::Weighted);
    m_ceilingRow->setVisible(chain.pick == PickOrder::BestRated);
    m_sticky->showValues(chain.stickyTag.isEmpty() ? QStringList() : QStringList(chain.stickyTag));
    const QString typed = m_ceiling->text().trimmed();
    const std::optional<core::Money> amount = core::typedAmount(typed);
    const bool faulty = !typed.isEmpty() && !amount;
    const bool another = typed.isEmpty() ? chain.priceCeiling.has_value() : amount != chain.priceCeiling;
    if (another && !(faulty && m_ceiling->hasFocus()))
        m_ceiling->setText(chain.priceCeiling ? core::amountToType(chain.priceCeiling->toDecimal())
                                              : QString());
    m_fault->setVisible(faulty && m_ceiling->hasFocus() && chain.pick == PickOrder::BestRated);
}

void PickEditor::choose()
{
    if (m_rule < 0)
        return;
    core::Chain chain = m_editor.rule(m_rule).chain;
    chain.pick = static_cast<PickOrder>(m_pick->data());
    m_editor.setChain(m_rule, chain, tr("change the order of targets"));
}

void PickEditor::takeSticky(const QString &tag)
{
    core::Chain chain = m_editor.rule(m_rule).chain;
    chain.stickyTag = tag;
    m_editor.setChain(m_rule, chain, tr("change the order of targets"), TypingPick);
}

void PickEditor::takeCeiling(const QString &text)
{
    const QString typed = text.trimmed();
    const std::optional<core::Money> amount = core::typedAmount(typed);
    const bool usable = typed.isEmpty() || (amount && *amount >= core::Money());
    m_fault->setVisible(!usable);
    m_ceiling->setAccessibleDescription(usable ? QString() : m_fault->text());
    if (!usable)
        return;
    core::Chain chain = m_editor.rule(m_rule).chain;
    chain.priceCeiling = amount;
    m_editor.setChain(m_rule, chain, tr("change the price ceiling"), TypingPick);
}

} // namespace ui
