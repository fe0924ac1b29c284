#pragma once

#include "core/ledger/attemptpage.h"

#include <QObject>

#include <functional>
#include <memory>

class QMenu;

namespace core {
class UsageReader;
}

namespace ui {

class Actions;
class ExplorePane;
class ModelsPane;
class Theme;
class WorkStrip;

/// What of the usage page goes to the clipboard or into a file: the chart as a picture, the view and the
/// models as tables, the requests one by one.
class UsageExports : public QObject
{
    Q_OBJECT

public:
    UsageExports(const Theme &theme, ExplorePane &explore, ModelsPane &models, core::UsageReader &reader,
                 QWidget *page);

    /// Which requests are meant; asked when they are exported.
    void setRequests(std::function<core::AttemptFilter()> requests);
    /// How far the reading of requests is, and a way to cancel it; hidden while there is none.
    QWidget *progress() const;
    void fill(QMenu &menu);
    void addActions(Actions &actions);

    void copyPng();
    void copySvg();
    void savePng();
    void saveSvg();
    void copyCsv();
    void copyTsv();
    void saveView();
    void saveTable();
    void saveRequests();

signals:
    /// What was done, or why not, as a sentence.
    void told(const QString &sentence);

private:
    struct Reading;
    void readRequests(const std::shared_ptr<Reading> &reading);
    void save(const QString &title, const QString &name, const std::function<QByteArray()> &bytes);

    const Theme &m_theme;
    ExplorePane &m_explore;
    ModelsPane &m_models;
    core::UsageReader &m_reader;
    QWidget *const m_page;
    WorkStrip *const m_work;
    std::function<core::AttemptFilter()> m_requests;
};

} // namespace ui
