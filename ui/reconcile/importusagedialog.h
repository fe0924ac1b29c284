#pragma once

#include "core/reconcile/tableusage.h"
#include "core/reconcile/usageimport.h"
#include "ui/reconcile/reconcilecontext.h"

#include <QDialog>

#include <functional>

class QComboBox;
class QProgressBar;
class QPushButton;

namespace ui {

class ColumnChoices;
class ImportPreview;
class MessagePanel;
class PrimaryButton;
class Theme;
class ThemedLabel;

/// Imports a file of usage: says what it is, lets the columns of an unknown table be chosen, shows what would
/// happen, and does it. Deletes itself when it is closed; closing it while rows are written takes them back.
class ImportUsageDialog : public QDialog
{
    Q_OBJECT

public:
    ImportUsageDialog(const Theme &theme, const ReconcileContext &context, const QString &filePath,
                      QWidget *parent);

    /// Asks for a file; `chosen` is not called when the user changes their mind.
    static void choose(QWidget *page, std::function<void(const QString &file)> chosen);

    void reject() override;

signals:
    void imported(const core::UsageImportRecord &record);

protected:
    bool event(QEvent *event) override;

private:
    struct Loaded;

    void layOut(const Theme &theme);
    QWidget *makeAccountRow(const Theme &theme);
    QString whatCannotBeRead(const core::Error &error) const;
    void load();
    void take(const Loaded &loaded);
    void preview();
    void showPreview(const core::Result<core::UsageImportPreview> &preview);
    void apply();
    void conclude(const core::Result<core::UsageImportRecord> &record);
    void refuse(const QString &title, const QString &words);
    core::UsageImportOptions options() const;

    const ReconcileContext m_context;
    const QString m_path;
    core::UsageFile m_file;
    /// Of the latest reading and preview: what comes later of an earlier one is dropped.
    int m_turn = 0;
    bool m_columnsShown = false;
    bool m_accountOffered = false;
    bool m_applying = false;
    ThemedLabel *const m_state;
    ColumnChoices *const m_columns;
    QComboBox *const m_account;
    QWidget *m_accountRow = nullptr;
    ImportPreview *const m_preview;
    QProgressBar *const m_bar;
    MessagePanel *const m_message;
    PrimaryButton *const m_apply;
    QPushButton *const m_close;
};

} // namespace ui
