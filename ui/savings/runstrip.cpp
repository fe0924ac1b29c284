#include "ui/savings/runstrip.h"

#include "ui/widgets/flatbutton.h"

#include <QHBoxLayout>
#include <QProgressBar>

namespace ui {

namespace {

constexpr int kStripSteps = 1000;

} // namespace

RunStrip::RunStrip(const Theme &theme, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_bar(new QProgressBar(this))
    , m_stop(new FlatButton(theme, tr("&Stop"), FlatButton::Look::Outlined, this))
{
    m_bar->setObjectName(name + QStringLiteral(".progress"));
    m_bar->setAccessibleName(tr("Progress of reading the calls"));
    m_bar->setRange(0, kStripSteps);
    m_bar->setTextVisible(false);
    m_stop->setObjectName(name + QStringLiteral(".stop"));
    m_stop->setToolTip(tr("Stop reading and show what was found so far"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_bar, 1);
    row->addWidget(m_stop);
    connect(m_stop, &QToolButton::clicked, this, &RunStrip::stopRequested);
    hide();
}

void RunStrip::begin()
{
    m_bar->setValue(0);
    show();
}

void RunStrip::setProgress(double share)
{
    m_bar->setValue(static_cast<int>(share * kStripSteps));
}

} // namespace ui
