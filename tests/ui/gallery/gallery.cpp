#include "tests/ui/gallery/gallery.h"

#include "ui/widgets/card.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/keyvaluegrid.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/meter.h"
#include "ui/widgets/pagebar.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/primarybutton.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/separator.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QVBoxLayout>

namespace ui {

namespace {

QHBoxLayout *row(std::initializer_list<QWidget *> widgets)
{
    auto *const layout = new QHBoxLayout;
    layout->setSpacing(8);
    for (QWidget *widget : widgets)
        layout->addWidget(widget);
    layout->addStretch(1);
    return layout;
}

} // namespace

Gallery::Gallery(const Theme &theme, QWidget *parent) : Page(parent), m_theme(theme)
{
    auto *const bar = new PageBar(theme, QStringLiteral("Gallery"), this);
    auto *const period =
        new FlatButton(theme, QStringLiteral("Month to date"), FlatButton::Look::Outlined, bar);
    period->setMenu(new QMenu(period));
    period->menu()->addAction(QStringLiteral("Month to date"));
    bar->addWidget(period);
    bar->addWidget(new FlatButton(theme, Icon::ChevronLeft, QStringLiteral("Earlier"), bar));
    bar->addWidget(new FlatButton(theme, Icon::ChevronRight, QStringLiteral("Later"), bar));
    bar->addWidget(
        new ThemedLabel(theme, QStringLiteral("1-22 Nov, Europe/Berlin"), Theme::Token::Ink2, bar));
    bar->addStretch();
    bar->addWidget(new FlatButton(theme, QStringLiteral("Export"), FlatButton::Look::Outlined, bar));
    bar->addWidget(new PrimaryButton(theme, QStringLiteral("Send"), bar));

    auto *const grid = new QGridLayout;
    grid->setContentsMargins(16, 16, 16, 16);
    grid->setSpacing(12);
    grid->addWidget(makeButtons(), 0, 0);
    grid->addWidget(makeStates(), 0, 1);
    grid->addWidget(makeFields(), 1, 0);
    grid->addWidget(makeMessages(), 1, 1);
    grid->addWidget(makeTable(), 2, 0);
    grid->addWidget(makeIcons(), 2, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(2, 1);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar);
    column->addLayout(grid, 1);
}

QWidget *Gallery::makeButtons()
{
    auto *const card = new Card(m_theme, QStringLiteral("Buttons"));
    auto *const off = new FlatButton(m_theme, QStringLiteral("Disabled"), FlatButton::Look::Outlined);
    off->setEnabled(false);
    auto *const offPrimary = new PrimaryButton(m_theme, QStringLiteral("Send"));
    offPrimary->setEnabled(false);
    auto *const icon = new FlatButton(m_theme, QStringLiteral("Add lane"));
    icon->setThemedIcon(Icon::Add);
    card->content()->addLayout(
        row({new PrimaryButton(m_theme, QStringLiteral("Send")), offPrimary,
             new FlatButton(m_theme, QStringLiteral("Flat")),
             new FlatButton(m_theme, QStringLiteral("Outlined"), FlatButton::Look::Outlined),
             new FlatButton(m_theme, QStringLiteral("Link"), FlatButton::Look::Link),
             new FlatButton(m_theme, QStringLiteral("Delete"), FlatButton::Look::Danger), off, icon}));
    auto *const layout = new SegmentedControl(m_theme);
    for (const char *name : {"Columns", "Grid", "Tabs"})
        layout->addSegment(QString::fromLatin1(name));
    auto *const star = new FlatButton(m_theme, Icon::Star, QStringLiteral("Favourite"));
    star->setCheckable(true);
    star->setChecked(true);
    card->content()->addLayout(row({layout, star, new FlatButton(m_theme, Icon::Copy, QStringLiteral("Copy")),
                                    new FlatButton(m_theme, Icon::Stop, QStringLiteral("Stop")),
                                    new FlatButton(m_theme, Icon::More, QStringLiteral("More")),
                                    new QPushButton(QStringLiteral("Stock button"))}));
    return card;
}

QWidget *Gallery::makeStates()
{
    auto *const card = new Card(m_theme, QStringLiteral("States and figures"));
    card->content()->addLayout(row({new Pill(m_theme, QStringLiteral("complete"), Theme::Token::Good),
                                    new Pill(m_theme, QStringLiteral("streaming"), Theme::Token::Accent),
                                    new Pill(m_theme, QStringLiteral("waiting 4 s"), Theme::Token::Warn),
                                    new Pill(m_theme, QStringLiteral("failed"), Theme::Token::Bad),
                                    new Pill(m_theme, QStringLiteral("task: reasoning"))}));
    auto *const first = new Meter(m_theme, QStringLiteral("first token"));
    first->setValue(QStringLiteral("412 ms"));
    auto *const rate = new Meter(m_theme);
    rate->setValue(QStringLiteral("88 tok/s"));
    auto *const cost = new Meter(m_theme);
    cost->setValue(QStringLiteral("$0.0016"), QStringLiteral("US$ 0.0015646"));
    card->content()->addLayout(row({first, rate, cost}));
    card->content()->addWidget(new ElidedLabel(
        m_theme,
        QStringLiteral(
            "openrouter/meta-llama/llama-4-maverick-17b-128e-instruct-with-a-very-long-name:free")));
    auto *const grid = new KeyValueGrid(m_theme);
    grid->addRow(QStringLiteral("Model"), QStringLiteral("gpt-5-mini"));
    grid->addRow(QStringLiteral("Finish"), QStringLiteral("stop"));
    card->content()->addWidget(new Separator(m_theme));
    card->content()->addWidget(grid);
    return card;
}

QWidget *Gallery::makeFields()
{
    auto *const card = new Card(m_theme, QStringLiteral("Fields"));
    auto *const combo = new QComboBox;
    combo->addItems({QStringLiteral("own history"), QStringLiteral("follow winner")});
    auto *const spin = new QSpinBox;
    spin->setValue(4);
    auto *const line = new QLineEdit(QStringLiteral("https://api.openai.com/v1"));
    auto *const check = new QCheckBox(QStringLiteral("Keep texts"));
    check->setChecked(true);
    auto *const radio = new QRadioButton(QStringLiteral("Keychain"));
    radio->setChecked(true);
    card->content()->addWidget(new SearchField(m_theme, QStringLiteral("Search history")));
    card->content()->addWidget(line);
    card->content()->addLayout(row({combo, spin, check, new QCheckBox(QStringLiteral("Off")), radio,
                                    new QRadioButton(QStringLiteral("Variable"))}));
    auto *const text = new QPlainTextEdit;
    text->setPlaceholderText(QStringLiteral("Ask a follow-up, or start a new prompt with Ctrl+N"));
    text->setMaximumHeight(60);
    card->content()->addWidget(text);
    return card;
}

QWidget *Gallery::makeMessages()
{
    auto *const card = new Card(m_theme, QStringLiteral("Messages"));
    auto *const warn = new MessagePanel(m_theme);
    warn->setMessage(MessagePanel::Kind::Warn, QStringLiteral("The provider is limiting requests"),
                     QStringLiteral("DashScope: \"Requests rate limit exceeded\"."),
                     QStringLiteral("Waiting 4 s as it asked, then one more try."));
    warn->addAction(QStringLiteral("Try now"));
    warn->addAction(QStringLiteral("Swap model"));
    auto *const bad = new MessagePanel(m_theme);
    bad->setMessage(MessagePanel::Kind::Bad, QStringLiteral("The key was not accepted"),
                    QStringLiteral("OpenAI: \"Incorrect API key provided\"."));
    card->content()->addWidget(warn);
    card->content()->addWidget(bad);
    return card;
}

QWidget *Gallery::makeTable()
{
    auto *const card = new Card(m_theme);
    auto *const table = new QTableWidget(4, 4);
    table->setHorizontalHeaderLabels(
        {QStringLiteral("Model"), QStringLiteral("Account"), QStringLiteral("In"), QStringLiteral("Cost")});
    for (int i = 0; i < 4; ++i) {
        table->setItem(i, 0, new QTableWidgetItem(QStringLiteral("claude-sonnet-5")));
        table->setItem(i, 1, new QTableWidgetItem(QStringLiteral("anthropic")));
        table->setItem(i, 2, new QTableWidgetItem(QStringLiteral("2.4 M")));
        table->setItem(i, 3, new QTableWidgetItem(QStringLiteral("$14.31")));
    }
    table->verticalHeader()->hide();
    table->setShowGrid(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->selectRow(1);
    card->content()->addWidget(table);
    return card;
}

QWidget *Gallery::makeIcons()
{
    auto *const card = new Card(m_theme, QStringLiteral("Icons"));
    auto *const grid = new QGridLayout;
    grid->setSpacing(2);
    for (int i = 0; i < kIcons; ++i) {
        const auto icon = static_cast<Icon>(i);
        grid->addWidget(new FlatButton(m_theme, icon, iconPath(icon)), i / 15, i % 15);
    }
    card->content()->addLayout(grid);
    card->content()->addStretch(1);
    return card;
}

} // namespace ui
