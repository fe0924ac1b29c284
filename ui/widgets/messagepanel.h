#pragma once

#include "ui/theme/icons.h"
#include "ui/widgets/surface.h"

class QHBoxLayout;
class QLabel;

namespace ui {

class FlatButton;
class ThemedLabel;

/// Says what happened, in whose words, what happens next, and offers what to do. Bad news is announced to
/// assistive technology when it is shown.
class MessagePanel : public Surface
{
    Q_OBJECT

public:
    enum class Kind { Info, Good, Warn, Bad };

    explicit MessagePanel(const Theme &theme, QWidget *parent = nullptr);

    /// `words` is a quotation, usually with its speaker (`DashScope: "Requests rate limit exceeded".`);
    /// `next` says what will happen or what can be done. Empty parts take no room. Shows the panel.
    void setMessage(Kind kind, const QString &title, const QString &words = {}, const QString &next = {});
    Kind kind() const { return m_kind; }

    /// For a panel that stands between the bars of a page and what they are about.
    void keepFromEdges();
    /// Adds a button that hides the panel: for news that nothing else takes away.
    void letClose();
    /// Adds a button; connect to its `clicked`.
    FlatButton *addAction(const QString &text);
    void clearActions();

private:
    void applyTheme();

    Kind m_kind = Kind::Info;
    QLabel *const m_icon;
    ThemedLabel *const m_title;
    ThemedLabel *const m_words;
    ThemedLabel *const m_next;
    QHBoxLayout *const m_actions;
};

} // namespace ui
