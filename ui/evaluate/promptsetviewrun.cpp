// How PromptSetView starts an evaluation: its card, what is in the way of it and what it may cost.
#include "core/base/continuation.h"
#include "core/base/formatting.h"
#include "core/base/typedamount.h"
#include "core/compare/tasksuggestion.h"
#include "core/models/ledgerwords.h"
#include "core/settings/keys.h"
#include "core/settings/settings.h"
#include "ui/evaluate/checkkeeper.h"
#include "ui/evaluate/checkrows.h"
#include "ui/evaluate/promptsetview.h"
#include "ui/evaluate/setestimator.h"
#include "ui/evaluate/targetrows.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/primarybutton.h"
#include "ui/widgets/themedlabel.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSpinBox>

namespace ui {

Card *PromptSetView::makeRun()
{
    const Theme &theme = m_context.theme;
    auto *const card = new Card(theme, tr("Run"), this);
    m_task = new QComboBox(card);
    m_task->setObjectName(QStringLiteral("set.task"));
    m_task->setAccessibleName(tr("Task of the calls"));
    m_task->setEditable(true);
    m_task->setInsertPolicy(QComboBox::NoInsert);
    m_task->addItem(QString());
    m_task->addItems(core::kShippedTasks);
    m_task->lineEdit()->setPlaceholderText(core::LedgerWords::task({}));
    m_perAccount = new QSpinBox(card);
    m_perAccount->setObjectName(QStringLiteral("set.perAccount"));
    m_perAccount->setAccessibleName(tr("Requests at the same time to one account"));
    m_perAccount->setRange(1, 64);
    m_perAccount->setValue(core::MatrixOptions().perAccount);
    m_cap = new QLineEdit(card);
    m_cap->setObjectName(QStringLiteral("set.maxCost"));
    m_cap->setAccessibleName(tr("Money cap in US dollars"));
    m_cap->setPlaceholderText(tr("no cap"));
    m_judgeRow = new QWidget(card);
    m_judge = new FlatButton(theme, tr("Choose a judge model"), FlatButton::Look::Outlined, m_judgeRow);
    m_judge->setObjectName(QStringLiteral("set.judge"));
    m_judge->setTextLimit(240);
    auto *const judge = new QHBoxLayout(m_judgeRow);
    judge->setContentsMargins(0, 0, 0, 0);
    judge->addWidget(new ThemedLabel(theme, tr("Judge"), Theme::Token::Ink2, m_judgeRow));
    judge->addWidget(m_judge);
    judge->addStretch(1);
    auto *const form = new QFormLayout;
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(6);
    const auto addRow = [&](const QString &label, QWidget *field) {
        auto *const name = new ThemedLabel(theme, label, Theme::Token::Ink2, card);
        name->setBuddy(field);
        name->setMinimumHeight(field->sizeHint().height()); // in the middle of its field
        form->addRow(name, field);
    };
    addRow(tr("Task"), m_task);
    addRow(tr("At once per account"), m_perAccount);
    addRow(tr("Money cap, $"), m_cap);
    m_estimate = new ThemedLabel(theme, {}, Theme::Token::Ink2, card);
    m_estimate->setObjectName(QStringLiteral("set.estimate"));
    m_estimate->setWordWrap(true);
    m_obstacle = new ThemedLabel(theme, {}, Theme::Token::Bad, card);
    m_obstacle->setObjectName(QStringLiteral("set.obstacle"));
    m_obstacle->setWordWrap(true);
    m_start = new PrimaryButton(theme, tr("Start"), card);
    m_start->setObjectName(QStringLiteral("set.start"));
    auto *const foot = new QHBoxLayout;
    foot->addWidget(m_estimate, 1);
    foot->addWidget(m_start);
    card->content()->addLayout(form);
    card->content()->addWidget(m_judgeRow);
    card->content()->addWidget(m_obstacle);
    card->content()->addLayout(foot);
    return card;
}

void PromptSetView::setJudge(const QString &model)
{
    m_judgeModel = model;
    m_judge->setText(model);
    describe();
}

QString PromptSetView::obstacle() const
{
    const core::PromptSet now = edited();
    if (const QString fault = textFault(now); !fault.isEmpty())
        return fault;
    if (const QString fault = m_checks->fault(); !fault.isEmpty())
        return fault;
    if (!m_fileFault.isEmpty())
        return m_fileFault;
    if (!m_cap->text().trimmed().isEmpty() && !cap())
        return tr("The money cap is no amount in US dollars: “%1”.").arg(m_cap->text());
    if (core::wantsJudge(now) && m_judgeModel.isEmpty())
        return tr("Choose the model that answers the check “judge”.");
    return {};
}

std::optional<core::Money> PromptSetView::cap() const
{
    const std::optional<core::Money> amount = core::typedAmount(m_cap->text());
    return amount && *amount > core::Money() ? amount : std::nullopt;
}

void PromptSetView::start()
{
    if (!m_start->isEnabled())
        return;
    keep();
    m_startWanted = m_keeper->isReading(m_set.id);
    describe();
    if (m_start->isEnabled())
        startUnlessDear();
}

void PromptSetView::startUnlessDear()
{
    const core::RunEstimate estimate = m_estimator->estimate();
    const core::Money limit = core::Money::fromDecimal(m_context.settings.get(core::settings::kRunCostLimit))
                                  .value_or(core::Money());
    if (estimate.high > limit)
        askAboutCost(estimate);
    else
        startNow();
}

void PromptSetView::askAboutCost(const core::RunEstimate &estimate)
{
    auto *const box = new QMessageBox(this);
    box->setObjectName(QStringLiteral("costQuestion"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Question);
    box->setWindowTitle(tr("This evaluation may be expensive"));
    box->setText(tr("%1 cells will probably cost %2.")
                     .arg(core::formatCount(m_estimator->cells()), SetEstimator::range(estimate)));
    QString more = tr("You are asked above $%1; the limit can be changed in the settings.")
                       .arg(m_context.settings.get(core::settings::kRunCostLimit));
    if (const std::optional<core::Money> most = cap())
        more +=
            QLatin1Char('\n') + tr("It stops before it passes the money cap of $%1.").arg(most->toDecimal());
    if (estimate.unpricedLanes > 0)
        more += QLatin1Char('\n') + tr("Not every model has a known price: the cost is a lower bound.");
    if (core::wantsJudge(m_set))
        more += QLatin1Char('\n') + tr("The calls of the judge come on top of it.");
    box->setInformativeText(more);
    const QPushButton *const yes = box->addButton(tr("Start anyway"), QMessageBox::AcceptRole);
    box->addButton(QMessageBox::Cancel);
    connect(yes, &QPushButton::clicked, this, &PromptSetView::startNow);
    box->open();
}

void PromptSetView::startNow()
{
    core::MatrixDraft draft;
    draft.setId = m_set.id;
    draft.targets = m_targets->targets();
    draft.task = m_task->currentText().trimmed();
    draft.options.perAccount = m_perAccount->value();
    draft.options.maxCost = cap();
    draft.options.judge = core::wantsJudge(m_set) ? m_judgeModel : QString();
    m_start->setEnabled(false);
    core::continued(m_context.services.matrices.add(draft), this, [this](const core::Result<qint64> &id) {
        describe();
        if (!id)
            return emit failed(id.error());
        emit matrixAdded(*id);
    });
}

} // namespace ui
