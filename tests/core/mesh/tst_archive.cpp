#include "core/mesh/scenario.h"

#include "mesh/archive.h"
#include "mesh/archive_file.h"
#include "mesh/archive_records.h"
#include "mesh/groups.h"
#include "schema/catalog.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace mmm;
using namespace scenario;
using mesh::ArchivePiece;
using mesh::PieceKind;

namespace {

namespace names = schema::store_name;

/// As little as a passphrase may cost.
constexpr crypto::Argon2Cost cheap{19456, 2, 1};

Secret phrase(std::string_view text = "correct horse battery")
{
    return Secret(bytesOf(text));
}

encoding::SecretText secretText(std::string_view text)
{
    return {SharedSecret(Secret(bytesOf(text)))};
}

schema::Contact person(const std::string& name)
{
    schema::Contact contact;
    contact.fullName = name;
    contact.email = "mail@" + name + ".example";
    return contact;
}

schema::CatalogedCredential credential(const std::string& service, const std::string& password)
{
    schema::CatalogedCredential entry;
    entry.protocol = "http";
    entry.service = service;
    entry.username = "alice";
    entry.password = secretText(password);
    return entry;
}

/// One entry in every catalog that a person writes.
void fill(Desktop& desktop)
{
    mesh::Account& account = desktop.account();
    VERIFY_OK(account.contacts().add(person("Bob")));
    VERIFY_OK(account.bookmarks().add(bookmark("One", "https://one.example/", "One")));
    VERIFY_OK(account.credentials().add(credential("bank.example", "hunter2")));
    schema::Task task;
    task.title = "Water the plants";
    VERIFY_OK(account.tasks().add(task));
    schema::CatalogedNetwork network;
    network.protocol = "wifi";
    network.service = "Home";
    network.password = secretText("long password");
    VERIFY_OK(account.networks().add(network));
    schema::CatalogedApplicationSSH ssh;
    ssh.title = "Servers";
    ssh.userName = "root";
    ssh.authorizedKeys = {
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHVmKx5bYuhJtTjkM4nGb0UD8JFZXoiPCyeCW7iYaQpD old"};
    VERIFY_OK(account.sshProfiles().add(ssh));
    schema::CatalogedApplicationMail mail;
    mail.accountAddress = {"alice@mail.example"};
    VERIFY_OK(account.mailAccounts().add(mail));
}

std::map<std::string, std::size_t> countsOf(const mesh::ArchiveInfo& info)
{
    std::map<std::string, std::size_t> counts;
    for (const mesh::ArchivedContents& contents : info.containers)
        counts[contents.name] = contents.entries;
    return counts;
}

mesh::RestoredCatalog of(const std::vector<mesh::RestoredCatalog>& restored, std::string_view name)
{
    const auto found = std::ranges::find(restored, name, &mesh::RestoredCatalog::name);
    return found == restored.end() ? mesh::RestoredCatalog() : *found;
}

std::string idOf(Desktop& desktop, const std::string& title)
{
    std::string id;
    desktop.account().bookmarks().visit([&](const auto& row) {
        if (row.entry.title == title)
            id = row.id;
    });
    return id;
}

/// A folder of archives.
class Shelf
{
public:
    [[nodiscard]] std::filesystem::path operator/(const char* name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }
    [[nodiscard]] QStringList files() const
    {
        return QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden);
    }

private:
    QTemporaryDir m_folder;
};

Bytes octetsOf(const std::filesystem::path& path)
{
    QFile file(QString::fromStdString(path.string()));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray all = file.readAll();
    return Bytes(all.begin(), all.end());
}

void write(const std::filesystem::path& path, const Bytes& octets)
{
    QFile file(QString::fromStdString(path.string()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(reinterpret_cast<const char*>(octets.data()), qint64(octets.size()));
}

std::vector<ArchivePiece> piecesOf(const std::filesystem::path& path)
{
    const auto file = dare::openFile(path, dare::OpenMode::Read).value();
    auto reader = mesh::ArchiveReader::open(*file, phrase()).value();
    std::vector<ArchivePiece> pieces;
    for (auto piece = reader.next().value(); piece; piece = reader.next().value())
        pieces.push_back(std::move(*piece));
    return pieces;
}

/// An archive of these pieces, which are not looked at.
void write(const std::filesystem::path& path, const std::vector<ArchivePiece>& pieces)
{
    std::filesystem::remove(path);
    const auto file = dare::openFile(path, dare::OpenMode::Create).value();
    auto writer = mesh::ArchiveWriter::create(*file, phrase(), cheap).value();
    for (const ArchivePiece& piece : pieces)
        VERIFY_OK(writer.add(piece.kind, piece.content));
}

template<typename T>
T read(const ArchivePiece& piece)
{
    return encoding::fromTaggedJson<T>(piece.content).value();
}

/// Where a container begins.
std::size_t placeOf(const std::vector<ArchivePiece>& pieces, std::string_view container)
{
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (pieces[i].kind == PieceKind::Container &&
            read<mesh::ArchivedContainer>(pieces[i]).container == container)
            return i;
    }
    return pieces.size();
}

} // namespace

/// An account as one file, and back.
class TestArchive : public QObject
{
    Q_OBJECT

private slots:
    void whatWasLostComesBack()
    {
        World world;
        Desktop alice(world);
        Shelf shelf;
        VERIFY_OK(alice.open());
        VERIFY_OK(alice.createMesh("alice"));
        fill(alice);
        VERIFY_OK(alice.account().bookmarks().add(bookmark("Gone", "https://gone.example/", "Gone")));
        VERIFY_OK(alice.account().bookmarks().removeAll({idOf(alice, "Gone")}));
        QVERIFY(alice.settles());
        double done = 0;
        VERIFY_OK(alice->archives().save(shelf / "alice.dare", phrase(), cheap, [&](double share) {
            QVERIFY(share >= done);
            done = share;
        }));
        QCOMPARE(done, 1.0);
        QCOMPARE(shelf.files(), QStringList({"alice.dare"}));

        done = 0;
        const auto archive = alice->archives().open(shelf / "alice.dare", phrase(), [&](double share) {
            QVERIFY(share >= done && share <= 1);
            done = share;
        });
        VERIFY_OK(archive);
        const mesh::ArchiveInfo& info = (*archive)->info();
        QCOMPARE(info.account, std::string("alice@example.com"));
        QCOMPARE(info.fullName, std::string("Alice Example"));
        QCOMPARE(info.deviceName, std::string("First desktop"));
        QVERIFY(info.isOwn);
        auto counts = countsOf(info);
        QCOMPARE(counts.size(), std::size_t(9));
        QCOMPARE(counts[std::string(names::device)], std::size_t(1));
        QCOMPARE(counts[std::string(names::contact)], std::size_t(2));
        QCOMPARE(counts[std::string(names::bookmark)], std::size_t(1));
        QCOMPARE(counts[std::string(names::credential)], std::size_t(1));
        QCOMPARE(counts[std::string(names::task)], std::size_t(1));
        QCOMPARE(counts[std::string(names::network)], std::size_t(1));
        QVERIFY(counts[std::string(names::application)] >= 3);

        // restored at once, nothing happens
        auto restored = alice->archives().restore(**archive);
        VERIFY_OK(restored);
        for (const mesh::RestoredCatalog& catalog : *restored)
            QVERIFY2(catalog.added == 0 && catalog.updated == 0 && catalog.kept == 0, catalog.name.c_str());

        mesh::Account& account = alice.account();
        VERIFY_OK(account.bookmarks().removeAll({idOf(alice, "One")}));
        std::vector<std::string> ids;
        account.credentials().visit([&](const auto& row) { ids.push_back(row.id); });
        VERIFY_OK(account.credentials().removeAll(ids));
        ids.clear();
        account.sshProfiles().visit([&](const auto& row) { ids.push_back(row.id); });
        VERIFY_OK(account.sshProfiles().removeAll(ids));
        QVERIFY(alice.settles());
        restored = alice->archives().restore(**archive);
        VERIFY_OK(restored);
        QCOMPARE(of(*restored, names::bookmark).added, std::size_t(1));
        QCOMPARE(of(*restored, names::credential).added, std::size_t(1));
        QCOMPARE(of(*restored, names::application).added, std::size_t(1));
        QCOMPARE(of(*restored, names::contact).same, std::size_t(2));
        QCOMPARE(alice.bookmarkTitles(), std::set<std::string>({"One"}));
        std::string id;
        account.credentials().visit([&](const auto& row) { id = row.id; });
        QVERIFY(account.credentials().read(id)->entry == credential("bank.example", "hunter2"));
        QCOMPARE(account.sshProfiles().size(), std::size_t(1));
        QVERIFY(alice.settles());
    }

    void whatIsNewerStays()
    {
        World world;
        Desktop alice(world);
        Shelf shelf;
        VERIFY_OK(alice.open());
        VERIFY_OK(alice.createMesh("alice"));
        const auto newer = alice.account().bookmarks().add(bookmark("Newer", "https://a.example/", "Newer"));
        const auto older = alice.account().bookmarks().add(bookmark("Older", "https://b.example/", "Older"));
        QVERIFY(alice.settles());
        alice.clock->shift = 30;
        VERIFY_OK(
            alice.account().bookmarks().update(*older, bookmark("Older", "https://late.example/", "Older")));
        QVERIFY(alice.settles());
        VERIFY_OK(alice->archives().save(shelf / "alice.dare", phrase(), cheap));
        // a device whose clock was behind
        alice.clock->shift = 10;
        VERIFY_OK(
            alice.account().bookmarks().update(*older, bookmark("Older", "https://c.example/", "Older")));
        alice.clock->shift = 50;
        VERIFY_OK(
            alice.account().bookmarks().update(*newer, bookmark("Newer", "https://d.example/", "Newer")));

        const auto archive = alice->archives().open(shelf / "alice.dare", phrase());
        VERIFY_OK(archive);
        const auto restored = alice->archives().restore(**archive);
        VERIFY_OK(restored);
        QCOMPARE(of(*restored, names::bookmark).kept, std::size_t(1));
        QCOMPARE(of(*restored, names::bookmark).updated, std::size_t(1));
        QCOMPARE(alice.account().bookmarks().read(*newer)->entry.uri, std::string("https://d.example/"));
        QCOMPARE(alice.account().bookmarks().read(*older)->entry.uri, std::string("https://late.example/"));
        // and what it replaced is not lost
        const auto history = alice.account().bookmarks().history(*older);
        VERIFY_OK(history);
        QCOMPARE(alice.account().bookmarks().readVersion(*older, (*history)[1].version)->uri,
                 std::string("https://c.example/"));
    }

    void changesThatTheServiceDoesNotHave()
    {
        World world;
        Desktop alice(world);
        Shelf shelf;
        VERIFY_OK(alice.open());
        VERIFY_OK(alice.createMesh("alice"));
        for (const char* title : {"Changed", "Removed", "Untouched"})
            VERIFY_OK(alice.account().bookmarks().add(bookmark(title, "https://before.example/", title)));
        QVERIFY(alice.settles());
        world.stopService();
        VERIFY_OK(alice.account().bookmarks().update(
            idOf(alice, "Changed"), bookmark("Changed", "https://after.example/", "Changed")));
        VERIFY_OK(alice.account().bookmarks().removeAll({idOf(alice, "Removed")}));
        VERIFY_OK(alice.account().bookmarks().add(bookmark("Added", "https://added.example/", "Added")));
        VERIFY_OK(alice->archives().save(shelf / "alice.dare", phrase(), cheap));

        World elsewhere("example.net");
        Desktop other(elsewhere);
        VERIFY_OK(other.open());
        VERIFY_OK(other.createMesh("alice2"));
        const auto archive = other->archives().open(shelf / "alice.dare", phrase());
        VERIFY_OK(archive);
        VERIFY_OK(other->archives().restore(**archive));
        QCOMPARE(other.bookmarkTitles(), std::set<std::string>({"Added", "Changed", "Untouched"}));
        QCOMPARE(other.account().bookmarks().read(idOf(other, "Changed"))->entry.uri,
                 std::string("https://after.example/"));
    }

    void onABlankMachine()
    {
        Shelf shelf;
        {
            World lost;
            Desktop alice(lost);
            VERIFY_OK(alice.open());
            VERIFY_OK(alice.createMesh("alice"));
            fill(alice);
            VERIFY_OK(alice->groups().create("family"));
            std::string self;
            alice.account().contacts().visit([&](const auto& row) {
                if (row.entry.fullName == "Alice Example")
                    self = row.id;
            });
            schema::Contact card = alice.account().contacts().read(self)->entry;
            card.email = "alice@mail.example";
            VERIFY_OK(alice.account().contacts().update(self, card));
            QVERIFY(alice.settles());
            VERIFY_OK(alice->archives().save(shelf / "alice.dare", phrase(), cheap));
        }
        World world("example.net");
        Desktop alice(world);
        VERIFY_OK(alice.open());
        const auto archive = alice->archives().open(shelf / "alice.dare", phrase());
        VERIFY_OK(archive);
        QVERIFY(!(*archive)->info().isOwn);
        QCOMPARE(alice->archives().restore(**archive).error().fault, Fault::Unsupported);
        VERIFY_OK(alice.createMesh("alice"));
        const auto restored = alice->archives().restore(**archive);
        VERIFY_OK(restored);
        // of the group, which itself belongs to where it was, the card comes along
        QCOMPARE(of(*restored, names::contact).added, std::size_t(2));
        QCOMPARE(of(*restored, names::application).added, std::size_t(2));
        QCOMPARE(alice.account().tasks().size(), std::size_t(1));
        QCOMPARE(alice.account().networks().size(), std::size_t(1));
        QCOMPARE(alice.account().mailAccounts().size(), std::size_t(1));
        QVERIFY(alice->groups().list()->empty());
        // of the keys of the devices that there were none is let in
        QVERIFY(alice.settles());
        std::string profile;
        alice.account().sshProfiles().visit([&](const auto& row) { profile = row.id; });
        QCOMPARE(alice.account().sshProfiles().read(profile)->entry.authorizedKeys.size(), std::size_t(1));
        QCOMPARE(alice->applications().sshDevices(profile)->size(), std::size_t(1));
        // one card of one's own, with the new address
        std::vector<std::string> ids;
        alice.account().contacts().visit([&](const auto& row) {
            if (row.entry.fullName == "Alice Example")
                ids.push_back(row.id);
        });
        QCOMPARE(ids.size(), std::size_t(1));
        const schema::Contact own = alice.account().contacts().read(ids.front())->entry;
        QCOMPARE(own.email, std::string("alice@mail.example"));
        QCOMPARE(own.addresses.size(), std::size_t(1));
        QCOMPARE(own.addresses.front().uri, std::string("mesh:alice@example.net"));

        // a further device gets all of it from the service
        Desktop second(world);
        VERIFY_OK(second.open());
        VERIFY_OK(second.join(alice, "Second"));
        QVERIFY(eventually([&] { return second.account().bookmarks().size() == 1; }));
        QVERIFY(eventually([&] { return second.account().credentials().size() == 1; }));
    }

    void writtenByADeviceThatLeft()
    {
        World world;
        Desktop first(world);
        Desktop second(world);
        Shelf shelf;
        VERIFY_OK(first.open());
        VERIFY_OK(first.createMesh("alice"));
        VERIFY_OK(second.open());
        VERIFY_OK(second.join(first, "Second"));
        VERIFY_OK(second.account().bookmarks().add(bookmark("Theirs", "https://two.example/", "Two")));
        QVERIFY(second.settles());
        QVERIFY(eventually([&] { return first.account().bookmarks().size() == 1; }));
        const auto devices = first->devices().value();
        for (const mesh::DeviceInfo& device : devices) {
            if (!device.isThisDevice)
                VERIFY_OK(first->disconnectDevice(device.udf));
        }
        VERIFY_OK(first.account().bookmarks().add(bookmark("Later", "https://one.example/", "One")));
        QVERIFY(first.settles());
        VERIFY_OK(first->archives().save(shelf / "alice.dare", phrase(), cheap));
        const auto archive = first->archives().open(shelf / "alice.dare", phrase());
        VERIFY_OK(archive);
        QCOMPARE(countsOf((*archive)->info())[std::string(names::bookmark)], std::size_t(2));
        QCOMPARE(countsOf((*archive)->info())[std::string(names::device)], std::size_t(1));
    }

    void refusesWhatIsNotOurs()
    {
        World world;
        Desktop alice(world);
        Shelf shelf;
        VERIFY_OK(alice.open());
        VERIFY_OK(alice.createMesh("alice"));
        QVERIFY(alice.settles());
        VERIFY_OK(alice->archives().save(shelf / "alice.dare", phrase(), cheap));
        const auto faultOf = [&](const char* name, const Secret& passphrase) {
            const auto opened = alice->archives().open(shelf / name, passphrase);
            return opened ? Fault::Internal : opened.error().fault;
        };
        QCOMPARE(faultOf("alice.dare", phrase("correct horse batterx")), Fault::WrongPassphrase);
        QCOMPARE(faultOf("alice.dare", Secret()), Fault::Missing);
        QCOMPARE(faultOf("nothing.dare", phrase()), Fault::NotFound);
        write(shelf / "text", copyOf(bytesOf("Dear diary, today")));
        QCOMPARE(faultOf("text", phrase()), Fault::WrongType);
        write(shelf / "empty", Bytes());
        QCOMPARE(faultOf("empty", phrase()), Fault::WrongType);
        {
            const auto file = dare::openFile(shelf / "other", dare::OpenMode::Create).value();
            VERIFY_OK(
                dare::SequenceWriter::create(*file, dare::ContainerType::Chain)->append({}, bytesOf("x")));
        }
        QCOMPARE(faultOf("other", phrase()), Fault::WrongType);

        const Bytes good = octetsOf(shelf / "alice.dare");
        std::string later(textOf(good));
        // the version stands in the metadata of the first frame, in Base64url
        const Bytes meta = [&] {
            dare::ContentMeta stated;
            stated.contentType = "application/mmm-archive";
            stated.keyValues.emplace_back();
            stated.keyValues.back().key = "Version";
            stated.keyValues.back().value = "2";
            return dare::toOctets(stated);
        }();
        const auto file = dare::openFile(shelf / "alice.dare", dare::OpenMode::Read).value();
        const auto first = dare::SequenceReader::open(*file)->firstFrame();
        const std::string before = encoding::toBase64url(first.header.contentMetaData);
        later.replace(later.find(before), before.size(), encoding::toBase64url(meta));
        write(shelf / "later", copyOf(bytesOf(later)));
        QCOMPARE(faultOf("later", phrase()), Fault::Unsupported);
    }

    void everyCutAndEveryAlteredOctetIsNoticed()
    {
        World world;
        Desktop alice(world);
        Shelf shelf;
        VERIFY_OK(alice.open());
        VERIFY_OK(alice.createMesh("alice"));
        QVERIFY(alice.settles());
        VERIFY_OK(alice->archives().save(shelf / "alice.dare", phrase(), cheap));
        const Bytes good = octetsOf(shelf / "alice.dare");
        const std::size_t step = good.size() / 40 + 1;
        for (std::size_t at = 0; at < good.size(); at += step) {
            write(shelf / "cut", Bytes(good.begin(), good.begin() + std::ptrdiff_t(at)));
            QVERIFY2(!alice->archives().open(shelf / "cut", phrase()), std::to_string(at).c_str());
        }
        Bytes longer = good;
        longer.insert(longer.end(), good.begin() + std::ptrdiff_t(good.size() / 2), good.end());
        write(shelf / "longer", longer);
        QVERIFY(!alice->archives().open(shelf / "longer", phrase()));
        for (std::size_t at = 7; at < good.size(); at += step) {
            Bytes altered = good;
            altered[at] ^= 0x10;
            write(shelf / "altered", altered);
            // the digests of the frames are no secret; what they cover is sealed all the same
            const auto opened = alice->archives().open(shelf / "altered", phrase());
            if (opened)
                QCOMPARE(countsOf((*opened)->info()),
                         countsOf((*alice->archives().open(shelf / "alice.dare", phrase()))->info()));
        }
        QVERIFY(alice->archives().open(shelf / "alice.dare", phrase()).has_value());
        // of all that was opened nothing stays
        QVERIFY(QDir(QString::fromStdString((alice.options().folder / "archives").string()))
                    .entryList(QDir::AllEntries | QDir::NoDotAndDotDot)
                    .isEmpty());
    }

    /// By somebody who knows the passphrase.
    void refusesWhatWasPutTogether()
    {
        World world;
        Desktop alice(world);
        Desktop mallory(world);
        Shelf shelf;
        VERIFY_OK(alice.open());
        VERIFY_OK(alice.createMesh("alice"));
        VERIFY_OK(alice.account().bookmarks().add(bookmark("One", "https://one.example/", "One")));
        QVERIFY(alice.settles());
        VERIFY_OK(alice->archives().save(shelf / "alice.dare", phrase(), cheap));
        VERIFY_OK(mallory.open());
        VERIFY_OK(mallory.createMesh("mallory"));
        VERIFY_OK(mallory.account().bookmarks().add(bookmark("Evil", "https://evil.example/", "Evil")));
        QVERIFY(mallory.settles());
        VERIFY_OK(mallory->archives().save(shelf / "mallory.dare", phrase(), cheap));
        const auto faultOf = [&](const std::function<void(std::vector<ArchivePiece>&)>& change) {
            std::vector<ArchivePiece> pieces = piecesOf(shelf / "alice.dare");
            change(pieces);
            write(shelf / "made.dare", pieces);
            const auto opened = alice->archives().open(shelf / "made.dare", phrase());
            return opened ? Fault::Internal : opened.error().fault;
        };
        using Pieces = std::vector<ArchivePiece>;
        QCOMPARE(faultOf([](Pieces&) {}), Fault::Internal);
        QCOMPARE(faultOf([](Pieces& p) { p.clear(); }), Fault::Damaged);
        QCOMPARE(faultOf([](Pieces& p) { p.erase(p.begin()); }), Fault::Damaged);
        QCOMPARE(faultOf([](Pieces& p) {
                     p.insert(p.begin(), {PieceKind::Account, p.front().content.clone()});
                 }),
                 Fault::Damaged);
        QCOMPARE(faultOf([](Pieces& p) { p.erase(p.begin() + 1, p.end() - 1); }), Fault::Damaged);
        QCOMPARE(faultOf([](Pieces& p) { p.pop_back(); }), Fault::Damaged);
        QCOMPARE(faultOf([](Pieces& p) { p[0].content = Secret(bytesOf("{}")); }), Fault::WrongType);
        QCOMPARE(faultOf([](Pieces& p) { p[1].content = Secret(bytesOf("no JSON")); }), Fault::Malformed);
        // others' devices first, or none
        QCOMPARE(faultOf([](Pieces& p) { std::swap(p[1], p[placeOf(p, names::bookmark)]); }), Fault::Damaged);
        // another name: the frames were signed for theirs
        QVERIFY(faultOf([](Pieces& p) {
                    auto record = read<mesh::ArchivedContainer>(p[placeOf(p, names::bookmark)]);
                    record.container = names::member;
                    p[placeOf(p, names::bookmark)].content = encoding::toTaggedJson(record);
                }) != Fault::Internal);
        QCOMPARE(faultOf([](Pieces& p) {
                     auto record = read<mesh::ArchivedContainer>(p[placeOf(p, names::bookmark)]);
                     record.container = "../../etc/passwd";
                     p[placeOf(p, names::bookmark)].content = encoding::toTaggedJson(record);
                 }),
                 Fault::Damaged);
        QCOMPARE(faultOf([](Pieces& p) {
                     auto record = read<mesh::ArchivedContainer>(p[placeOf(p, names::bookmark)]);
                     record.size = -1;
                     p[placeOf(p, names::bookmark)].content = encoding::toTaggedJson(record);
                 }),
                 Fault::Damaged);
        QCOMPARE(faultOf([](Pieces& p) {
                     auto record = read<mesh::ArchivedContainer>(p[placeOf(p, names::bookmark)]);
                     ++record.count;
                     p[placeOf(p, names::bookmark)].content = encoding::toTaggedJson(record);
                 }),
                 Fault::Damaged);
        // an entry of somebody else's
        QVERIFY(faultOf([&](Pieces& p) {
                    const Pieces theirs = piecesOf(shelf / "mallory.dare");
                    const std::size_t from = placeOf(theirs, names::bookmark);
                    const std::size_t to = placeOf(p, names::bookmark);
                    for (const std::size_t i : {std::size_t(0), std::size_t(1)})
                        p[to + i].content = theirs[from + i].content.clone();
                }) != Fault::Internal);
        // one octet of a signed frame
        QVERIFY(faultOf([](Pieces& p) {
                    Secret& frames = p[placeOf(p, names::bookmark) + 1].content;
                    frames.writable()[frames.size() - 40] ^= 1;
                }) != Fault::Internal);
        // the account of another with these containers
        QVERIFY(faultOf([&](Pieces& p) {
                    p[0].content = piecesOf(shelf / "mallory.dare")[0].content.clone();
                }) != Fault::Internal);
        // a key that opens nothing
        QCOMPARE(faultOf([](Pieces& p) {
                     auto account = read<mesh::ArchivedAccount>(p[0]);
                     account.keys.clear();
                     p[0].content = encoding::toTaggedJson(account);
                 }),
                 Fault::CannotDecrypt);
        // nothing of it reached the account
        QCOMPARE(alice.bookmarkTitles(), std::set<std::string>({"One"}));
    }

    void leavesNothingHalfDone()
    {
        World world;
        Desktop alice(world);
        Shelf shelf;
        VERIFY_OK(alice.open());
        QCOMPARE(alice->archives().save(shelf / "early.dare", phrase(), cheap).error().fault,
                 Fault::Unsupported);
        VERIFY_OK(alice.createMesh("alice"));
        fill(alice);
        QVERIFY(alice.settles());
        write(shelf / "alice.dare", copyOf(bytesOf("what was there")));
        std::stop_source stop;
        QCOMPARE(alice->archives()
                     .save(
                         shelf / "alice.dare", phrase(), cheap, [&](double) { stop.request_stop(); },
                         stop.get_token())
                     .error()
                     .fault,
                 Fault::Cancelled);
        QCOMPARE(shelf.files(), QStringList({"alice.dare"}));
        QVERIFY(octetsOf(shelf / "alice.dare") == copyOf(bytesOf("what was there")));
        QVERIFY(!alice->archives().save(shelf / "no such folder/alice.dare", phrase(), cheap));
        VERIFY_OK(alice->archives().save(shelf / "alice.dare", phrase(), cheap));

        std::stop_source stopOpening;
        const auto opened = alice->archives().open(
            shelf / "alice.dare", phrase(), [&](double) { stopOpening.request_stop(); },
            stopOpening.get_token());
        QVERIFY(!opened);
        QCOMPARE(opened.error().fault, Fault::Cancelled);

        std::stop_source stopRestoring;
        auto archive = alice->archives().open(shelf / "alice.dare", phrase());
        VERIFY_OK(archive);
        VERIFY_OK(alice.account().bookmarks().removeAll({idOf(alice, "One")}));
        stopRestoring.request_stop();
        QCOMPARE(alice->archives().restore(**archive, {}, stopRestoring.get_token()).error().fault,
                 Fault::Cancelled);
        QVERIFY(alice.bookmarkTitles().empty());
        // an archive that was open when the program ended
        const QString place = QString::fromStdString((alice.options().folder / "archives").string());
        QCOMPARE(QDir(place).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 1);
        [[maybe_unused]] static const auto* const abandoned = archive->release();
        alice.close();
        VERIFY_OK(alice.open());
        QVERIFY(!QDir(place).exists());
    }
};

QTEST_GUILESS_MAIN(TestArchive)
#include "tst_archive.moc"
