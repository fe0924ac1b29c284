#pragma once

#include "core/routing/promptfacts.h"
#include "ui/routes/routescontext.h"
#include "ui/widgets/popup.h"

class QComboBox;
class QLineEdit;

namespace ui {

class RouteTerms;
class ThemedLabel;
class WordCombo;

/// `tier=gold, user=7` as tags; what has no `=` is passed over and named in `wrong`.
QHash<QString, QString> readTags(const QString &text, QStringList *wrong = nullptr);

/// What else rules may look at in a tried call: its tags, the model it asks for, where it comes from. Owned
/// by TryBar.
class TryOptions : public Popup
{
    Q_OBJECT

public:
    TryOptions(const RouteTerms &terms, const RoutesContext &context, QWidget *parent);

    /// Fills in what was chosen here.
    void apply(core::PromptFacts &facts) const;
    /// Nothing chosen is nothing said.
    QString inWords() const;
    void setTags(const QHash<QString, QString> &tags);
    void clear();

signals:
    void changed();

private:
    void noteTags();

    const RouteTerms &m_terms;
    QLineEdit *const m_tags;
    ThemedLabel *const m_wrong;
    QComboBox *const m_model;
    WordCombo *const m_source;
};

} // namespace ui
