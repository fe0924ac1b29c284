#pragma once

#include "core/ledger/records.h"
#include "core/routing/promptfacts.h"
#include "ui/routes/routescontext.h"
#include "ui/widgets/popup.h"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;

namespace ui {

class RouteTerms;
class ThemedLabel;
class WordCombo;

/// `tier=gold, user=7` as tags; what has no `=` is passed over and named in `wrong`.
QHash<QString, QString> readTags(const QString &text, QStringList *wrong = nullptr);

/// What else rules may look at in a tried call: its tags, the model it asks for, where it comes from, its
/// parameters, its pictures and attachments, and what goes before the prompt. Owned by TryBar.
class TryOptions : public Popup
{
    Q_OBJECT

public:
    TryOptions(const RouteTerms &terms, const RoutesContext &context, QWidget *parent);

    /// Fills in what was chosen here.
    void apply(core::PromptFacts &facts) const;
    /// Nothing chosen is nothing said.
    QString inWords() const;
    /// As the last of these runs was sent, after the others, which led to it.
    void take(const QList<core::RunRecord> &turns);
    void clear();

signals:
    void changed();

private:
    void noteTags();
    void noteParameters();
    void addParameters(QFormLayout *form);
    void addMessages(QFormLayout *form);
    QSpinBox *addCount(const char *objectName, const QString &name, int most);
    void setTags(const QHash<QString, QString> &tags);
    void setParameters(const core::ChatParameters &parameters);

    const RouteTerms &m_terms;
    QLineEdit *const m_tags;
    ThemedLabel *const m_wrong;
    QComboBox *const m_model;
    WordCombo *const m_source;
    QLineEdit *const m_parameters;
    ThemedLabel *const m_fault;
    QSpinBox *const m_pictures;
    QSpinBox *const m_turns;
    QSpinBox *const m_before;
    QCheckBox *const m_attachment;
};

} // namespace ui
