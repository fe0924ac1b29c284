#pragma once

#include "core/prompts/templatefiles.h"
#include "core/prompts/templatestore.h"

#include <QObject>

namespace ui {

/// Imports templates from files or a folder and exports them into one: asks where, reads and writes on a
/// worker thread, asks what to do with names that are taken, says what became of it. Owned by ComparePage.
class TemplateTransfer : public QObject
{
    Q_OBJECT

public:
    TemplateTransfer(core::TemplateStore &store, QWidget *page);

    void chooseFiles();
    void chooseFolder();
    void chooseTarget();

    void importFiles(const QStringList &paths);
    void importFolder(const QString &folder);
    void exportTo(const QString &folder);

signals:
    /// A sentence that says what became of it.
    void told(const QString &sentence);

private:
    void take(const core::TemplateFiles &files);
    void askAboutTaken(const core::TemplateFiles &files, int taken);
    void store(const core::TemplateFiles &files, core::TemplateConflict conflict);
    void describe(const core::TemplateFiles &files, const core::TemplateImport &outcome);
    void showDetails(const QString &title, const QString &sentence, const QStringList &details);

    core::TemplateStore &m_store;
    QWidget *const m_page;
};

} // namespace ui
