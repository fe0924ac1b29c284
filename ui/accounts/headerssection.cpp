#include "ui/accounts/headerssection.h"

#include "ui/widgets/flatbutton.h"
#include "ui/widgets/themedlabel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QSignalBlocker>
#include <QTableWidget>

namespace ui {

namespace {

constexpr int kNameWidth = 220;
constexpr int kMostRowsShown = 6;

QString hint()
{
    return HeadersSection::tr("Sent with every request of this account and stored in plain text.");
}

} // namespace

HeadersSection::HeadersSection(Theme &theme, QWidget *parent)
    : Card(theme, tr("Extra headers"), parent)
    , m_theme(theme)
    , m_table(new QTableWidget(0, 2, this))
    , m_remove(new FlatButton(theme, tr("Remove header"), FlatButton::Look::Flat, this))
    , m_note(new ThemedLabel(theme, hint(), Theme::Token::Ink2, this))
{
    m_table->setObjectName(QStringLiteral("headers"));
    m_table->setAccessibleName(tr("Extra headers"));
    m_table->setHorizontalHeaderLabels({tr("Name"), tr("Value")});
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->verticalHeader()->hide();
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::AllEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_note->setWordWrap(true);
    m_note->setType(0.92);
    auto *const add = new FlatButton(theme, tr("Add &header"), FlatButton::Look::Outlined, this);
    add->setObjectName(QStringLiteral("addHeader"));
    m_remove->setObjectName(QStringLiteral("removeHeader"));
    auto *const buttons = new QHBoxLayout;
    buttons->addWidget(add);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    content()->addWidget(m_note);
    content()->addWidget(m_table);
    content()->addLayout(buttons);
    connect(add, &QToolButton::clicked, this, &HeadersSection::addEmptyRow);
    connect(m_remove, &QToolButton::clicked, this, &HeadersSection::removeRow);
    connect(m_table, &QTableWidget::itemChanged, this, &HeadersSection::edited);
    connect(&theme, &Theme::changed, this, &HeadersSection::arrange);
    arrange();
}

void HeadersSection::load(const QList<core::Header> &headers)
{
    const QSignalBlocker quiet(m_table);
    m_table->setRowCount(0);
    for (const auto &[name, value] : headers)
        addRow(QString::fromLatin1(name), QString::fromUtf8(value));
    arrange();
}

QList<core::Header> HeadersSection::headers() const
{
    QList<core::Header> headers;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const QString name = m_table->item(row, 0)->text().trimmed();
        const QString value = m_table->item(row, 1)->text().trimmed();
        if (!name.isEmpty())
            headers.append({name.toLatin1(), value.toUtf8()});
    }
    return headers;
}

void HeadersSection::setFault(const QString &sentence)
{
    m_note->setInk(sentence.isEmpty() ? Theme::Token::Ink2 : Theme::Token::Bad);
    m_note->setText(sentence.isEmpty() ? hint() : sentence);
    m_table->setAccessibleDescription(m_note->text());
}

void HeadersSection::addRow(const QString &name, const QString &value)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    m_table->setItem(row, 0, new QTableWidgetItem(name));
    m_table->setItem(row, 1, new QTableWidgetItem(value));
}

void HeadersSection::addEmptyRow()
{
    {
        const QSignalBlocker quiet(m_table);
        addRow({}, {});
    }
    arrange();
    m_table->setFocus();
    m_table->setCurrentCell(m_table->rowCount() - 1, 0);
}

void HeadersSection::removeRow()
{
    const int row = m_table->currentRow() >= 0 ? m_table->currentRow() : m_table->rowCount() - 1;
    m_table->removeRow(row);
    arrange();
    emit edited();
}

void HeadersSection::arrange()
{
    const int rows = m_table->rowCount();
    m_table->setVisible(rows > 0);
    m_remove->setVisible(rows > 0);
    m_table->setColumnWidth(0, m_theme.px(kNameWidth));
    const int rowHeight = m_theme.px(30);
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height()
                            + rowHeight * qMin(rows, kMostRowsShown) + 2);
}

} // namespace ui
