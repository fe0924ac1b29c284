#include "ui/usage/usageexports.h"

#include "core/base/continuation.h"
#include "core/ledger/usagecsv.h"
#include "core/usage/usagereader.h"
#include "ui/actions.h"
#include "ui/data/workstrip.h"
#include "ui/usage/explorepane.h"
#include "ui/usage/modelspane.h"
#include "ui/widgets/savetext.h"

#include <QAction>
#include <QBuffer>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QPromise>

#include <algorithm>
#include <limits>

namespace ui {

namespace {

constexpr int kRequestsPage = 1000;
/// Sharp on dense screens and in print.
constexpr double kImageScale = 2.0;
constexpr int kStripMargin = 16;

} // namespace

UsageExports::UsageExports(const Theme &theme, ExplorePane &explore, ModelsPane &models,
                           core::UsageReader &reader, QWidget *page)
    : QObject(page)
    , m_theme(theme)
    , m_explore(explore)
    , m_models(models)
    , m_reader(reader)
    , m_page(page)
    , m_work(new WorkStrip(theme, page))
{
    m_work->setContentsMargins(kStripMargin, kStripMargin / 2, kStripMargin, 0);
}

void UsageExports::setRequests(std::function<core::AttemptFilter()> requests)
{
    m_requests = std::move(requests);
}

void UsageExports::fill(QMenu &menu)
{
    menu.addAction(tr("Copy the chart as an &image"), this, &UsageExports::copyPng);
    menu.addAction(tr("Copy the chart as S&VG"), this, &UsageExports::copySvg);
    menu.addAction(tr("Save the chart as &PNG …"), this, &UsageExports::savePng);
    menu.addAction(tr("Save the chart as SV&G …"), this, &UsageExports::saveSvg);
    menu.addSeparator();
    menu.addAction(tr("&Copy the view as CSV"), this, &UsageExports::copyCsv);
    menu.addAction(tr("Copy the view as &TSV"), this, &UsageExports::copyTsv);
    menu.addAction(tr("&Save the view as CSV …"), this, &UsageExports::saveView);
    menu.addSeparator();
    menu.addAction(tr("Table of &models as CSV …"), this, &UsageExports::saveTable);
    menu.addAction(tr("&Requests as CSV …"), this, &UsageExports::saveRequests);
}

void UsageExports::addActions(Actions &actions)
{
    const QString category = tr("Usage");
    const auto add = [&](const QString &id, const QString &text, auto slot) {
        connect(actions.add({id, text, category, {}}, m_page), &QAction::triggered, this, slot);
    };
    add(QStringLiteral("usage.copyChart"), tr("Copy the usage chart as an image"), &UsageExports::copyPng);
    add(QStringLiteral("usage.copyChartSvg"), tr("Copy the usage chart as SVG"), &UsageExports::copySvg);
    add(QStringLiteral("usage.saveChart"), tr("Save the usage chart as PNG"), &UsageExports::savePng);
    add(QStringLiteral("usage.saveChartSvg"), tr("Save the usage chart as SVG"), &UsageExports::saveSvg);
    add(QStringLiteral("usage.copyCsv"), tr("Copy the view of usage as CSV"), &UsageExports::copyCsv);
    add(QStringLiteral("usage.copyTsv"), tr("Copy the view of usage as TSV"), &UsageExports::copyTsv);
    add(QStringLiteral("usage.exportView"), tr("Export the view of usage"), &UsageExports::saveView);
    add(QStringLiteral("usage.exportTable"), tr("Export the usage table"), &UsageExports::saveTable);
    add(QStringLiteral("usage.exportAttempts"), tr("Export the requests"), &UsageExports::saveRequests);
}

void UsageExports::copyPng()
{
    copyImage(chartImage(m_theme, m_explore.sheet(), kImageScale));
    emit told(tr("Copied the chart"));
}

void UsageExports::copySvg()
{
    ui::copySvg(chartSvg(m_theme, m_explore.sheet()));
    emit told(tr("Copied the chart as SVG"));
}

void UsageExports::savePng()
{
    const QImage image = chartImage(m_theme, m_explore.sheet(), kImageScale);
    save(tr("Save the chart"), tr("usage.png", "proposed file name"), [image] {
        QByteArray png;
        QBuffer buffer(&png);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "PNG");
        return png;
    });
}

void UsageExports::saveSvg()
{
    const QByteArray svg = chartSvg(m_theme, m_explore.sheet());
    save(tr("Save the chart"), tr("usage.svg", "proposed file name"), [svg] { return svg; });
}

void UsageExports::copyCsv()
{
    QGuiApplication::clipboard()->setText(cellsToCsv(m_explore.cells()));
    emit told(tr("Copied the view as CSV"));
}

void UsageExports::copyTsv()
{
    QGuiApplication::clipboard()->setText(cellsToTsv(m_explore.cells()));
    emit told(tr("Copied the view as TSV"));
}

void UsageExports::saveView()
{
    const QByteArray csv = cellsToCsv(m_explore.cells()).toUtf8();
    save(tr("Save CSV"), tr("usage-view.csv", "proposed file name"), [csv] { return csv; });
}

void UsageExports::saveTable()
{
    const QByteArray csv = core::usageToCsv(m_models.table().toReport()).toUtf8();
    save(tr("Save CSV"), tr("usage.csv", "proposed file name"), [csv] { return csv; });
}

QWidget *UsageExports::progress() const
{
    return m_work;
}

/// What was read of the requests so far.
struct UsageExports::Reading
{
    core::AttemptFilter filter;
    std::optional<core::AttemptKey> after = {};
    qint64 rows = 0;
    QString csv = {};
    QPromise<core::Result<QString>> promise = {};

    void end(const core::Result<QString> &result)
    {
        promise.addResult(result);
        promise.finish();
    }
};

/// They are counted first, for the progress; what is read is kept nowhere until there is all of it.
void UsageExports::saveRequests()
{
    if (m_work->isBusy())
        return;
    const std::shared_ptr<Reading> reading(new Reading{m_requests()});
    reading->promise.start();
    m_work->follow<QString>(
        tr("Reading requests …"), reading->promise.future(), [this](const core::Result<QString> *csv) {
            if (!csv)
                emit told(tr("The export was cancelled"));
            else if (!*csv)
                emit told(tr("The ledger could not be read: %1").arg(csv->error().message));
            else
                save(tr("Save CSV"), tr("requests.csv", "proposed file name"),
                     [text = **csv] { return text.toUtf8(); });
        });
    core::continued(
        m_reader.sum(reading->filter), this, [this, reading](const core::Result<core::AttemptSum> &sum) {
            if (!sum) {
                reading->end(sum.error());
                return;
            }
            const qint64 most = std::numeric_limits<int>::max();
            reading->promise.setProgressRange(0, static_cast<int>(std::min(most, sum->figures.attempts)));
            readRequests(reading);
        });
}

/// Page by page, so that the answers' texts of a long period are never all in memory.
void UsageExports::readRequests(const std::shared_ptr<Reading> &reading)
{
    if (reading->promise.isCanceled()) {
        reading->promise.finish();
        return;
    }
    core::continued(m_reader.attempts(reading->filter, reading->after, kRequestsPage), this,
                    [this, reading](const core::Result<core::AttemptPage> &page) {
                        if (!page) {
                            reading->end(page.error());
                            return;
                        }
                        const QString text = core::attemptsToCsv(page->rows);
                        reading->csv +=
                            reading->csv.isEmpty() ? text : text.mid(text.indexOf(QLatin1Char('\n')) + 1);
                        reading->rows += page->rows.size();
                        reading->promise.setProgressValue(static_cast<int>(reading->rows));
                        reading->after = page->next;
                        if (page->next)
                            readRequests(reading);
                        else
                            reading->end(reading->csv);
                    });
}

void UsageExports::save(const QString &title, const QString &name, const std::function<QByteArray()> &bytes)
{
    saveBytes(m_page, title, name, bytes, [this](const QString &file, const QString &error) {
        emit told(error.isEmpty() ? tr("Saved %1").arg(file)
                                  : tr("%1 could not be saved: %2").arg(file, error));
    });
}

} // namespace ui
