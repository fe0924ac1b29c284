#include "ui/routes/qualitychecks.h"

#include "ui/routes/wordcombo.h"
#include "ui/widgets/flatbutton.h"

#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

using core::CheckKind;

namespace ui {

QualityChecks::QualityChecks(const RoutesContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_column(new QVBoxLayout(this))
    , m_add(new FlatButton(context.theme, tr("+ &Check"), FlatButton::Look::Flat, this))
{
    setObjectName(QStringLiteral("quality.checks"));
    m_add->setObjectName(QStringLiteral("quality.addCheck"));
    m_add->setAccessibleName(tr("Add a check"));
    m_add->setToolTip(tr("Whichever answer passes more checks is the better one"));
    m_column->setContentsMargins({});
    m_column->setSpacing(8);
    m_column->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QToolButton::clicked, this, [this] {
        addRow();
        m_rows.constLast().value->setFocus(Qt::OtherFocusReason);
        emit changed();
    });
    addRow();
}

void QualityChecks::addRow()
{
    Row row;
    row.line = new QWidget(this);
    row.kind = new WordCombo(m_context.theme, row.line);
    for (const auto &[text, kind] : {std::pair(tr("the answer contains"), CheckKind::Contains),
                                     std::pair(tr("the answer does not contain"), CheckKind::NotContains),
                                     std::pair(tr("the answer is"), CheckKind::Equals),
                                     std::pair(tr("the answer matches"), CheckKind::Regex),
                                     std::pair(tr("the number is (value+-tolerance)"), CheckKind::Number),
                                     std::pair(tr("characters at most"), CheckKind::MaxChars)})
        row.kind->addItem(text, static_cast<int>(kind));
    row.value = new QLineEdit(row.line);
    row.remove = new FlatButton(m_context.theme, Icon::Close, tr("Remove the check"), row.line);
    auto *const parts = new QHBoxLayout(row.line);
    parts->setContentsMargins({});
    parts->setSpacing(8);
    parts->addWidget(row.kind);
    parts->addWidget(row.value, 1);
    parts->addWidget(row.remove);
    m_column->insertWidget(static_cast<int>(m_rows.size()), row.line);
    m_rows.append(row);
    connect(row.kind, &QComboBox::currentIndexChanged, this, &QualityChecks::changed);
    connect(row.value, &QLineEdit::textChanged, this, &QualityChecks::changed);
    connect(row.remove, &QToolButton::clicked, this, [this, line = row.line] { removeRow(line); });
    nameRows();
}

void QualityChecks::removeRow(const QWidget *line)
{
    const auto gone =
        std::find_if(m_rows.cbegin(), m_rows.cend(), [line](const Row &row) { return row.line == line; });
    if (gone == m_rows.cend() || m_rows.size() == 1)
        return;
    gone->line->hide();
    gone->line->deleteLater();
    m_rows.erase(gone);
    nameRows();
    m_rows.constLast().value->setFocus(Qt::OtherFocusReason);
    emit changed();
}

void QualityChecks::nameRows()
{
    for (qsizetype at = 0; at < m_rows.size(); ++at) {
        const Row &row = m_rows.at(at);
        const QString number = QString::number(at + 1);
        row.kind->setObjectName(QStringLiteral("quality.check") % number);
        row.kind->setAccessibleName(tr("Check %1").arg(number));
        row.value->setObjectName(QStringLiteral("quality.value") % number);
        row.value->setAccessibleName(tr("What check %1 looks for").arg(number));
        row.remove->setObjectName(QStringLiteral("quality.removeCheck") % number);
        row.remove->setVisible(m_rows.size() > 1);
    }
}

core::Result<QList<core::Check>> QualityChecks::checks() const
{
    QList<core::Check> checks;
    for (const Row &row : m_rows) {
        const core::Check check{static_cast<CheckKind>(row.kind->data()), row.value->text()};
        if (check.value.isEmpty())
            return core::Error{core::ErrorKind::InvalidRequest, tr("Say what the answers are checked for.")};
        if (const core::Result<void> possible = core::validateCheck(check); !possible)
            return possible.error();
        checks.append(check);
    }
    return checks;
}

} // namespace ui
