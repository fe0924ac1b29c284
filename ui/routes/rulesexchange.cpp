#include "ui/routes/rulesexchange.h"

#include "core/accounts/accountstore.h"
#include "core/base/continuation.h"
#include "core/base/onworker.h"
#include "core/routing/rulesetstore.h"
#include "core/ruleformats/exportcontext.h"
#include "ui/routes/lossreport.h"
#include "ui/routes/routesets.h"
#include "ui/routes/routespage.h"
#include "ui/routes/ruleeditor.h"
#include "ui/widgets/savetext.h"
#include "ui/widgets/toastarea.h"

#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>

using core::RuleFormat;

namespace ui {

namespace {

/// Far above any file of rules; it is read whole.
constexpr qint64 kMostRuleBytes = 16'000'000;

core::Result<core::RuleImport> readRules(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return core::Error{core::ErrorKind::InvalidRequest,
                           RulesExchange::tr("%1 cannot be read: %2").arg(name, file.errorString())};
    if (file.size() > kMostRuleBytes)
        return core::Error{core::ErrorKind::InvalidRequest,
                           RulesExchange::tr("%1 is larger than 16 MB.").arg(name)};
    core::Result<core::RuleImport> read = core::importRules(file.readAll(), core::ruleSetNameOfFile(path));
    if (!read)
        return core::Error{
            read.error().kind,
            RulesExchange::tr("%1: %2", "a file and what is wrong in it").arg(name, read.error().message)};
    return read;
}

QString accountLine(const core::Account &account)
{
    const QString url = account.baseUrl.toString();
    return account.keyStore == core::KeyStore::Environment
        ? RulesExchange::tr("%1 (%2), its key from the variable %3")
              .arg(account.name, url, account.keyVariable)
        : RulesExchange::tr("%1 (%2), asked without a key").arg(account.name, url);
}

} // namespace

RulesExchange::RulesExchange(RoutesPage &page, const core::Presets &presets)
    : QObject(&page), m_page(page), m_context(page.context()), m_presets(presets)
{
}

QString RulesExchange::title(RuleFormat format)
{
    switch (format) {
    case RuleFormat::Json:
        return tr("Rules (JSON), to be imported again");
    case RuleFormat::LiteLlm:
        return QStringLiteral("LiteLLM (config.yaml)");
    case RuleFormat::Portkey:
        return tr("Portkey (config JSON)");
    case RuleFormat::OpenRouter:
        return tr("OpenRouter (request JSON)");
    case RuleFormat::Cloudflare:
        return tr("Cloudflare (dynamic route)");
    case RuleFormat::Bifrost:
        return tr("Bifrost (routing rules)");
    case RuleFormat::TypeScript:
        return QStringLiteral("TypeScript");
    case RuleFormat::JavaScript:
        return QStringLiteral("JavaScript");
    case RuleFormat::Python:
        return QStringLiteral("Python");
    case RuleFormat::Curl:
        break;
    }
    return QStringLiteral("curl");
}

bool RulesExchange::isCode(RuleFormat format)
{
    return format == RuleFormat::TypeScript || format == RuleFormat::JavaScript
        || format == RuleFormat::Python || format == RuleFormat::Curl;
}

void RulesExchange::fill(QMenu *menu)
{
    menu->clear();
    const QList<RuleFormat> formats = core::exportRuleFormats();
    const auto name = [](RuleFormat format, const char *what) {
        return QString(QStringLiteral("routes.") % QLatin1StringView(what) % QLatin1Char('.')
                       % core::ruleFormatName(format));
    };
    const auto addSaving = [this, &name](QMenu *to, RuleFormat format) {
        to->addAction(tr("%1 …", "a format").arg(title(format)), this, [this, format] {
              save(format);
          })->setObjectName(name(format, "save"));
    };
    for (const RuleFormat format : formats) {
        if (!isCode(format))
            addSaving(menu, format);
    }
    const bool hasCode = std::any_of(formats.cbegin(), formats.cend(), &RulesExchange::isCode);
    if (hasCode) {
        menu->addSeparator();
        QMenu *const save = menu->addMenu(tr("Save as &code"));
        QMenu *const copies = menu->addMenu(tr("C&opy as code"));
        for (const RuleFormat format : formats) {
            if (!isCode(format))
                continue;
            addSaving(save, format);
            copies->addAction(title(format), this, [this, format] { copy(format); })
                ->setObjectName(name(format, "copy"));
        }
    }
    menu->addSeparator();
    menu->addAction(tr("&Import rules …"), this, [this] { chooseImport(&m_page); })
        ->setObjectName(QStringLiteral("routes.importRules"));
}

std::optional<core::RuleExport> RulesExchange::written(RuleFormat format)
{
    if (!m_page.editor().isOpen())
        return {};
    core::ExportContext context = core::exportContextOf(m_context.accounts.accounts(), m_presets);
    context.others = m_context.ruleSets.lookup();
    context.targets = &m_context.book;
    core::Result<core::RuleExport> done = core::exportRules(m_page.editor().rules(), format, context);
    if (!done) {
        m_page.complain(tr("The rules cannot be exported as %1").arg(title(format)), done.error());
        return {};
    }
    return std::move(done).value();
}

void RulesExchange::tellLosses(const QString &sentence, const QList<core::FormatLoss> &losses)
{
    if (losses.isEmpty()) {
        m_context.toasts.showMessage(sentence);
        return;
    }
    auto *const report = new LossReport(
        m_context.theme, tr("Export of rules"),
        tr("%1 The other side cannot say all that these rules say.", "what was done").arg(sentence), &m_page);
    report->setLosses(losses);
    report->open();
}

void RulesExchange::save(RuleFormat format)
{
    const std::optional<core::RuleExport> made = written(format);
    if (!made)
        return;
    const QString file = m_page.editor().name() % QLatin1Char('.') % made->suffix;
    saveText(
        &m_page, tr("Export the rules"), file, [text = made->text] { return QString::fromUtf8(text); },
        [this, losses = made->losses](const QString &name, const QString &error) {
            if (error.isEmpty())
                tellLosses(tr("Exported to %1.").arg(name), losses);
            else
                m_page.complain(tr("%1 could not be written").arg(name),
                                {core::ErrorKind::InvalidRequest, error});
        });
}

void RulesExchange::copy(RuleFormat format)
{
    const std::optional<core::RuleExport> made = written(format);
    if (!made)
        return;
    QGuiApplication::clipboard()->setText(QString::fromUtf8(made->text));
    tellLosses(tr("The program is copied (%1).").arg(title(format)), made->losses);
}

void RulesExchange::chooseImport(QWidget *parent)
{
    auto *const dialog = new QFileDialog(parent, tr("Import rules"));
    dialog->setObjectName(QStringLiteral("routes.importFile"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Rules (*.json *.yaml *.yml)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &RulesExchange::importFile);
    dialog->open();
}

void RulesExchange::importFile(const QString &path)
{
    core::continued(core::onWorker([path] { return readRules(path); }), this,
                    [this, name = QFileInfo(path).fileName()](const core::Result<core::RuleImport> &read) {
                        if (read)
                            review(*read, name);
                        else
                            failImport(read.error());
                    });
}

void RulesExchange::failImport(const core::Error &error)
{
    m_page.complain(tr("The rules were not imported; nothing was changed"), error);
}

void RulesExchange::review(const core::RuleImport &imported, const QString &fileName)
{
    const core::Result<core::AccountPlan> plan =
        core::planAccounts(imported, m_context.accounts.accounts(), m_presets);
    if (!plan)
        return failImport(plan.error());
    const bool isOpen = m_page.editor().isOpen();
    if (plan->toCreate.isEmpty() && imported.losses.isEmpty() && imported.unknown.isEmpty() && !isOpen)
        return adopt(*plan, false);
    auto *const report = new LossReport(
        m_context.theme, tr("Import of rules"),
        tr("%1 holds %n rules and a default.", nullptr, static_cast<int>(plan->rules.rules.size()))
            .arg(fileName),
        &m_page);
    QStringList accounts;
    for (const core::Account &account : plan->toCreate)
        accounts.append(accountLine(account));
    if (!accounts.isEmpty())
        report->addParagraph(tr("These accounts will be made:\n%1").arg(accounts.join(QLatin1Char('\n'))),
                             "losses.accounts");
    if (!imported.losses.isEmpty())
        report->addParagraph(tr("Rules here cannot say all that the file says:"), "losses.head");
    report->setLosses(imported.losses);
    report->setUnknown(imported.unknown);
    report->addButton(tr("Import as a &new set"), "losses.asNew",
                      [this, made = *plan] { adopt(made, false); });
    if (isOpen)
        report->addButton(tr("&Replace the draft of “%1”").arg(m_page.editor().name()), "losses.replace",
                          [this, made = *plan] { adopt(made, true); });
    report->open();
}

void RulesExchange::adopt(const core::AccountPlan &plan, bool replace, qsizetype made)
{
    if (made < plan.toCreate.size()) {
        core::continued(m_context.accounts.add(plan.toCreate.at(made)), this,
                        [this, plan, replace, made](const core::Result<core::Account> &added) {
                            if (added)
                                adopt(plan, replace, made + 1);
                            else
                                m_page.complain(tr("The account of an import was not made"), added.error());
                        });
        return;
    }
    if (replace && m_page.editor().isOpen())
        m_page.editor().replaceAll(plan.rules, tr("Import rules"));
    else
        m_page.addSet(plan.rules);
    if (made > 0)
        m_context.toasts.showMessage(tr("%n accounts were made.", nullptr, static_cast<int>(made)));
}

} // namespace ui
