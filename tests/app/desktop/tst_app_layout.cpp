// Every page and every dialog, narrow with the largest text and wide with the usual one, empty, full, and
// with texts that are long or run from right to left: nothing is cut off, nothing covers anything else.
//
// To look at them: MESH_LAYOUT_SHOTS names a folder for a picture of each; MESH_LAYOUT_SIZES ("360x740@2,…"),
// MESH_LAYOUT_SETTINGS ("appearance/colorScheme=2;language=de") and MESH_LAYOUT_PAGES ("groups,inbox") say
// how.

#include "hardening.h"
#include "importer.h"
#include "support/layout.h"
#include "support/preview_data.h"
#include "support/scripted_engine.h"
#include "text.h"
#include "window.h"

#include "keystore/memory_store.h"

#include <QAccessible>
#include <QCoreApplication>
#include <QDir>
#include <QQmlApplicationEngine>
#include <QQmlContext>
#include <QQmlError>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace mmm;

namespace {

constexpr int settling = 40; // milliseconds for a page to come and be laid out
constexpr int patience = 10; // times that, on a machine that has much to do

struct Size
{
    int width;
    int height;
    double scale;

    [[nodiscard]] QString name() const
    {
        return QStringLiteral("%1x%2@%3").arg(width).arg(height).arg(scale);
    }
};

QList<Size> wantedSizes()
{
    QList<Size> sizes;
    const QString wanted = qEnvironmentVariable("MESH_LAYOUT_SIZES", QStringLiteral("360x740@2,1280x800@1"));
    for (const QString& one : wanted.split(QLatin1Char(','), Qt::SkipEmptyParts))
        sizes.append({one.section(QLatin1Char('x'), 0, 0).toInt(),
                      one.section(QLatin1Char('x'), 1).section(QLatin1Char('@'), 0, 0).toInt(),
                      one.section(QLatin1Char('@'), 1).toDouble()});
    return sizes;
}

/// The program over scripted data, with its window.
class Program
{
public:
    explicit Program(const std::string& data, const QString& language = {})
        : m_desktop(engineWith(data), {}, m_folder.path())
    {
        const QString wanted = qEnvironmentVariable("MESH_LAYOUT_SETTINGS");
        for (const QString& setting : wanted.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
            const QString key = setting.section(QLatin1Char('='), 0, 0);
            const QString value = setting.section(QLatin1Char('='), 1);
            if (key == QLatin1String("language"))
                m_desktop.preferences.setLanguage(value);
            else if (key == QLatin1String("appearance/colorScheme"))
                m_desktop.preferences.setColorScheme(desktop::Preferences::ColorScheme(value.toInt()));
        }
        if (!language.isEmpty())
            m_desktop.preferences.setLanguage(language);
        m_desktop.preferences.setReducedMotion(true);
        QObject::connect(&m_engine, &QQmlEngine::warnings, [this](const QList<QQmlError>& warnings) {
            for (const QQmlError& warning : warnings)
                m_faults.append(warning.toString());
        });
        m_desktop.session.openWith(std::make_shared<keystore::MemoryStore>());
        m_engine.addImportPath(QStringLiteral(":/qt/qml"));
        m_engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Mesh/Desktop/Main.qml")));
        m_window = qobject_cast<QQuickWindow*>(m_engine.rootObjects().value(0));
    }

    [[nodiscard]] QQuickWindow* window() const { return m_window; }
    [[nodiscard]] bool isReady() const { return m_desktop.session.stage() == desktop::Session::Ready; }
    [[nodiscard]] QStringList faults() const { return m_faults; }
    [[nodiscard]] desktop::Desktop& objects() { return m_desktop; }

    void resize(const Size& size)
    {
        m_popups.clear();
        m_desktop.preferences.setTextScale(size.scale);
        m_window->resize(size.width, size.height);
        QTest::mouseMove(m_window, QPoint(size.width / 2, 2)); // where nothing has a tip
        QTest::qWait(settling);
    }

    /// Looks at every page, at every dialog of each, and at what is behind a page's first entries.
    void lookAround(const QString& name)
    {
        const QString wanted = qEnvironmentVariable("MESH_LAYOUT_PAGES");
        for (const QString& page : wanted.isEmpty() ? pages() : wanted.split(QLatin1Char(','))) {
            QMetaObject::invokeMethod(m_window, "visitPage", Q_ARG(QString, page));
            QTest::qWait(settling);
            look(name + QLatin1Char('-') + page);
            openRows(name + QLatin1Char('-') + page);
            lookAtPopups(name + QLatin1Char('-') + page);
            lookAtFileDialogs(name + QLatin1Char('-') + page);
            if (page == QLatin1String("contact"))
                lookAtToasts(name + QLatin1Char('-') + page);
            if (page == QLatin1String("contacts"))
                exchange(name);
            if (page == QLatin1String("groups"))
                passFiles(name);
            if (page == QLatin1String("security"))
                lookAtOperator(name + QLatin1Char('-') + page);
            if (page == QLatin1String("security-link"))
                lookAtLinks(name);
            if (page == QLatin1String("security-compare"))
                compareLogs(name);
            if (page == QLatin1String("archive") || page == QLatin1String("settings"))
                passArchives(name + QLatin1Char('-') + page);
            if (page == QLatin1String("bookmarks"))
                import(name, QStringLiteral("bookmarks.html"),
                       "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p>\n"
                       "<DT><H3>Recipes that came down from two grandmothers and one aunt</H3>\n<DL><p>\n"
                       "<DT><A HREF=\"https://example.com/soups/with/barley?in=winter&for=eight\">A soup of "
                       "barley, "
                       "leek and smoked things for a cold evening with many guests</A>\n</DL><p>\n"
                       "<DT><A HREF=\"https://example.org/\">Example</A>\n</DL><p>\n");
            if (page == QLatin1String("tasks"))
                import(name, QStringLiteral("calendar.ics"),
                       "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A walk around the lake with everybody who has "
                       "time "
                       "for it\nDTSTART:20400504T120000Z\nEXDATE:20400511T120000Z\nRRULE:FREQ=WEEKLY\n"
                       "END:VEVENT\nBEGIN:VTODO\nSUMMARY:Done\nSTATUS:COMPLETED\nEND:VTODO\nEND:VCALENDAR\n");
            if (page == QLatin1String("credentials"))
                import(name, QStringLiteral("passwords.csv"),
                       "name,url,username,password,note\n"
                       "example.org,https://example.org/login,alice,correct horse,\n"
                       "a.rather.long.host.name.example.com,https://a.rather.long.host.name.example.com/,"
                       "alice.with.a.long.name@example.com,battery staple,the one for the archive\n"
                       ",,,,\n");
            if (page == QLatin1String("networks"))
                importSeveral(name);
            if (page == QLatin1String("pairing"))
                claimDevice(name);
        }
    }

    bool visit(const QString& page)
    {
        bool isThere = false;
        QMetaObject::invokeMethod(m_window, "visitPage", Q_RETURN_ARG(bool, isThere), Q_ARG(QString, page));
        QTest::qWait(2 * settling);
        return isThere;
    }

    /// The QML files in which what is seen is declared.
    [[nodiscard]] QStringList filesSeen() const
    {
        QStringList files;
        for (QQuickItem* item : seen("QQuickItem")) {
            if (const QQmlContext* context = qmlContext(item); context != nullptr)
                files.append(context->baseUrl().fileName());
        }
        files.removeDuplicates();
        return files;
    }

    [[nodiscard]] QStringList pages() const { return m_window->property("pageNames").toStringList(); }

    /// Opens a row of the list that is seen.
    void open(int row)
    {
        QQuickItem* list = seen("ListPane").first();
        QMetaObject::invokeMethod(list, "choose", Q_ARG(int, row));
        QMetaObject::invokeMethod(list, "opened", Q_ARG(int, row));
        QTest::qWait(3 * settling);
    }

    /// What is seen and of the type.
    QList<QQuickItem*> seen(const char* type) const
    {
        QList<QQuickItem*> items;
        collect(m_window->contentItem(), type, items);
        return items;
    }

    [[nodiscard]] QQuickItem* button(const QString& name) const
    {
        for (QQuickItem* item : seen("QQuickAbstractButton")) {
            if (item->property("text").toString() == name)
                return item;
        }
        return nullptr;
    }

private:
    static void collect(QQuickItem* root, const char* type, QList<QQuickItem*>& items)
    {
        for (QQuickItem* item : root->childItems()) {
            if (!item->isVisible())
                continue;
            if (QByteArray(item->metaObject()->className()).startsWith(type) || item->inherits(type))
                items.append(item);
            collect(item, type, items);
        }
    }

    desktop::Engine engineWith(const std::string& data)
    {
        desktop::Engine engine = test::scriptedEngine();
        engine.personas = test::PersonaScript::door(test::personasForPreview(data));
        engine.open = [this, data](const mesh::Options&,
                                   const std::stop_token&) -> Result<std::unique_ptr<mesh::PersonalMesh>> {
            auto mesh = std::make_unique<test::ScriptedMesh>(mesh::Stage::Ready);
            if (!test::fillForPreview(*mesh, data))
                return fail(Fault::NotFound, "no such data");
            m_mesh = mesh.get();
            return Result<std::unique_ptr<mesh::PersonalMesh>>(std::move(mesh));
        };
        return engine;
    }

    void look(const QString& name)
    {
        QImage picture = m_window->grabWindow(); // has everything laid out that waits for it
        QStringList faults = test::layoutFaults(*m_window);
        for (int i = 0; i < patience && !faults.isEmpty(); ++i) {
            QTest::qWait(settling);
            picture = m_window->grabWindow();
            faults = test::layoutFaults(*m_window);
        }
        for (const QString& fault : faults) {
            if (!m_known.contains(fault))
                m_faults.append(name + QStringLiteral(": ") + fault);
            m_known.insert(fault); // said once, on the first page that has it
        }
        save(picture, name);
    }

    void save(const QImage& picture, const QString& name)
    {
        const QString shots = qEnvironmentVariable("MESH_LAYOUT_SHOTS");
        if (shots.isEmpty())
            return;
        QDir().mkpath(shots);
        picture.save(
            QStringLiteral("%1/%2-%3.png").arg(shots).arg(m_looked++, 3, 10, QLatin1Char('0')).arg(name));
    }

    void lookAtPopups(const QString& name)
    {
        for (QObject* popup : test::popupsOf(*m_window)) {
            if (m_popups.contains(popup))
                continue;
            m_popups.insert(popup);
            QMetaObject::invokeMethod(popup, "open");
            QTest::qWait(settling);
            if (popup->property("opened").toBool()) {
                const QString type = QString::fromLatin1(popup->metaObject()->className());
                look(name + QLatin1Char('-') + type.section(QLatin1String("_QML"), 0, 0));
            }
            QMetaObject::invokeMethod(popup, "close");
            QTest::qWait(settling / 3);
        }
    }

    /// Two messages at the bottom at once, looked at only: they lie above the page by design.
    void lookAtToasts(const QString& name)
    {
        if (qEnvironmentVariableIsEmpty("MESH_LAYOUT_SHOTS"))
            return;
        for (QQuickItem* area : seen("ToastArea")) {
            int token = 0;
            QMetaObject::invokeMethod(area, "show", Q_RETURN_ARG(int, token),
                                      Q_ARG(QString, QStringLiteral("“Ada Lovelace” was deleted")),
                                      Q_ARG(QString, QStringLiteral("Undo")));
            QMetaObject::invokeMethod(
                area, "show", Q_RETURN_ARG(int, token),
                Q_ARG(QString, QStringLiteral("Password copied. It leaves the clipboard soon.")),
                Q_ARG(QString, QString()));
            QTest::qWait(settling);
            save(m_window->grabWindow(), name + QStringLiteral("-toasts"));
            QMetaObject::invokeMethod(area, "finishCurrent");
            QMetaObject::invokeMethod(area, "finishOffer", Q_ARG(bool, false));
        }
    }

    /// Qt's own file dialog, which is looked at only: its parts are not ours.
    void lookAtFileDialogs(const QString& name)
    {
        if (qEnvironmentVariableIsEmpty("MESH_LAYOUT_SHOTS"))
            return;
        for (QObject* dialog : m_window->findChildren<QObject*>()) {
            if (!dialog->inherits("QQuickFileDialog") || m_popups.contains(dialog))
                continue;
            m_popups.insert(dialog);
            QMetaObject::invokeMethod(dialog, "open");
            QTest::qWait(10 * settling);
            save(m_window->grabWindow(), name + QStringLiteral("-FileDialog"));
            QMetaObject::invokeMethod(dialog, "close");
            QTest::qWait(settling);
        }
    }

    /// Opens the first rows of the list that is seen, one after the other.
    void openRows(const QString& name)
    {
        const QList<QQuickItem*> lists = seen("ListPane");
        if (lists.isEmpty())
            return;
        QQuickItem* list = lists.first();
        const int count = std::min(9, list->property("count").toInt());
        for (int row = 0; row < count; ++row) {
            QMetaObject::invokeMethod(list, "choose", Q_ARG(int, row));
            QMetaObject::invokeMethod(list, "opened", Q_ARG(int, row));
            QTest::qWait(settling);
            for (QQuickItem* expander : seen("Expander"))
                expander->setProperty("expanded", true);
            QTest::qWait(settling / 3);
            look(QStringLiteral("%1-row%2").arg(name).arg(row));
            if (QQuickItem* more =
                    button(QCoreApplication::translate("NetworksPage", "Further certificates and keys"))) {
                QMetaObject::invokeMethod(more, "clicked");
                scrollDown(QStringLiteral("%1-row%2-further").arg(name).arg(row));
            }
            if (row % 4 == 0)
                scrollDown(QStringLiteral("%1-row%2").arg(name).arg(row));
            if (row == count - 1)
                lookAtPopups(QStringLiteral("%1-row%2").arg(name).arg(row));
        }
        for (QQuickItem* page : seen("ContactsPage") + seen("BookmarksPage") + seen("TasksPage") +
                                    seen("CredentialsPage") + seen("NetworksPage") + seen("SshPage") +
                                    seen("MailPage") + seen("InboxPage") + seen("MessagesPage") +
                                    seen("GroupsPage"))
            QMetaObject::invokeMethod(page, "showList");
    }

    /// What is below the first screen.
    void scrollDown(const QString& name)
    {
        int part = 1;
        for (QQuickItem* view : seen("QQuickFlickable")) {
            const qreal hidden = view->property("contentHeight").toReal() - view->height();
            for (qreal y = view->height() - 60; y < hidden + view->height() - 60 && part < 9;
                 y += view->height() - 60) {
                view->setProperty("contentY", std::min(y, hidden));
                QTest::qWait(settling / 3);
                look(QStringLiteral("%1-below%2").arg(name).arg(part++));
            }
            view->setProperty("contentY", 0);
        }
    }

    void exchange(const QString& name)
    {
        for (QQuickItem* page : seen("ContactsPage"))
            QMetaObject::invokeMethod(page, "exchangeWanted");
        QTest::qWait(3 * settling);
        look(name + QStringLiteral("-exchange"));
        scrollDown(name + QStringLiteral("-exchange"));
        for (QQuickItem* page : seen("CardCodePage")) {
            page->setProperty("reading", true);
            QTest::qWait(settling);
            look(name + QStringLiteral("-exchange-read"));
            QMetaObject::invokeMethod(page, "end");
        }
    }

    /// What a group's notary token is worth, and a statement of the service that does not fit another one.
    void lookAtLinks(const QString& name)
    {
        const desktop::TrustModel& chain = *m_desktop.security.chain();
        for (int row = 0; row < chain.count(); ++row) {
            const QString id = chain.data(chain.index(row), desktop::TrustModel::LinkIdRole).toString();
            if (!id.startsWith(QLatin1String("group")) && !id.startsWith(QLatin1String("checkpoint")))
                continue;
            m_desktop.security.look(id);
            QTest::qWait(settling);
            look(name + QStringLiteral("-link-") + id.section(QLatin1Char('/'), 0, 1).replace('/', '-'));
        }
        m_desktop.security.look(QStringLiteral("mesh"));
    }

    /// Who runs the service: a contact, and a change to somebody unknown.
    void lookAtOperator(const QString& name)
    {
        const auto refresh = [&] {
            m_desktop.security.refresh();
            (void)QTest::qWaitFor([&] { return !m_desktop.security.isBusy(); });
            QTest::qWait(settling);
        };
        m_mesh->setEmbedded(false);
        m_mesh->trust().setService(test::exampleServiceLinks());
        refresh();
        look(name + QStringLiteral("-operator-none"));
        mesh::ServiceOperator who;
        who.udf = "MBOB-BBBB-CCCC-DDDD-EEEE-FFFF-GGGG-HHHH";
        who.name = "Bartholomew Featherstonehaugh-Cholmondeley";
        who.contactId = "contact-1";
        who.confirmed = mesh::Confirmed::Service;
        m_mesh->trust().setService(test::exampleOperator(who));
        refresh();
        look(name + QStringLiteral("-operator"));
        std::vector<mesh::TrustLink> changed = test::exampleOperator(mesh::ServiceOperator());
        changed.back().formerlyRunBy = who;
        m_mesh->trust().setService(changed);
        refresh();
        look(name + QStringLiteral("-operator-changed"));
        QMetaObject::invokeMethod(m_window, "visitPage", Q_ARG(QString, QStringLiteral("security-link")));
        for (const char* id : {"operator/connection", "operator", "service"}) {
            m_desktop.security.look(QString::fromLatin1(id));
            QTest::qWait(settling);
            look(name + QStringLiteral("-") + QString::fromLatin1(id).replace('/', '-'));
            scrollDown(name + QStringLiteral("-") + QString::fromLatin1(id).replace('/', '-'));
        }
        lookAtPopups(name + QStringLiteral("-service"));
        m_desktop.security.look(QStringLiteral("mesh"));
        m_mesh->setEmbedded(true);
        m_mesh->trust().setService(fail(Fault::WrongService, "scripted"));
        refresh();
    }

    /// Reading the code of another device, whatever comes of it.
    void compareLogs(const QString& name)
    {
        for (QQuickItem* page : seen("LogCheckPage")) {
            scrollDown(name + QStringLiteral("-compare"));
            page->setProperty("reading", true);
            QTest::qWait(settling);
            look(name + QStringLiteral("-compare-read"));
            mesh::LogComparison found;
            found.account = "alice.with.a.long.name@letters.example.com";
            const auto lookAt = [&](const Result<mesh::LogComparison>& comparison, const char* what) {
                m_mesh->trust().setComparison(comparison);
                m_desktop.logCheck.read(QStringLiteral("mlog:"));
                (void)QTest::qWaitFor([&] { return !m_desktop.logCheck.isBusy(); });
                QTest::qWait(settling);
                look(name + QStringLiteral("-compare-") + QLatin1String(what));
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
    void passFiles(const QString& name)
    {
        if (m_desktop.groups.count() == 0)
            return;
        const QString id =
            m_desktop.groups.data(m_desktop.groups.index(0), desktop::Groups::GroupIdRole).toString();
        const QString path = m_folder.filePath(QStringLiteral("Minutes of the meeting in spring.odt"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write("minutes") < 0)
            qFatal("no file");
        file.close();
        const QUrl plain = QUrl::fromLocalFile(path);
        const QUrl encrypted = QUrl::fromLocalFile(path + QStringLiteral(".dare"));
        QFile::remove(encrypted.toLocalFile());
        open(0);
        for (const char* label : {"Invite a contact…", "Encrypt a text…", "Group’s card…"}) {
            if (QQuickItem* opener = button(QString::fromUtf8(label))) {
                QMetaObject::invokeMethod(opener, "clicked");
                QTest::qWait(3 * settling);
                look(name + QLatin1Char('-') + QString::fromUtf8(label).left(6));
                QTest::keyClick(m_window, Qt::Key_Escape);
                QTest::qWait(settling);
            }
        }
        for (QQuickItem* page : seen("GroupsPage"))
            QMetaObject::invokeMethod(page, "showList");
        desktop::GroupFiles& files = m_desktop.groupFiles;
        const auto lookWhen = [&](desktop::GroupFiles::Phase phase, const char* what) {
            if (!QTest::qWaitFor([&] { return files.phase() == phase; }))
                m_faults.append(name + QStringLiteral(": no file ") + QLatin1String(what));
            QTest::qWait(settling);
            look(name + QStringLiteral("-file-") + QLatin1String(what));
            files.clear();
            QTest::qWait(settling);
        };
        m_mesh->groups().holdFiles(true);
        files.encrypt(id, plain);
        (void)QTest::qWaitFor([&] { return files.progress() > 0; });
        lookWhen(desktop::GroupFiles::Working, "working");
        m_mesh->groups().holdFiles(false);
        files.encrypt(id, plain);
        lookWhen(desktop::GroupFiles::Finished, "encrypted");
        files.encrypt(id, plain);
        lookWhen(desktop::GroupFiles::NameTaken, "taken");
        QFile::remove(path);
        files.decrypt(encrypted);
        lookWhen(desktop::GroupFiles::Finished, "opened");
        m_mesh->groups().failNext(Fault::NotAuthorised);
        files.decrypt(encrypted);
        lookWhen(desktop::GroupFiles::Failed, "failed");
    }

    /// An archive at every step of its way there and back, in the dialogs of the settings or on the page of
    /// the first start.
    void passArchives(const QString& name)
    {
        desktop::AccountArchive& archive = m_desktop.accountArchive;
        const SharedSecret phrase = desktop::secretFromText(QStringLiteral("four words are enough"));
        const QUrl file = QUrl::fromLocalFile(m_folder.filePath(QStringLiteral("All of my account.dare")));
        const auto lookWhen = [&](desktop::AccountArchive::Phase phase, const char* what) {
            if (!QTest::qWaitFor([&] { return archive.phase() == phase; }))
                m_faults.append(name + QStringLiteral(": no archive ") + QLatin1String(what));
            QTest::qWait(settling);
            look(name + QStringLiteral("-archive-") + QLatin1String(what));
        };
        const auto dialog = [&](const char* type, const char* call) {
            bool isThere = false;
            for (QObject* popup : test::popupsOf(*m_window)) {
                if (QByteArray(popup->metaObject()->className()).startsWith(type))
                    isThere = QMetaObject::invokeMethod(popup, call);
            }
            if (!isThere && name.endsWith(QLatin1String("settings")))
                m_faults.append(name + QStringLiteral(": no ") + QLatin1String(type));
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
            m_mesh->archives().isOwn = isOwn;
            archive.open(file, phrase);
            lookWhen(desktop::AccountArchive::Opened, isOwn ? "own" : "other");
        }
        m_mesh->archives().neverEnds = true;
        archive.restore();
        (void)QTest::qWaitFor([&] { return archive.progress() > 0; });
        lookWhen(desktop::AccountArchive::Restoring, "working");
        m_mesh->archives().neverEnds = false;
        lookWhen(desktop::AccountArchive::Restored, "restored");
        dialog("RestoreArchiveDialog", "close");
        archive.clear();
    }

    QUrl put(const QString& fileName, const QByteArray& content)
    {
        QFile file(m_folder.filePath(fileName));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("no file");
        return QUrl::fromLocalFile(file.fileName());
    }

    /// What files of another program would bring, and what is said of those that do not.
    void importSeveral(const QString& name)
    {
        importAll(name, QStringLiteral("several"),
                  {put(QStringLiteral("A poem of some length about networks.conf"), "no network"),
                   put(QStringLiteral("office.nmconnection"),
                       "[connection]\nid=The network of the office on the second floor, behind the stairs\n"
                       "type=vpn\n[vpn]\nservice-type=org.freedesktop.NetworkManager.openvpn\n"
                       "connection-type=tls\nremote=vpn.example.org\nca=authority of the office.pem\n"
                       "cert=/nowhere/certificate.pem\nkey=/nowhere/key.pem\n"),
                   put(QStringLiteral("home.nmconnection"),
                       "[connection]\nid=Home\ntype=wifi\n[wifi]\nssid=Home\n[wifi-security]\n"
                       "key-mgmt=wpa-psk\n")});
    }

    void import(const QString& name, const QString& fileName, const QByteArray& content)
    {
        importAll(name, fileName, {put(fileName, content)});
    }

    /// What files of another program would bring, and what became of them.
    void importAll(const QString& name, const QString& what, const QList<QUrl>& files)
    {
        bool isThere = false;
        for (QObject* popup : test::popupsOf(*m_window)) {
            auto* importer = popup->findChild<desktop::Importer*>();
            if (!importer || popup->property("opened").toBool())
                continue;
            isThere = true;
            QMetaObject::invokeMethod(popup, "begin");
            importer->openAll(files);
            lookWhen([&] { return !importer->isBusy() && importer->kind() != desktop::Importer::Nothing; },
                     name + QStringLiteral("-import-") + what);
            importer->preview()->selectNew();
            if (importer->preview()->selectedCount() == 0) // at a second size all is there already
                importer->preview()->selectAll();
            importer->commit();
            lookWhen([&] { return !importer->reportText().isEmpty(); },
                     name + QStringLiteral("-import-done-") + what);
            QMetaObject::invokeMethod(popup, "close");
            QTest::qWait(settling);
        }
        if (!isThere)
            m_faults.append(name + QStringLiteral(": nothing to import ") + what + QStringLiteral(" with"));
    }

    /// A device that its maker made ready: of a wrong code, found, and taken in.
    void claimDevice(const QString& name)
    {
        desktop::DeviceClaim& claim = m_desktop.deviceClaim;
        claim.look(QStringLiteral("not a code"));
        lookWhen([&] { return !claim.errorText().isEmpty(); }, name + QStringLiteral("-claim-refused"));
        claim.look(QStringLiteral("udf://example.com/bell"));
        lookWhen([&] { return claim.isFound() && !claim.isBusy(); }, name + QStringLiteral("-claim-found"));
        claim.claim();
        lookWhen([&] { return claim.isClaimed() && !claim.isBusy(); }, name + QStringLiteral("-claim-done"));
        claim.forget();
    }

    void lookWhen(const std::function<bool()>& isThere, const QString& name)
    {
        if (!QTest::qWaitFor(isThere))
            m_faults.append(name + QStringLiteral(": does not come"));
        QTest::qWait(settling);
        look(name);
        for (QQuickItem* view : seen("QQuickFlickable")) {
            const qreal hidden = view->property("contentHeight").toReal() - view->height();
            if (hidden <= 0)
                continue;
            view->setProperty("contentY", hidden);
            QTest::qWait(settling / 3);
            look(name + QStringLiteral("-below"));
            view->setProperty("contentY", 0);
        }
    }

    QTemporaryDir m_folder;
    test::ScriptedMesh* m_mesh = nullptr; ///< once it is open
    desktop::Desktop m_desktop;
    QQmlApplicationEngine m_engine;
    QQuickWindow* m_window = nullptr;
    QStringList m_faults;
    QSet<QString> m_known;
    QSet<QObject*> m_popups;
    int m_looked = 0;
};

} // namespace

class AppLayoutTest : public QObject
{
    Q_OBJECT
private slots:
    void everyPage_data();
    void everyPage();
    void everyPageIsAmongThem();
    void everyPageByKeyboard_data();
    void everyPageByKeyboard();
    void dialogsGiveTheKeyboardBack();
    void passwordsOfAConflictShowOneByOne();
    void messagesAreFoundDeletedAndBroughtBack();
    void arrowKeysReadMessages();
    void theContactsLeadToThoseWhoAsk();
    void everyPlaceIsReachedInALowWindow();
    void theGraphIsWalkedByKeys();
};

void AppLayoutTest::everyPage_data()
{
    QTest::addColumn<std::string>("data");
    QTest::addColumn<QString>("language");
    for (const char* data : {"usual", "empty", "long", "many"})
        QTest::newRow(data) << std::string(data) << QString();
    QTest::newRow("german") << std::string("usual") << QStringLiteral("de"); // its words are long
}

void AppLayoutTest::everyPage()
{
    QFETCH(std::string, data);
    QFETCH(QString, language);
    Program program(data, language);
    QVERIFY(program.window());
    QTRY_VERIFY(program.isReady());
    QTest::qWait(4 * settling);
    QList<Size> sizes = wantedSizes();
    if (qEnvironmentVariableIsEmpty("MESH_LAYOUT_SHOTS") && data != "usual")
        sizes = sizes.first(1); // the wide window has no further secrets
    for (const Size& size : sizes) {
        program.resize(size);
        program.lookAround(QString::fromStdString(data) + QLatin1Char('-') + size.name());
    }
    for (const QString& fault : program.faults())
        qWarning("%s", qPrintable(fault));
    QCOMPARE(program.faults().size(), 0);
}

/// Whoever makes a page has it visited: by the self-test, and here.
void AppLayoutTest::everyPageIsAmongThem()
{
    Program program("usual");
    QVERIFY(program.window());
    QTRY_VERIFY(program.isReady());
    QStringList missing =
        QDir(QStringLiteral(":/qt/qml/Mesh/Desktop")).entryList({QStringLiteral("*Page.qml")});
    QVERIFY(missing.size() > 40);
    // bases of others, and what declares nothing beyond its base
    for (const char* base : {"CatalogPage.qml", "StagePage.qml", "MessagesPage.qml", "InboxPage.qml",
                             "OutboxPage.qml", "ConfirmationsPage.qml"})
        QVERIFY2(missing.removeOne(QString::fromLatin1(base)), base);
    for (const QString& page : program.pages()) {
        QVERIFY2(program.visit(page), qPrintable(page));
        const QStringList seen = program.filesSeen();
        missing.erase(std::remove_if(missing.begin(), missing.end(),
                                     [&](const QString& file) { return seen.contains(file); }),
                      missing.end());
    }
    QCOMPARE(missing.join(QLatin1Char(' ')), QString());
}

namespace {

/// What is wrong with what has the keyboard; empty if nothing is.
QString faultOfFocus(const QQuickWindow& window)
{
    const QQuickItem* item = window.activeFocusItem();
    if (item == nullptr)
        return QStringLiteral("nothing has the keyboard");
    const QString type = QString::fromLatin1(item->metaObject()->className());
    if (!item->isVisible() || !item->isEnabled())
        return type + QStringLiteral(" has the keyboard and cannot be seen or used");
    const QRectF rect = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
    if (!rect.intersects(QRectF(0, 0, window.width(), window.height())))
        return type + QStringLiteral(" has the keyboard and is out of the window");
    const QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(window.activeFocusItem());
    if (spoken == nullptr || spoken->text(QAccessible::Name).isEmpty())
        return type + QStringLiteral(" has the keyboard and no name");
    return {};
}

/// Whether something was drawn differently around an item: its ring, the frame of a field, the row of a list.
bool isMarked(const QQuickItem& item, const QImage& without, const QImage& with)
{
    constexpr int ring = 6; // pixels around it
    const QRect area = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))
                           .toAlignedRect()
                           .adjusted(-ring, -ring, ring, ring);
    return without.copy(area) != with.copy(area);
}

} // namespace

void AppLayoutTest::everyPageByKeyboard_data()
{
    QTest::addColumn<int>("width");
    QTest::newRow("wide") << 1280;
    QTest::newRow("narrow") << 360;
}

/// Tab goes through all of a page, to nothing that is hidden or without a name, what has the keyboard can be
/// seen to have it, and Shift with it goes back.
void AppLayoutTest::everyPageByKeyboard()
{
    QFETCH(int, width);
    Program program("usual");
    QVERIFY(program.window());
    QQuickWindow& window = *program.window();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTRY_VERIFY(program.isReady());
    QTest::qWait(4 * settling);
    program.resize({width, 740, 1.0});
    QStringList faults;
    for (const QString& page : program.pages()) {
        if (page == QLatin1String("opening"))
            continue; // there is nothing to use yet
        program.visit(page);
        QQuickItem* first = nullptr;
        int steps = 0;
        for (; steps < 200; ++steps) {
            const QQuickItem* last = window.activeFocusItem();
            const QImage picture = window.grabWindow();
            QTest::keyClick(&window, Qt::Key_Tab);
            QQuickItem* before = window.activeFocusItem();
            if (before != nullptr && before != last && !isMarked(*before, picture, window.grabWindow()))
                faults.append(QStringLiteral("%1: nobody sees that %2 “%3” has the keyboard")
                                  .arg(page, QString::fromLatin1(before->metaObject()->className()),
                                       before->property("text").toString()));
            if (before == first)
                break;
            if (first == nullptr)
                first = before;
            if (const QString fault = faultOfFocus(window); !fault.isEmpty())
                faults.append(page + QStringLiteral(": ") + fault);
            QTest::keyClick(&window, Qt::Key_Tab);
            QTest::keyClick(&window, Qt::Key_Backtab, Qt::ShiftModifier);
            if (window.activeFocusItem() != before && before != nullptr) {
                faults.append(QStringLiteral("%1: Shift-Tab does not lead back to %2 “%3”")
                                  .arg(page, QString::fromLatin1(before->metaObject()->className()),
                                       before->property("text").toString()));
                before->forceActiveFocus(Qt::TabFocusReason);
            }
        }
        if (steps == 200)
            faults.append(page + QStringLiteral(": Tab does not come round"));
    }
    faults.removeDuplicates();
    for (const QString& fault : faults)
        qWarning("%s", qPrintable(fault));
    QCOMPARE(faults.size(), 0);
}

void AppLayoutTest::dialogsGiveTheKeyboardBack()
{
    Program program("usual");
    QVERIFY(program.window());
    QQuickWindow& window = *program.window();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    program.resize({1280, 740, 1.0});
    program.visit(QStringLiteral("contacts"));
    program.open(0);
    for (const char* name : {"Earlier versions", "Ask for a contact"}) {
        QQuickItem* opener = program.button(QString::fromLatin1(name));
        QVERIFY2(opener, name);
        opener->forceActiveFocus(Qt::TabFocusReason);
        QTest::keyClick(&window, Qt::Key_Return);
        QTRY_VERIFY2(window.activeFocusItem() != opener, name);
        QTest::qWait(settling);
        for (int i = 0; i < 12; ++i) {
            QTest::keyClick(&window, Qt::Key_Tab);
            const QQuickItem* inside = window.activeFocusItem();
            while (inside != nullptr && !inside->inherits("QQuickPopupItem"))
                inside = inside->parentItem();
            QVERIFY2(inside, name); // Tab does not lead out of a dialog
        }
        QTest::keyClick(&window, Qt::Key_Escape);
        QTRY_COMPARE(window.activeFocusItem(), opener);
    }
}

void AppLayoutTest::passwordsOfAConflictShowOneByOne()
{
    Program program("usual");
    QVERIFY(program.window());
    QQuickWindow& window = *program.window();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    program.resize({1280, 740, 1.0});
    program.visit(QStringLiteral("credentials"));
    program.open(3);
    QQuickItem* compare = program.button(QStringLiteral("Compare"));
    QVERIFY(compare);
    QMetaObject::invokeMethod(compare, "clicked");
    QTRY_VERIFY(program.button(QStringLiteral("Show: Password, here")));
    QQuickItem* show = program.button(QStringLiteral("Show: Password, here"));
    show->forceActiveFocus(Qt::TabFocusReason);
    QTest::keyClick(&window, Qt::Key_Space);
    QTRY_VERIFY(program.button(QStringLiteral("Hide: Password, here")));
    QVERIFY(program.button(QStringLiteral("Show: Password, elsewhere"))); // the other one stays hidden
    QTest::keyClick(&window, Qt::Key_Escape);
    QTRY_VERIFY(!program.button(QStringLiteral("Hide: Password, here")));
    QMetaObject::invokeMethod(compare, "clicked");
    QTRY_VERIFY(program.button(QStringLiteral("Show: Password, here"))); // and both are when it is seen again
}

void AppLayoutTest::messagesAreFoundDeletedAndBroughtBack()
{
    Program program("usual");
    QVERIFY(program.window());
    QQuickWindow& window = *program.window();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    program.resize({1280, 740, 1.0});
    program.visit(QStringLiteral("inbox"));
    const auto rows = [&] { return program.seen("ListPane").first()->property("count").toInt(); };
    QTRY_VERIFY(rows() > 3);
    const int all = rows();
    QTest::keyClick(&window, Qt::Key_F, Qt::ControlModifier);
    for (const char letter : {'G', 'r', 'a', 'c', 'e'})
        QTest::keyClick(&window, letter);
    QTRY_VERIFY(rows() > 1 && rows() < all);
    const int found = rows();
    QTest::keyClick(&window, Qt::Key_Return); // into the list
    QTest::keyClick(&window, Qt::Key_Delete);
    QTRY_COMPARE(rows(), found - 1);
    QTRY_VERIFY(program.button(QStringLiteral("Undo")));
    QTest::keyClick(&window, Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(rows(), found);

    // several at once
    QQuickItem* list = program.seen("ListPane").first();
    QMetaObject::invokeMethod(list, "choose", Q_ARG(int, 0));
    list->forceActiveFocus(Qt::TabFocusReason);
    QTest::keyClick(&window, Qt::Key_A, Qt::ControlModifier);
    QTRY_VERIFY(program.button(QStringLiteral("Delete selected")));
    QMetaObject::invokeMethod(program.button(QStringLiteral("Delete selected")), "clicked");
    QTRY_COMPARE(rows(), 0);
    // and from among those that were deleted
    QQuickItem* choice = program.seen("Choice").first();
    constexpr int deleted = 6;
    QMetaObject::invokeMethod(choice, "chosen", Q_ARG(int, deleted));
    QTRY_COMPARE(rows(), found);
    QMetaObject::invokeMethod(list, "choose", Q_ARG(int, 0));
    QTRY_VERIFY(program.button(QStringLiteral("Restore")));
    QMetaObject::invokeMethod(program.button(QStringLiteral("Restore")), "clicked");
    QTRY_COMPARE(rows(), found - 1);
    QCOMPARE(program.faults(), QStringList());
}

void AppLayoutTest::arrowKeysReadMessages()
{
    Program program("usual");
    QVERIFY(program.window());
    QQuickWindow& window = *program.window();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    program.resize({1280, 740, 1.0});
    program.visit(QStringLiteral("inbox"));
    desktop::Inbox& inbox = program.objects().inbox;
    QTRY_VERIFY(inbox.unreadCount() > 1);
    const int before = inbox.unreadCount();
    QQuickItem* list = program.seen("ListPane").first();
    list->forceActiveFocus(Qt::TabFocusReason);
    for (int row = 0; row < inbox.count(); ++row)
        QTest::keyClick(&window, Qt::Key_Down);
    QTRY_COMPARE(inbox.unreadCount(), 0); // each was seen beside the list

    // and the menu of a row takes that back
    const auto line = [&](const char* text) -> QQuickItem* {
        for (QQuickItem* item : program.seen("QQuickMenuItem")) {
            if (item->property("text").toString() == QLatin1String(text))
                return item;
        }
        return nullptr;
    };
    QTest::keyClick(&window, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(&window, Qt::Key_Menu);
    QTRY_VERIFY(line("Mark as unread"));
    QVERIFY(line("Delete selected") && !line("Restore selected"));
    QMetaObject::invokeMethod(line("Mark as unread"), "triggered");
    QTRY_VERIFY(inbox.unreadCount() >= before); // those that had been read, too
    QTest::keyClick(&window, Qt::Key_Escape);
    QCOMPARE(program.faults(), QStringList());
}

void AppLayoutTest::theGraphIsWalkedByKeys()
{
    Program program("usual");
    QVERIFY(program.window());
    QQuickWindow& window = *program.window();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    program.resize({1280, 740, 1.0});
    program.visit(QStringLiteral("security-graph"));
    const auto node = [&](const char* title) -> QQuickItem* {
        for (QQuickItem* item : program.seen("TrustNode")) {
            if (item->property("title").toString() == QLatin1String(title))
                return item;
        }
        return nullptr;
    };
    QTRY_VERIFY(node("Your mesh"));
    QCOMPARE(program.seen("TrustNode").size(), program.objects().security.graph()->count());
    node("Your mesh")->forceActiveFocus(Qt::TabFocusReason);
    QTest::keyClick(&window, Qt::Key_Right);
    const QString next = window.activeFocusItem()->property("linkId").toString();
    QVERIFY(!next.isEmpty() && next != QLatin1String("mesh"));
    QTest::keyClick(&window, Qt::Key_Left);
    QCOMPARE(window.activeFocusItem(), node("Your mesh"));

    // what has the keyboard is seen, however large it all is
    for (int i = 0; i < 4; ++i)
        QTest::keyClick(&window, Qt::Key_Plus);
    QQuickItem* last = nullptr;
    for (int i = 0; i < 40 && window.activeFocusItem() != last; ++i) {
        last = window.activeFocusItem();
        QTest::keyClick(&window, i % 2 == 0 ? Qt::Key_Right : Qt::Key_Down);
        const QQuickItem* item = window.activeFocusItem();
        const QRectF rect = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
        QVERIFY(QRectF(0, 0, window.width(), window.height()).contains(rect.center()));
    }
    QVERIFY(faultOfFocus(window).isEmpty());

    // Enter shows it as it is, and the way back leads to it again
    const QString id = window.activeFocusItem()->property("linkId").toString();
    QTest::keyClick(&window, Qt::Key_Return);
    QTRY_VERIFY(!program.seen("TrustLinkPage").isEmpty());
    QVERIFY(!program.objects().security.linkJson().isEmpty());
    QTest::keyClick(&window, Qt::Key_Escape);
    QTRY_COMPARE(window.activeFocusItem()->property("linkId").toString(), id);

    // the list is there as well
    QMetaObject::invokeMethod(program.button(QStringLiteral("List")), "chosen");
    QTRY_VERIFY(program.seen("TrustNode").isEmpty());
    QCOMPARE(program.seen("TrustRow").size(), program.objects().security.chain()->count());
    QCOMPARE(program.faults(), QStringList());
}

void AppLayoutTest::theContactsLeadToThoseWhoAsk()
{
    Program program("usual");
    QVERIFY(program.window());
    QQuickWindow& window = *program.window();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    program.resize({360, 740, 1.0});
    program.visit(QStringLiteral("contacts"));
    QTRY_VERIFY(program.button(QStringLiteral("Show")));
    QMetaObject::invokeMethod(program.button(QStringLiteral("Show")), "clicked");
    const auto list = [&] { return program.seen("ListPane").value(0); };
    QTRY_VERIFY(list() && list()->property("label").toString() == QLatin1String("Inbox"));
    QCOMPARE(list()->property("count").toInt(), 1); // the one who asks
    QCOMPARE(program.faults(), QStringList());
}

/// The places that the navigation has no room for are scrolled to, whether they are shown or have the
/// keyboard.
void AppLayoutTest::everyPlaceIsReachedInALowWindow()
{
    Program program("usual");
    QVERIFY(program.window());
    QQuickWindow& window = *program.window();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTRY_VERIFY(program.isReady());
    program.resize({800, 480, 1.0});
    const auto isSeen = [&](const QQuickItem& item) {
        // between the account above and what stands below
        const QQuickItem* view = &item;
        while (view != nullptr && !view->inherits("QQuickFlickable"))
            view = view->parentItem();
        const QRectF rect = item.mapRectToItem(view, QRectF(0, 0, item.width(), item.height()));
        return view != nullptr && rect.top() > -1 && rect.bottom() < view->height() + 1;
    };
    for (const char* place : {"settings", "contacts", "security"}) {
        program.visit(QString::fromLatin1(place));
        QQuickItem* current = nullptr;
        for (QQuickItem* entry : program.seen("NavButton")) {
            if (entry->property("current").toBool())
                current = entry;
        }
        QVERIFY2(current, place);
        QTRY_VERIFY2(isSeen(*current), place);
    }
    const QList<QQuickItem*> entries = program.seen("SidebarEntry");
    QVERIFY(entries.size() > 10);
    for (QQuickItem* entry : {entries.first(), entries.last()}) {
        for (QQuickItem* child : entry->childItems()) {
            if (child->inherits("QQuickAbstractButton")) {
                child->forceActiveFocus(Qt::TabFocusReason);
                QTRY_VERIFY(isSeen(*child));
            }
        }
    }
    QCOMPARE(program.faults(), QStringList());
}

int main(int argc, char** argv)
{
    desktop::prepareEnvironment();
    QGuiApplication application(argc, argv);
    desktop::nameApplication();
    AppLayoutTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_app_layout.moc"
