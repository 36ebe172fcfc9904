#include "schema/syntax.h"
#include "schema/validate.h"

#include <QTest>

using namespace mmm;
using namespace mmm::schema;

namespace {

using Syntax = bool (*)(std::string_view);

void compareAll(Syntax isRight, std::initializer_list<std::string_view> right,
                std::initializer_list<std::string_view> wrong)
{
    for (const std::string_view text : right)
        QVERIFY2(isRight(text), text.data());
    for (const std::string_view text : wrong)
        QVERIFY2(!isRight(text), text.data());
}

} // namespace

class TestValidate : public QObject
{
    Q_OBJECT

private slots:
    void uris()
    {
        compareAll(syntax::isUri,
                   {"https://example.com", "HTTP://user:pass@example.com:8080/a?b#c", "tel:+1-555-0100",
                    "https://пример.рф/путь", "mailto:a@b", "javascript:void(0)", "file:///etc/hosts",
                    "http://[::1]:80/"},
                   {"", "example.com", "https://", "https:", "http:///path", "http://:80", "http:example.com",
                    "1a://x", "https://a b", "https://a\nb", "https://a\xFF", "://x"});
    }

    void emails()
    {
        compareAll(syntax::isEmail, {"alice@example.com", "a.b+c@x", "用户@例え.jp", "o'neil@a-b.example"},
                   {"", "alice", "@x", "a@", "a@@b", "a b@c", "a..b@c", ".a@b", "a@-b", "a@b..c", "a@b_c",
                    "a@[127.0.0.1]"});
        QVERIFY(!syntax::isEmail(std::string(65, 'a') + "@example.com"));
        QVERIFY(!syntax::isEmail("a@" + std::string(64, 'b')));
    }

    void durations()
    {
        compareAll(syntax::isDuration, {"PT30M", "-P1D", "+P2W", "P1DT2H", "PT1H30M10S", "PT0S"},
                   {"", "P", "PT", "30M", "P1M", "PT1M1H", "P1W2D", "P1DT", "PT1", "P1D2H", "PT9999999M"});
    }

    void recurrences()
    {
        compareAll(syntax::isRecurrence,
                   {"FREQ=DAILY", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE", "FREQ=MONTHLY;BYDAY=-1SU;COUNT=5",
                    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1;UNTIL=20301231T235959Z", "COUNT=1;FREQ=DAILY",
                    "FREQ=WEEKLY;WKST=SU;UNTIL=20300101"},
                   {"", "DAILY", "FREQ=OFTEN", "INTERVAL=2", "FREQ=DAILY;FREQ=DAILY", "FREQ=DAILY;COUNT=0",
                    "FREQ=DAILY;COUNT=1;UNTIL=20300101", "FREQ=DAILY;BYDAY=XX", "FREQ=DAILY;BYMONTH=13",
                    "FREQ=DAILY;BYMONTHDAY=0", "FREQ=DAILY;BYHOUR=24", "FREQ=DAILY;", "FREQ=DAILY;X=1",
                    "FREQ=DAILY;UNTIL=20301301", "FREQ=DAILY;COUNT=1000000"});
        QVERIFY(!syntax::isRecurrence("FREQ=DAILY;BYHOUR=1" + std::string(2000, '1')));
    }

    void triggers()
    {
        compareAll(syntax::isTrigger, {"-PT15M", "20300101T120000Z", "task:NABC", "geo:48.2,16.3"},
                   {"", "soon", "task:", "geo:", "20300101T250000Z", "20300101Z"});
    }

    void timeZones()
    {
        compareAll(syntax::isTimeZone, {"Europe/Berlin", "Etc/GMT+1", "UTC"}, {"", "Europe Berlin", "a\n"});
    }

    void bookmarks()
    {
        CatalogedBookmark bookmark;
        QCOMPARE(validate(bookmark), (FieldErrors{{"Uri", 0, FieldFault::Required}}));
        bookmark.uri = "example.com";
        bookmark.title = "a\x07";
        QCOMPARE(validate(bookmark),
                 (FieldErrors{{"Uri", 0, FieldFault::NotUri}, {"Title", 0, FieldFault::ControlCharacter}}));
        bookmark.uri = "https://example.com/" + std::string(longestUri, 'a');
        bookmark.title.clear();
        QCOMPARE(validate(bookmark), (FieldErrors{{"Uri", 0, FieldFault::TooLong}}));
        bookmark.uri = "https://example.com/";
        QVERIFY(validate(bookmark).empty());
    }

    void credentials()
    {
        CatalogedCredential credential;
        credential.protocol = "ht tp";
        credential.password = {SharedSecret(Secret(bytesOf("a\nb")))};
        QCOMPARE(validate(credential), (FieldErrors{{"Protocol", 0, FieldFault::NotProtocol},
                                                    {"Service", 0, FieldFault::Required},
                                                    {"Password", 0, FieldFault::ControlCharacter}}));
        credential.protocol = "https";
        credential.service = "example.com";
        credential.password = {SharedSecret(Secret(bytesOf("pässword ")))};
        QVERIFY(validate(credential).empty());
    }

    void contacts()
    {
        Contact contact;
        QCOMPARE(validate(contact), (FieldErrors{{"FullName", 0, FieldFault::Required}}));
        contact.last = "Müller";
        contact.email = "nobody";
        contact.addresses.resize(3);
        contact.addresses[0].uri = "mailto:alice@example.com";
        contact.addresses[1].uri = "mailto:alice";
        contact.addresses[2].uri = "0555";
        QCOMPARE(validate(contact), (FieldErrors{{"Email", 0, FieldFault::NotEmail},
                                                 {"Addresses.URI", 1, FieldFault::NotEmail},
                                                 {"Addresses.URI", 2, FieldFault::NotUri}}));
    }

    void tasks()
    {
        Task task;
        task.start = TimePoint(std::chrono::hours(2));
        task.finish = TimePoint(std::chrono::hours(1));
        task.repeat = "FREQ=SOMETIMES";
        task.trigger = {"-PT5M", "x"};
        QCOMPARE(validate(task), (FieldErrors{{"Title", 0, FieldFault::Required},
                                              {"Repeat", 0, FieldFault::NotRecurrence},
                                              {"Finish", 0, FieldFault::EndsBeforeStart},
                                              {"Trigger", 1, FieldFault::NotTrigger}}));
        task = Task();
        task.title = "Write";
        task.description = "first\nsecond";
        QVERIFY(validate(task).empty());
    }
};

QTEST_APPLESS_MAIN(TestValidate)
#include "tst_validate.moc"
