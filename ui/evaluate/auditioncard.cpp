#include "ui/evaluate/auditioncard.h"

#include "core/base/continuation.h"
#include "core/base/formatting.h"
#include "core/judging/votestore.h"
#include "core/models/ledgerwords.h"
#include "core/settings/keys.h"
#include "core/settings/settings.h"
#include "ui/evaluate/setestimator.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/toastarea.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QMessageBox>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace ui {

AuditionCard::AuditionCard(const EvaluateContext &context, QWidget *parent)
    : Surface(context.theme, Theme::Token::AccentSoft, Bottom, parent)
    , m_context(context)
    , m_desk(new AuditionDesk(context, this))
    , m_title(new ElidedLabel(context.theme, {}, Theme::Token::Ink, Qt::ElideMiddle, this))
    , m_text(new ThemedLabel(context.theme, {}, Theme::Token::Ink2, this))
    , m_task(new QComboBox(this))
    , m_prompts(new QSpinBox(this))
    , m_try(new FlatButton(context.theme, tr("Try it"), FlatButton::Look::Outlined, this))
    , m_dismiss(new FlatButton(context.theme, tr("Not now"), FlatButton::Look::Flat, this))
{
    setObjectName(QStringLiteral("audition"));
    setAccessibleName(tr("Audition"));
    m_title->setObjectName(QStringLiteral("audition.title"));
    m_title->setType(1.0, QFont::DemiBold);
    m_text->setObjectName(QStringLiteral("audition.text"));
    m_text->setWordWrap(true);
    m_task->setObjectName(QStringLiteral("audition.task"));
    m_task->setAccessibleName(tr("Task of the prompts"));
    m_task->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_prompts->setObjectName(QStringLiteral("audition.prompts"));
    m_prompts->setAccessibleName(tr("How many prompts"));
    m_prompts->setRange(1, 100);
    m_prompts->setValue(core::kAuditionPrompts);
    m_try->setObjectName(QStringLiteral("audition.try"));
    m_dismiss->setObjectName(QStringLiteral("audition.dismiss"));
    auto *const texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_title);
    texts->addWidget(m_text);
    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 16, 9);
    row->setSpacing(8);
    row->addLayout(texts, 1);
    for (QWidget *widget : {static_cast<QWidget *>(m_task), static_cast<QWidget *>(m_prompts),
                            static_cast<QWidget *>(m_try), static_cast<QWidget *>(m_dismiss)})
        row->addWidget(widget);
    hide();
    wire();
}

void AuditionCard::wire()
{
    connect(m_desk, &AuditionDesk::newsChanged, this, &AuditionCard::showNews);
    connect(m_desk, &AuditionDesk::planned, this, &AuditionCard::showPlan);
    connect(m_desk, &AuditionDesk::matrixAdded, this, &AuditionCard::matrixAdded);
    connect(m_desk, &AuditionDesk::failed, this, [this](const core::Error &error) {
        m_try->setEnabled(!m_plan.audition.draft.table.cases.isEmpty());
        m_context.toasts.showMessage(tr("The audition could not be prepared: %1").arg(error.message));
    });
    connect(&m_context.votes, &core::VoteStore::changed, this, &AuditionCard::reload);
    connect(m_task, &QComboBox::currentIndexChanged, this, &AuditionCard::planAgain);
    connect(m_prompts, &QSpinBox::valueChanged, this, &AuditionCard::planAgain);
    connect(m_try, &QToolButton::clicked, this, &AuditionCard::tryIt);
    connect(m_dismiss, &QToolButton::clicked, this, [this] {
        if (!m_desk->news().isEmpty())
            m_desk->dismiss(m_desk->news().constFirst().target);
    });
}

void AuditionCard::reload()
{
    if (!m_desk->news().isEmpty())
        loadTasks();
}

void AuditionCard::showNews()
{
    const QList<core::OfferNews> &news = m_desk->news();
    setVisible(!news.isEmpty());
    if (news.isEmpty())
        return;
    const core::OfferNews &first = news.constFirst();
    QString title =
        first.priceChanged ? tr("%1 has another price").arg(first.target) : tr("%1 is new").arg(first.target);
    if (news.size() > 1)
        title = tr("%1, and %n more", "news", static_cast<int>(news.size()) - 1).arg(title);
    m_title->setFullText(title);
    m_plan = {};
    loadTasks();
}

void AuditionCard::loadTasks()
{
    core::VoteFilter filter;
    filter.judge.reset();
    filter.includeSimulated = m_context.settings.get(core::settings::kIncludeSimulated);
    core::continued(m_context.votes.tasks(filter), this,
                    [this](const core::Result<QList<core::TaskVotes>> &tasks) {
                        const QString before = m_task->currentData().toString();
                        m_filling = true;
                        m_task->clear();
                        for (const core::TaskVotes &one : tasks.valueOr({})) {
                            if (one.rankings > 0)
                                m_task->addItem(core::LedgerWords::task(one.task), one.task);
                        }
                        m_task->setCurrentIndex(std::max(0, m_task->findData(before)));
                        m_filling = false;
                        planAgain();
                    });
}

void AuditionCard::planAgain()
{
    if (m_filling || m_desk->news().isEmpty())
        return;
    const bool any = m_task->count() > 0;
    for (QWidget *widget :
         {static_cast<QWidget *>(m_task), static_cast<QWidget *>(m_prompts), static_cast<QWidget *>(m_try)})
        widget->setVisible(any);
    m_try->setEnabled(false);
    if (!any) {
        m_text->setText(tr("Once you have voted on answers, it can be tried on those prompts."));
        return;
    }
    const auto candidate = core::parseTargetName(m_desk->news().constFirst().target);
    if (candidate)
        m_desk->plan(*candidate, m_task->currentData().toString(), m_prompts->value());
}

void AuditionCard::showPlan(const AuditionPlan &plan)
{
    m_plan = plan;
    const int prompts = static_cast<int>(plan.audition.draft.table.cases.size());
    m_try->setEnabled(prompts > 0);
    if (prompts == 0) {
        m_text->setText(tr("No judged prompt of this task can be asked again alone."));
        return;
    }
    QStringList parts;
    parts += plan.champion ? tr("Try it on your last %n judged prompts, beside %1.", nullptr, prompts)
                                 .arg(plan.champion->toString())
                           : tr("Try it on your last %n judged prompts.", nullptr, prompts);
    const core::RunEstimate &estimate = plan.estimate;
    if (estimate.unpricedLanes < estimate.lanes)
        parts += tr("Estimated %1.").arg(SetEstimator::range(estimate));
    if (estimate.unpricedLanes > 0)
        parts += tr("Not every price is known.");
    if (plan.audition.leftOut > 0)
        parts += tr("%n were left out: follow-up turns, pictures or texts not kept.", nullptr,
                    plan.audition.leftOut);
    m_text->setText(parts.join(QLatin1Char(' ')));
}

void AuditionCard::tryIt()
{
    const core::Money limit = core::Money::fromDecimal(m_context.settings.get(core::settings::kRunCostLimit))
                                  .value_or(core::Money());
    if (m_plan.estimate.high <= limit)
        return start(m_plan);
    auto *const box = new QMessageBox(this);
    box->setObjectName(QStringLiteral("costQuestion"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Question);
    box->setWindowTitle(tr("This audition may be expensive"));
    box->setText(tr("The audition will probably cost %1.").arg(SetEstimator::range(m_plan.estimate)));
    box->setInformativeText(
        tr("You are asked above $%1; the limit can be changed in the settings.").arg(limit.toDecimal()));
    const QPushButton *const yes = box->addButton(tr("Start anyway"), QMessageBox::AcceptRole);
    box->addButton(QMessageBox::Cancel);
    connect(yes, &QPushButton::clicked, this, [this, plan = m_plan] { start(plan); });
    box->open();
}

void AuditionCard::start(const AuditionPlan &plan)
{
    m_try->setEnabled(false);
    m_desk->add(plan);
}

} // namespace ui
