#include "ui/history/historyfilters.h"

#include "core/base/clock.h"
#include "core/models/ledgerwords.h"
#include "ui/widgets/flatbutton.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QSignalBlocker>

using core::PeriodKind;

namespace ui {

namespace {

constexpr int kLetters = 12;

/// Fills a choice below its first entry and keeps what is chosen.
void refill(QComboBox &box, const QStringList &texts, const QVariantList &values)
{
    const QSignalBlocker quiet(box);
    const QVariant chosen = box.currentData();
    const QString chosenText = box.currentText();
    while (box.count() > 1)
        box.removeItem(1);
    for (qsizetype at = 0; at < texts.size(); ++at)
        box.addItem(texts.at(at), values.at(at));
    int index = box.findData(chosen);
    if (chosen.isValid() && index < 0) {
        box.addItem(chosenText, chosen);
        index = box.count() - 1;
    }
    box.setCurrentIndex(chosen.isValid() ? index : 0);
}

} // namespace

HistoryFilters::HistoryFilters(const Theme &theme, const core::Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_model(addChoice(QStringLiteral("history.model"), tr("All models"), tr("Model")))
    , m_account(addChoice(QStringLiteral("history.account"), tr("All accounts"), tr("Account")))
    , m_task(addChoice(QStringLiteral("history.task"), tr("All tasks"), tr("Task")))
    , m_period(addChoice(QStringLiteral("history.period"), tr("All time"), tr("Period")))
    , m_errors(new QCheckBox(tr("Only &errors"), this))
    , m_clear(new FlatButton(theme, tr("Clear filters"), FlatButton::Look::Link, this))
{
    m_errors->setObjectName(QStringLiteral("history.errors"));
    m_errors->setToolTip(tr("Runs with a lane that failed, was interrupted or refused"));
    m_clear->setObjectName(QStringLiteral("history.clear"));
    addPeriods();
    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (QComboBox *box : {m_model, m_account, m_task, m_period})
        row->addWidget(box, 2);
    row->addWidget(m_errors);
    row->addWidget(m_clear);
    row->addStretch(1);
    connect(m_errors, &QCheckBox::toggled, this, &HistoryFilters::announce);
    connect(m_clear, &QToolButton::clicked, this, &HistoryFilters::clear);
    m_clear->hide();
}

QComboBox *HistoryFilters::addChoice(const QString &objectName, const QString &all,
                                     const QString &accessibleName)
{
    auto *const box = new QComboBox(this);
    box->setObjectName(objectName);
    box->setAccessibleName(accessibleName);
    box->setToolTip(accessibleName);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(kLetters);
    box->setMaximumWidth(260);
    box->addItem(all);
    connect(box, &QComboBox::currentIndexChanged, this, &HistoryFilters::announce);
    return box;
}

void HistoryFilters::addPeriods()
{
    const auto add = [this](const QString &text, PeriodKind kind) {
        m_period->addItem(text, static_cast<int>(kind));
    };
    add(tr("Today"), PeriodKind::Today);
    add(tr("Last 7 days"), PeriodKind::Last7Days);
    add(tr("Last 30 days"), PeriodKind::Last30Days);
    add(tr("This month"), PeriodKind::ThisMonth);
    add(tr("Previous month"), PeriodKind::PreviousMonth);
}

void HistoryFilters::setTargets(const QStringList &targets)
{
    QStringList accounts;
    QStringList models;
    for (const QString &target : targets) {
        accounts.append(target.section(QLatin1Char('/'), 0, 0));
        models.append(target.section(QLatin1Char('/'), 1));
    }
    for (QStringList *names : {&accounts, &models}) {
        names->removeDuplicates();
        names->sort(Qt::CaseInsensitive);
    }
    refill(*m_account, accounts, QVariantList(accounts.cbegin(), accounts.cend()));
    refill(*m_model, models, QVariantList(models.cbegin(), models.cend()));
}

void HistoryFilters::setTasks(const QStringList &tasks)
{
    QStringList texts{core::LedgerWords::task({})};
    QVariantList values{QString(QLatin1StringView(""))};
    for (const QString &task : tasks) {
        texts.append(core::LedgerWords::task(task));
        values.append(task);
    }
    refill(*m_task, texts, values);
}

void HistoryFilters::apply(core::RunFilter &filter, const QTimeZone &zone) const
{
    filter.model = m_model->currentData().toString();
    filter.account = m_account->currentData().toString();
    filter.errorsOnly = m_errors->isChecked();
    if (m_task->currentData().isValid())
        filter.task = m_task->currentData().toString();
    if (m_period->currentData().isValid()) {
        const QDate today = QDateTime::fromMSecsSinceEpoch(m_clock.utcMs(), zone).date();
        const auto kind = static_cast<PeriodKind>(m_period->currentData().toInt());
        const core::TimeRange range = core::timeRange(core::periodOf(kind, today), zone);
        filter.sinceMs = range.sinceMs;
        filter.untilMs = range.untilMs;
    }
}

bool HistoryFilters::isActive() const
{
    return m_model->currentIndex() > 0 || m_account->currentIndex() > 0 || m_task->currentIndex() > 0
        || m_period->currentIndex() > 0 || m_errors->isChecked();
}

void HistoryFilters::choose(const QString &account, const QString &model, const QString &task)
{
    {
        const QSignalBlocker quiet(this);
        clear();
        const auto pick = [](QComboBox &box, const QString &text, const QVariant &value) {
            if (box.findData(value) < 0)
                box.addItem(text, value);
            box.setCurrentIndex(box.findData(value));
        };
        pick(*m_account, account, account);
        pick(*m_model, model, model);
        pick(*m_task, core::LedgerWords::task(task), task.isEmpty() ? QStringLiteral("") : task);
    }
    announce();
}

void HistoryFilters::clear()
{
    if (!isActive())
        return;
    {
        const QSignalBlocker quiet(this);
        for (QComboBox *box : {m_model, m_account, m_task, m_period})
            box->setCurrentIndex(0);
        m_errors->setChecked(false);
    }
    announce();
}

void HistoryFilters::announce()
{
    if (m_clear->isHidden() == isActive())
        m_clear->setVisible(isActive());
    emit changed();
}

} // namespace ui
