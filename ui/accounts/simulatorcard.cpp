#include "ui/accounts/simulatorcard.h"

#include "ui/widgets/quietcheck.h"
#include "ui/widgets/themedlabel.h"

#include <QCheckBox>
#include <QVBoxLayout>

namespace ui {

SimulatorCard::SimulatorCard(Theme &theme, QWidget *parent)
    : Card(theme, tr("Simulator"), parent)
    , m_switch(new QCheckBox(tr("Switched o&n"), this))
    , m_note(new ThemedLabel(theme, {}, Theme::Token::Ink2, this))
{
    m_switch->setObjectName(QStringLiteral("simulatorSwitch"));
    m_switch->setAccessibleName(tr("Simulator switched on"));
    m_note->setWordWrap(true);
    content()->addWidget(m_note);
    content()->addWidget(m_switch);
    connect(m_switch, &QCheckBox::toggled, this, &SimulatorCard::toggled);
    setState(false, 0);
}

void SimulatorCard::setState(bool on, qsizetype models)
{
    setCheckedQuietly(m_switch, on);
    const QString plain = tr("Simulated; nothing leaves this machine.");
    m_note->setText(
        on ? tr("%1 %n models under the account name demo.", nullptr, static_cast<int>(models)).arg(plain)
           : plain);
}

} // namespace ui
