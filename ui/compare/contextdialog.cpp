#include "ui/compare/contextdialog.h"

#include "core/compare/lineage.h"
#include "core/compare/runestimate.h"
#include "ui/theme/theme.h"
#include "ui/widgets/themedlabel.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

namespace {

QString roleName(core::Role role)
{
    switch (role) {
    case core::Role::System:
        return QStringLiteral("system");
    case core::Role::Assistant:
        return QStringLiteral("assistant");
    case core::Role::User:
        break;
    }
    return QStringLiteral("user");
}

} // namespace

QString messagesAsText(const QList<core::Message> &messages)
{
    QStringList parts;
    for (const core::Message &message : messages) {
        QString part = QStringLiteral("[%1]\n%2").arg(roleName(message.role), message.text);
        for (const core::ImagePart &image : message.images)
            part += QStringLiteral("\n(%1, %2 kB)")
                        .arg(image.mimeType, QString::number((image.data.size() + 1023) / 1024));
        parts.append(part);
    }
    return parts.join(QStringLiteral("\n\n"));
}

ContextDialog::ContextDialog(const Theme &theme, const QList<LaneMessages> &lanes, int current,
                             QWidget *parent)
    : QDialog(parent)
    , m_lanes(lanes)
    , m_choice(new QComboBox(this))
    , m_facts(new ThemedLabel(theme, {}, Theme::Token::Ink2, this))
    , m_text(new QPlainTextEdit(this))
{
    setObjectName(QStringLiteral("contextDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("What will be sent"));
    m_choice->setObjectName(QStringLiteral("contextLane"));
    m_choice->setAccessibleName(tr("Lane"));
    for (const LaneMessages &lane : lanes)
        m_choice->addItem(lane.lane);
    m_facts->setObjectName(QStringLiteral("contextFacts"));
    m_facts->setWordWrap(true);
    m_text->setObjectName(QStringLiteral("contextText"));
    m_text->setAccessibleName(tr("Messages"));
    m_text->setReadOnly(true);
    m_text->setFont(theme.codeFont());
    auto *const buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setIcon({});
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(16, 16, 16, 16);
    rows->setSpacing(8);
    rows->addWidget(m_choice);
    rows->addWidget(m_facts);
    rows->addWidget(m_text, 1);
    rows->addWidget(buttons);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &ContextDialog::show);
    resize(theme.px(720), theme.px(520));
    m_choice->setCurrentIndex(current);
    show(m_choice->currentIndex());
}

void ContextDialog::show(int lane)
{
    if (lane < 0 || lane >= m_lanes.size())
        return;
    const LaneMessages &shown = m_lanes.at(lane);
    QStringList facts{tr("%n messages", nullptr, static_cast<int>(shown.messages.size())),
                      tr("about %L1 tokens").arg(core::estimateInputTokens(shown.messages)),
                      tr("mark %1").arg(core::fingerprintOf(shown.messages))};
    QStringList missing;
    for (const int turn : shown.leftOut)
        missing.append(QString::number(turn));
    if (!missing.isEmpty())
        facts.append(tr("left out, because there is no answer in this branch: turn %1")
                         .arg(missing.join(QStringLiteral(", "))));
    m_facts->setText(facts.join(QStringLiteral(" · ")));
    m_facts->setToolTip(tr("Lanes with the same mark are sent the same messages."));
    m_text->setPlainText(messagesAsText(shown.messages));
}

} // namespace ui
