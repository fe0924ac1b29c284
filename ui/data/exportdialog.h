#pragma once

#include "core/exports/usageexport.h"
#include "core/ledger/reportperiod.h"

#include <QDialog>
#include <QTimeZone>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QPushButton;

namespace core {
class Clock;
}

namespace ui {

class FlatButton;
class MessagePanel;
class Theme;
class ThemedLabel;
class WorkStrip;

/// What an export starts from.
struct ExportSource
{
    QString ledgerFile;
    /// Whose days the periods are.
    QTimeZone zone;
    bool includeSimulated = false;
};

/// Writes all attempts of a period to a file: which format, which period, with or without simulated ones,
/// then its progress and what came of it. Deletes itself when it is closed; closing it during an export only
/// cancels that.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    ExportDialog(const ExportSource &source, const core::Clock &clock, const Theme &theme, QWidget *parent);

    /// What is chosen at present.
    core::UsageExportRequest request() const;
    void exportTo(const QString &filePath);

    void reject() override;

signals:
    void showInFilesRequested(const QString &filePath);

private:
    QWidget *makeChoices();
    QWidget *makeDays();
    void explain();
    void chooseFile();
    void tell(const QString &filePath, const core::UsageExportSummary &summary);
    core::UsageExportFormat format() const;
    core::ReportPeriod period() const;
    QDate today() const;

    const ExportSource m_source;
    const core::Clock &m_clock;
    const Theme &m_theme;
    QWidget *m_choices = nullptr;
    QComboBox *m_format = nullptr;
    ThemedLabel *m_hint = nullptr;
    QComboBox *m_period = nullptr;
    QWidget *m_days = nullptr;
    QDateEdit *m_from = nullptr;
    QDateEdit *m_to = nullptr;
    QCheckBox *m_simulated = nullptr;
    WorkStrip *m_work = nullptr;
    MessagePanel *m_message = nullptr;
    QPushButton *m_export = nullptr;
    QPushButton *m_close = nullptr;
};

} // namespace ui
