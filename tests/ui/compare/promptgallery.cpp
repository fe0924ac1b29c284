#include "core/accounts/accountstore.h"
#include "core/prompts/templatestore.h"
#include "tests/ui/compare/comparefixture.h"
#include "ui/compare/attachmentbar.h"
#include "ui/compare/composer.h"
#include "ui/compare/templatepicker.h"
#include "ui/compare/variableform.h"
#include "ui/widgets/exportmenu.h"

#include <QApplication>
#include <QBuffer>
#include <QDir>
#include <QPainter>
#include <QTest>
#include <QToolButton>

#include <cstdio>

using namespace core;

namespace {

QDir folder;

void save(QWidget &widget, const QString &name)
{
    const QString path = folder.filePath(name + QStringLiteral(".png"));
    widget.grab().save(path);
    std::printf("%s\n", qPrintable(path));
}

void live(int ms)
{
    QElapsedTimer timer;
    timer.start();
    [[maybe_unused]] const bool passed =
        QTest::qWaitFor([&timer, ms] { return timer.hasExpired(ms); }, ms + 1000);
}

Attachment picture(const QString &name, const QSize &size, const QColor &from, const QColor &to)
{
    QImage image(size, QImage::Format_RGB32);
    QPainter painter(&image);
    QLinearGradient gradient(0, 0, size.width(), size.height());
    gradient.setColorAt(0, from);
    gradient.setColorAt(1, to);
    painter.fillRect(image.rect(), gradient);
    painter.end();
    QByteArray data;
    QBuffer buffer(&data);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return attachmentOf(name, data).valueOr({});
}

QList<Attachment> attachments()
{
    return {picture(QStringLiteral("Bildschirmfoto vom 2026-11-25 um 14-03-22.png"), {1440, 900},
                    Qt::darkCyan, Qt::yellow),
            picture(QStringLiteral("logo.png"), {64, 64}, Qt::red, Qt::blue),
            attachmentOf(QStringLiteral("Geschäftsbedingungen.txt"), QByteArray(48'000, 'x')).valueOr({}),
            attachmentOf(QStringLiteral("main.cpp"), "int main() {}\n").valueOr({})};
}

void fillTemplates(TemplateStore &store)
{
    const auto add = [&store](const char *path, const char *text, TemplateKind kind = TemplateKind::Prompt) {
        PromptTemplate entry;
        const QString whole = QString::fromUtf8(path);
        entry.folder = whole.contains(u'/') ? whole.section(u'/', 0, -2) : QString();
        entry.name = whole.section(u'/', -1);
        entry.text = QString::fromUtf8(text);
        entry.kind = kind;
        QFuture<Result<PromptTemplate>> saved = store.save(entry);
        [[maybe_unused]] const bool done = QTest::qWaitFor([&saved] { return saved.isFinished(); });
    };
    add("Arbeit/Kundenpost/Beschwerde beantworten",
        "Beantworte diese Beschwerde höflich und verbindlich auf {{Sprache}}.\n\nKunde: "
        "{{Name}}\n\n{{Beschwerde}}");
    add("Arbeit/Kundenpost/Zusammenfassung für die Geschäftsleitung",
        "Fasse {{Text}} in fünf Punkten zusammen.");
    add("Arbeit/Streng", "Antworte knapp, ohne Einleitung.", TemplateKind::System);
    add("Code review", "Review this change as a maintainer would:\n\n{{diff}}");
    add("Haiku", "Write a haiku on {{topic}}.");
}

void grabComposer(CompareFixture &fixture, const QString &suffix)
{
    ui::ComparePage &page = fixture.page();
    ui::Composer &composer = *page.findChild<ui::Composer *>();
    page.setLineUp(
        {CompareFixture::demo("vision"), CompareFixture::demo("swift"), CompareFixture::demo("scholar")});
    composer.attachments().setAttachments(attachments());
    composer.setPrompt(
        QStringLiteral("Was zeigt das Bildschirmfoto, und passt es zu den Geschäftsbedingungen?"));
    live(400);
    save(page, QStringLiteral("attachments-") + suffix);
    composer.attachments().addFiles(
        {QStringLiteral("/proc/self/exe"), QStringLiteral("/nowhere/Jahresbericht.pdf")});
    live(300);
    save(page, QStringLiteral("attachments-refused-") + suffix);
    composer.clear();
    composer.setPrompt(QStringLiteral(
        "Beantworte diese Beschwerde auf {{Sprache}}.\n\nKunde: {{Name des Kunden}}\n\n{{Beschwerde}}"));
    composer.variables().setValues(
        {{QStringLiteral("Sprache"), QStringLiteral("Deutsch")},
         {QStringLiteral("Name des Kunden"), QStringLiteral("Frau Müller-Lüdenscheidt")}});
    composer.variables().findChild<QToolButton *>(QStringLiteral("previewPrompt"))->setChecked(true);
    fixture.actions().find(QStringLiteral("compare.send"))->trigger();
    live(300);
    save(page, QStringLiteral("variables-") + suffix);
    composer.variables().findChild<QToolButton *>(QStringLiteral("previewPrompt"))->setChecked(false);
    composer.clear();
}

void grabTemplates(CompareFixture &fixture, const QString &suffix)
{
    ui::ComparePage &page = fixture.page();
    ui::Composer &composer = *page.findChild<ui::Composer *>();
    composer.setPrompt(QStringLiteral("Ein Prompt, der bleiben soll: {{Thema}}"));
    fixture.actions().find(QStringLiteral("compare.templates"))->trigger();
    live(200);
    auto *const picker = page.findChild<ui::TemplatePicker *>();
    save(*picker, QStringLiteral("templates-") + suffix);
    fixture.actions().find(QStringLiteral("compare.saveTemplate"))->trigger();
    live(200);
    save(*picker, QStringLiteral("template-editor-") + suffix);
    picker->hide();
    composer.clear();
}

void grabSent(CompareFixture &fixture, const QString &suffix)
{
    ui::ComparePage &page = fixture.page();
    ui::Composer &composer = *page.findChild<ui::Composer *>();
    composer.attachments().setAttachments(attachments());
    composer.setPrompt(QStringLiteral("Was zeigt das Bildschirmfoto?"));
    fixture.actions().find(QStringLiteral("compare.send"))->trigger();
    [[maybe_unused]] const bool done = QTest::qWaitFor([&page] { return !page.hasRunningLanes(); }, 60'000);
    live(400);
    save(page, QStringLiteral("sent-pictures-") + suffix);
    fixture.actions().find(QStringLiteral("compare.export"))->trigger();
    live(100);
    auto *const menu = page.findChild<ui::ExportMenu *>();
    save(*menu, QStringLiteral("export-menu-") + suffix);
    menu->close();
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    folder = QDir(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral("."));
    folder.mkpath(QStringLiteral("."));
    for (const bool dark : {false, true}) {
        for (const QSize &size : {QSize(1364, 874), QSize(1024, 674)}) {
            CompareFixture fixture;
            fixture.theme().setScheme(dark ? ui::Theme::Scheme::Dark : ui::Theme::Scheme::Light);
            fillTemplates(fixture.services().templates());
            fixture.makePage().resize(size);
            const QString suffix = (size.width() > 1200 ? QStringLiteral("large-") : QStringLiteral("small-"))
                + (dark ? QStringLiteral("dark") : QStringLiteral("light"));
            grabComposer(fixture, suffix);
            grabTemplates(fixture, suffix);
            grabSent(fixture, suffix);
        }
    }
    return 0;
}
