#include "core/schema/structures.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace mmm;
using namespace mmm::schema::test;

namespace {

const std::vector<Structure>& structures()
{
    static const std::vector<Structure> all = allStructures();
    return all;
}

/// The members of a tagged object.
QJsonObject membersOf(const std::string& tagged)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(tagged)).object().begin().value().toObject();
}

std::string tagged(const std::string& tag, const QJsonObject& members)
{
    return QJsonDocument(QJsonObject{{QString::fromStdString(tag), members}})
        .toJson(QJsonDocument::Compact)
        .toStdString();
}

QString named(const std::string& name)
{
    return QString::fromStdString(name);
}

} // namespace

/// What holds for every structure, checked with the help of its field table.
class TestStructures : public QObject
{
    Q_OBJECT

private slots:
    void roundTrip_data() { rows(); }
    void roundTrip()
    {
        const Structure& structure = current();
        const QJsonObject members = membersOf(structure.filled);
        QCOMPARE(std::size_t(members.size()), structure.fields.size());
        std::size_t position = 0;
        for (const FieldNames& field : structure.fields) {
            QVERIFY2(members.contains(named(field.name)), field.name.c_str());
            // in the order of the table
            const std::size_t at = structure.filled.find("\"" + field.name + "\":", position);
            QVERIFY2(at != std::string::npos, field.name.c_str());
        }
        // some structures complete themselves from old members when they are read: compare after the first
        // time
        const auto once = structure.reread(structure.filled);
        QVERIFY2(once, once ? "" : once.error().detail.c_str());
        QCOMPARE(structure.reread(*once).value(), *once);
    }

    void readsEmpty_data() { rows(); }
    void readsEmpty()
    {
        const Structure& structure = current();
        const auto empty = structure.reread("{\"" + structure.className + "\":{}}");
        QVERIFY2(empty, empty ? "" : empty.error().detail.c_str());
        QCOMPARE(structure.reread(*empty).value(), *empty);
    }

    void readsOldFieldNames_data() { rows(); }
    void readsOldFieldNames()
    {
        const Structure& structure = current();
        const std::string expected = structure.reread(structure.filled).value();
        for (const FieldNames& field : structure.fields) {
            for (const std::string& alias : field.aliases) {
                QJsonObject members = membersOf(structure.filled);
                const QJsonValue value = members.take(named(field.name));
                members[named(alias)] = value;
                const auto read = structure.reread(tagged(structure.className, members));
                QVERIFY2(read, alias.c_str());
                QCOMPARE(*read, expected);
                // the same twice is no contradiction
                members[named(field.name)] = value;
                QVERIFY2(structure.reread(tagged(structure.className, members)), alias.c_str());
            }
        }
    }

    void readsOldClassNames_data() { rows(); }
    void readsOldClassNames()
    {
        const Structure& structure = current();
        const QJsonObject members = membersOf(structure.filled);
        std::vector<std::string> names = structure.legacyNames;
        names.push_back(structure.className);
        for (const std::string& name : names) {
            const std::string json = tagged(name, members);
            QVERIFY2(structure.reread(json), name.c_str());
            if (structure.recognise)
                QCOMPARE(structure.recognise(json).value(), structure.className);
        }
    }

    void keepsUnknownMembers_data() { rows(); }
    void keepsUnknownMembers()
    {
        const Structure& structure = current();
        std::string json = structure.reread(structure.filled).value();
        const std::string unknown = R"("Later":{"x":[1,2.50,"é",null],"y":{}})";
        json.insert(json.size() - 2, (structure.fields.empty() ? "" : ",") + unknown);
        QCOMPARE(structure.reread(json).value(), json);
    }

    void refusesWrongTypes_data() { rows(); }
    void refusesWrongTypes()
    {
        const Structure& structure = current();
        for (const FieldNames& field : structure.fields) {
            for (const QJsonValue& wrong : {QJsonValue(1.5), QJsonValue(QJsonValue::Null)}) {
                QJsonObject members = membersOf(structure.filled);
                members[named(field.name)] = wrong;
                const auto read = structure.reread(tagged(structure.className, members));
                QVERIFY2(!read, field.name.c_str());
                QVERIFY2(read.error().fault == Fault::WrongType || read.error().fault == Fault::Malformed,
                         field.name.c_str());
                QVERIFY2(read.error().detail.find(field.name) != std::string::npos,
                         "the message names the member");
            }
        }
        QCOMPARE(structure.reread(R"({"NoSuchClass":{}})").error().fault, Fault::WrongType);
        QVERIFY(!structure.reread("{\"" + structure.className + "\":[]}"));
    }

private:
    static void rows()
    {
        QTest::addColumn<int>("index");
        for (std::size_t index = 0; index < structures().size(); ++index)
            QTest::newRow(structures()[index].className.c_str()) << int(index);
    }
    static const Structure& current()
    {
        QFETCH(const int, index);
        return structures()[std::size_t(index)];
    }
};

QTEST_APPLESS_MAIN(TestStructures)
#include "tst_structures.moc"
