#include "preview_data.h"

#include "example_data.h"

#include "interchange/wifi_network.h"

#include <QByteArray>

namespace mmm::test {

namespace {

/// A certificate of somebody with a long name, for the year 2020.
constexpr std::string_view expiredAuthority =
    "-----BEGIN CERTIFICATE-----\n"
    "MIIClzCCAj2gAwIBAgIBATAKBggqhkjOPQQDAjCBujE9MDsGA1UEAww0QXV0aG9y\n"
    "aXR5IG9mIHRoZSBicmFuY2ggYXQgdGhlIGZhciBlbmQgb2YgdGhlIHZhbGxleTFA\n"
    "MD4GA1UECgw3U29jaWV0eSBvZiB0aG9zZSB3aG8ga2VlcCB0aGUgcm9vbXMgb2Yg\n"
    "dGhlIGxpYnJhcnkgd2FybTE3MDUGA1UECwwuRGVwYXJ0bWVudCBvZiBjZXJ0aWZp\n"
    "Y2F0ZXMgdGhhdCBub2JvZHkgcmVuZXdlZDAeFw0yMDAxMDEwMDAwMDBaFw0yMTAx\n"
    "MDEwMDAwMDBaMIG6MT0wOwYDVQQDDDRBdXRob3JpdHkgb2YgdGhlIGJyYW5jaCBh\n"
    "dCB0aGUgZmFyIGVuZCBvZiB0aGUgdmFsbGV5MUAwPgYDVQQKDDdTb2NpZXR5IG9m\n"
    "IHRob3NlIHdobyBrZWVwIHRoZSByb29tcyBvZiB0aGUgbGlicmFyeSB3YXJtMTcw\n"
    "NQYDVQQLDC5EZXBhcnRtZW50IG9mIGNlcnRpZmljYXRlcyB0aGF0IG5vYm9keSBy\n"
    "ZW5ld2VkMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEf6uX1TCdaOKjvpxzV9Mz\n"
    "Tn/4NPh7PR+mdmnB6WudtoemT8gTfWlF6+Te0+r7T/8E/vOFq6F4XxlEdC1ZGjYN\n"
    "iKMyMDAwDwYDVR0TAQH/BAUwAwEB/zAdBgNVHQ4EFgQUpfrB7R+l+XoIcqQcoBsa\n"
    "a0Dw1uUwCgYIKoZIzj0EAwIDSAAwRQIhALncb4EJQed/IVT9tg15msMy1elbZcOq\n"
    "srDnkLoOMYVXAiB9tCktzhZePcH1AOZc3aw6wIJ4WXSqAgLoodWq0u07Vw==\n"
    "-----END CERTIFICATE-----\n";

/// A VPN of which every text is long, whose authority is no longer valid, and two more networks.
std::vector<schema::CatalogedNetwork> longNetworks(const std::string& words, const std::string& letters)
{
    std::vector<schema::CatalogedNetwork> all(3);
    all[0].protocol = "wifi";
    all[0].service = std::string(32, 'W'); // as long as a name may be
    all[0].security = "enterprise";
    all[0].username = words;
    all[1].protocol = "tls";
    all[1].service = words;
    all[1].address = letters + ".example";
    interchange::setSettingText(all[1], "vpn", "service-type", "org.freedesktop.NetworkManager.openvpn");
    interchange::setSettingText(all[1], "vpn", "connection-type", "tls");
    interchange::setSettingText(all[1], "vpn", "key", "/home/" + letters + "/" + letters + ".key");
    interchange::setAttachment(all[1], "vpn", "ca", Secret(bytesOf(expiredAuthority)));
    all[2].protocol = "wireguard";
    all[2].service = letters;
    all[2].password.secret = SharedSecret(Secret(bytesOf("6Kk2/wF5a2OkeTGjEmbP6/0jABNR59k8Aw/8HJIMTmc=")));
    all[2].tunnel.emplace().addresses = {"10.0.0.2/32", "fd00:1234:5678:9abc:def0:1234:5678:9abc/128"};
    all[2].tunnel->peers.emplace_back().publicKey = "Z7kf8+gZ8fFhTCZfZ1P9VVyIVz2nnw0vOTcC6JGAlSU=";
    all[2].tunnel->peers.front().endpoint = letters + ".example:51820";
    return all;
}

schema::Contact contact(const std::string& name)
{
    schema::Contact one;
    one.fullName = name;
    schema::Address mail;
    mail.uri = "mailto:someone@example.com";
    one.addresses.push_back(mail);
    return one;
}

schema::CatalogedBookmark bookmark(const std::string& title, const std::string& path)
{
    schema::CatalogedBookmark one;
    one.title = title;
    one.uri = "https://www.example.com/" + std::to_string(title.size());
    one.path = path;
    return one;
}

schema::Task task(const std::string& title, TimePoint start)
{
    schema::Task one;
    one.title = title;
    one.start = start;
    return one;
}

schema::CatalogedCredential credential(const std::string& service, const std::string& user)
{
    schema::CatalogedCredential one;
    one.service = service;
    one.username = user;
    one.password.secret = SharedSecret(Secret(bytesOf("correct horse battery staple")));
    return one;
}

void fillWithMany(ScriptedAccount& account, int count, TimePoint now)
{
    std::vector<schema::Contact> contacts;
    std::vector<schema::CatalogedBookmark> bookmarks;
    std::vector<schema::Task> tasks;
    std::vector<schema::CatalogedCredential> credentials;
    for (int i = 0; i < count; ++i) {
        const std::string number = std::to_string(i);
        contacts.push_back(contact(std::string(1, char('A' + i % 26)) + "nna Person " + number));
        bookmarks.push_back(bookmark("Page " + number, i % 3 == 0 ? "" : "Folder " + std::to_string(i % 40)));
        tasks.push_back(task("Task " + number, now + std::chrono::hours(i)));
        credentials.push_back(credential("site" + number + ".example.com", "user" + number));
    }
    account.contacts().fill(contacts);
    account.bookmarks().fill(bookmarks);
    account.tasks().fill(tasks);
    account.credentials().fill(credentials);
}

void fillWithLong(ScriptedMesh& mesh, TimePoint now)
{
    const std::string words = "A name that goes on and on, with every title that its bearer has ever been "
                              "given, and then some more";
    const std::string letters(180, 'W');
    ScriptedAccount& account = mesh.scripted();
    account.contacts().fill({contact(words), contact(letters), contact("محمد بن موسى الخوارزمي"),
                             contact("רחל המשוררת"), contact("山田 太郎"), contact("👩‍🚀 Emoji")});
    account.bookmarks().fill({bookmark(words, words), bookmark(letters, letters + "/" + letters),
                              bookmark("صفحة عن الخوارزميات", "مجلد")});
    account.tasks().fill(
        {task(words, now), task(letters, now + std::chrono::hours(20000)), task("כתוב את הדוח", now)});
    account.credentials().fill({credential(letters + ".example", letters),
                                credential("مثال.example", "مستخدم"), credential("example.com", words)});
    account.networks().fill(longNetworks(words, letters));
    schema::CatalogedApplicationSSH profile;
    profile.title = words;
    profile.userName = letters;
    profile.hosts.resize(1);
    profile.hosts.front().alias = letters;
    profile.hosts.front().hostName = letters + ".example";
    profile.hosts.front().jump = letters;
    profile.knownHosts = {
        letters + " ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPqfJdF0FeDMHoJwnTw+vlA5lhr+FGHPa01bf/5tTwA3 " +
            words,
        "not understood " + letters};
    profile.authorizedKeys = {
        "restrict,from=\"" + letters +
        "\" ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIIrT5OzEOg+g8eovpO5Bwqk/cFrAs4JyJSJTPGHDzcbx "
        "carol@example.org"};
    account.sshProfiles().fill({profile});
    schema::CatalogedApplicationMail mail;
    mail.accountAddress = {letters + "@example.com"};
    mail.displayName = words;
    mail.inbound.resize(1);
    mail.inbound.front().serviceName = letters + ".example";
    mail.inbound.front().userName = words;
    mail.outbound = mail.inbound;
    // of OU=Mail, O=Example, for carol@example.org
    const QByteArray der = QByteArray::fromHex(
        "308201ff308201a5a003020102021422277e51d6e459088da6f175102cd2b53073d606300a06082a8648ce3d04030230"
        "453110300e060355040a0c074578616d706c653131302f060355040b0c284d61696c20666f722070656f706c65207769"
        "7468206c6f6e67206e616d657320616e64206d6f72653020170d3236313132383037333135345a180f32313236313130"
        "343037333135345a30453110300e060355040a0c074578616d706c653131302f060355040b0c284d61696c20666f7220"
        "70656f706c652077697468206c6f6e67206e616d657320616e64206d6f72653059301306072a8648ce3d020106082a86"
        "48ce3d030107034200046195e174734d5df06b191e384a2c01b20a5f9e1dd7391acad6b9348dc9b820cfcf3f3ceec215"
        "be50cdb3700c248d232253d7372a0adce44fb6282e5a826275e6a371306f301d0603551d0e041604147ab9a924c289f3"
        "f348b891763ec694afa5d935e3301f0603551d230418301680147ab9a924c289f3f348b891763ec694afa5d935e3300f"
        "0603551d130101ff040530030101ff301c0603551d110415301381116361726f6c406578616d706c652e6f7267300a06"
        "082a8648ce3d040302034800304502202c53cb7b5cc95331e2a454de6fb4de72e1686f20131a214b418cff47e9892168"
        "022100876751975f468a6f06c7d4592762488ef49e7690dd3347606016e15e34cc661f");
    mail.smimeEncrypt.emplace().x509Certificate = Bytes(der.begin(), der.end());
    account.mailAccounts().fill({mail});
    mesh.addDevice({"MOTH-ERDE-VICE", words, false, true, false, now - std::chrono::hours(24), now});
    mesh.addRequest({"request-1", "MNEW-DEVI-CE00", words, "QRST-UVWX-YZAB", mesh::PinProof::Wrong, now,
                     now + std::chrono::hours(24)});
    mesh::MessageInfo message;
    message.id = "request-1";
    message.kind = mesh::MessageKind::ConnectionRequest;
    message.subject = words;
    message.witness = "QRST-UVWX-YZAB";
    message.when = now;
    mesh.addMessage(message);
    mesh.addDevice(
        {"MOTH-ERDE-VIC2", letters, false, false, true, now - std::chrono::hours(24), std::nullopt});

    std::vector<mesh::TrustLink> links = exampleLinks();
    links[2].name = words;
    links[3].fault = Error{Fault::NotAuthorised, "scripted"};
    links[9].name = letters;
    links[9].isCurrent = false;
    links[9].notaryToken = letters;
    links[9].notary = mesh::NotaryState::Wrong;
    links[9].notaryFault = Error{Fault::Contradiction, "scripted"};
    links.back().name = letters;
    links.back().fault = Error{Fault::Forked, "scripted"};
    mesh.trust().setLinks(std::move(links));
    mesh.trust().setService(fail(Fault::WrongService, "scripted"));

    mesh::MessageDetail letter;
    letter.canConfirm = false;
    letter.info.id = "long-1";
    letter.info.kind = mesh::MessageKind::ConfirmationRequest;
    letter.info.speaker.standing = mesh::Standing::Contact;
    letter.info.speaker.name = words;
    letter.info.speaker.organisation = words;
    letter.info.speaker.address = letters + "@example.com";
    letter.info.speaker.accountUdf = "MBOB-BBBB-CCCC-DDDD-EEEE-FFFF-GGGG-HHHH";
    letter.info.from = letter.info.speaker.address;
    letter.info.text = words + ". " + words + ". " + letters;
    letter.info.when = now;
    letter.info.expires = now + std::chrono::minutes(8);
    letter.info.needsAnswer = true;
    mesh.addLetter(letter);
    letter.info.id = "long-2";
    letter.info.kind = mesh::MessageKind::ContactRequest;
    letter.info.speaker.standing = mesh::Standing::Stranger;
    letter.info.speaker.name = "محمد بن موسى الخوارزمي";
    letter.info.text = "رسالة طويلة جدا من شخص غريب 👩‍🚀";
    letter.info.wantsReply = true;
    letter.card = contact(letters);
    mesh.addLetter(letter);

    const std::string name(63, 'w'); // as long as a name may be
    mesh.groups().add({"group-long", name + "@" + letters + ".example", true},
                      {{"MAAA", name + "@" + letters + ".example", words, "id-1",
                        mesh::MemberStanding::Accepted, false, false},
                       {"MBBB", name + "@" + letters + ".example", "", "",
                        mesh::MemberStanding::Undeliverable, true, false}});
}

/// An account that is open, with a message that waits.
void fillWithWork(ScriptedMesh& mesh)
{
    mesh.scripted().bookmarks().arrive(bookmark("The wiki of the office", "Office"));
    mesh.scripted().contacts().arrive(contact("Joan Clarke"));
    mesh::MessageDetail detail;
    detail.info.id = "work-1";
    detail.info.kind = mesh::MessageKind::ContactRequest;
    detail.info.className = "RequestContact";
    detail.info.speaker.standing = mesh::Standing::Stranger;
    detail.info.speaker.address = "joan@example.org";
    detail.info.from = detail.info.speaker.address;
    detail.info.when = SystemClock().now();
    detail.info.needsAnswer = true;
    mesh.addLetter(detail);
}

mesh::AccountService service(const std::string& address, bool isFirst, mesh::ServiceState state,
                             std::optional<Fault> fault = std::nullopt)
{
    mesh::AccountService made;
    made.address = address;
    made.isFirst = isFirst;
    made.state = state;
    made.inStep = SystemClock().now();
    if (fault)
        made.fault = Error{*fault, {}};
    return made;
}

} // namespace

std::shared_ptr<PersonaScript> personasForPreview(const std::string& which)
{
    auto script = std::make_shared<PersonaScript>();
    if (which == "usual" || which == "many") {
        script->put({"MWOR-KKKK-CCCC", "alice.work@example.net", false, true}, mesh::Stage::Ready,
                    fillWithWork);
        script->put({"MCLU-BBBB-CCCC", "treasurer@chess-club.example", false, false});
        script->failToOpen("MCLU-BBBB-CCCC", Fault::Offline);
        script->put({"MBEI-NGMA-DEEE", "nightowl@example.com", false, true}, mesh::Stage::Creating);
        script->put({"MGON-EEEE-CCCC", "", false, true}, mesh::Stage::Removed);
        script->put({"MBRO-KENN-CCCC", "family@example.org", false, true});
        script->failToOpen("MBRO-KENN-CCCC", Fault::Damaged);
    } else if (which == "long") {
        script->put({"MWOR-KKKK-CCCC", std::string(180, 'W') + "@example.net", false, true},
                    mesh::Stage::Ready, fillWithWork);
    }
    return script;
}

bool fillForPreview(ScriptedMesh& mesh, const std::string& which)
{
    const TimePoint now = SystemClock().now();
    ScriptedAccount& account = mesh.scripted();
    if (which == "usual") {
        fillWithExamples(mesh);
        (void)addGroupContact(mesh);
        auto mine = contact("Hypatia");
        auto theirs = mine;
        theirs.fullName = "Hypatia of Alexandria";
        theirs.title = "Professor";
        account.contacts().conflict(account.contacts().arrive(mine), mine, theirs);
        const auto here = credential("shop.example", "alice");
        auto there = here;
        there.password.secret = SharedSecret(Secret(bytesOf("incorrect horse")));
        account.credentials().conflict(account.credentials().arrive(here), here, there);
    } else if (which == "one") {
        account.contacts().arrive(contact("Ada Lovelace"));
        account.bookmarks().arrive(bookmark("A page", ""));
        account.tasks().arrive(task("Call the plumber", now));
        account.credentials().arrive(credential("example.com", "alice"));
    } else if (which == "many") {
        fillWithMany(account, 10000, now);
        mesh.trust().setLinks(manyLinks(40));
        mesh.serviceChange().setState(mesh::MoveState{
            "alice@example.com", "alice@mesh.example.net", mesh::MoveStep::Leaving, {"Laptop", "Tablet"}});
        mesh.serviceChange().further().setServices(
            {service("alice@example.com", true, mesh::ServiceState::Unknown),
             service("alice@mesh.example.net", false, mesh::ServiceState::InStep),
             service("alice@mesh.example.org", false, mesh::ServiceState::Unreachable, Fault::Offline)});
        mesh::SyncState state;
        state.phase = mesh::SyncPhase::Working;
        state.progress = 0.4;
        mesh.setSyncState(state);
    } else if (which == "long") {
        fillWithLong(mesh, now);
        const std::string letters(180, 'W');
        mesh.serviceChange().further().setServices(
            {service(letters + "@example.com", true, mesh::ServiceState::Unknown),
             service(letters + "@example.net", false, mesh::ServiceState::Refuses, Fault::Forked),
             service(letters + "@example.org", false, mesh::ServiceState::Refuses, Fault::Suspended)});
        mesh.serviceChange().setState(
            mesh::MoveState{letters + "@example.com", letters + "@example.net", mesh::MoveStep::Copying, {}});
    } else {
        return which == "empty";
    }
    return true;
}

} // namespace mmm::test
