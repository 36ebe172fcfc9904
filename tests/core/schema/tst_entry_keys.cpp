#include "schema/catalog.h"
#include "schema/make.h"

#include <QTest>

using namespace mmm;
using namespace mmm::schema;

namespace {

template<typename T>
AnyEntry entry(const char* json)
{
    return encoding::fromJson<T>(bytesOf(json)).value();
}

} // namespace

class TestEntryKeys : public QObject
{
    Q_OBJECT

private slots:
    void primaryKeys()
    {
        QCOMPARE(primaryKey(entry<CatalogedDevice>(R"({"UDF":"A","DeviceUDF":"B"})")), "B");
        QCOMPARE(primaryKey(entry<CatalogedCredential>(R"({"Protocol":"http","Service":"x.com"})")),
                 "http:x.com");
        QCOMPARE(primaryKey(entry<CatalogedCredential>(R"({"Service":"x.com"})")), ":x.com");
        QCOMPARE(primaryKey(entry<CatalogedNetwork>(R"({"Protocol":"wifi","Service":"home"})")), "wifi:home");
        QCOMPARE(primaryKey(entry<CatalogedContact>(R"({"Key":"K"})")), "K");
        QCOMPARE(primaryKey(entry<CatalogedContactRecryption>(R"({"Key":"K"})")), "K");
        QCOMPARE(primaryKey(entry<CatalogedBookmark>(R"({"Uri":"u","Path":"a/b"})")), "a/b");
        QCOMPARE(primaryKey(entry<CatalogedBookmark>(R"({"Uri":"u"})")), "u");
        QCOMPARE(primaryKey(entry<CatalogedTask>(R"({"Key":"T"})")), "T");
        QCOMPARE(primaryKey(entry<CatalogedGroup>(R"({"Key":"G"})")), "G");
        QCOMPARE(primaryKey(entry<CatalogedApplicationSSH>(R"({"Key":"S"})")), "S");
        QCOMPARE(primaryKey(entry<CatalogedMember>(R"({"UDF":"M"})")), "M");
        QCOMPARE(primaryKey(AnyEntry()), "");
        const auto credential = encoding::fromJson<CatalogedCredential>(
            bytesOf(R"({"Protocol":"http","Service":"x.com","Username":"alice"})"));
        QCOMPARE(primaryKeyWithUser(*credential), "http:x.com:alice");
    }

    void storeNames()
    {
        QCOMPARE(canonicalStoreName("mmm_Contact"), store_name::contact);
        QCOMPARE(canonicalStoreName("mmm_Calendar"), store_name::task);
        QCOMPARE(canonicalStoreName("SpoolInbound"), store_name::inbound);
        QCOMPARE(canonicalStoreName("mmm_CatalogBookmark"), store_name::bookmark);
        QCOMPARE(canonicalStoreName("other_Thing"), "other_Thing");
        QCOMPARE(canonicalStoreName(""), "");
        QVERIFY(isSpool(store_name::outbound));
        QVERIFY(!isSpool(store_name::device));
        QCOMPARE(catalogOf("CatalogedGroup"), store_name::application);
        QCOMPARE(catalogOf("Contact"), "");
    }

    void contactsAreFoundByTheirAddresses()
    {
        const crypto::PrivateKey key = crypto::PrivateKey::generate(crypto::Curve::Ed448);
        const ProfileAccount account = makeProfileAccount(key.publicKey(), {key.publicKey()}, key.publicKey(),
                                                          "M", {"bob@example.com"}, TimePoint());
        Contact card;
        card.email = "bob@mail.example";
        card.addresses.resize(2);
        card.addresses[0].uri = "mailto:bob@mail.example";
        card.addresses[1].uri = "mailto:bob@work.example";
        card.meshAccounts = {sealRecord(account, {&key}).value()};
        CatalogedContact contact;
        contact.envelopedContact = sealRecord(card, {&key}).value();
        QStringList terms;
        for (const dare::KeyValue& term : lookupTerms(AnyEntry(contact)))
            terms << QString::fromStdString(term.key + "=" + term.value);
        QCOMPARE(terms, QStringList({"Email=bob@mail.example", "Email=bob@work.example",
                                     QString::fromStdString("UDF=" + account.keyOfflineSignature->udf),
                                     "Address=bob@example.com"}));
        // a group is found like a person
        const ProfileGroup group = makeProfileGroup(key.publicKey(), {key.publicKey()}, key.publicKey(),
                                                    "crew@example.com", TimePoint());
        Contact groupCard;
        groupCard.meshAccounts = {sealRecord(group, {&key}).value()};
        CatalogedContactRecryption ofGroup;
        ofGroup.envelopedContact = sealRecord(groupCard, {&key}).value();
        terms.clear();
        for (const dare::KeyValue& term : lookupTerms(AnyEntry(ofGroup)))
            terms << QString::fromStdString(term.key + "=" + term.value);
        QCOMPARE(terms, QStringList({QString::fromStdString("UDF=" + group.keyOfflineSignature->udf),
                                     "Address=crew@example.com"}));
        // what is secret is not to be found
        QVERIFY(lookupTerms(entry<CatalogedCredential>(R"({"Service":"x"})")).empty());
    }

    void oldAccountProfilesAreToldFromMeshProfiles()
    {
        const auto account = readAssertion(bytesOf(
            R"({"ProfileMesh":{"Account":"alice@example.com","SignatureKey":{"UDF":"S"},"AccountEncryptionKey":{"UDF":"E"}}})"));
        QVERIFY(account);
        const auto* profile = std::get_if<ProfileAccount>(&*account);
        QVERIFY(profile);
        QCOMPARE(profile->serviceIds, std::vector<std::string>{"alice@example.com"});
        QCOMPARE(profile->keyEncryption->udf, "E");
        const auto mesh = readAssertion(bytesOf(R"({"ProfileMesh":{"KeyEncryption":{"UDF":"E"}}})"));
        QVERIFY(mesh && std::holds_alternative<ProfileMesh>(*mesh));
        // under the name of today it would be taken for an account's
        const BytesView confused = bytesOf(R"({"ProfileMaster":{"MasterProfile":{}}})");
        QCOMPARE(encoding::fromTaggedJson<ProfileMesh>(confused).error().fault, Fault::WrongType);
        const auto kept = readAssertion(confused);
        QVERIFY(kept && std::holds_alternative<encoding::UnknownObject>(*kept));
        QCOMPARE(textOf(toJson(*kept).view()), textOf(confused));
    }

    void oldConnectionRequestsAreToldFromTheirAnswers()
    {
        const auto request =
            readMessage(bytesOf(R"({"MessageConnectionRequest":{"Account":"a","PinID":"P"}})"));
        QVERIFY(request && std::get<RequestConnection>(*request).pinUdf == "P");
        const auto answer = readMessage(
            bytesOf(R"({"MessageConnectionRequest":{"Account":"a","ServerNonce":"AA","Witness":"W"}})"));
        QVERIFY(answer && std::get<AcknowledgeConnection>(*answer).witness == "W");
        QCOMPARE(asBase<Message>(*answer)->messageId, "");
    }
};

QTEST_APPLESS_MAIN(TestEntryKeys)
#include "tst_entry_keys.moc"
