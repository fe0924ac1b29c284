#pragma once

#include "core/ruleformats/ruleformats.h"
#include "ui/theme/theme.h"

#include <QDialog>

#include <functional>

class QDialogButtonBox;
class QVBoxLayout;

namespace ui {

class ThemedLabel;

/// What one side of an export or import says and the other cannot, place by place, under a sentence. Does not
/// block; deletes itself when it is closed.
class LossReport : public QDialog
{
    Q_OBJECT

public:
    LossReport(const Theme &theme, const QString &title, const QString &sentence, QWidget *parent);

    void setLosses(const QList<core::FormatLoss> &losses);
    /// Members of a document that are kept though nobody here knows them.
    void setUnknown(const QStringList &paths);
    /// A further paragraph, such as the accounts that will be made.
    void addParagraph(const QString &text, const char *objectName);
    /// A button that closes it and does something; the first one is the default.
    void addButton(const QString &text, const char *objectName, const std::function<void()> &chosen);

private:
    const Theme &m_theme;
    QVBoxLayout *const m_column;
    QDialogButtonBox *const m_buttons;
    int m_paragraphs = 1;
    bool m_asks = false;
};

} // namespace ui
