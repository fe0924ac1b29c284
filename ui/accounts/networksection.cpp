#include "ui/accounts/networksection.h"

#include "ui/widgets/fieldrow.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/themedlabel.h"

#include <QComboBox>
#include <QFileDialog>
#include <QGridLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>

namespace ui {

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr int kMostParallel = 10'000;
constexpr int kMostSeconds = 24 * 3600;
constexpr int kHighestPort = 65'535;

milliseconds fromSeconds(const QSpinBox *box)
{
    return seconds(box->value());
}

/// A limit finer than a second stays what it is until the field is changed.
void showSeconds(QSpinBox *box, milliseconds limit)
{
    box->setValue(static_cast<int>((limit.count() + 999) / 1000));
}

} // namespace

NetworkSection::NetworkSection(Theme &theme, QWidget *parent)
    : Card(theme, tr("Network and limits"), parent)
    , m_theme(theme)
    , m_limit(new QSpinBox(this))
    , m_proxyMode(new QComboBox(this))
    , m_proxyHost(new QLineEdit(this))
    , m_proxyPort(new QSpinBox(this))
    , m_proxyUser(new QLineEdit(this))
    , m_proxyPassword(new QLineEdit(this))
    , m_caFile(new QLineEdit(this))
{
    m_limit->setObjectName(QStringLiteral("maxParallel"));
    m_limit->setRange(0, kMostParallel);
    m_limit->setSpecialValueText(tr("no limit"));
    auto *const limitBox = new QWidget(this);
    auto *const limitLine = new QHBoxLayout(limitBox);
    limitLine->setContentsMargins(0, 0, 0, 0);
    limitLine->addWidget(m_limit);
    limitLine->addStretch();
    auto *const limitRow = new FieldRow(theme, tr("&Parallel requests"), limitBox, this);
    limitRow->setFirstPart(m_limit);
    m_limit->setAccessibleName(tr("Parallel requests"));
    content()->addWidget(limitRow);
    content()->addWidget(makeTimeouts());
    content()->addWidget(makeProxy());
    content()->addWidget(makeCaFile());
    putInTabOrder();
    for (QSpinBox *box : {m_limit, m_connect, m_firstToken, m_idle, m_total, m_proxyPort})
        connect(box, &QSpinBox::valueChanged, this, &NetworkSection::edited);
    for (QLineEdit *line : {m_proxyHost, m_proxyUser, m_proxyPassword, m_caFile})
        connect(line, &QLineEdit::textChanged, this, &NetworkSection::edited);
    connect(m_proxyMode, &QComboBox::currentIndexChanged, this, [this] {
        describe();
        emit edited();
    });
    describe();
}

void NetworkSection::putInTabOrder()
{
    QWidget *before = m_limit;
    for (QWidget *field :
         std::initializer_list<QWidget *>{m_connect, m_firstToken, m_idle, m_total, m_proxyMode, m_proxyHost,
                                          m_proxyPort, m_proxyUser, m_proxyPassword, m_caFile, m_choose}) {
        setTabOrder(before, field);
        before = field;
    }
}

QSpinBox *NetworkSection::makeSeconds(const QString &name, const QString &label)
{
    auto *const box = new QSpinBox(this);
    box->setObjectName(name);
    box->setAccessibleName(label);
    box->setRange(0, kMostSeconds);
    box->setSuffix(tr(" s"));
    box->setSpecialValueText(tr("none"));
    return box;
}

QWidget *NetworkSection::makeTimeouts()
{
    auto *const box = new QWidget(this);
    auto *const grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    const auto add = [this, grid](const QString &name, const QString &label, int column) {
        QSpinBox *const field = makeSeconds(name, tr("Time limit: %1").arg(label));
        grid->addWidget(new ThemedLabel(m_theme, label, Theme::Token::Ink2, this), 0, column);
        grid->addWidget(field, 1, column);
        return field;
    };
    m_connect = add(QStringLiteral("timeoutConnect"), tr("connect"), 0);
    m_firstToken = add(QStringLiteral("timeoutFirstToken"), tr("first token"), 1);
    m_idle = add(QStringLiteral("timeoutIdle"), tr("between tokens"), 2);
    m_total = add(QStringLiteral("timeoutTotal"), tr("in all"), 3);
    grid->setColumnStretch(4, 1);
    auto *const row = new FieldRow(m_theme, tr("&Time limits"), box, this);
    row->setFirstPart(m_connect);
    return row;
}

QWidget *NetworkSection::makeProxy()
{
    m_proxyMode->setObjectName(QStringLiteral("proxyMode"));
    m_proxyMode->addItems({tr("The system's"), tr("None"), tr("HTTP"), tr("SOCKS5")});
    m_proxyHost->setObjectName(QStringLiteral("proxyHost"));
    m_proxyHost->setPlaceholderText(tr("host"));
    m_proxyHost->setAccessibleName(tr("Host of the proxy"));
    m_proxyPort->setObjectName(QStringLiteral("proxyPort"));
    m_proxyPort->setRange(0, kHighestPort);
    m_proxyPort->setGroupSeparatorShown(false);
    m_proxyPort->setSpecialValueText(tr("port"));
    m_proxyPort->setAccessibleName(tr("Port of the proxy"));
    m_proxyUser->setObjectName(QStringLiteral("proxyUser"));
    m_proxyUser->setPlaceholderText(tr("user (optional)"));
    m_proxyUser->setAccessibleName(tr("User at the proxy"));
    m_proxyPassword->setObjectName(QStringLiteral("proxyPassword"));
    m_proxyPassword->setEchoMode(QLineEdit::Password);
    m_proxyPassword->setPlaceholderText(tr("password"));
    m_proxyPassword->setAccessibleName(tr("Password at the proxy"));
    auto *const box = new QWidget(this);
    m_proxyDetails = new QWidget(box);
    auto *const details = new QGridLayout(m_proxyDetails);
    details->setContentsMargins(0, 0, 0, 0);
    details->setSpacing(8);
    details->addWidget(m_proxyHost, 0, 0);
    details->addWidget(m_proxyPort, 0, 1);
    details->addWidget(m_proxyUser, 1, 0);
    details->addWidget(m_proxyPassword, 1, 1);
    auto *const column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_proxyMode, 0, Qt::AlignLeft);
    column->addWidget(m_proxyDetails);
    m_proxyMode->setAccessibleName(tr("Proxy"));
    m_proxyRow = new FieldRow(m_theme, tr("Pro&xy"), box, this);
    m_proxyRow->setFirstPart(m_proxyMode);
    return m_proxyRow;
}

QWidget *NetworkSection::makeCaFile()
{
    m_caFile->setObjectName(QStringLiteral("caFile"));
    m_caFile->setPlaceholderText(tr("none; a PEM file"));
    m_caFile->setAccessibleName(tr("Extra certificates"));
    m_choose = new FlatButton(m_theme, tr("Choose ..."), FlatButton::Look::Outlined, this);
    m_choose->setObjectName(QStringLiteral("chooseCaFile"));
    connect(m_choose, &QToolButton::clicked, this, &NetworkSection::browse);
    auto *const box = new QWidget(this);
    auto *const line = new QHBoxLayout(box);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    line->addWidget(m_caFile, 1);
    line->addWidget(m_choose);
    m_caRow = new FieldRow(m_theme, tr("Extra &certificates"), box, this);
    m_caRow->setFirstPart(m_caFile);
    return m_caRow;
}

void NetworkSection::load(const core::Account &account)
{
    const QSignalBlocker quiet(this);
    m_limit->setValue(account.maxParallel);
    showSeconds(m_connect, account.timeouts.connect);
    showSeconds(m_firstToken, account.timeouts.firstToken);
    showSeconds(m_idle, account.timeouts.idle);
    showSeconds(m_total, account.timeouts.total);
    m_proxyMode->setCurrentIndex(static_cast<int>(account.proxy.mode));
    m_proxyHost->setText(account.proxy.host);
    m_proxyPort->setValue(account.proxy.port);
    m_proxyUser->setText(account.proxy.user);
    m_proxyPassword->clear();
    m_caFile->setText(account.caFile);
    describe();
}

bool NetworkSection::hasOwnProxy() const
{
    const auto mode = static_cast<core::ProxyMode>(m_proxyMode->currentIndex());
    return mode == core::ProxyMode::Http || mode == core::ProxyMode::Socks5;
}

void NetworkSection::apply(AccountDraft &draft) const
{
    core::Account &account = draft.account;
    account.maxParallel = m_limit->value();
    account.timeouts = {fromSeconds(m_connect), fromSeconds(m_firstToken), fromSeconds(m_idle),
                        fromSeconds(m_total)};
    account.proxy = {};
    account.proxy.mode = static_cast<core::ProxyMode>(m_proxyMode->currentIndex());
    if (hasOwnProxy()) {
        account.proxy.host = m_proxyHost->text().trimmed();
        account.proxy.port = static_cast<quint16>(m_proxyPort->value());
        account.proxy.user = m_proxyUser->text().trimmed();
        draft.newProxyPassword = account.proxy.user.isEmpty() ? QString() : m_proxyPassword->text();
    }
    account.caFile = m_caFile->text().trimmed();
}

void NetworkSection::setFaults(const DraftFaults &faults)
{
    m_proxyRow->setFault(faults.proxy);
    m_caRow->setFault(faults.caFile);
}

void NetworkSection::describe()
{
    m_proxyDetails->setVisible(hasOwnProxy());
    m_proxyRow->setHint(hasOwnProxy()
                            ? tr("Hosts on this machine are reached without it. Its password is kept "
                                 "as the key is; leave it empty to keep the one stored.")
                            : QString());
}

void NetworkSection::browse()
{
    auto *const dialog = new QFileDialog(this, tr("File of certificates"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Certificates (*.pem *.crt *.cer)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, m_caFile, &QLineEdit::setText);
    dialog->open();
}

} // namespace ui
