#pragma once

#include "ui/markdown/markdownview.h"
#include "ui/widgets/surface.h"

#include <QPointer>

namespace ui {

class FlatButton;

class SearchField;
class ThemedLabel;

/// Finds in all lanes at once: how often, which one, next and previous. Esc closes it. Owned by ComparePage.
class FindBar : public Surface
{
    Q_OBJECT

public:
    explicit FindBar(const Theme &theme, QWidget *parent = nullptr);

    void open();
    void close();
    /// The answers to search, in order. They are counted anew.
    void setViews(const QList<MarkdownView *> &views);
    /// Counts anew: texts have grown.
    void recount();
    void findNext();
    void findPrevious();

    int matches() const { return m_total; }
    /// Counted from 1; 0 before the first.
    int currentMatch() const { return m_current + 1; }

signals:
    void closed();
    /// The match is in this view now.
    void found(ui::MarkdownView *view);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void search();
    void step(int by);
    void describe();
    void forgetSelections();

    SearchField *const m_field;
    ThemedLabel *const m_count;
    FlatButton *const m_previous;
    FlatButton *const m_next;
    FlatButton *const m_close;
    QList<QPointer<MarkdownView>> m_views;
    QList<int> m_counts;
    QPointer<MarkdownView> m_in;
    int m_total = 0;
    int m_current = -1;
};

} // namespace ui
