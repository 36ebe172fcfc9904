#include "example_data.h"

#include "interchange/wifi_network.h"

namespace mmm::test {

namespace {

/// A certificate that says it is the "Example Authority", for a hundred years.
constexpr std::string_view authority = "-----BEGIN CERTIFICATE-----\n"
                                       "MIIBtDCCAVmgAwIBAgIUZSvcugRo2LpsIt/OZMglQihT3mYwCgYIKoZIzj0EAwIw\n"
                                       "LjEaMBgGA1UEAwwRRXhhbXBsZSBBdXRob3JpdHkxEDAOBgNVBAoMB0V4YW1wbGUw\n"
                                       "IBcNMjYxMTI5MDcwNTAzWhgPMjEyNjExMDUwNzA1MDNaMC4xGjAYBgNVBAMMEUV4\n"
                                       "YW1wbGUgQXV0aG9yaXR5MRAwDgYDVQQKDAdFeGFtcGxlMFkwEwYHKoZIzj0CAQYI\n"
                                       "KoZIzj0DAQcDQgAEy1ubAHqPgIz+inxCqn4jB0SnMhSMDqbLnVqX3z9JQ9kDPpjp\n"
                                       "qvBEyM20BEgS3P5nEtG46sP4LNsWoQ5qgOoaZKNTMFEwHQYDVR0OBBYEFNusdLlU\n"
                                       "dUnA096nzf9AWodskpMWMB8GA1UdIwQYMBaAFNusdLlUdUnA096nzf9AWodskpMW\n"
                                       "MA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSQAwRgIhAONkrMT6pbuIL0dx\n"
                                       "sTj8IUQI7b+tpIsKkpPbIKineIGpAiEAqJ8BClJ1vGiBMaDCDwhGNq36khxjPGGi\n"
                                       "p8ZMRfHuEBo=\n"
                                       "-----END CERTIFICATE-----\n";

SharedSecret secret(std::string_view text)
{
    return SharedSecret(Secret(bytesOf(text)));
}

/// People, pages, tasks and passwords.
void addEntries(ScriptedAccount& account, TimePoint now)
{
    for (const char* name : {"Ada Lovelace", "Alan Turing", "Émilie du Châtelet", "Grace Hopper",
                             "Katherine Johnson", "Mary Somerville", "Zoë Quinn"}) {
        schema::Contact contact;
        contact.fullName = name;
        schema::Address mail;
        const std::string last = std::string(name).substr(std::string(name).rfind(' ') + 1);
        mail.uri = "mailto:" + (last.front() == 'C' ? "chatelet" : last) + "@example.com";
        contact.addresses.push_back(mail);
        account.contacts().fill({contact});
    }
    for (const char* path : {"", "News", "Work", "Work/Docs"}) {
        for (int i = 1; i <= 3; ++i) {
            schema::CatalogedBookmark bookmark;
            bookmark.title = "Page " + std::to_string(i);
            bookmark.uri = "https://www.example.com/" + std::to_string(i);
            bookmark.path = path;
            account.bookmarks().fill({bookmark});
        }
    }
    int day = -1;
    for (const char* title :
         {"Call the plumber", "Write the report", "Dinner with Grace", "Renew the passport"}) {
        schema::Task task;
        task.title = title;
        task.trigger = {"-P1D", "-PT15M", "-PT20M"};
        task.startTravel = "PT30M";
        task.start = now + std::chrono::hours(24 * day++);
        account.tasks().fill({task});
    }
    for (const char* site : {"example.com", "example.org", "bank.example"}) {
        schema::CatalogedCredential credential;
        credential.protocol = "https";
        credential.service = site;
        credential.username = "alice";
        credential.password.secret = secret("correct horse battery staple");
        account.credentials().fill({credential});
    }
}

void addSshProfile(ScriptedAccount& account)
{
    schema::CatalogedApplicationSSH profile;
    profile.title = "Servers at work";
    profile.userName = "alice";
    profile.hosts.resize(2);
    profile.hosts[0].alias = "web";
    profile.hosts[0].hostName = "web.example.com";
    profile.hosts[1].alias = "db";
    profile.hosts[1].hostName = "db.example.com";
    profile.hosts[1].port = 2222;
    profile.hosts[1].jump = "web";
    profile.knownHosts = {"web.example.com,192.0.2.7 ssh-ed25519 "
                          "AAAAC3NzaC1lZDI1NTE5AAAAIPqfJdF0FeDMHoJwnTw+vlA5lhr+FGHPa01bf/5tTwA3"};
    profile.authorizedKeys = {
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIIrT5OzEOg+g8eovpO5Bwqk/cFrAs4JyJSJTPGHDzcbx carol@example.org"};
    account.sshProfiles().fill({profile});
}

void addMailAccount(ScriptedAccount& account)
{
    schema::CatalogedApplicationMail mail;
    mail.accountAddress = {"alice@example.com"};
    mail.displayName = "Alice Example";
    mail.inbound.resize(1);
    mail.inbound.front().prefix = "imap";
    mail.inbound.front().serviceName = "imap.example.com";
    mail.inbound.front().security = {"Direct"};
    mail.inbound.front().password.secret = secret("correct horse battery staple");
    mail.outbound.resize(1);
    mail.outbound.front().prefix = "submission";
    mail.outbound.front().serviceName = "smtp.example.com";
    mail.outbound.front().security = {"Upgrade"};
    account.mailAccounts().fill({mail});
}

/// One of each kind: at home, of an organisation, and two that lead elsewhere.
void addNetworks(ScriptedAccount& account)
{
    schema::CatalogedNetwork network;
    network.protocol = "wifi";
    network.service = "Home";
    network.security = "wpa2";
    network.password.secret = secret("correct horse battery staple");
    account.networks().fill({network});
    network.service = "eduroam";
    network.security = "enterprise";
    network.username = "alice@example.edu";
    account.networks().fill({network});
    network = {};
    network.protocol = "tls";
    network.service = "Branch office";
    network.address = "vpn.example.com";
    interchange::setSettingText(network, "vpn", "service-type", "org.freedesktop.NetworkManager.openvpn");
    interchange::setSettingText(network, "vpn", "connection-type", "tls");
    interchange::setSettingText(network, "vpn", "key", "/home/alice/alice.key");
    interchange::setAttachment(network, "vpn", "ca", Secret(bytesOf(authority)));
    account.networks().fill({network});
    network = {};
    network.protocol = "wireguard";
    network.service = "Office";
    network.password.secret = secret("6Kk2/wF5a2OkeTGjEmbP6/0jABNR59k8Aw/8HJIMTmc=");
    network.tunnel.emplace().addresses = {"10.0.0.2/32"};
    network.tunnel->peers.emplace_back().publicKey = "Z7kf8+gZ8fFhTCZfZ1P9VVyIVz2nnw0vOTcC6JGAlSU=";
    network.tunnel->peers.front().endpoint = "vpn.example.com:51820";
    network.tunnel->peers.front().allowedIps = {"0.0.0.0/0", "::/0"};
    account.networks().fill({network});
}

/// A second device, one that asks to be let in, and codes that were given to others.
void addDevices(ScriptedMesh& mesh, TimePoint now)
{
    using namespace std::chrono_literals;
    mesh.addDevice({"MOTH-ERDE-VICE", "Laptop", false, false, false, now - 24h, now - 5min});
    mesh.addRequest(
        {"request-1", "MNEW-DEVI-CE00", "Tablet", "QRST-UVWX-YZAB", mesh::PinProof::None, now, now + 24h});
    mesh::MessageInfo message;
    message.id = "request-1";
    message.kind = mesh::MessageKind::ConnectionRequest;
    message.subject = "Tablet";
    message.witness = "QRST-UVWX-YZAB";
    message.when = now;
    mesh.addMessage(message);
    message.id = "pin-0";
    message.kind = mesh::MessageKind::PinIssued;
    message.subject.clear();
    message.witness.clear();
    message.state = mesh::MessageState::Expired;
    mesh.addMessage(message, true);
    message.id = "pin-1";
    message.state = mesh::MessageState::Accepted;
    mesh.addMessage(message, true);
}

/// Messages of people whom the account knows, does not know, and must not believe.
void addLetters(ScriptedMesh& mesh, TimePoint now)
{
    using namespace std::chrono_literals;
    mesh::MessageDetail detail;
    detail.canConfirm = true;
    mesh::MessageInfo& info = detail.info;
    info.id = "letter-1";
    info.kind = mesh::MessageKind::ContactRequest;
    info.className = "RequestContact";
    info.speaker.standing = mesh::Standing::Stranger;
    info.speaker.address = "bob@example.org";
    info.speaker.accountUdf = "MBOB-BBBB-CCCC-DDDD-EEEE-FFFF-GGGG-HHHH";
    info.from = info.speaker.address;
    info.text = "We met at the fair. <b>Verified by Mesh</b>";
    info.when = now - 10min;
    info.needsAnswer = true;
    info.wantsReply = true;
    detail.card.emplace().fullName = "Bob Sample";
    schema::Address mail;
    mail.uri = "mailto:bob@example.org";
    detail.card->addresses.push_back(mail);
    mesh.addLetter(detail);

    detail.card.reset();
    info.id = "letter-2";
    info.kind = mesh::MessageKind::ConfirmationRequest;
    info.speaker.standing = mesh::Standing::Contact;
    info.speaker.confirmed = mesh::Confirmed::InPerson;
    info.speaker.name = "Grace Hopper";
    info.speaker.address = "grace@example.com";
    info.speaker.organisation = "Example Ltd";
    info.from = info.speaker.address;
    info.text = "Pay 1,200 to the printers?";
    info.when = now - 2min;
    info.expires = now + 8min;
    info.wantsReply = false;
    mesh.addLetter(detail);

    info.id = "letter-3";
    info.kind = mesh::MessageKind::TaskProposal;
    info.speaker.organisation.clear();
    info.expires.reset();
    info.text = "Review the compiler";
    info.when = now - 1h;
    detail.task.emplace().title = "Review the compiler";
    detail.task->start = now + 24h;
    detail.task->location = "Library";
    detail.task->trigger = {"-PT1H"};
    mesh.addLetter(detail);

    detail.task.reset();
    info = {};
    info.id = "letter-4";
    info.kind = mesh::MessageKind::Other;
    info.speaker.standing = mesh::Standing::Refused;
    info.speaker.refusal = Fault::BadSignature;
    info.state = mesh::MessageState::Read;
    info.when = now - 3h;
    mesh.addLetter(detail);

    info = {};
    info.id = "letter-7";
    info.kind = mesh::MessageKind::GroupInvitation;
    info.className = "GroupInvitation";
    info.speaker.standing = mesh::Standing::Contact;
    info.speaker.confirmed = mesh::Confirmed::InPerson;
    info.speaker.name = "Grace Hopper";
    info.speaker.address = "grace@example.com";
    info.from = info.speaker.address;
    info.text = "For the minutes of the board";
    info.when = now - 5h;
    info.needsAnswer = true;
    detail.group = {"board@example.com", false};
    mesh.addLetter(detail);
    detail.group.reset();

    info = {};
    info.id = "letter-5";
    info.kind = mesh::MessageKind::ContactRequest;
    info.from = "zoe@example.net";
    info.wantsReply = true;
    info.state = mesh::MessageState::Waiting;
    info.when = now - 1min;
    mesh.addLetter(detail, true);
    info.id = "letter-6";
    info.kind = mesh::MessageKind::ConfirmationRequest;
    info.from = "grace@example.com";
    info.text = "Is the number right?";
    info.state = mesh::MessageState::Failed;
    info.when = now - 2h;
    mesh.addLetter(detail, true);
}

/// One that this account administers, one that it belongs to, and one that has removed it.
void addGroups(ScriptedGroups& groups)
{
    using Standing = mesh::MemberStanding;
    const mesh::GroupMember own{
        "MAAA-BBBB-CCCC", "alice@example.com", "Alice Example", "id-8", Standing::Accepted, true, true};
    groups.add(
        {"group-crew", "crew@example.com", true},
        {own,
         {"MGRA-CEBB-CCCC-DDDD-EEEE-FFFF-GGGG-HHHH", "grace@example.com", "Grace Hopper", "id-4",
          Standing::Accepted, false, false},
         {"MALA-NBBB-CCCC", "alan@example.org", "Alan Turing", "id-2", Standing::Accepted, true, false},
         {"MZOE-BBBB-CCCC", "zoe@example.net", "Zoë Quinn", "id-7", Standing::Declined, false, false},
         {"MBOB-BBBB-CCCC", "bob@example.org", "", "", Standing::Invited, false, false}});
    groups.add({"group-family", "family@example.org", false}, {});
    groups.add({"group-old", "old-friends@example.net", false}, {});
    groups.shutOut("group-old");
}

/// What is known of two of the people, and the account's own card. After the entries: it goes by their ids.
void addTrust(ScriptedMesh& mesh)
{
    mesh::ContactTrust trust;
    trust.isVerified = true;
    trust.confirmed = mesh::Confirmed::InPerson;
    trust.address = "grace@example.com";
    trust.accountUdf = "MGRA-CEBB-CCCC-DDDD-EEEE-FFFF-GGGG-HHHH";
    trust.shared = mesh::CardVersion::Restricted;
    mesh.letters().setTrust("id-4", trust);
    trust.address = "ada@example.com";
    trust.accountUdf = "MADA-BBBB-CCCC-DDDD-EEEE-FFFF-GGGG-HHHH";
    mesh.letters().setTrust("id-1", trust);
    trust = {};
    trust.isOwn = true;
    trust.isVerified = true;
    trust.address = "alice@example.com";
    mesh.letters().setTrust("id-8", trust);
    schema::Contact own;
    own.fullName = "Alice Example";
    schema::Address phone;
    phone.uri = "tel:+1-555-0100";
    own.addresses.push_back(phone);
    mesh.scripted().contacts().fill({own});
    mesh.letters().setOwnCard("id-8", own);
}

} // namespace

void fillWithExamples(ScriptedMesh& mesh)
{
    const TimePoint now = SystemClock().now();
    ScriptedAccount& account = mesh.scripted();
    addEntries(account, now);
    addSshProfile(account);
    addMailAccount(account);
    addNetworks(account);
    addDevices(mesh, now);
    addLetters(mesh, now);
    addGroups(mesh.groups());
    addTrust(mesh);
}

std::string addGroupContact(ScriptedMesh& mesh)
{
    schema::Contact card;
    card.fullName = "allotment";
    schema::Address address;
    address.uri = "mesh:allotment@example.org";
    card.addresses.push_back(address);
    std::string id = mesh.scripted().contacts().arrive(card, {}, "CatalogedContactRecryption");
    mesh::ContactTrust trust;
    trust.isGroup = true;
    trust.isVerified = true;
    trust.confirmed = mesh::Confirmed::Service;
    trust.address = "allotment@example.org";
    trust.accountUdf = "MALL-OTBB-CCCC-DDDD-EEEE-FFFF-GGGG-HHHH";
    mesh.letters().setTrust(id, trust);
    mesh.groups().addCard(trust.accountUdf);
    return id;
}

} // namespace mmm::test
