#include "ui/history/historyfilters.h"

#include "core/base/clock.h"
#include "core/base/typedamount.h"
#include "core/models/historywords.h"
#include "core/models/ledgerwords.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/themedlabel.h"

#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QLineEdit>
#include <QMenu>
#include <QSignalBlocker>

using core::LaneStatus;
using core::PeriodKind;

namespace ui {

namespace {

constexpr int kLetters = 9;
/// Beside the kinds of period: two dates of one's own.
constexpr int kBetween = -1;

/// In the order of the menu; errors last, as in core::kErrorStatuses.
constexpr std::array kStatuses{LaneStatus::Complete, LaneStatus::Truncated,   LaneStatus::Cancelled,
                               LaneStatus::Failed,   LaneStatus::Interrupted, LaneStatus::Refused};

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

std::optional<core::Money> amountOf(const QLineEdit &line)
{
    return core::typedAmount(line.text());
}

/// Chooses a value that may not be among the entries yet.
void pick(QComboBox &box, const QVariant &value, const QString &text)
{
    int index = box.findData(value);
    if (index < 0) {
        box.addItem(text, value);
        index = box.count() - 1;
    }
    box.setCurrentIndex(index);
}

/// The same for a choice that was kept; without one nothing.
void restoreChoice(QComboBox &box, const QJsonValue &value, const QString &text)
{
    if (!value.isUndefined() && !value.isNull())
        pick(box, value.toVariant(), text);
}

} // namespace

HistoryFilters::HistoryFilters(const Theme &theme, const core::Clock &clock, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_clock(clock)
{
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(makeFirstRow());
    column->addWidget(makeSecondRow());
    arrange();
}

QWidget *HistoryFilters::makeFirstRow()
{
    auto *const line = new QWidget(this);
    m_model = addChoice(QStringLiteral("history.model"), tr("All models"), tr("Model"));
    m_account = addChoice(QStringLiteral("history.account"), tr("All accounts"), tr("Account"));
    m_task = addChoice(QStringLiteral("history.task"), tr("All tasks"), tr("Task"));
    m_period = addChoice(QStringLiteral("history.period"), tr("All time"), tr("Period"));
    addPeriods();
    m_pinned = new FlatButton(m_theme, tr("Pinned"), FlatButton::Look::Outlined, line);
    m_pinned->setThemedIcon(Icon::Pin);
    m_pinned->setObjectName(QStringLiteral("history.pinned"));
    m_pinned->setToolTip(tr("Only pinned runs"));
    m_pinned->setCheckable(true);
    m_more = new FlatButton(m_theme, tr("More filters"), FlatButton::Look::Flat, line);
    m_more->setThemedIcon(Icon::Filter);
    m_more->setObjectName(QStringLiteral("history.more"));
    m_more->setToolTip(tr("State, verdict, tag and cost"));
    m_more->setCheckable(true);
    m_clear = new FlatButton(m_theme, tr("Clear filters"), FlatButton::Look::Link, line);
    m_clear->setObjectName(QStringLiteral("history.clear"));
    auto *const row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (QComboBox *box : {m_model, m_account, m_task, m_period})
        row->addWidget(box, 2);
    for (QWidget *button : {m_pinned, m_more, m_clear})
        row->addWidget(button);
    row->addStretch(1);
    connect(m_pinned, &QToolButton::toggled, this, &HistoryFilters::announce);
    connect(m_more, &QToolButton::toggled, this, &HistoryFilters::arrange);
    connect(m_clear, &QToolButton::clicked, this, &HistoryFilters::clear);
    return line;
}

QWidget *HistoryFilters::makeSecondRow()
{
    m_details = new QWidget(this);
    makeStatusMenu();
    m_verdict = addChoice(QStringLiteral("history.verdict"), tr("Any verdict"), tr("Verdict"));
    for (const core::RunVerdict verdict : core::kRunVerdicts)
        m_verdict->addItem(core::HistoryWords::verdict(verdict), core::runVerdictName(verdict));
    m_tag = addChoice(QStringLiteral("history.tag"), tr("Any tags"), tr("Tag"));
    m_minCost = addCost(QStringLiteral("history.minCost"), tr("from $"), tr("Least cost in US dollars"));
    m_maxCost = addCost(QStringLiteral("history.maxCost"), tr("to $"), tr("Greatest cost in US dollars"));
    m_dates = new QWidget(m_details);
    m_from = addDate(QStringLiteral("history.from"), tr("First day"));
    m_to = addDate(QStringLiteral("history.to"), tr("Last day"));
    auto *const dates = new QHBoxLayout(m_dates);
    dates->setContentsMargins(0, 0, 0, 0);
    dates->setSpacing(8);
    dates->addWidget(m_from);
    dates->addWidget(new ThemedLabel(m_theme, QStringLiteral("–"), Theme::Token::Ink2, m_dates));
    dates->addWidget(m_to);
    auto *const row = new QHBoxLayout(m_details);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_dates);
    row->addWidget(m_status);
    row->addWidget(m_verdict, 2);
    row->addWidget(m_tag, 2);
    row->addWidget(new ThemedLabel(m_theme, tr("Cost"), Theme::Token::Ink2, m_details));
    row->addWidget(m_minCost);
    row->addWidget(m_maxCost);
    row->addStretch(1);
    return m_details;
}

void HistoryFilters::makeStatusMenu()
{
    m_status = new FlatButton(m_theme, tr("Any state"), FlatButton::Look::Outlined, m_details);
    m_status->setObjectName(QStringLiteral("history.status"));
    m_status->setTextLimit(200);
    m_statusMenu = new QMenu(m_status);
    m_statusMenu->setObjectName(QStringLiteral("history.statusMenu"));
    QAction *const errors = m_statusMenu->addAction(tr("Only errors"));
    errors->setToolTip(tr("Runs with a lane that failed, was interrupted or refused"));
    m_statusMenu->addSeparator();
    for (const LaneStatus status : kStatuses) {
        QAction *const action = m_statusMenu->addAction(core::LedgerWords::status(status));
        action->setCheckable(true);
        action->setData(static_cast<int>(status));
        connect(action, &QAction::toggled, this, &HistoryFilters::announce);
    }
    connect(errors, &QAction::triggered, this, [this] {
        setStatuses(core::kErrorStatuses);
        announce();
    });
    m_status->setMenu(m_statusMenu);
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

QLineEdit *HistoryFilters::addCost(const QString &objectName, const QString &placeholder,
                                   const QString &accessibleName)
{
    auto *const line = new QLineEdit(m_details);
    line->setObjectName(objectName);
    line->setPlaceholderText(placeholder);
    line->setAccessibleName(accessibleName);
    line->setToolTip(accessibleName);
    line->setMaximumWidth(m_theme.px(90));
    connect(line, &QLineEdit::textChanged, this, &HistoryFilters::announce);
    return line;
}

QDateEdit *HistoryFilters::addDate(const QString &objectName, const QString &accessibleName)
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(m_clock.utcMs()).date();
    auto *const date = new QDateEdit(today, m_dates);
    date->setObjectName(objectName);
    date->setAccessibleName(accessibleName);
    date->setToolTip(accessibleName);
    date->setCalendarPopup(true);
    connect(date, &QDateEdit::dateChanged, this, &HistoryFilters::announce);
    return date;
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
    m_period->addItem(tr("Between two days"), kBetween);
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

void HistoryFilters::setTags(const QList<core::TagUse> &tags)
{
    QStringList texts;
    QVariantList values;
    for (const core::TagUse &tag : tags) {
        texts.append(core::HistoryWords::tag(tag.key, tag.value));
        values.append(QStringList{tag.key, tag.value});
    }
    refill(*m_tag, texts, values);
}

void HistoryFilters::apply(core::RunFilter &filter, const QTimeZone &zone) const
{
    filter.model = m_model->currentData().toString();
    filter.account = m_account->currentData().toString();
    filter.statuses = statuses();
    filter.pinnedOnly = m_pinned->isChecked();
    filter.verdict = core::runVerdictFromName(m_verdict->currentData().toString());
    filter.minCost = amountOf(*m_minCost);
    filter.maxCost = amountOf(*m_maxCost);
    if (m_task->currentData().isValid())
        filter.task = m_task->currentData().toString();
    if (const QStringList tag = m_tag->currentData().toStringList(); tag.size() == 2) {
        filter.tagKey = tag.first();
        filter.tagValue = tag.last();
    }
    if (!m_period->currentData().isValid())
        return;
    const int kind = m_period->currentData().toInt();
    const QDate today = QDateTime::fromMSecsSinceEpoch(m_clock.utcMs(), zone).date();
    const core::ReportPeriod period = kind == kBetween ? core::customPeriod(m_from->date(), m_to->date())
                                                       : core::periodOf(static_cast<PeriodKind>(kind), today);
    const core::TimeRange range = core::timeRange(period, zone);
    filter.sinceMs = range.sinceMs;
    filter.untilMs = range.untilMs;
}

QList<LaneStatus> HistoryFilters::statuses() const
{
    QList<LaneStatus> chosen;
    const QList<QAction *> actions = m_statusMenu->actions();
    for (const QAction *action : actions) {
        if (action->isChecked())
            chosen.append(static_cast<LaneStatus>(action->data().toInt()));
    }
    return chosen;
}

void HistoryFilters::setStatuses(const QList<LaneStatus> &statuses)
{
    const QSignalBlocker quiet(this);
    const QList<QAction *> actions = m_statusMenu->actions();
    for (QAction *const action : actions) {
        if (action->isCheckable())
            action->setChecked(statuses.contains(static_cast<LaneStatus>(action->data().toInt())));
    }
}

bool HistoryFilters::isDetailed() const
{
    return m_verdict->currentIndex() > 0 || m_tag->currentIndex() > 0 || !statuses().isEmpty()
        || m_period->currentData() == kBetween || !m_minCost->text().isEmpty()
        || !m_maxCost->text().isEmpty();
}

bool HistoryFilters::isActive() const
{
    return m_model->currentIndex() > 0 || m_account->currentIndex() > 0 || m_task->currentIndex() > 0
        || m_period->currentIndex() > 0 || m_pinned->isChecked() || isDetailed();
}

void HistoryFilters::choose(const QString &account, const QString &model, const QString &task)
{
    {
        const QSignalBlocker quiet(this);
        clear();
        pick(*m_account, account, account);
        pick(*m_model, model, model);
        pick(*m_task, task.isEmpty() ? QStringLiteral("") : task, core::LedgerWords::task(task));
    }
    announce();
}

void HistoryFilters::clear()
{
    if (!isActive())
        return;
    {
        const QSignalBlocker quiet(this);
        for (QComboBox *box : {m_model, m_account, m_task, m_period, m_verdict, m_tag})
            box->setCurrentIndex(0);
        for (QLineEdit *line : {m_minCost, m_maxCost})
            line->clear();
        m_pinned->setChecked(false);
        setStatuses({});
    }
    m_more->setChecked(false);
    announce();
}

QJsonObject HistoryFilters::toJson() const
{
    const auto value = [](const QComboBox *box) { return QJsonValue::fromVariant(box->currentData()); };
    QJsonArray statusNames;
    const QList<LaneStatus> chosen = statuses();
    for (const LaneStatus status : chosen)
        statusNames.append(core::laneStatusName(status));
    return {{QStringLiteral("model"), value(m_model)},
            {QStringLiteral("account"), value(m_account)},
            {QStringLiteral("task"), value(m_task)},
            {QStringLiteral("period"), value(m_period)},
            {QStringLiteral("from"), m_from->date().toString(Qt::ISODate)},
            {QStringLiteral("to"), m_to->date().toString(Qt::ISODate)},
            {QStringLiteral("pinned"), m_pinned->isChecked()},
            {QStringLiteral("statuses"), statusNames},
            {QStringLiteral("verdict"), value(m_verdict)},
            {QStringLiteral("tag"), value(m_tag)},
            {QStringLiteral("min_cost"), m_minCost->text()},
            {QStringLiteral("max_cost"), m_maxCost->text()}};
}

void HistoryFilters::restore(const QJsonObject &json)
{
    {
        const QSignalBlocker quiet(this);
        restoreChoice(*m_model, json[u"model"], json[u"model"].toString());
        restoreChoice(*m_account, json[u"account"], json[u"account"].toString());
        restoreChoice(*m_task, json[u"task"], core::LedgerWords::task(json[u"task"].toString()));
        if (const int period = m_period->findData(json[u"period"].toInt(-2)); period > 0)
            m_period->setCurrentIndex(period);
        if (const int verdict = m_verdict->findData(json[u"verdict"].toString()); verdict > 0)
            m_verdict->setCurrentIndex(verdict);
        if (const QJsonArray tag = json[u"tag"].toArray(); tag.size() == 2) {
            const QStringList pair{tag.at(0).toString(), tag.at(1).toString()};
            m_tag->addItem(core::HistoryWords::tag(pair.first(), pair.last()), pair);
            m_tag->setCurrentIndex(m_tag->count() - 1);
        }
        const QDate today = m_from->date();
        const auto date = [&](QStringView name) {
            const QDate day = QDate::fromString(json[name].toString(), Qt::ISODate);
            return day.isValid() ? day : today;
        };
        m_from->setDate(date(u"from"));
        m_to->setDate(date(u"to"));
        m_pinned->setChecked(json[u"pinned"].toBool());
        QList<LaneStatus> chosen;
        const QJsonArray names = json[u"statuses"].toArray();
        for (const QJsonValue &name : names) {
            if (const std::optional<LaneStatus> status = core::laneStatusFromName(name.toString()))
                chosen.append(*status);
        }
        setStatuses(chosen);
        m_minCost->setText(json[u"min_cost"].toString());
        m_maxCost->setText(json[u"max_cost"].toString());
    }
    arrange();
}

void HistoryFilters::arrange()
{
    // What narrows the list is never out of sight.
    m_details->setVisible(m_more->isChecked() || isDetailed());
    m_dates->setVisible(m_period->currentData() == kBetween);
    m_clear->setVisible(isActive());
    QStringList words;
    const QList<LaneStatus> chosen = statuses();
    for (const LaneStatus status : chosen)
        words.append(core::LedgerWords::status(status));
    m_status->setText(chosen == core::kErrorStatuses ? tr("Only errors")
                          : words.isEmpty()          ? tr("Any state")
                                                     : words.join(QStringLiteral(", ")));
}

void HistoryFilters::announce()
{
    // While the rows are made there is nothing to say yet.
    if (!m_dates)
        return;
    arrange();
    emit changed();
}

} // namespace ui
