#include "ui/compare/opinionpanel.h"

#include "ui/markdown/markdownview.h"
#include "ui/theme/markdowntheme.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/flatbutton.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollBar>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int kTextHeight = 180;

} // namespace

OpinionPanel::OpinionPanel(const Theme &theme, MarkdownServices &markdown, QWidget *parent)
    : Surface(theme, Theme::Token::Panel, Top, parent)
    , m_title(new ThemedLabel(theme, {}, Theme::Token::Ink, this))
    , m_detail(new ElidedLabel(theme, {}, Theme::Token::Ink2, Qt::ElideRight, this))
    , m_yes(new FlatButton(theme, tr("Ask"), FlatButton::Look::Outlined, this))
    , m_stop(new FlatButton(theme, tr("Stop"), FlatButton::Look::Link, this))
    , m_copy(new FlatButton(theme, tr("Copy"), FlatButton::Look::Link, this))
    , m_close(new FlatButton(theme, Icon::Close, tr("Close"), this))
    , m_text(new MarkdownView(markdown, this))
{
    setObjectName(QStringLiteral("opinionPanel"));
    m_title->setObjectName(QStringLiteral("opinionTitle"));
    m_title->setType(1.0, QFont::DemiBold);
    m_detail->setObjectName(QStringLiteral("opinionDetail"));
    m_yes->setObjectName(QStringLiteral("opinionAsk"));
    m_stop->setObjectName(QStringLiteral("opinionStop"));
    m_copy->setObjectName(QStringLiteral("opinionCopy"));
    m_copy->setToolTip(tr("Copy the text as Markdown"));
    m_close->setObjectName(QStringLiteral("opinionClose"));
    m_text->setObjectName(QStringLiteral("opinionText"));
    m_text->setAccessibleName(tr("What the model says"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setFollows(false);
    auto *const head = new QHBoxLayout;
    head->setContentsMargins(16, 5, 10, 5);
    head->setSpacing(8);
    head->addWidget(m_title);
    head->addWidget(m_detail, 1);
    for (FlatButton *const button : {m_yes, m_stop, m_copy, m_close})
        head->addWidget(button);
    auto *const body = new QHBoxLayout;
    body->setContentsMargins(6, 0, 6, 6);
    body->addWidget(m_text);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(0);
    rows->addLayout(head);
    rows->addLayout(body);
    connect(m_yes, &QToolButton::clicked, this, &OpinionPanel::accepted);
    connect(m_stop, &QToolButton::clicked, this, &OpinionPanel::stopped);
    connect(m_close, &QToolButton::clicked, this, &OpinionPanel::dismiss);
    connect(m_copy, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_text->markdown()); });
    connect(m_text, &MarkdownView::linkActivated, this, &OpinionPanel::linkActivated);
    connect(&theme, &Theme::changed, this, &OpinionPanel::applyTheme);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    applyTheme();
    hide();
}

void OpinionPanel::applyTheme()
{
    m_text->setStyle(markdownStyle(theme()));
    m_text->setFixedHeight(theme().px(kTextHeight));
}

void OpinionPanel::setState(State state, const QString &title, const QString &detail)
{
    m_title->setText(title);
    m_detail->setFullText(detail);
    m_text->setAccessibleName(title);
    m_yes->setVisible(state == State::Offer);
    m_stop->setVisible(state == State::Running);
    m_copy->setVisible(state == State::Result);
    m_text->setVisible(state != State::Offer);
    show();
}

void OpinionPanel::showOffer(const QString &title, const QString &detail, const QString &yes)
{
    m_text->clear();
    m_yes->setText(yes);
    setState(State::Offer, title, detail);
    m_yes->setFocus(Qt::OtherFocusReason);
}

void OpinionPanel::showRunning(const QString &title, const QString &detail)
{
    const bool hadFocus = m_yes->hasFocus();
    m_text->clear();
    setState(State::Running, title, detail);
    if (hadFocus)
        m_stop->setFocus(Qt::OtherFocusReason);
}

void OpinionPanel::append(const QString &markdown)
{
    m_text->appendMarkdown(markdown);
}

void OpinionPanel::showResult(const QString &title, const QString &detail, const QString &markdown)
{
    const bool hadFocus = m_stop->hasFocus();
    setState(State::Result, title, detail);
    if (m_text->markdown() != markdown)
        m_text->setMarkdownText(markdown);
    m_text->finish();
    m_text->flush();
    m_text->verticalScrollBar()->setValue(0);
    if (hadFocus)
        m_text->setFocus(Qt::OtherFocusReason);
}

QString OpinionPanel::text() const
{
    return m_text->markdown();
}

QString OpinionPanel::title() const
{
    return m_title->text();
}

QString OpinionPanel::detail() const
{
    return m_detail->fullText();
}

void OpinionPanel::dismiss()
{
    hide();
    emit closed();
}

void OpinionPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return dismiss();
    Surface::keyPressEvent(event);
}

} // namespace ui
