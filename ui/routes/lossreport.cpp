#include "ui/routes/lossreport.h"

#include "ui/widgets/themedlabel.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace ui {

LossReport::LossReport(const Theme &theme, const QString &title, const QString &sentence, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_column(new QVBoxLayout(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Close, this))
{
    setObjectName(QStringLiteral("losses"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    setAccessibleName(title);
    setMinimumWidth(theme.px(600));
    auto *const text = new ThemedLabel(theme, sentence, Theme::Token::Ink, this);
    text->setObjectName(QStringLiteral("losses.sentence"));
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    m_column->setContentsMargins(16, 16, 16, 16);
    m_column->setSpacing(12);
    m_column->addWidget(text);
    m_column->addWidget(m_buttons);
    m_buttons->setObjectName(QStringLiteral("losses.buttons"));
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void LossReport::addParagraph(const QString &text, const char *objectName)
{
    auto *const label = new ThemedLabel(m_theme, text, Theme::Token::Ink2, this);
    label->setObjectName(QLatin1StringView(objectName));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    m_column->insertWidget(m_paragraphs++, label);
}

void LossReport::setLosses(const QList<core::FormatLoss> &losses)
{
    if (losses.isEmpty())
        return;
    auto *const list = new QTreeWidget(this);
    list->setObjectName(QStringLiteral("losses.list"));
    list->setAccessibleName(tr("What is lost, and where"));
    list->setRootIsDecorated(false);
    list->setWordWrap(true);
    list->setHeaderLabels({tr("Where"), tr("What is lost")});
    for (const core::FormatLoss &loss : losses) {
        auto *const item = new QTreeWidgetItem(list, {loss.path, loss.what});
        item->setToolTip(0, loss.path);
        item->setToolTip(1, loss.what);
    }
    list->resizeColumnToContents(0);
    list->setColumnWidth(0, std::min(list->columnWidth(0), m_theme.px(240)));
    list->setMinimumHeight(m_theme.px(180));
    m_column->insertWidget(m_paragraphs++, list, 1);
}

void LossReport::setUnknown(const QStringList &paths)
{
    if (!paths.isEmpty())
        addParagraph(
            tr("Not known here, but kept and written back: %1").arg(paths.join(QStringLiteral(", "))),
            "losses.unknown");
}

void LossReport::addButton(const QString &text, const char *objectName, const std::function<void()> &chosen)
{
    QPushButton *const button = m_buttons->addButton(text, QDialogButtonBox::ActionRole);
    button->setObjectName(QLatin1StringView(objectName));
    button->setDefault(!std::exchange(m_asks, true));
    m_buttons->button(QDialogButtonBox::Close)->setText(tr("Cancel"));
    connect(button, &QPushButton::clicked, this, [this, chosen] {
        accept();
        chosen();
    });
}

} // namespace ui
