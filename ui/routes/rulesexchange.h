#pragma once

#include "core/ruleformats/accountplan.h"
#include "core/ruleformats/ruleformats.h"

#include <QObject>

class QMenu;

namespace core {
struct Error;
} // namespace core

namespace ui {

class RoutesPage;
struct RoutesContext;

/// Takes the open rules to other systems and programs, and fetches rules from their files. What the other
/// side cannot say is told each time. Owned by RouteTools.
class RulesExchange : public QObject
{
    Q_OBJECT

public:
    RulesExchange(RoutesPage &page, const core::Presets &presets);

    /// The formats that can be written, and the way in.
    void fill(QMenu *menu);
    void save(core::RuleFormat format);
    void copy(core::RuleFormat format);

    /// Asks for the file.
    void chooseImport(QWidget *parent);
    void importFile(const QString &path);

    /// As a menu offers it: `LiteLLM`, `Python`.
    static QString title(core::RuleFormat format);
    /// A program that runs as it is, not a configuration.
    static bool isCode(core::RuleFormat format);

private:
    /// Complains and gives nothing when it cannot be done.
    std::optional<core::RuleExport> written(core::RuleFormat format);
    void tellLosses(const QString &sentence, const QList<core::FormatLoss> &losses);
    void review(const core::RuleImport &imported, const QString &fileName);
    /// `replace` puts the rules in the place of the open draft.
    void adopt(const core::AccountPlan &plan, bool replace, qsizetype made = 0);
    void failImport(const core::Error &error);

    RoutesPage &m_page;
    const RoutesContext &m_context;
    const core::Presets &m_presets;
};

} // namespace ui
