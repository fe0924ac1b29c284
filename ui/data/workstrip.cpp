#include "ui/data/workstrip.h"

#include "ui/widgets/flatbutton.h"
#include "ui/widgets/themedlabel.h"

#include <QHBoxLayout>
#include <QProgressBar>

namespace ui {

namespace {

constexpr int kBarHeight = 8;
constexpr int kBarWidth = 140;

} // namespace

WorkStrip::WorkStrip(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_what(new ThemedLabel(theme, {}, Theme::Token::Ink, this))
    , m_bar(new QProgressBar(this))
    , m_button(new FlatButton(theme, tr("Cance&l"), FlatButton::Look::Outlined, this))
{
    setObjectName(QStringLiteral("work"));
    m_what->setObjectName(QStringLiteral("work.what"));
    m_bar->setObjectName(QStringLiteral("work.progress"));
    m_bar->setAccessibleName(tr("How far it is"));
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(theme.px(kBarHeight));
    m_bar->setMinimumWidth(theme.px(kBarWidth));
    m_button->setObjectName(QStringLiteral("work.cancel"));
    connect(m_button, &QToolButton::clicked, this, &WorkStrip::cancel);
    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(m_what);
    row->addWidget(m_bar, 1);
    row->addWidget(m_button);
    hide();
}

WorkStrip::~WorkStrip()
{
    if (m_cancel)
        m_cancel();
}

void WorkStrip::cancel()
{
    if (!m_cancel)
        return;
    m_button->setEnabled(false);
    m_cancel();
}

void WorkStrip::begin(const QString &what, std::function<void()> cancel)
{
    m_cancel = std::move(cancel);
    m_what->setText(what);
    // Nothing is known of its length yet.
    m_bar->setRange(0, 0);
    m_button->setEnabled(true);
    show();
    emit busyChanged(true);
}

void WorkStrip::showProgress(int done, int all)
{
    m_bar->setRange(0, all);
    m_bar->setValue(done);
}

void WorkStrip::conclude()
{
    m_cancel = nullptr;
    hide();
    emit busyChanged(false);
}

} // namespace ui
