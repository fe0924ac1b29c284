#pragma once

#include "core/base/error.h"
#include "core/ledger/historyquery.h"
#include "core/ledger/records.h"
#include "ui/routes/routescontext.h"
#include "ui/widgets/popup.h"

#include <QTimer>

class QListWidget;

namespace ui {

class SearchField;
class ThemedLabel;

/// The prompts of the ledger, newest first, to try one of them. Owned by TryBar.
class PastPrompts : public Popup
{
    Q_OBJECT

public:
    PastPrompts(const RoutesContext &context, QWidget *parent);

    void open(const QWidget *anchor);

signals:
    /// The run, after the turns that led to it.
    void picked(const QList<core::RunRecord> &turns);
    void failed(const core::Error &error);

private:
    void search();
    void list(const QList<core::RunSummary> &runs);
    void pick();

    const RoutesContext m_context;
    SearchField *const m_words;
    QListWidget *const m_list;
    ThemedLabel *const m_nothing;
    QTimer m_wait;
    int m_question = 0;
};

} // namespace ui
