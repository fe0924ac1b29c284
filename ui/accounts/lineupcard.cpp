#include "ui/accounts/lineupcard.h"

#include "core/base/formatting.h"
#include "core/compare/runestimate.h"
#include "core/models/accountmodelstable.h"
#include "core/simulator/samples.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/themedlabel.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QPlainTextEdit>

namespace ui {

namespace {

constexpr int kPromptHeight = 84;

QString priceLine(const core::ModelInfo &info)
{
    if (!info.prices)
        return LineUpCard::tr("price unknown");
    return LineUpCard::tr("%1 in, %2 out per million")
        .arg(core::pricePerMillion(info.prices->base.input, info.prices->currency),
             core::pricePerMillion(info.prices->base.output, info.prices->currency));
}

} // namespace

LineUpCard::LineUpCard(const AccountsContext &context, QWidget *parent)
    : Card(context.theme, tr("Your first comparison"), parent)
    , m_context(context)
    , m_grid(new QGridLayout)
    , m_prompt(new QPlainTextEdit(this))
    , m_estimate(new ThemedLabel(context.theme, {}, Theme::Token::Ink2, this))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(0, 1);
    m_prompt->setObjectName(QStringLiteral("samplePrompt"));
    m_prompt->setAccessibleName(tr("Prompt of the first comparison"));
    m_prompt->setTabChangesFocus(true);
    m_estimate->setObjectName(QStringLiteral("firstEstimate"));
    m_estimate->setWordWrap(true);
    auto *const another = new FlatButton(context.theme, tr("&Another sample"), FlatButton::Look::Link, this);
    another->setObjectName(QStringLiteral("anotherSample"));
    connect(another, &QToolButton::clicked, this, &LineUpCard::nextSample);
    connect(m_prompt, &QPlainTextEdit::textChanged, this, &LineUpCard::describe);
    auto *const promptHead = new QHBoxLayout;
    promptHead->addWidget(new ThemedLabel(context.theme, tr("A sample prompt; change it as you like"),
                                          Theme::Token::Ink2, this));
    promptHead->addStretch();
    promptHead->addWidget(another);
    content()->addLayout(m_grid);
    content()->addLayout(promptHead);
    content()->addWidget(m_prompt);
    content()->addWidget(m_estimate);
    const auto measure = [this] { m_prompt->setFixedHeight(m_context.theme.px(kPromptHeight)); };
    measure();
    connect(&context.theme, &Theme::changed, this, measure);
    m_prompt->setPlainText(core::simulatorSamples().constFirst().prompt);
}

void LineUpCard::propose(const QList<core::LineUpCandidate> &offered)
{
    while (QLayoutItem *const item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_targets.clear();
    const QList<core::TargetName> proposed = core::proposeLineUp(offered);
    for (const core::TargetName &name : proposed) {
        const auto isIt = [&name](const core::LineUpCandidate &one) { return one.name == name; };
        const auto found = std::find_if(offered.cbegin(), offered.cend(), isIt);
        if (found != offered.cend())
            addTarget(*found);
    }
    describe();
}

void LineUpCard::addTarget(const core::LineUpCandidate &candidate)
{
    auto *const box = new QCheckBox(candidate.name.model, this);
    box->setObjectName(QStringLiteral("target-") + candidate.name.toString());
    box->setChecked(true);
    connect(box, &QCheckBox::toggled, this, &LineUpCard::describe);
    const int row = static_cast<int>(m_targets.size());
    m_grid->addWidget(box, row, 0);
    m_grid->addWidget(new ThemedLabel(m_context.theme, candidate.name.account, Theme::Token::Ink2, this), row,
                      1);
    m_grid->addWidget(new ThemedLabel(m_context.theme, priceLine(candidate.info), Theme::Token::Ink2, this),
                      row, 2, Qt::AlignRight);
    m_targets.append({box, candidate});
}

QList<core::TargetName> LineUpCard::lineUp() const
{
    QList<core::TargetName> names;
    for (const auto &[box, candidate] : m_targets) {
        if (box->isChecked())
            names += candidate.name;
    }
    return names;
}

QString LineUpCard::prompt() const
{
    return m_prompt->toPlainText().trimmed();
}

void LineUpCard::nextSample()
{
    const QList<core::Sample> &samples = core::simulatorSamples();
    m_sample = (m_sample + 1) % samples.size();
    m_prompt->setPlainText(samples.at(m_sample).prompt);
}

QString LineUpCard::estimate() const
{
    QList<core::LaneForecast> lanes;
    for (const auto &[box, candidate] : m_targets) {
        if (box->isChecked())
            lanes += core::LaneForecast{candidate.info.prices};
    }
    if (lanes.isEmpty())
        return tr("Choose at least one model.");
    const core::Message message{core::Role::User, prompt()};
    const core::RunEstimate estimate = core::estimateRun(lanes, core::estimateInputTokens({message}));
    if (estimate.unpricedLanes == estimate.lanes)
        return tr("What this will cost is not known: these models have no known price.");
    QString text = estimate.low == estimate.high
        ? core::formatMoney(estimate.low)
        : tr("%1 to %2").arg(core::formatMoney(estimate.low), core::formatMoney(estimate.high));
    text = tr("This will cost about %1, a guess before the first answers.").arg(text);
    if (estimate.unpricedLanes > 0)
        text += u' ' + tr("%n models without a known price not counted.", nullptr, estimate.unpricedLanes);
    return text;
}

void LineUpCard::describe()
{
    m_estimate->setText(estimate());
    emit changed();
}

} // namespace ui
