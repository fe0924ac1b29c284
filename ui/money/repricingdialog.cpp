#include "ui/money/repricingdialog.h"

#include "core/base/continuation.h"
#include "core/base/formatting.h"
#include "core/ledger/repricing.h"
#include "ui/money/repricingpane.h"
#include "ui/widgets/figuretable.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/themedlabel.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr QSize kRepricingSize(820, 620);
constexpr int kLogHeight = 140;

QString localMoment(qint64 utcMs)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(utcMs), QLocale::ShortFormat);
}

FigureRow logRow(const core::RepricingRecord &record)
{
    QStringList what;
    for (const QString &part : {record.scope.account, record.scope.model}) {
        if (!part.isEmpty())
            what.append(part);
    }
    const QString scope =
        what.isEmpty() ? RepricingDialog::tr("all models") : what.join(QStringLiteral(" · "));
    QString state = record.undoneAtMs
        ? RepricingDialog::tr("undone %1", "when").arg(localMoment(*record.undoneAtMs))
        : RepricingDialog::tr("in force");
    if (record.pruned > 0)
        state += QStringLiteral(", ")
            + RepricingDialog::tr("%n pruned", "requests whose old cost is gone",
                                  static_cast<int>(record.pruned));
    // Nothing that was known is not a cost of nothing.
    const QString before =
        record.before == core::Money() ? QStringLiteral("–") : core::formatMoney(record.before);
    return {{localMoment(record.doneAtMs), record.doneAtMs},
            {scope, scope},
            {core::formatCount(record.attempts), record.attempts},
            {before, record.before.toDouble()},
            {core::formatMoney(record.after), record.after.toDouble()},
            {state, state}};
}

} // namespace

RepricingDialog::RepricingDialog(const MoneyContext &context, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_pane(new RepricingPane(context, this))
    , m_title(new ThemedLabel(context.theme, {}, Theme::Token::Ink, this))
    , m_problem(new MessagePanel(context.theme, this))
    , m_undo(new FlatButton(context.theme, tr("&Undo this repricing"), FlatButton::Look::Outlined, this))
{
    setObjectName(QStringLiteral("repricing"));
    setWindowTitle(tr("Price requests again"));
    setAccessibleName(windowTitle());
    resize(context.theme.px(kRepricingSize.width()), context.theme.px(kRepricingSize.height()));
    m_title->setType(1.0, QFont::DemiBold);
    m_log = new FigureTable(context.theme,
                            {tr("Done"), tr("What"), tr("Requests"), tr("Before"), tr("After"), tr("State")},
                            {2, 3, 4}, {5}, this);
    m_log->setObjectName(QStringLiteral("repricing.log"));
    m_log->setAccessibleName(tr("Repricings so far"));
    m_log->setFixedHeight(context.theme.px(kLogHeight));
    m_problem->setObjectName(QStringLiteral("repricing.problem"));
    m_problem->hide();
    m_undo->setObjectName(QStringLiteral("repricing.undoChosen"));
    m_undo->setEnabled(false);
    setTabOrder(m_log, m_undo);
    putTogether();
    connect(m_undo, &QToolButton::clicked, this, &RepricingDialog::undo);
    connect(m_pane, &RepricingPane::busyChanged, this, &RepricingDialog::choose);
    connect(m_log->selectionModel(), &QItemSelectionModel::currentChanged, this, &RepricingDialog::choose);
    connect(&context.repricing, &core::Repricing::costsChanged, this, [this] {
        if (isVisible())
            readLog();
    });
}

void RepricingDialog::putTogether()
{
    auto *const hint = new ThemedLabel(
        m_context.theme,
        tr("A cost is kept as it was when the request ended. Here the prices of today, each for the time of "
           "the request, make new ones; nothing else ever changes a cost."),
        Theme::Token::Ink2, this);
    hint->setWordWrap(true);
    auto *const foot = new QHBoxLayout;
    foot->addWidget(m_title, 1);
    foot->addWidget(m_undo);
    auto *const close = new QPushButton(tr("C&lose"), this);
    close->setObjectName(QStringLiteral("repricing.close"));
    close->setAccessibleName(tr("Close"));
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    setTabOrder(m_undo, close);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(hint);
    column->addWidget(m_pane, 1);
    column->addLayout(foot);
    column->addWidget(m_log);
    column->addWidget(m_problem);
    column->addWidget(close, 0, Qt::AlignRight);
}

void RepricingDialog::openFor(const core::RepricingScope &scope)
{
    m_problem->hide();
    m_pane->openFor(scope);
    readLog();
    show();
    raise();
    activateWindow();
}

void RepricingDialog::readLog()
{
    core::continued(m_context.repricing.log(), this,
                    [this](const core::Result<QList<core::RepricingRecord>> &records) {
                        if (records)
                            showLog(*records);
                        else
                            m_problem->setMessage(MessagePanel::Kind::Bad, tr("The log could not be read"),
                                                  records.error().message);
                    });
}

void RepricingDialog::showLog(const QList<core::RepricingRecord> &records)
{
    m_records = records;
    QList<FigureRow> rows;
    for (const core::RepricingRecord &record : records)
        rows.append(logRow(record));
    m_log->setRows(rows);
    m_log->setVisible(!rows.isEmpty());
    m_undo->setVisible(!rows.isEmpty());
    m_title->setText(rows.isEmpty() ? tr("Nothing was priced again yet.") : tr("Repricings so far"));
    choose();
}

void RepricingDialog::choose()
{
    const int row = m_log->currentRow();
    m_undo->setEnabled(!m_pane->isBusy() && row >= 0 && row < m_records.size()
                       && !m_records.at(row).undoneAtMs);
}

void RepricingDialog::undo()
{
    const int row = m_log->currentRow();
    if (row >= 0 && row < m_records.size())
        m_pane->undo(m_records.at(row).id);
}

} // namespace ui
