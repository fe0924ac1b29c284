#include "ui/evaluate/checkrows.h"

#include "core/prompts/prompttemplate.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/themedlabel.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

using core::CheckKind;

namespace ui {

CheckRows::CheckRows(const Theme &theme, QWidget *parent)
    : Card(theme, tr("Checks"), parent)
    , m_column(new QVBoxLayout)
    , m_fault(new ThemedLabel(theme, {}, Theme::Token::Bad, this))
{
    setObjectName(QStringLiteral("set.checks"));
    auto *const hint =
        new ThemedLabel(theme, tr("What every answer must fulfil. {{column}} stands for the case's value."),
                        Theme::Token::Ink2, this);
    hint->setType(0.92);
    hint->setWordWrap(true);
    m_fault->setObjectName(QStringLiteral("set.checkFault"));
    m_fault->setWordWrap(true);
    m_fault->hide();
    m_column->setSpacing(4);
    auto *const add = new FlatButton(theme, tr("Add check"), FlatButton::Look::Outlined, this);
    add->setObjectName(QStringLiteral("set.addCheck"));
    content()->addWidget(hint);
    content()->addLayout(m_column);
    content()->addWidget(m_fault);
    content()->addWidget(add, 0, Qt::AlignLeft);
    connect(add, &QToolButton::clicked, this, [this] {
        addRow({});
        number();
        m_rows.last().kind->setFocus();
    });
}

void CheckRows::addRow(const core::Check &check)
{
    Row row;
    row.box = new QWidget(this);
    row.kind = new QComboBox(row.box);
    row.value = new QLineEdit(check.value, row.box);
    row.file = new FlatButton(theme(), Icon::Folder, tr("Choose a file"), row.box);
    row.files = check.files;
    for (const CheckKind kind : core::allCheckKinds())
        row.kind->addItem(core::checkKindName(kind), static_cast<int>(kind));
    row.kind->setCurrentIndex(row.kind->findData(static_cast<int>(check.kind)));
    auto *const remove = new FlatButton(theme(), Icon::Close, tr("Remove check"), row.box);
    remove->setObjectName(QStringLiteral("set.removeCheck"));
    row.file->setObjectName(QStringLiteral("set.checkFile"));
    auto *const layout = new QHBoxLayout(row.box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(row.kind);
    layout->addWidget(row.value, 1);
    layout->addWidget(row.file);
    layout->addWidget(remove);
    m_column->addWidget(row.box);
    m_rows.append(row);
    connect(row.kind, &QComboBox::currentIndexChanged, this, &CheckRows::note);
    connect(row.value, &QLineEdit::textEdited, this, &CheckRows::note);
    connect(row.file, &QToolButton::clicked, this, [this, box = row.box] { chooseFile(box); });
    connect(remove, &QToolButton::clicked, this, [this, box = row.box] { removeRow(box); });
}

void CheckRows::removeRow(const QWidget *box)
{
    for (qsizetype at = 0; at < m_rows.size(); ++at) {
        if (m_rows.at(at).box != box)
            continue;
        m_rows.at(at).box->hide();
        m_rows.at(at).box->deleteLater();
        m_rows.removeAt(at);
        break;
    }
    note();
}

void CheckRows::chooseFile(QWidget *box)
{
    auto *const dialog = new QFileDialog(this, tr("Choose a file"));
    dialog->setObjectName(QStringLiteral("checkFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, box, [this, box](const QString &path) {
        for (const Row &row : std::as_const(m_rows)) {
            if (row.box == box)
                row.value->setText(path);
        }
        note();
    });
    dialog->open();
}

void CheckRows::setChecks(const QList<core::Check> &checks)
{
    for (const Row &row : std::as_const(m_rows)) {
        row.box->hide();
        row.box->deleteLater();
    }
    m_rows.clear();
    for (const core::Check &check : checks)
        addRow(check);
    number();
}

core::Check CheckRows::checkOf(const Row &row) const
{
    core::Check check{static_cast<CheckKind>(row.kind->currentData().toInt()), row.value->text()};
    if (core::wantsFile(check.kind) && row.files.contains(check.value))
        check.files = row.files;
    return check;
}

QList<core::Check> CheckRows::checks() const
{
    QList<core::Check> checks;
    for (const Row &row : m_rows) {
        if (!row.value->text().isEmpty())
            checks.append(checkOf(row));
    }
    return checks;
}

void CheckRows::adoptFiles(const QList<core::Check> &checks)
{
    for (const core::Check &check : checks) {
        for (Row &row : m_rows) {
            if (row.value->text() == check.value && !check.files.isEmpty())
                row.files = check.files;
        }
    }
}

QString CheckRows::faultOf(const Row &row) const
{
    const core::Check check = checkOf(row);
    if (check.value.isEmpty())
        return {};
    const QStringList names = core::variablesOf(check.value);
    for (const QString &name : names) {
        if (!m_columns.contains(name))
            return tr("The check %1 names the column “%2”, which this set does not have.")
                .arg(core::checkKindName(check.kind), name);
    }
    const core::Result<void> valid = core::validateCheck(check);
    return valid ? QString() : valid.error().message;
}

QString CheckRows::fault() const
{
    for (const Row &row : m_rows) {
        if (const QString fault = faultOf(row); !fault.isEmpty())
            return fault;
    }
    return {};
}

void CheckRows::setColumns(const QStringList &columns)
{
    m_columns = columns;
    number();
}

void CheckRows::note()
{
    number();
    emit edited();
}

QString CheckRows::hintOf(CheckKind kind)
{
    switch (kind) {
    case CheckKind::Contains:
        return tr("text that must occur");
    case CheckKind::NotContains:
        return tr("text that must not occur");
    case CheckKind::Equals:
        return tr("the whole answer");
    case CheckKind::Regex:
        return tr("a regular expression");
    case CheckKind::JsonSchema:
        return tr("a file with a JSON schema");
    case CheckKind::MaxChars:
        return tr("characters, such as 280");
    case CheckKind::MaxMs:
        return tr("milliseconds, such as 3000");
    case CheckKind::MaxUsd:
        return tr("US dollars, such as 0.002");
    case CheckKind::Number:
        return tr("value+-tolerance, such as 42+-0.5");
    case CheckKind::Judge:
        return tr("a file with a rubric");
    }
    return {};
}

/// Names for assistive technology follow the rows' places.
void CheckRows::number()
{
    QString firstFault;
    for (qsizetype at = 0; at < m_rows.size(); ++at) {
        const Row &row = m_rows.at(at);
        const core::Check check = checkOf(row);
        row.kind->setObjectName(QStringLiteral("set.checkKind%1").arg(at));
        row.value->setObjectName(QStringLiteral("set.checkValue%1").arg(at));
        row.kind->setAccessibleName(tr("Kind of check %1").arg(at + 1));
        row.value->setAccessibleName(tr("Value of check %1").arg(at + 1));
        row.value->setPlaceholderText(hintOf(check.kind));
        row.file->setVisible(core::wantsFile(check.kind));
        const QString fault = faultOf(row);
        row.value->setAccessibleDescription(fault);
        if (firstFault.isEmpty())
            firstFault = fault;
    }
    m_fault->setText(firstFault);
    m_fault->setVisible(!firstFault.isEmpty());
}

} // namespace ui
