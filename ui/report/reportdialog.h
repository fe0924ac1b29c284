#pragma once

#include "core/report/reportjob.h"

#include <QDialog>
#include <QTimer>

class QComboBox;
class QProgressBar;

namespace ui {

class KeyValueGrid;
class MessagePanel;
class PrimaryButton;
class SegmentedControl;
class Theme;
class ThemedLabel;

/// Makes a month's report: which month, what it says in short, and where to save it as HTML or PDF. Deletes
/// itself when it is closed, which stops what is under way.
class ReportDialog : public QDialog
{
    Q_OBJECT

public:
    /// `query` tells the zone, whether simulated requests count, the moment, and the month to begin with;
    /// when that has no requests, it begins with the newest one that has.
    ReportDialog(const Theme &theme, const core::ReportServices &services, const core::MonthlyQuery &query,
                 QWidget *parent);

    /// Writes the report that is shown to a file, whose suffix says nothing about its format.
    void saveTo(const QString &path);

signals:
    /// A report is in this file.
    void saved(const QString &path);

private:
    enum Format { Html, Pdf };

    void build();
    void addMonths();
    void begin();
    void keepOffered(const QList<QDate> &months);
    void choose(QDate month);
    void offerNearest();
    void read();
    void conclude(const core::Result<core::MonthlyReport> &report);
    void showReport();
    void askForFile();
    void showBusy(bool busy);

    const Theme &m_theme;
    const core::ReportServices m_services;
    core::MonthlyQuery m_query;
    QComboBox *const m_month;
    SegmentedControl *const m_format;
    ThemedLabel *const m_text;
    KeyValueGrid *const m_figures;
    QProgressBar *const m_bar;
    MessagePanel *const m_message;
    PrimaryButton *const m_save;
    QTimer m_patience;
    std::unique_ptr<core::ReportJob> m_job;
    std::optional<core::MonthlyReport> m_report;
    /// Those on offer that have requests, newest first; unset while they are not known.
    std::optional<QList<QDate>> m_months;
};

} // namespace ui
