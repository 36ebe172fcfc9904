#include "preview_data.h"

namespace mmm::test {

namespace {

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
}

} // namespace

bool fillForPreview(ScriptedMesh& mesh, const std::string& which)
{
    const TimePoint now = SystemClock().now();
    ScriptedAccount& account = mesh.scripted();
    if (which == "usual") {
        fillWithExamples(mesh);
        auto mine = contact("Hypatia");
        auto theirs = mine;
        theirs.fullName = "Hypatia of Alexandria";
        theirs.title = "Professor";
        account.contacts().conflict(account.contacts().arrive(mine), mine, theirs);
    } else if (which == "one") {
        account.contacts().arrive(contact("Ada Lovelace"));
        account.bookmarks().arrive(bookmark("A page", ""));
        account.tasks().arrive(task("Call the plumber", now));
        account.credentials().arrive(credential("example.com", "alice"));
    } else if (which == "many") {
        fillWithMany(account, 10000, now);
        mesh::SyncState state;
        state.phase = mesh::SyncPhase::Working;
        state.progress = 0.4;
        mesh.setSyncState(state);
    } else if (which == "long") {
        fillWithLong(mesh, now);
    } else {
        return which == "empty";
    }
    return true;
}

} // namespace mmm::test
