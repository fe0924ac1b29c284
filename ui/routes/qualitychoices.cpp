#include "ui/routes/qualitychoices.h"

#include "core/base/typedamount.h"
#include "ui/routes/qualitychecks.h"
#include "ui/routes/wordcombo.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/themedlabel.h"

#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

using core::QualityJudging;

namespace ui {

namespace {

constexpr int kMostPairs = 500;
constexpr int kUsualPairs = 40;

} // namespace

QualityChoices::QualityChoices(const RoutesContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_pairs(new QSpinBox(this))
    , m_cap(new QLineEdit(core::amountToType(QStringLiteral("1.00")), this))
    , m_judging(new WordCombo(context.theme, this))
    , m_judge(new FlatButton(context.theme, QString(), FlatButton::Look::Outlined, this))
    , m_criteria(new QLineEdit(this))
    , m_checks(new QualityChecks(context, this))
{
    setObjectName(QStringLiteral("quality.choices"));
    makeFields();
    makeJudging();
    auto *const pairs = new ThemedLabel(context.theme, tr("&Calls"), Theme::Token::Ink2, this);
    pairs->setBuddy(m_pairs);
    auto *const cap = new ThemedLabel(context.theme, tr("at &most US$"), Theme::Token::Ink2, this);
    cap->setBuddy(m_cap);
    auto *const by = new ThemedLabel(context.theme, tr("compared &by"), Theme::Token::Ink2, this);
    by->setBuddy(m_judging);
    auto *const first = new QHBoxLayout;
    first->setSpacing(8);
    for (QWidget *part :
         {static_cast<QWidget *>(pairs), static_cast<QWidget *>(m_pairs), static_cast<QWidget *>(cap),
          static_cast<QWidget *>(m_cap), static_cast<QWidget *>(by), static_cast<QWidget *>(m_judging)})
        first->addWidget(part);
    first->addStretch(1);
    auto *const second = new QHBoxLayout;
    second->setSpacing(8);
    second->addWidget(m_judge);
    second->addWidget(m_criteria, 1);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(8);
    rows->addLayout(first);
    rows->addLayout(second);
    rows->addWidget(m_checks);
    showFields();
}

void QualityChoices::makeFields()
{
    m_pairs->setObjectName(QStringLiteral("quality.pairs"));
    m_pairs->setAccessibleName(tr("Calls to ask again"));
    m_pairs->setRange(1, kMostPairs);
    m_pairs->setValue(kUsualPairs);
    m_cap->setObjectName(QStringLiteral("quality.cap"));
    m_cap->setAccessibleName(tr("The most that it may cost, in US dollars"));
    m_cap->setMaximumWidth(m_context.theme.px(80));
    m_criteria->setObjectName(QStringLiteral("quality.criteria"));
    m_criteria->setAccessibleName(tr("What to judge by"));
    m_criteria->setPlaceholderText(tr("What to judge by (optional)"));
    connect(m_pairs, &QSpinBox::valueChanged, this, &QualityChoices::changed);
    for (QLineEdit *line : {m_cap, m_criteria})
        connect(line, &QLineEdit::textChanged, this, &QualityChoices::changed);
    connect(m_checks, &QualityChecks::changed, this, &QualityChoices::changed);
}

void QualityChoices::makeJudging()
{
    m_judging->setObjectName(QStringLiteral("quality.judging"));
    m_judging->setAccessibleName(tr("Who compares the answers"));
    m_judging->addItem(tr("a judge model, in both orders"), static_cast<int>(QualityJudging::Model));
    m_judging->addItem(tr("a blind vote of yours"), static_cast<int>(QualityJudging::Blind));
    m_judging->addItem(tr("checks that you choose"), static_cast<int>(QualityJudging::Checks));
    m_judge->setObjectName(QStringLiteral("quality.judge"));
    m_judge->setTextLimit(260);
    connect(m_judging, &QComboBox::currentIndexChanged, this, [this] {
        showFields();
        emit changed();
    });
    connect(m_judge, &QToolButton::clicked, this, [this] {
        const QStringList inUse = m_judgeName ? QStringList{m_judgeName->toString()} : QStringList();
        m_context.pickTarget(m_judge, inUse, [this](const core::TargetName &name) { setJudge(name); });
    });
}

void QualityChoices::setJudge(const core::TargetName &judge)
{
    m_judgeName = judge;
    showFields();
    emit changed();
}

void QualityChoices::showFields()
{
    const auto judging = static_cast<QualityJudging>(m_judging->data());
    m_judge->setVisible(judging == QualityJudging::Model);
    m_criteria->setVisible(judging == QualityJudging::Model);
    m_checks->setVisible(judging == QualityJudging::Checks);
    m_judge->setText(m_judgeName ? tr("Judge: %1").arg(m_judgeName->toString()) : tr("&Pick a judge …"));
    m_judge->setAccessibleName(m_judge->text());
}

core::Result<core::QualityOptions> QualityChoices::options() const
{
    using core::Error;
    using core::ErrorKind;
    core::QualityOptions options;
    options.pairs = m_pairs->value();
    options.maxCost = core::typedAmount(m_cap->text());
    if (!options.maxCost || *options.maxCost < core::Money())
        return Error{ErrorKind::InvalidRequest,
                     tr("“%1” is no amount of US dollars, such as 1.50.").arg(m_cap->text())};
    options.judging = static_cast<QualityJudging>(m_judging->data());
    options.criteria = m_criteria->text().trimmed();
    if (options.judging == QualityJudging::Model) {
        if (!m_judgeName)
            return Error{ErrorKind::InvalidRequest, tr("Pick the model that compares the answers.")};
        options.judge = core::Target{*m_judgeName};
    }
    if (options.judging == QualityJudging::Checks) {
        const core::Result<QList<core::Check>> checks = m_checks->checks();
        if (!checks)
            return checks.error();
        options.checks = *checks;
    }
    return options;
}

} // namespace ui
