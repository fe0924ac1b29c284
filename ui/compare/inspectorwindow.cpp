#include "ui/compare/inspectorwindow.h"

#include "ui/compare/recordingtexts.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/themedlabel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QSplitter>

namespace ui {

namespace {

constexpr int kSide = 16;

} // namespace

InspectorWindow::InspectorWindow(const Theme &theme, QWidget *page)
    : InstrumentWindow(theme, QStringLiteral("inspector"), page)
{
    makeControls();
    m_panes = new QSplitter(Qt::Horizontal, this);
    m_panes->setChildrenCollapsible(false);
    m_request = makePane(QStringLiteral("request"), tr("Request"), {tr("Formatted"), tr("As sent")});
    m_response = makePane(QStringLiteral("response"), tr("Response"), {tr("By time"), tr("As received")});
    connect(m_request.copy, &QToolButton::clicked, this, &InspectorWindow::copyRequest);
    connect(m_response.copy, &QToolButton::clicked, this, &InspectorWindow::copyResponse);
    m_note = new ThemedLabel(
        theme,
        tr("Keys are masked. Host, Connection and encodings are added by the HTTP library; the response is "
           "shown without chunked framing and compression. Times are since dispatch."),
        Theme::Token::Ink2, this);
    m_note->setWordWrap(true);
    m_note->setContentsMargins(kSide, 8, kSide, 8);
    m_empty =
        new EmptyState(theme, Icon::Network, tr("Nothing was recorded of this lane"),
                       tr("Requests and answers of this session are kept in memory until 64 MB are full. "
                          "“Keep raw streams” in the settings keeps them in the ledger."),
                       this);
    content().addWidget(m_panes, 1);
    content().addWidget(m_note);
    content().addWidget(m_empty, 1);
    connect(&theme, &Theme::changed, this, &InspectorWindow::applyFonts);
    applyFonts();
}

void InspectorWindow::makeControls()
{
    m_numbersPlace = new QHBoxLayout;
    controls().addLayout(m_numbersPlace);
    m_replay = new FlatButton(theme(), tr("Replay"), FlatButton::Look::Outlined, this);
    m_replay->setThemedIcon(Icon::Play);
    m_replay->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_replay->setObjectName(QStringLiteral("inspectorReplay"));
    m_save = new FlatButton(theme(), tr("Save recording …"), FlatButton::Look::Outlined, this);
    m_save->setObjectName(QStringLiteral("inspectorSave"));
    m_save->setToolTip(tr("A file without keys, to attach to a bug report"));
    controls().addWidget(m_replay);
    controls().addWidget(m_save);
    connect(m_replay, &QToolButton::clicked, this, [this] { emit replayRequested(m_attempts); });
    connect(m_save, &QToolButton::clicked, this, [this] { emit saveRequested(m_attempts); });
}

InspectorWindow::Pane InspectorWindow::makePane(const QString &name, const QString &title,
                                                const QStringList &forms)
{
    auto *const box = new QWidget(m_panes);
    auto *const rows = new QVBoxLayout(box);
    rows->setContentsMargins({});
    rows->setSpacing(0);
    auto *const head = new Surface(theme(), Theme::Token::Panel2, Bottom, box);
    auto *const row = new QHBoxLayout(head);
    row->setContentsMargins(kSide, 6, 8, 6);
    row->setSpacing(8);
    auto *const label = new ThemedLabel(theme(), title, Theme::Token::Ink, head);
    label->setType(1.0, QFont::DemiBold);
    Pane pane;
    pane.size = new ThemedLabel(theme(), {}, Theme::Token::Ink2, head);
    pane.size->setObjectName(name + QStringLiteral("Size"));
    pane.form = new SegmentedControl(theme(), head);
    pane.form->setObjectName(name + QStringLiteral("Form"));
    pane.form->setAccessibleName(tr("How it is shown"));
    for (const QString &form : forms)
        pane.form->addSegment(form);
    pane.form->setCurrent(0);
    pane.copy = new FlatButton(theme(), Icon::Copy, tr("Copy the body"), head);
    pane.copy->setObjectName(name + QStringLiteral("Copy"));
    row->addWidget(label);
    row->addWidget(pane.size, 1);
    row->addWidget(pane.form);
    row->addWidget(pane.copy);
    pane.text = new QPlainTextEdit(box);
    pane.text->setObjectName(name + QStringLiteral("Text"));
    pane.text->setAccessibleName(title);
    pane.text->setReadOnly(true);
    pane.text->setTabChangesFocus(true);
    pane.text->setFrameShape(QFrame::NoFrame);
    pane.text->setWordWrapMode(QTextOption::WrapAnywhere);
    pane.text->document()->setDocumentMargin(12);
    rows->addWidget(head);
    rows->addWidget(pane.text, 1);
    connect(pane.form, &SegmentedControl::currentChanged, this, &InspectorWindow::showAttempt);
    return pane;
}

void InspectorWindow::applyFonts()
{
    m_request.text->setFont(theme().codeFont());
    m_response.text->setFont(theme().codeFont());
}

void InspectorWindow::showAttempts(const QString &target, const QList<core::AttemptRecording> &attempts)
{
    setTitle(tr("Request and response"), target);
    m_attempts = attempts;
    const bool nothing = attempts.isEmpty();
    m_empty->setVisible(nothing);
    m_panes->setVisible(!nothing);
    m_note->setVisible(!nothing);
    m_save->setVisible(!nothing);
    m_replay->setVisible(!nothing);
    fillAttempts();
    showAttempt();
    if (!nothing)
        m_request.text->setFocus(Qt::OtherFocusReason);
}

void InspectorWindow::fillAttempts()
{
    delete m_numbers;
    m_numbers = nullptr;
    if (m_attempts.size() < 2)
        return;
    m_numbers = new SegmentedControl(theme(), this);
    m_numbers->setObjectName(QStringLiteral("inspectorAttempts"));
    m_numbers->setAccessibleName(tr("Attempt"));
    for (qsizetype i = 0; i < m_attempts.size(); ++i)
        m_numbers->addSegment(i == 0 ? tr("Attempt 1") : QString::number(i + 1), tr("Attempt %1").arg(i + 1));
    m_numbers->setCurrent(static_cast<int>(m_attempts.size()) - 1);
    m_numbersPlace->addWidget(m_numbers);
    connect(m_numbers, &SegmentedControl::currentChanged, this, &InspectorWindow::showAttempt);
}

const core::Recording *InspectorWindow::shown() const
{
    if (m_attempts.isEmpty())
        return nullptr;
    return m_attempts.at(m_numbers ? m_numbers->current() : 0).recording.get();
}

void InspectorWindow::showAttempt()
{
    const core::Recording *const recording = shown();
    if (!recording)
        return;
    m_request.size->setText(sizeText(recording->requestSize, recording->request.size()));
    m_request.text->setPlainText(
        shortened(requestText(*recording, static_cast<RequestForm>(m_request.form->current()))));
    m_response.copy->setEnabled(recording->ended);
    m_response.form->setEnabled(recording->ended);
    m_save->setEnabled(recording->ended);
    m_replay->setEnabled(recording->ended);
    if (!recording->ended) {
        m_response.size->setText({});
        m_response.text->setPlainText(
            tr("The attempt is under way; its response is shown when it has ended."));
        return;
    }
    m_response.size->setText(sizeText(recording->responseSize, recording->response.size()));
    m_response.text->setPlainText(
        shortened(responseText(*recording, static_cast<ResponseForm>(m_response.form->current()))));
}

void InspectorWindow::copyRequest()
{
    if (const core::Recording *const recording = shown())
        QGuiApplication::clipboard()->setText(
            requestBody(*recording, static_cast<RequestForm>(m_request.form->current())));
}

void InspectorWindow::copyResponse()
{
    if (const core::Recording *const recording = shown())
        QGuiApplication::clipboard()->setText(responseBody(*recording));
}

} // namespace ui
