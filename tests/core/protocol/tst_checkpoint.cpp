#include "protocol/checkpoint.h"

#include "crypto/hash.h"
#include "schema/make.h"

#include <QTest>

using namespace mmm;
using protocol::Checkpoint;

namespace {

/// A log as a service keeps it.
struct Log
{
    std::vector<dare::Envelope> frames;
    dare::TreePath path;

    void append(const std::string& text)
    {
        dare::Header header;
        header.containerInfo.emplace().index = path.nextIndex();
        dare::Trailer trailer;
        trailer.treeDigest = copyOf(path.add(0, crypto::sha512(bytesOf(text))));
        frames.push_back(dare::Envelope::assemble(header, copyOf(bytesOf(text)), trailer));
    }
    [[nodiscard]] Checkpoint checkpoint(int seconds) const
    {
        Checkpoint made;
        made.index = path.nextIndex() - 1;
        made.treeDigest = copyOf(path.path().back().digest);
        made.time = TimePoint(std::chrono::seconds(seconds));
        return made;
    }
};

Log logOf(const std::vector<std::string>& lines)
{
    Log log;
    for (const std::string& line : lines)
        log.append(line);
    return log;
}

} // namespace

class TestCheckpoint : public QObject
{
    Q_OBJECT

private slots:
    void followsALog()
    {
        Log log = logOf({"a", "b", "c"});
        const Checkpoint first = log.checkpoint(1);
        for (int i = 0; i < 30; ++i)
            log.append(std::to_string(i));
        const Checkpoint second = log.checkpoint(2);
        QVERIFY(protocol::compareCheckpoints(first, second).has_value());

        protocol::LogTrail trail;
        QVERIFY(trail.follow(log.frames, first).has_value());
        QCOMPARE(trail.nextIndex(), 3);
        auto later = protocol::LogTrail::restore(trail.kept());
        QVERIFY(later.has_value());
        const std::vector<dare::Envelope> some(log.frames.begin() + 3, log.frames.begin() + 10);
        QCOMPARE(later->follow(some, second).error().fault, Fault::NotYet);
        const std::vector<dare::Envelope> rest(log.frames.begin() + 10, log.frames.end());
        QVERIFY(later->follow(rest, second).has_value());
    }

    /// What a service cannot do without being found out.
    void detectsAFork()
    {
        const Log honest = logOf({"a", "b", "c"});
        const Log rewritten = logOf({"a", "x", "c"});
        const Log longer = logOf({"a", "x", "c", "d"});
        QCOMPARE(protocol::compareCheckpoints(honest.checkpoint(1), rewritten.checkpoint(2)).error().fault,
                 Fault::Forked);
        // with other numbers of frames only the log itself shows it
        QVERIFY(protocol::compareCheckpoints(honest.checkpoint(1), longer.checkpoint(2)).has_value());
        protocol::LogTrail trail;
        QVERIFY(trail.follow(honest.frames, honest.checkpoint(1)).has_value());
        const std::vector<dare::Envelope> more{longer.frames.back()};
        QCOMPARE(trail.follow(more, longer.checkpoint(2)).error().fault, Fault::Forked);
    }

    void detectsARollback()
    {
        const Log before = logOf({"a", "b", "c"});
        const Log after = logOf({"a", "b"});
        QCOMPARE(protocol::compareCheckpoints(before.checkpoint(1), after.checkpoint(2)).error().fault,
                 Fault::RolledBack);
        protocol::LogTrail trail;
        QVERIFY(trail.follow(before.frames, before.checkpoint(1)).has_value());
        QCOMPARE(trail.follow({}, after.checkpoint(2)).error().fault, Fault::RolledBack);
    }

    void detectsAMissingFrame()
    {
        const Log log = logOf({"a", "b", "c", "d"});
        std::vector<dare::Envelope> frames = log.frames;
        frames.erase(frames.begin() + 1);
        protocol::LogTrail trail;
        QCOMPARE(trail.follow(frames, log.checkpoint(1)).error().fault, Fault::Forked);
    }

    void takesNothingImpossible()
    {
        protocol::LogTrail::Apex apex;
        apex.index = 5;
        apex.digest = Bytes(64);
        QVERIFY(!protocol::LogTrail::restore({apex}).has_value());
        apex.index = 0;
        apex.digest = Bytes(63);
        QVERIFY(!protocol::LogTrail::restore({apex}).has_value());
        const auto key = crypto::PrivateKey::generate(crypto::Curve::Ed448);
        const auto service = schema::verifyProfileService(
            *schema::sealRecord(schema::makeProfileService(key.publicKey(), {}, TimePoint()), {&key}));
        QVERIFY(!protocol::verifyCheckpoint("[]", *service).has_value());
        Checkpoint odd;
        odd.index = 3;
        odd.treeDigest = Bytes(10);
        const auto envelope = schema::sealRecord(odd, {&key});
        QCOMPARE(protocol::verifyCheckpoint(textOf(envelope->toJson()), *service).error().fault,
                 Fault::Malformed);
    }
};

QTEST_GUILESS_MAIN(TestCheckpoint)
#include "tst_checkpoint.moc"
