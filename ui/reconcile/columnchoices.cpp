#include "ui/reconcile/columnchoices.h"

#include "ui/theme/theme.h"
#include "ui/widgets/themedlabel.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int kFieldsARow = 2;
/// The head, three rows and a scroll bar.
constexpr int kRowsHeight = 136;

} // namespace

ColumnChoices::ColumnChoices(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_rows(new QTableWidget(this))
{
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(
        new ThemedLabel(theme, tr("Which column holds what? Its first rows:"), Theme::Token::Ink2, this));
    m_rows->setObjectName(QStringLiteral("reconcile.rows"));
    m_rows->setAccessibleName(tr("First rows of the table"));
    m_rows->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_rows->verticalHeader()->hide();
    m_rows->setShowGrid(false);
    m_rows->setSelectionMode(QAbstractItemView::NoSelection);
    m_rows->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_rows->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_rows->setMinimumHeight(theme.px(kRowsHeight));
    m_rows->setMaximumHeight(theme.px(kRowsHeight));
    column->addWidget(m_rows);
    auto *const grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    for (int field = 0; field < kFieldsARow; ++field)
        grid->setColumnStretch(2 * field + 1, 1);
    column->addLayout(grid);
    addField(theme, QStringLiteral("day"), tr("&Day"));
    addField(theme, QStringLiteral("time"), tr("&Time of the request"));
    addField(theme, QStringLiteral("model"), tr("&Model"));
    addField(theme, QStringLiteral("requests"), tr("Re&quests"));
    addField(theme, QStringLiteral("input"), tr("I&nput tokens"));
    addField(theme, QStringLiteral("cached_input"), tr("of them cach&ed"));
    addField(theme, QStringLiteral("output"), tr("&Output tokens"));
    addField(theme, QStringLiteral("reasoning"), tr("of them &reasoning"));
    addField(theme, QStringLiteral("cost"), tr("Cost in &USD"));
    addField(theme, QStringLiteral("project"), tr("&Project"));
    addField(theme, QStringLiteral("key"), tr("&Key"));
    addField(theme, QStringLiteral("id"), tr("Id o&f the request"));
}

void ColumnChoices::addField(const Theme &theme, const QString &field, const QString &label)
{
    auto *const grid = qobject_cast<QGridLayout *>(layout()->itemAt(layout()->count() - 1)->layout());
    const int place = static_cast<int>(m_fields.size());
    auto *const box = new QComboBox(this);
    box->setObjectName(QStringLiteral("reconcile.column.") + field);
    box->setAccessibleName(QString(label).remove(u'&'));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumWidth(theme.px(120));
    auto *const name = new ThemedLabel(theme, label, Theme::Token::Ink, this);
    name->setBuddy(box);
    grid->addWidget(name, place / kFieldsARow, place % kFieldsARow * 2);
    grid->addWidget(box, place / kFieldsARow, place % kFieldsARow * 2 + 1);
    connect(box, &QComboBox::activated, this, &ColumnChoices::changed);
    m_fields.insert(field, box);
}

void ColumnChoices::setTable(const core::TablePreview &table)
{
    m_rows->clear();
    m_rows->setColumnCount(static_cast<int>(table.columns.size()));
    m_rows->setRowCount(static_cast<int>(table.rows.size()));
    m_rows->setHorizontalHeaderLabels(table.columns);
    for (int row = 0; row < m_rows->rowCount(); ++row) {
        for (int column = 0; column < m_rows->columnCount(); ++column)
            m_rows->setItem(row, column, new QTableWidgetItem(table.rows.at(row).value(column)));
    }
    m_rows->resizeColumnsToContents();
    m_others = table.guess;
    for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field) {
        m_others.remove(field.key());
        QComboBox *const box = field.value();
        box->clear();
        box->addItem(tr("(none)"), QString());
        for (const QString &name : table.columns)
            box->addItem(name, name);
        box->setCurrentIndex(std::max(0, box->findData(table.guess.value(field.key()))));
    }
}

core::ColumnMap ColumnChoices::map() const
{
    core::ColumnMap map = m_others;
    for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field) {
        if (const QString column = field.value()->currentData().toString(); !column.isEmpty())
            map.insert(field.key(), column);
    }
    return map;
}

} // namespace ui
