#include "core/accounts/accountstore.h"
#include "core/accounts/modelliststore.h"
#include "core/simulator/samples.h"
#include "tests/ui/compare/comparefixture.h"
#include "ui/compare/lanestrip.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QMenu>
#include <QTest>

#include <cstdio>

using namespace core;

namespace {

QDir folder;
QString suffix;

void save(QWidget *widget, const QString &name)
{
    if (!widget)
        return;
    const QString path = folder.filePath(name + suffix + QStringLiteral(".png"));
    widget->grab().save(path);
    std::printf("%s\n", qPrintable(path));
}

void live(int ms)
{
    QElapsedTimer timer;
    timer.start();
    [[maybe_unused]] const bool passed =
        QTest::qWaitFor([&timer, ms] { return timer.hasExpired(ms); }, ms + 1000);
}

QWidget *part(CompareFixture &fixture, const char *name)
{
    return fixture.page().findChild<QWidget *>(QString::fromUtf8(name));
}

void trigger(CompareFixture &fixture, const char *action, int ms = 500)
{
    fixture.actions().find(QString::fromUtf8(action))->trigger();
    live(ms);
}

void settle(CompareFixture &fixture)
{
    [[maybe_unused]] const bool done =
        QTest::qWaitFor([&fixture] { return !fixture.page().hasRunningLanes(); }, 60'000);
    live(300);
}

void addTwin(CompareFixture &fixture)
{
    Account twin;
    twin.name = QStringLiteral("a-second-gateway");
    twin.baseUrl = fixture.services().accounts().find(QString(kDemoAccountName))->baseUrl;
    QFuture<Result<Account>> added = fixture.services().accounts().add(twin);
    [[maybe_unused]] const bool there = QTest::qWaitFor([&added] { return added.isFinished(); });
    fixture.services().modelLists().addTyped(added.result()->id, QStringLiteral("swift"));
    live(200);
}

void takePictures(CompareFixture &fixture)
{
    addTwin(fixture);
    fixture.page().setLineUp({CompareFixture::demo("swift"), CompareFixture::demo("thinker"),
                              CompareFixture::demo("scholar"), CompareFixture::demo("fault-429")});
    fixture.page().setPrompt(simulatorSamples().constFirst().prompt, false);
    trigger(fixture, "compare.send", 100);
    trigger(fixture, "compare.raceClock", 1200);
    save(part(fixture, "raceClock"), QStringLiteral("race-running-"));
    settle(fixture);
    QTest::keyClick(part(fixture, "raceTrack"), Qt::Key_Down);
    QTest::keyClick(part(fixture, "raceTrack"), Qt::Key_End);
    live(200);
    save(part(fixture, "raceClock"), QStringLiteral("race-done-"));
    part(fixture, "raceClock")->close();
    trigger(fixture, "compare.inspect");
    save(part(fixture, "inspector"), QStringLiteral("inspector-"));
    part(fixture, "inspector")->close();
    trigger(fixture, "compare.previousLane");
    trigger(fixture, "compare.inspect");
    save(part(fixture, "inspector"), QStringLiteral("inspector-attempts-"));
    part(fixture, "inspector")->close();
    trigger(fixture, "compare.replay", 1500);
    save(part(fixture, "replay"), QStringLiteral("replay-"));
    part(fixture, "replay")->close();
    trigger(fixture, "compare.nextLane");
    trigger(fixture, "compare.laneMenu");
    save(part(fixture, "laneMenu"), QStringLiteral("menu-"));
    if (auto *const choice = qobject_cast<QMenu *>(part(fixture, "crossCheckThrough")))
        choice->actions().constFirst()->trigger();
    if (QWidget *const menu = part(fixture, "laneMenu"))
        menu->close();
    settle(fixture);
    live(500);
    save(part(fixture, "crossCheck"), QStringLiteral("crosscheck-"));
    fixture.page().setLineUp({CompareFixture::demo("swift")});
    trigger(fixture, "compare.inspect");
    save(part(fixture, "inspector"), QStringLiteral("inspector-empty-"));
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    folder = QDir(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral("."));
    folder.mkpath(QStringLiteral("."));
    for (const bool dark : {false, true}) {
        for (const QSize size : {QSize(1440, 900), QSize(1100, 700)}) {
            CompareFixture fixture;
            fixture.theme().setScheme(dark ? ui::Theme::Scheme::Dark : ui::Theme::Scheme::Light);
            fixture.makePage().resize(size);
            suffix =
                QString::number(size.width()) + (dark ? QStringLiteral("-dark") : QStringLiteral("-light"));
            takePictures(fixture);
        }
    }
    return 0;
}
