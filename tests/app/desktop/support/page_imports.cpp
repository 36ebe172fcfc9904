#include "page_imports.h"

#include "layout.h"

#include "importer.h"

#include <QTest>

namespace mmm::test {

namespace {

/// What files of another program would bring, and what became of them.
void importAll(PageWalk& walk, const QString& name, const QString& what, const QList<QUrl>& files)
{
    Program& program = walk.program();
    bool isThere = false;
    for (QObject* popup : popupsOf(*program.window())) {
        auto* importer = popup->findChild<desktop::Importer*>();
        if (!importer || popup->property("opened").toBool())
            continue;
        isThere = true;
        QMetaObject::invokeMethod(popup, "begin");
        importer->openAll(files);
        walk.lookWhen([&] { return !importer->isBusy() && importer->kind() != desktop::Importer::Nothing; },
                      name + QStringLiteral("-import-") + what);
        importer->preview()->selectNew();
        if (importer->preview()->selectedCount() == 0) // at a second size all is there already
            importer->preview()->selectAll();
        importer->commit();
        walk.lookWhen([&] { return !importer->reportText().isEmpty(); },
                      name + QStringLiteral("-import-done-") + what);
        QMetaObject::invokeMethod(popup, "close");
        QTest::qWait(settling);
    }
    if (!isThere)
        program.addFault(name + QStringLiteral(": nothing to import ") + what + QStringLiteral(" with"));
}

void importFile(PageWalk& walk, const QString& name, const QString& fileName, const QByteArray& content)
{
    importAll(walk, name, fileName, {walk.program().put(fileName, content)});
}

} // namespace

void importBookmarks(PageWalk& walk, const QString& name)
{
    importFile(walk, name, QStringLiteral("bookmarks.html"),
               "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p>\n"
               "<DT><H3>Recipes that came down from two grandmothers and one aunt</H3>\n<DL><p>\n"
               "<DT><A HREF=\"https://example.com/soups/with/barley?in=winter&for=eight\">A soup of "
               "barley, leek and smoked things for a cold evening with many guests</A>\n</DL><p>\n"
               "<DT><A HREF=\"https://example.org/\">Example</A>\n</DL><p>\n");
}

void importCalendar(PageWalk& walk, const QString& name)
{
    importFile(walk, name, QStringLiteral("calendar.ics"),
               "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A walk around the lake with everybody who has "
               "time for it\nDTSTART:20400504T120000Z\nEXDATE:20400511T120000Z\nRRULE:FREQ=WEEKLY\n"
               "END:VEVENT\nBEGIN:VTODO\nSUMMARY:Done\nSTATUS:COMPLETED\nEND:VTODO\nEND:VCALENDAR\n");
}

void importPasswords(PageWalk& walk, const QString& name)
{
    importFile(walk, name, QStringLiteral("passwords.csv"),
               "name,url,username,password,note\n"
               "example.org,https://example.org/login,alice,correct horse,\n"
               "a.rather.long.host.name.example.com,https://a.rather.long.host.name.example.com/,"
               "alice.with.a.long.name@example.com,battery staple,the one for the archive\n"
               ",,,,\n");
}

void importNetworks(PageWalk& walk, const QString& name)
{
    const Program& program = walk.program();
    importAll(
        walk, name, QStringLiteral("several"),
        {program.put(QStringLiteral("A poem of some length about networks.conf"), "no network"),
         program.put(QStringLiteral("office.nmconnection"),
                     "[connection]\nid=The network of the office on the second floor, behind the stairs\n"
                     "type=vpn\n[vpn]\nservice-type=org.freedesktop.NetworkManager.openvpn\n"
                     "connection-type=tls\nremote=vpn.example.org\nca=authority of the office.pem\n"
                     "cert=/nowhere/certificate.pem\nkey=/nowhere/key.pem\n"),
         program.put(QStringLiteral("home.nmconnection"),
                     "[connection]\nid=Home\ntype=wifi\n[wifi]\nssid=Home\n[wifi-security]\n"
                     "key-mgmt=wpa-psk\n")});
}

} // namespace mmm::test
