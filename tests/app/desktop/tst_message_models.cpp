#include "fault_text.h"
#include "message_reader.h"
#include "support/scripted_desktop.h"
#include "text.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace mmm;
using namespace mmm::desktop;

namespace {

mesh::MessageInfo letter(const std::string& id, mesh::MessageKind kind, const std::string& from,
                         const std::string& text, int minutesAgo)
{
    mesh::MessageInfo info;
    info.id = id;
    info.kind = kind;
    info.from = from;
    info.speaker.standing = mesh::Standing::Contact;
    info.speaker.address = from;
    info.speaker.accountUdf = "M-" + from;
    info.text = text;
    info.when = SystemClock().now() - std::chrono::minutes(minutesAgo);
    return info;
}

/// A desktop whose inbox has one message of each kind.
struct Fixture : test::ScriptedDesktop
{
    Fixture()
    {
        using mesh::MessageKind;
        prepare = [this](test::ScriptedMesh& made) {
            mesh::MessageInfo asks =
                letter("asks", MessageKind::ContactRequest, "rene@example.org", "Hallo", 1);
            asks.speaker.standing = mesh::Standing::Stranger;
            asks.needsAnswer = asks.wantsReply = true;
            made.addMessage(asks);
            asks.id = "asks-again"; // the same person
            asks.when -= std::chrono::hours(1);
            made.addMessage(asks);
            mesh::MessageInfo confirm = letter("confirm", MessageKind::ConfirmationRequest,
                                               "grace@example.com", "Überweisung Müller", 2);
            confirm.speaker.name = "Grace Hopper";
            confirm.needsAnswer = true;
            made.addMessage(confirm);
            made.addMessage(
                letter("task", MessageKind::TaskProposal, "grace@example.com", "Straße kehren", 3));
            made.addMessage(letter("group", MessageKind::GroupInvitation, "bob@example.com", "Chor", 4));
            mesh::MessageInfo device = letter("device", MessageKind::ConnectionRequest, "Tablet", {}, 5);
            device.subject = "Tablet";
            made.addMessage(device);
            mesh::MessageInfo forged = letter("forged", MessageKind::Other, "evil@example.com", "Müller", 6);
            forged.speaker.standing = mesh::Standing::Refused;
            made.addMessage(forged);
            mesh::MessageInfo answered =
                letter("answered", MessageKind::ContactRequest, "carol@example.com", "Card", 7);
            answered.state = mesh::MessageState::Accepted;
            made.addMessage(answered);
            mesh::MessageInfo waiting =
                letter("waiting", MessageKind::ConfirmationRequest, "grace@example.com", "Later?", 1);
            waiting.state = mesh::MessageState::Waiting;
            made.addMessage(waiting, true);
            for (int i = 0; i < many; ++i)
                made.addMessage(letter("many-" + std::to_string(i),
                                       i % 2 == 0 ? MessageKind::TaskProposal : MessageKind::GroupInvitation,
                                       "grace@example.com", "Number " + std::to_string(i), 10 + i));
        };
    }
    bool open()
    {
        start();
        return QTest::qWaitFor(
            [this] { return desktop->inbox.count() == 8 + many && desktop->outbox.count() == 1; });
    }
    [[nodiscard]] QStringList shown() const
    {
        QStringList ids;
        for (int row = 0; row < desktop->inbox.count(); ++row)
            ids.append(desktop->inbox.messageAt(row));
        return ids;
    }

    int many = 0;
};

} // namespace

/// Inbox and Outbox: what is shown of them, and what is deleted and comes back.
class MessageModelsTest : public QObject
{
    Q_OBJECT

private slots:
    void isNarrowedByKindAndSearch()
    {
        Fixture fixture;
        QVERIFY(fixture.open());
        Inbox& inbox = fixture.desktop->inbox;
        const QAbstractItemModelTester tester(&inbox, QAbstractItemModelTester::FailureReportingMode::Fatal);
        const QStringList all = fixture.shown();
        QCOMPARE(all.first(), QStringLiteral("asks")); // the newest first
        QVERIFY(!inbox.isNarrowed());
        const QSignalSpy narrowed(&inbox, &MessageModel::narrowedChanged);

        const std::map<MessageModel::Filter, QStringList> kinds{
            {MessageModel::AboutContacts, {"asks", "answered", "asks-again"}},
            {MessageModel::AboutConfirmations, {"confirm"}},
            {MessageModel::AboutTasks, {"task"}},
            {MessageModel::AboutGroups, {"group"}},
            {MessageModel::AboutDevices, {"device"}},
            {MessageModel::Deleted, {}}};
        for (const auto& [filter, ids] : kinds) {
            inbox.setFilter(filter);
            QCOMPARE(fixture.shown(), ids);
            QVERIFY(inbox.isNarrowed());
        }
        inbox.setFilter(MessageModel::Everything);
        QCOMPARE(fixture.shown(), all);
        QCOMPARE(narrowed.count(), 2);

        // case and accents do not matter, all words must occur, in title, speaker or text
        inbox.setQuery(QStringLiteral("  "));
        QCOMPARE(fixture.shown(), all); // of blanks alone
        inbox.setQuery(QStringLiteral("MULLER uberweisung"));
        QCOMPARE(fixture.shown(), QStringList("confirm")); // and nothing of what is forged
        inbox.setQuery(QStringLiteral("hopper"));
        QCOMPARE(fixture.shown(), QStringList("confirm"));
        inbox.setQuery(QStringLiteral("grace@"));
        QCOMPARE(fixture.shown(), QStringList({"confirm", "task"}));
        inbox.setQuery(QStringLiteral("proposes STRASSE"));
        QCOMPARE(fixture.shown(), QStringList("task"));
        inbox.setFilter(MessageModel::AboutGroups);
        QVERIFY(fixture.shown().isEmpty());

        // what comes meanwhile is counted, and shown as far as it fits
        const QSignalSpy wanted(&inbox, &MessageModel::answerWanted);
        mesh::MessageInfo asks =
            letter("asks-too", mesh::MessageKind::ContactRequest, "dave@example.org", "Hi", 0);
        asks.needsAnswer = asks.wantsReply = true;
        fixture.mesh->addMessage(asks);
        QTRY_COMPARE(wanted.count(), 1);
        QVERIFY(fixture.shown().isEmpty());
        QVERIFY(inbox.needsAnswer(QStringLiteral("asks-too")));
        QCOMPARE(inbox.kindOf(QStringLiteral("asks-too")), mesh::MessageKind::ContactRequest);
        QVERIFY(!inbox.kindOf(QStringLiteral("nothing")));
        QCOMPARE(inbox.reveal(QStringLiteral("asks-too")), 0);
        QVERIFY(!inbox.isNarrowed());
        QCOMPARE(inbox.reveal(QStringLiteral("nothing")), -1);

        // another account begins with everything
        inbox.setQuery(QStringLiteral("x"));
        fixture.desktop->session.lock();
        QTRY_VERIFY(inbox.query().isEmpty());
        QCOMPARE(inbox.count(), 0);
    }

    void confirmationsOfBothSpoolsStandTogether()
    {
        Fixture fixture;
        QVERIFY(fixture.open());
        Confirmations& confirmations = fixture.desktop->confirmations;
        const QAbstractItemModelTester tester(&confirmations,
                                              QAbstractItemModelTester::FailureReportingMode::Fatal);
        const auto shown = [&] {
            QStringList ids;
            for (int row = 0; row < confirmations.count(); ++row)
                ids.append(confirmations.messageAt(row));
            return ids;
        };
        QTRY_COMPARE(shown(), QStringList({"waiting", "confirm"}));
        QCOMPARE(confirmations.waitingCount(), 1);
        QCOMPARE(fixture.desktop->inbox.waitingCount(), 3); // and the two of who asks for contact

        using mesh::MessageKind;
        mesh::MessageInfo decided =
            letter("decided", MessageKind::ConfirmationRequest, "bob@example.com", "Old?", 8);
        decided.state = mesh::MessageState::Rejected;
        decided.decidedBy = "Tablet";
        fixture.mesh->addMessage(decided);
        mesh::MessageInfo late =
            letter("late", MessageKind::ConfirmationRequest, "bob@example.com", "Too late?", 9);
        late.state = mesh::MessageState::Expired;
        fixture.mesh->addMessage(late);
        mesh::MessageInfo reply =
            letter("reply", MessageKind::ConfirmationResponse, "bob@example.com", "Mine?", 3);
        reply.answer = true;
        fixture.mesh->addMessage(reply);
        reply.id = "own-reply"; // told by the state of its question
        fixture.mesh->addMessage(reply, true);
        mesh::MessageInfo toMyself =
            letter("waiting", MessageKind::ConfirmationRequest, "grace@example.com", "Later?", 10);
        toMyself.needsAnswer = toMyself.isHeld = true; // under the id that it was sent with
        fixture.mesh->addMessage(toMyself);
        QTRY_COMPARE(shown(), QStringList({"waiting", "confirm", "reply", "decided", "late", "waiting"}));
        QCOMPARE(confirmations.waitingCount(), 1); // what is held does not call

        const std::map<MessageModel::Filter, QStringList> kinds{
            {MessageModel::WaitingForMe, {"confirm", "waiting"}},
            {MessageModel::DecidedByMe, {"decided"}},
            {MessageModel::AskedByMe, {"waiting", "reply"}},
            {MessageModel::Deleted, {}}};
        for (const auto& [filter, ids] : kinds) {
            confirmations.setFilter(filter);
            QCOMPARE(shown(), ids);
        }
        confirmations.setFilter(MessageModel::Everything);
        const auto title = [&](const char* id) {
            return confirmations
                .data(confirmations.index(confirmations.indexOfMessage(QString::fromLatin1(id))),
                      MessageModel::TitleRole)
                .toString();
        };
        QVERIFY(title("waiting").startsWith(QLatin1String("You asked")));
        QVERIFY(title("confirm").endsWith(QLatin1String("asks you to confirm")));

        // from either spool, and back
        const QSignalSpy removed(&confirmations, &MessageModel::removed);
        confirmations.remove({QStringLiteral("reply"), QStringLiteral("decided")});
        QTRY_COMPARE(removed.count(), 1);
        QTRY_COMPARE(confirmations.count(), 4);
        confirmations.setFilter(MessageModel::Deleted);
        QTRY_COMPARE(shown(), QStringList({"reply", "decided"}));
        confirmations.restore({QStringLiteral("reply")});
        QTRY_COMPARE(shown(), QStringList("decided"));
    }

    void countsThePeopleWhoAsk()
    {
        Fixture fixture;
        QVERIFY(fixture.open());
        Inbox& inbox = fixture.desktop->inbox;
        QCOMPARE(inbox.askingCount(), 1); // two messages of one person
        QCOMPARE(inbox.unreadCount(), 7);
        inbox.setFilter(MessageModel::AboutTasks);
        QCOMPARE(inbox.askingCount(), 1);
        inbox.remove({QStringLiteral("asks")});
        QTRY_COMPARE(inbox.unreadCount(), 6);
        QCOMPARE(inbox.askingCount(), 1);
        inbox.remove({QStringLiteral("asks-again")});
        QTRY_COMPARE(inbox.askingCount(), 0);
    }

    void whatIsDeletedComesBack()
    {
        Fixture fixture;
        QVERIFY(fixture.open());
        Inbox& inbox = fixture.desktop->inbox;
        const QAbstractItemModelTester tester(&inbox, QAbstractItemModelTester::FailureReportingMode::Fatal);
        const QStringList all = fixture.shown();
        QSignalSpy removed(&inbox, &MessageModel::removed);
        QSignalSpy restored(&inbox, &MessageModel::restored);
        const QSignalSpy failed(&inbox, &MessageModel::failed);

        // about a device is decided, not deleted
        inbox.remove({QStringLiteral("answered"), QStringLiteral("task"), QStringLiteral("device")});
        QTRY_COMPARE(removed.count(), 1);
        QCOMPARE(removed.takeFirst().first().toInt(), 2);
        QTRY_COMPARE(inbox.count(), 6);
        QVERIFY(inbox.indexOfMessage(QStringLiteral("device")) >= 0);
        inbox.undoRemove();
        QTRY_COMPARE(restored.count(), 1);
        QTRY_COMPARE(fixture.shown(), all);
        const int row = inbox.indexOfMessage(QStringLiteral("answered"));
        QVERIFY(inbox.data(inbox.index(row), MessageModel::StateTextRole)
                    .toString()
                    .contains(QLatin1String("Accepted"))); // as it was
        inbox.undoRemove();
        QCOMPARE(restored.count(), 1); // once

        // later, from among the deleted ones
        inbox.remove({QStringLiteral("group"), QStringLiteral("confirm")});
        QTRY_COMPARE(inbox.count(), 6);
        inbox.setFilter(MessageModel::Deleted);
        QTRY_COMPARE(fixture.shown(), QStringList({"confirm", "group"}));
        QCOMPARE(inbox.data(inbox.index(0), MessageModel::StateTextRole).toString(),
                 QStringLiteral("Deleted"));
        inbox.setQuery(QStringLiteral("chor"));
        QCOMPARE(fixture.shown(), QStringList("group"));
        inbox.setQuery({});
        fixture.mesh->letters().failNext(Fault::DiskFull);
        inbox.restore({QStringLiteral("group")});
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(inbox.errorText(), faultText(Fault::DiskFull));
        inbox.restore({QStringLiteral("group"), QStringLiteral("confirm")});
        QTRY_COMPARE(inbox.count(), 0);
        inbox.setFilter(MessageModel::Everything);
        QTRY_COMPARE(fixture.shown(), all);

        fixture.mesh->letters().failNext(Fault::DiskFull);
        inbox.remove({QStringLiteral("group")});
        QTRY_COMPARE(failed.count(), 2);
        QCOMPARE(fixture.shown(), all);
    }

    void onlyWhatFitsIsMarked()
    {
        Fixture fixture;
        QVERIFY(fixture.open());
        Inbox& inbox = fixture.desktop->inbox;
        const auto seen = [&](const char* id) {
            return inbox
                .data(inbox.index(inbox.indexOfMessage(QString::fromLatin1(id))), MessageModel::SeenRole)
                .toBool();
        };
        // one that was answered is neither read nor unread
        inbox.markRead({QStringLiteral("task"), QStringLiteral("answered"), QStringLiteral("group")});
        QTRY_COMPARE(inbox.unreadCount(), 5);
        QVERIFY(seen("task") && seen("group") && !seen("answered"));
        inbox.markUnread({QStringLiteral("task"), QStringLiteral("answered")});
        QTRY_COMPARE(inbox.unreadCount(), 6);
        QVERIFY(!seen("task") && seen("group") && !seen("answered"));
        QVERIFY(inbox.errorText().isEmpty());
    }

    void whatWaitsToBeSentComesBackToo()
    {
        Fixture fixture;
        QVERIFY(fixture.open());
        Outbox& outbox = fixture.desktop->outbox;
        const QString waits = outbox.data(outbox.index(0), MessageModel::StateTextRole).toString();
        outbox.remove({QStringLiteral("waiting")});
        QTRY_COMPARE(outbox.count(), 0);
        outbox.setFilter(MessageModel::Deleted);
        QTRY_COMPARE(outbox.count(), 1);
        outbox.undoRemove();
        QTRY_COMPARE(outbox.count(), 0);
        outbox.setFilter(MessageModel::Everything);
        QCOMPARE(outbox.count(), 1);
        QCOMPARE(outbox.data(outbox.index(0), MessageModel::StateTextRole).toString(), waits);
    }

    void manyAreNarrowedAtOnce()
    {
        Fixture fixture;
        fixture.many = 5000;
        QVERIFY(fixture.open());
        Inbox& inbox = fixture.desktop->inbox;
        inbox.setFilter(MessageModel::AboutGroups);
        QCOMPARE(inbox.count(), 2501);
        inbox.setFilter(MessageModel::Everything);
        QCOMPARE(inbox.count(), 5008);
        const QSignalSpy inserted(&inbox, &QAbstractItemModel::rowsInserted);
        const QSignalSpy taken(&inbox, &QAbstractItemModel::rowsRemoved);
        inbox.setQuery(QStringLiteral("number 4999"));
        QCOMPARE(fixture.shown(), QStringList("many-4999"));
        QVERIFY(taken.count() <= 2); // what goes together is told together
        inbox.setQuery({});
        QCOMPARE(inbox.count(), 5008);
        QVERIFY(inserted.count() <= 2);
    }
};

QTEST_MAIN(MessageModelsTest)
#include "tst_message_models.moc"
