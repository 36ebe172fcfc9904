#include "page_ceremonies.h"

#include "layout.h"
#include "page_imports.h"

#include "text.h"

#include <QFile>
#include <QTest>

namespace mmm::test {

namespace {

/// The code of the own card, shown and read.
void exchange(PageWalk& walk, const QString& name)
{
    Program& program = walk.program();
    for (QQuickItem* page : program.seen("ContactsPage"))
        QMetaObject::invokeMethod(page, "exchangeWanted");
    QTest::qWait(3 * settling);
    walk.look(name + QStringLiteral("-exchange"));
    walk.scrollDown(name + QStringLiteral("-exchange"));
    for (QQuickItem* page : program.seen("CardCodePage")) {
        page->setProperty("reading", true);
        QTest::qWait(settling);
        walk.look(name + QStringLiteral("-exchange-read"));
        QMetaObject::invokeMethod(page, "end");
    }
}

/// What a group's notary token is worth, and a statement of the service that does not fit another one.
void lookAtLinks(PageWalk& walk, const QString& name)
{
    desktop::Security& security = walk.program().objects().security;
    const desktop::TrustModel& chain = *security.chain();
    for (int row = 0; row < chain.count(); ++row) {
        const QString id = chain.data(chain.index(row), desktop::TrustModel::LinkIdRole).toString();
        if (!id.startsWith(QLatin1String("group")) && !id.startsWith(QLatin1String("checkpoint")))
            continue;
        security.look(id);
        QTest::qWait(settling);
        walk.look(name + QStringLiteral("-link-") + id.section(QLatin1Char('/'), 0, 1).replace('/', '-'));
    }
    security.look(QStringLiteral("mesh"));
}

/// Who runs the service: a contact, and a change to somebody unknown.
void lookAtOperator(PageWalk& walk, const QString& walkName)
{
    Program& program = walk.program();
    ScriptedMesh& scripted = program.mesh();
    desktop::Security& security = program.objects().security;
    const QString name = walkName + QStringLiteral("-security");
    const auto refresh = [&] {
        security.refresh();
        (void)QTest::qWaitFor([&] { return !security.isBusy(); });
        QTest::qWait(settling);
    };
    scripted.setEmbedded(false);
    scripted.trust().setService(exampleServiceLinks());
    refresh();
    walk.look(name + QStringLiteral("-operator-none"));
    mesh::ServiceOperator who;
    who.udf = "MBOB-BBBB-CCCC-DDDD-EEEE-FFFF-GGGG-HHHH";
    who.name = "Bartholomew Featherstonehaugh-Cholmondeley";
    who.contactId = "contact-1";
    who.confirmed = mesh::Confirmed::Service;
    scripted.trust().setService(exampleOperator(who));
    refresh();
    walk.look(name + QStringLiteral("-operator"));
    std::vector<mesh::TrustLink> changed = exampleOperator(mesh::ServiceOperator());
    changed.back().formerlyRunBy = who;
    scripted.trust().setService(changed);
    refresh();
    walk.look(name + QStringLiteral("-operator-changed"));
    QMetaObject::invokeMethod(program.window(), "visitPage", Q_ARG(QString, QStringLiteral("security-link")));
    for (const char* id : {"operator/connection", "operator", "service"}) {
        security.look(QString::fromLatin1(id));
        QTest::qWait(settling);
        walk.look(name + QStringLiteral("-") + QString::fromLatin1(id).replace('/', '-'));
        walk.scrollDown(name + QStringLiteral("-") + QString::fromLatin1(id).replace('/', '-'));
    }
    walk.lookAtPopups(name + QStringLiteral("-service"));
    security.look(QStringLiteral("mesh"));
    scripted.setEmbedded(true);
    scripted.trust().setService(fail(Fault::WrongService, "scripted"));
    refresh();
}

/// Reading the code of another device, whatever comes of it.
void compareLogs(PageWalk& walk, const QString& name)
{
    Program& program = walk.program();
    desktop::LogCheck& check = program.objects().logCheck;
    for (QQuickItem* page : program.seen("LogCheckPage")) {
        walk.scrollDown(name + QStringLiteral("-compare"));
        page->setProperty("reading", true);
        QTest::qWait(settling);
        walk.look(name + QStringLiteral("-compare-read"));
        mesh::LogComparison found;
        found.account = "alice.with.a.long.name@letters.example.com";
        const auto lookAt = [&](const Result<mesh::LogComparison>& comparison, const char* what) {
            program.mesh().trust().setComparison(comparison);
            check.read(QStringLiteral("mlog:"));
            (void)QTest::qWaitFor([&] { return !check.isBusy(); });
            QTest::qWait(settling);
            walk.look(name + QStringLiteral("-compare-") + QLatin1String(what));
        };
        lookAt(found, "fits");
        found.isSame = true;
        lookAt(found, "same");
        found.contradiction = Error{Fault::Forked, "scripted"};
        lookAt(found, "fork");
        lookAt(fail(Fault::BadSignature, "scripted"), "forged");
        QMetaObject::invokeMethod(page, "end");
    }
}

/// What is asked for a group, and said of a file on its way there and back, whichever way that ends.
void passFiles(PageWalk& walk, const QString& name)
{
    Program& program = walk.program();
    const desktop::Groups& groups = program.objects().groups;
    ScriptedGroups& scripted = program.mesh().groups();
    if (groups.count() == 0)
        return;
    const QString id = groups.data(groups.index(0), desktop::Groups::GroupIdRole).toString();
    const QUrl plain = program.put(QStringLiteral("Minutes of the meeting in spring.odt"), "minutes");
    const QString path = plain.toLocalFile();
    const QUrl encrypted = QUrl::fromLocalFile(path + QStringLiteral(".dare"));
    QFile::remove(encrypted.toLocalFile());
    program.open(0);
    for (const char* label : {"Invite a contact…", "Encrypt a text…", "Group’s card…"}) {
        if (QQuickItem* opener = program.button(QString::fromUtf8(label))) {
            QMetaObject::invokeMethod(opener, "clicked");
            QTest::qWait(3 * settling);
            walk.look(name + QLatin1Char('-') + QString::fromUtf8(label).left(6));
            QTest::keyClick(program.window(), Qt::Key_Escape);
            QTest::qWait(settling);
        }
    }
    for (QQuickItem* page : program.seen("GroupsPage"))
        QMetaObject::invokeMethod(page, "showList");
    desktop::GroupFiles& files = program.objects().groupFiles;
    const auto lookWhen = [&](desktop::GroupFiles::Phase phase, const char* what) {
        if (!QTest::qWaitFor([&] { return files.phase() == phase; }))
            program.addFault(name + QStringLiteral(": no file ") + QLatin1String(what));
        QTest::qWait(settling);
        walk.look(name + QStringLiteral("-file-") + QLatin1String(what));
        files.clear();
        QTest::qWait(settling);
    };
    scripted.holdFiles(true);
    files.encrypt(id, plain);
    (void)QTest::qWaitFor([&] { return files.progress() > 0; });
    lookWhen(desktop::GroupFiles::Working, "working");
    scripted.holdFiles(false);
    files.encrypt(id, plain);
    lookWhen(desktop::GroupFiles::Finished, "encrypted");
    files.encrypt(id, plain);
    lookWhen(desktop::GroupFiles::NameTaken, "taken");
    QFile::remove(path);
    files.decrypt(encrypted);
    lookWhen(desktop::GroupFiles::Finished, "opened");
    scripted.failNext(Fault::NotAuthorised);
    files.decrypt(encrypted);
    lookWhen(desktop::GroupFiles::Failed, "failed");
}

/// An archive at every step of its way there and back, in the dialogs of the settings or on the page of
/// the first start.
void passArchives(PageWalk& walk, const QString& name, bool hasDialogs)
{
    Program& program = walk.program();
    ScriptedArchives& scripted = program.mesh().archives();
    desktop::AccountArchive& archive = program.objects().accountArchive;
    const SharedSecret phrase = desktop::secretFromText(QStringLiteral("four words are enough"));
    const QUrl file = QUrl::fromLocalFile(program.pathOf(QStringLiteral("All of my account.dare")));
    const auto lookWhen = [&](desktop::AccountArchive::Phase phase, const char* what) {
        if (!QTest::qWaitFor([&] { return archive.phase() == phase; }))
            program.addFault(name + QStringLiteral(": no archive ") + QLatin1String(what));
        QTest::qWait(settling);
        walk.look(name + QStringLiteral("-archive-") + QLatin1String(what));
    };
    const auto dialog = [&](const char* type, const char* call) {
        bool isThere = false;
        for (QObject* popup : popupsOf(*program.window())) {
            if (QByteArray(popup->metaObject()->className()).startsWith(type))
                isThere = QMetaObject::invokeMethod(popup, call);
        }
        if (!isThere && hasDialogs)
            program.addFault(name + QStringLiteral(": no ") + QLatin1String(type));
        QTest::qWait(settling);
    };
    dialog("SaveArchiveDialog", "begin");
    archive.save(file, phrase);
    lookWhen(desktop::AccountArchive::Saved, "saved");
    dialog("SaveArchiveDialog", "close");
    dialog("RestoreArchiveDialog", "begin");
    archive.open(file, desktop::secretFromText(QStringLiteral("another passphrase")));
    (void)QTest::qWaitFor([&] { return !archive.errorText().isEmpty(); });
    lookWhen(desktop::AccountArchive::Idle, "refused");
    for (const bool isOwn : {false, true}) {
        scripted.isOwn = isOwn;
        archive.open(file, phrase);
        lookWhen(desktop::AccountArchive::Opened, isOwn ? "own" : "other");
    }
    scripted.neverEnds = true;
    archive.restore();
    (void)QTest::qWaitFor([&] { return archive.progress() > 0; });
    lookWhen(desktop::AccountArchive::Restoring, "working");
    scripted.neverEnds = false;
    lookWhen(desktop::AccountArchive::Restored, "restored");
    dialog("RestoreArchiveDialog", "close");
    archive.clear();
}

void passArchivesInSettings(PageWalk& walk, const QString& name)
{
    passArchives(walk, name + QStringLiteral("-settings"), true);
}

void passArchivesAtTheStart(PageWalk& walk, const QString& name)
{
    passArchives(walk, name + QStringLiteral("-archive"), false);
}

/// A device that its maker made ready: of a wrong code, found, and taken in.
void claimDevice(PageWalk& walk, const QString& name)
{
    desktop::DeviceClaim& claim = walk.program().objects().deviceClaim;
    claim.look(QStringLiteral("not a code"));
    walk.lookWhen([&] { return !claim.errorText().isEmpty(); }, name + QStringLiteral("-claim-refused"));
    claim.look(QStringLiteral("udf://example.com/bell"));
    walk.lookWhen([&] { return claim.isFound() && !claim.isBusy(); }, name + QStringLiteral("-claim-found"));
    claim.claim();
    walk.lookWhen([&] { return claim.isClaimed() && !claim.isBusy(); }, name + QStringLiteral("-claim-done"));
    claim.forget();
}

struct PageCeremony
{
    const char* page;
    void (*play)(PageWalk& walk, const QString& name);
};

constexpr PageCeremony ceremonies[] = {
    {"contacts", exchange},
    {"groups", passFiles},
    {"security", lookAtOperator},
    {"security-link", lookAtLinks},
    {"security-compare", compareLogs},
    {"archive", passArchivesAtTheStart},
    {"settings", passArchivesInSettings},
    {"bookmarks", importBookmarks},
    {"tasks", importCalendar},
    {"credentials", importPasswords},
    {"networks", importNetworks},
    {"pairing", claimDevice},
};

} // namespace

void playCeremony(PageWalk& walk, const QString& page, const QString& name)
{
    for (const PageCeremony& ceremony : ceremonies) {
        if (page == QLatin1String(ceremony.page))
            ceremony.play(walk, name);
    }
}

} // namespace mmm::test
