#include "core/mesh/scenario.h"
#include "interchange/import_file.h"
#include "schema/catalog.h"

#include <QTest>
#include <algorithm>
#include <set>

using namespace mmm;
using scenario::Desktop;
using scenario::eventually;
using scenario::World;

namespace {

constexpr int count = 10000;

std::string passwordOf(int number)
{
    return "pässword " + std::to_string(number);
}

/// As Chrome writes it.
std::string passwordFile()
{
    std::string file = "name,url,username,password,note\n";
    for (int i = 0; i < count; ++i) {
        const std::string number = std::to_string(i);
        file += "Site " + number + ",https://site" + number + ".example.org/login,user" + number +
                "@example.com," + passwordOf(i) + ",\n";
    }
    return file;
}

/// How many of the passwords the device can read, each at its place.
int readable(Desktop& desktop, const std::vector<std::string>& ids)
{
    int good = 0;
    for (int i = 0; i < int(ids.size()); ++i) {
        const auto row = desktop.account().credentials().read(ids[std::size_t(i)]);
        good += row && row->entry.password.secret.text() == passwordOf(i) ? 1 : 0;
    }
    return good;
}

bool isSigned(const service::FrameRecord& frame)
{
    return textOf(frame.trailer).find("\"signatures\"") != std::string_view::npos;
}

} // namespace

class LargeImportTest : public QObject
{
    Q_OBJECT

private slots:
    /// However many entries a file has, they are one change: signed once, sent at once, and whole on every
    /// other device.
    void tenThousandPasswordsAreOneSignedBatch()
    {
        World world;
        Desktop first(world);
        Desktop second(world);
        VERIFY_OK(first.open());
        VERIFY_OK(second.open());
        VERIFY_OK(first.createMesh("alice"));
        VERIFY_OK(second.join(first, "Second desktop"));
        QVERIFY(first.settles() && second.settles());
        const std::string container(schema::store_name::credential);
        const auto uploads = [&] {
            const std::vector<std::string> all = world.appended();
            return std::ranges::count(all, container);
        };
        const auto uploadsBefore = uploads();
        const std::size_t framesBefore = world.frames("alice@example.com", container).size();

        const auto file = interchange::readImport(bytesOf(passwordFile()));
        VERIFY_OK(file);
        const auto& credentials = std::get<interchange::CredentialFile>(*file).credentials;
        QCOMPARE(int(credentials.size()), count);
        const auto ids = first.account().credentials().addAll(credentials);
        VERIFY_OK(ids);
        QCOMPARE(std::set<std::string>(ids->begin(), ids->end()).size(), std::size_t(count));
        // so much takes its time on a busy machine
        constexpr int patience = 240000;
        QVERIFY(eventually([&] { return uploads() > uploadsBefore; }, patience));
        QVERIFY(first.settles());
        QCOMPARE(uploads(), uploadsBefore + 1);
        const auto frames = world.frames("alice@example.com", container);
        QCOMPARE(frames.size() - framesBefore >= std::size_t(count), true);
        QCOMPARE(std::count_if(frames.begin() + std::ptrdiff_t(framesBefore), frames.end(), isSigned), 1);
        QVERIFY(isSigned(frames.back()));

        QVERIFY(eventually([&] { return int(second.account().credentials().size()) == count; }, patience));
        QVERIFY(second.settles());
        QCOMPARE(readable(second, *ids), count);
        QVERIFY(!second.listener.first());

        first.close();
        VERIFY_OK(first.open());
        QCOMPARE(int(first.account().credentials().size()), count);
        QCOMPARE(readable(first, *ids), count);
    }
};

QTEST_GUILESS_MAIN(LargeImportTest)
#include "tst_large_import.moc"
