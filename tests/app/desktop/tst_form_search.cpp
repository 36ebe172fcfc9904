// What stands in a form is found by search: every form is filled over a real mesh, and every field looked
// for.

#include "bookmark_editor.h"
#include "contact_editor.h"
#include "core/mesh/scenario.h"
#include "credential_editor.h"
#include "desktop.h"
#include "mail_editor.h"
#include "network_editor.h"
#include "schema/catalog.h"
#include "ssh_editor.h"
#include "store/container_kind.h"
#include "task_editor.h"
#include "text.h"

#include <QMetaProperty>
#include <QSignalSpy>
#include <QTest>

using namespace mmm;
using namespace mmm::desktop;

namespace {

constexpr int patience = 30000; // milliseconds
constexpr auto key = "AAAAC3NzaC1lZDI1NTE5AAAAIIrT5OzEOg+g8eovpO5Bwqk/cFrAs4JyJSJTPGHDzcbx";
constexpr auto otherKey = "AAAAC3NzaC1lZDI1NTE5AAAAIPqfJdF0FeDMHoJwnTw+vlA5lhr+FGHPa01bf/5tTwA3";
constexpr auto tunnelKey = "xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=";
constexpr auto privateTunnelKey = "yAnz5TF+lXXJte14tji3zlMNq+hd2rYUIgJBgB3fBmk=";

/// A word that nothing else has in it.
QString newWord()
{
    static int number = 0;
    return QStringLiteral("w%1x").arg(++number, 3, 10, QLatin1Char('0'));
}

/// What a form was filled with, to be looked for.
class Filling
{
public:
    /// What to enter: a word alone, or in place of %1 in what the field takes; without one, the text itself.
    QString put(const QString& shape = QStringLiteral("%1"))
    {
        m_words.append(shape.contains(QLatin1String("%1")) ? newWord() : shape);
        return QString(shape).replace(QLatin1String("%1"), m_words.last());
    }
    [[nodiscard]] const QStringList& words() const { return m_words; }

private:
    QStringList m_words;
};

using Shapes = QHash<QString, QString>;

/// The texts that can be entered in an object of the form; secrets are of another type.
QStringList textFields(const QMetaObject& form)
{
    QStringList names;
    for (int i = form.propertyOffset(); i < form.propertyCount(); ++i) {
        const QMetaProperty property = form.property(i);
        if (property.isWritable() && property.typeId() == QMetaType::QString)
            names.append(QString::fromLatin1(property.name()));
    }
    return names;
}

/// Fills the fields; those of other kinds of entries, which have an empty shape, are left.
void fill(QObject& form, Filling& filling, const Shapes& shapes = {})
{
    for (const QString& name : textFields(*form.metaObject())) {
        const QString shape = shapes.value(name, QStringLiteral("%1"));
        if (!shape.isEmpty())
            form.setProperty(name.toLatin1().constData(), filling.put(shape));
    }
}

} // namespace

class FormSearch : public QObject
{
    Q_OBJECT

    /// Saves the form, and looks for every word in the list.
    void saveAndFind(EntryEditor& editor, CatalogModel& list, const Filling& filling)
    {
        const QSignalSpy saved(&editor, &EntryEditor::saved);
        editor.save();
        QVERIFY2(editor.isValid(), editor.metaObject()->className());
        QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, patience);
        const QString id = saved.first().first().toString();
        for (const QString& word : filling.words()) {
            list.setQuery(word);
            const bool isFound = QTest::qWaitFor(
                [&] {
                    return list.count() == 1 &&
                           list.data(list.index(0), CatalogModel::EntryIdRole).toString() == id;
                },
                patience);
            QVERIFY2(isFound, qPrintable(word + QLatin1String(" in ") +
                                         QString::fromLatin1(editor.metaObject()->className())));
        }
        list.setQuery(newWord());
        QTRY_COMPARE(list.count(), 0);
        list.setQuery({});
    }

private slots:
    void initTestCase()
    {
        m_world = std::make_unique<scenario::World>();
        mesh::Options options;
        options.folder = std::filesystem::path(m_folder.path().toStdString());
        options.knownServices[m_world->name()] = m_world->endpoint();
        m_desktop = std::make_unique<Desktop>(
            Engine{mesh::PersonalMesh::open, mesh::ConnectionOffer::parse, mesh::Personas::of}, options,
            m_folder.path());
        m_desktop->session.openWith(std::make_shared<keystore::MemoryStore>());
        QTRY_COMPARE_WITH_TIMEOUT(m_desktop->session.stage(), Session::New, patience);
        m_desktop->session.createMesh(QStringLiteral("Alice"), QStringLiteral("alice"),
                                      QStringLiteral("Desk"), false, QStringLiteral("example.com"), {});
        QTRY_COMPARE_WITH_TIMEOUT(m_desktop->session.stage(), Session::Ready, patience);
    }

    void bookmarks()
    {
        BookmarkEditor editor(m_desktop->link);
        editor.startNew();
        Filling filling;
        fill(editor, filling, {{QStringLiteral("uri"), QStringLiteral("https://%1.example/")}});
        saveAndFind(editor, m_desktop->bookmarks, filling);
    }

    void tasks()
    {
        TaskEditor editor(m_desktop->link);
        editor.startNew();
        Filling filling;
        fill(editor, filling, {{QStringLiteral("conference"), QStringLiteral("https://%1.example/")}});
        editor.setStart(QDateTime(QDate(2031, 5, 17), QTime(12, 0), Qt::UTC));
        editor.setRepetition(TaskEditor::Weekly);
        (void)filling.put(QStringLiteral("2031-05-17"));
        (void)filling.put(QStringLiteral("weekly"));
        saveAndFind(editor, m_desktop->tasks, filling);
    }

    void credentials()
    {
        CredentialEditor editor(m_desktop->link);
        editor.startNew();
        Filling filling;
        fill(editor, filling);
        saveAndFind(editor, m_desktop->credentials, filling);
    }

    void contacts()
    {
        ContactEditor editor(m_desktop->link);
        editor.startNew();
        Filling filling;
        fill(editor, filling);
        editor.addresses()->add(AddressModel::Email);
        editor.addresses()->setValue(0, filling.put(QStringLiteral("%1@example.com")));
        saveAndFind(editor, m_desktop->contacts, filling);
    }

    /// What a person changes of a card that its owner signed stands beside it: it is searched like the card.
    void ownVersionsOfCards()
    {
        const std::string card = "EnvelopedContact/";
        const auto& paths = store::containerKind(schema::store_name::contact)->projection.paths;
        int fields = 0;
        for (const std::string& path : paths) {
            if (!path.starts_with(card) || path.starts_with(card + "MeshAccounts/"))
                continue;
            ++fields;
            const std::string own = "Local/" + path.substr(card.size());
            QVERIFY2(std::ranges::find(paths, own) != paths.end(), own.c_str());
        }
        QCOMPARE(fields, 16);
    }

    void networks()
    {
        const QStringList all = textFields(NetworkEditor::staticMetaObject);
        // the texts that a kind of network has
        const auto shapesOf = [&](Shapes own) {
            for (const QString& name : all) {
                if (!own.contains(name))
                    own.insert(name, QString());
            }
            return own;
        };
        const QString word = QStringLiteral("%1");
        const Shapes wifi{{QStringLiteral("name"), word},
                          {QStringLiteral("username"), word},
                          {QStringLiteral("outerName"), word},
                          {QStringLiteral("server"), QStringLiteral("%1.example")}};
        const Shapes gateway{{QStringLiteral("name"), word},
                             {QStringLiteral("username"), word},
                             {QStringLiteral("address"), QStringLiteral("%1.example")}};
        const Shapes tunnel{{QStringLiteral("name"), word},
                            {QStringLiteral("tunnelAddresses"), QStringLiteral("10.77.3.2/32")},
                            {QStringLiteral("dns"), QStringLiteral("10.77.3.1")},
                            {QStringLiteral("listenPort"), QStringLiteral("51871")},
                            {QStringLiteral("mtu"), QStringLiteral("1377")}};
        for (const QString& name : all)
            QVERIFY2(wifi.contains(name) || gateway.contains(name) || tunnel.contains(name),
                     qPrintable(name));
        {
            NetworkEditor editor(m_desktop->link);
            editor.startNew();
            Filling filling;
            editor.setSecurity(NetworkEditor::Enterprise);
            fill(editor, filling, shapesOf(wifi));
            saveAndFind(editor, m_desktop->networks, filling);
        }
        {
            NetworkEditor editor(m_desktop->link);
            editor.startNew();
            Filling filling;
            editor.setKind(NetworkEditor::Ipsec);
            fill(editor, filling, shapesOf(gateway));
            saveAndFind(editor, m_desktop->networks, filling);
        }
        NetworkEditor editor(m_desktop->link);
        editor.startNew();
        Filling filling;
        editor.setKind(NetworkEditor::WireGuard);
        editor.setPassword(secretFromText(QString::fromLatin1(privateTunnelKey)));
        fill(editor, filling, shapesOf(tunnel));
        editor.peers()->add();
        editor.peers()->setPublicKey(0, filling.put(QString::fromLatin1(tunnelKey)));
        editor.peers()->setEndpoint(0, filling.put(QStringLiteral("%1.example:51820")));
        editor.peers()->setAllowed(0, filling.put(QStringLiteral("10.88.4.0/24")));
        editor.peers()->setKeepAlive(0, filling.put(QStringLiteral("4321")));
        saveAndFind(editor, m_desktop->networks, filling);
        // no secret is found
        m_desktop->networks.setQuery(QString::fromLatin1(privateTunnelKey));
        QTRY_COMPARE(m_desktop->networks.count(), 0);
    }

    void sshProfiles()
    {
        SshEditor editor(m_desktop->link);
        editor.startNew();
        Filling filling;
        fill(editor, filling);
        editor.hosts()->add();
        editor.hosts()->setAlias(0, filling.put());
        editor.hosts()->setHostName(0, filling.put(QStringLiteral("%1.example")));
        editor.hosts()->setPort(0, filling.put(QStringLiteral("2299")));
        editor.hosts()->setUserName(0, filling.put());
        editor.hosts()->setJump(0, filling.put());
        QCOMPARE(editor.knownHosts()->addText(filling.put(QStringLiteral("%1.example")) +
                                              QStringLiteral(" ssh-ed25519 ") + QString::fromLatin1(key)),
                 QString());
        QCOMPARE(editor.otherKeys()->addText(QStringLiteral("ssh-ed25519 ") + QString::fromLatin1(otherKey) +
                                             filling.put(QStringLiteral(" %1"))),
                 QString());
        saveAndFind(editor, m_desktop->sshProfiles, filling);
    }

    void mailAccounts()
    {
        MailEditor editor(m_desktop->link);
        editor.startNew();
        Filling filling;
        fill(editor, filling, {{QStringLiteral("address"), QStringLiteral("%1@example.org")}});
        fill(*editor.incoming(), filling,
             {{QStringLiteral("host"), QStringLiteral("%1.example.org")},
              {QStringLiteral("port"), QStringLiteral("9931")}});
        fill(*editor.outgoing(), filling,
             {{QStringLiteral("host"), QStringLiteral("%1.example.org")},
              {QStringLiteral("port"), QStringLiteral("4651")}});
        saveAndFind(editor, m_desktop->mailAccounts, filling);
    }

    void cleanupTestCase()
    {
        m_desktop.reset();
        m_world.reset();
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<scenario::World> m_world;
    std::unique_ptr<Desktop> m_desktop;
};

QTEST_MAIN(FormSearch)
#include "tst_form_search.moc"
