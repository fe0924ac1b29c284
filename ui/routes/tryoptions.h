#pragma once

#include "core/routing/promptfacts.h"
#include "ui/routes/routescontext.h"
#include "ui/widgets/popup.h"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;

namespace ui {

class RouteTerms;
class ThemedLabel;
class WordCombo;

/// `tier=gold, user=7` as tags; what has no `=` is passed over and named in `wrong`.
QHash<QString, QString> readTags(const QString &text, QStringList *wrong = nullptr);

/// What else rules may look at in a tried call: its tags, the model it asks for, where it comes from, its
/// parameters and what is attached. Owned by TryBar.
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
    void setPicture(bool there);
    void setParameters(const core::ChatParameters &parameters);
    void clear();

signals:
    void changed();

private:
    void noteTags();
    void noteParameters();
    void addParameters(QFormLayout *form);

    const RouteTerms &m_terms;
    QLineEdit *const m_tags;
    ThemedLabel *const m_wrong;
    QComboBox *const m_model;
    WordCombo *const m_source;
    QLineEdit *const m_parameters;
    ThemedLabel *const m_fault;
    QCheckBox *const m_picture;
    QCheckBox *const m_attachment;
};

} // namespace ui
