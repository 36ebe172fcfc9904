#include "core/mesh/scenario.h"

#include "encoding/json_value.h"

#include <QTest>

#include <algorithm>

using namespace mmm;
using namespace scenario;
using mesh::TrustKind;
using mesh::TrustLink;

namespace {

const TrustLink* linkTo(const std::vector<TrustLink>& links, TrustKind kind, const std::string& name = {})
{
    const auto found = std::ranges::find_if(links, [&](const TrustLink& link) {
        return link.kind == kind && (name.empty() || link.name == name);
    });
    return found == links.end() ? nullptr : &*found;
}

/// Each stands after the one it belongs to, and what is believed is signed by what is there.
void isSound(const std::vector<TrustLink>& links)
{
    std::set<std::string> known = {""};
    for (const TrustLink& link : links) {
        QVERIFY2(!link.fault, (link.id + ": " + (link.fault ? describe(*link.fault) : "")).c_str());
        QVERIFY2(known.contains(link.parent), link.id.c_str());
        QVERIFY2(known.insert(link.id).second, link.id.c_str());
        for (const mesh::TrustSignature& signature : link.signatures) {
            QVERIFY2(signature.isGood, link.id.c_str());
            QVERIFY(!signature.signer.empty());
        }
        if (link.kind == TrustKind::Catalog)
            QVERIFY(encoding::JsonDocument::parse(bytesOf(link.payload)));
        else
            QVERIFY(encoding::JsonDocument::parse(bytesOf(link.envelope)));
    }
}

bool isSignedBy(const TrustLink& link, const std::string& signer)
{
    return std::ranges::any_of(link.signatures, [&](const mesh::TrustSignature& signature) {
        return signature.signer == signer && signature.isGood;
    });
}

} // namespace

/// Who signed what, checked anew from what a device has stored (security 03 §7.1.5).
class TestTrustChain : public QObject
{
    Q_OBJECT

private slots:
    void showsWhoSignedWhat()
    {
        World world;
        Desktop first(world);
        Desktop second(world);
        VERIFY_OK(first.open());
        VERIFY_OK(second.open());
        QVERIFY(!first->trust().links()); // nothing there yet
        VERIFY_OK(first.createMesh("alice"));
        const auto pin = first->issuePin();
        VERIFY_OK(pin);
        const auto offer = mesh::ConnectionOffer::parse(pin->text.text());
        VERIFY_OK(offer);
        VERIFY_OK(second.join(*offer, "Second"));
        QVERIFY(eventually([&] { return first->devices().value().size() == 2; }));
        schema::CatalogedApplicationSSH ssh;
        ssh.title = "Work";
        VERIFY_OK(first.account().sshProfiles().add(ssh));
        VERIFY_OK(first.account().bookmarks().add(bookmark("one", "https://example.com/")));
        QVERIFY(first.settles());
        QVERIFY(second.settles());

        for (Desktop* desktop : {&first, &second}) {
            const auto links = (*desktop)->trust().links();
            VERIFY_OK(links);
            isSound(*links);
            if (QTest::currentTestFailed())
                return;
            const TrustLink* root = linkTo(*links, TrustKind::Mesh);
            QVERIFY(root != nullptr && root->parent.empty() && isSignedBy(*root, root->id));
            QVERIFY(root->payload.find("ProfileMesh") != std::string::npos);
            const TrustLink* device = linkTo(*links, TrustKind::Device, "Second");
            QVERIFY(device != nullptr && isSignedBy(*device, device->id));
            QCOMPARE(device->isThisDevice, desktop == &second);
            // an administration key of the mesh vouches for the device, the account for its part there
            int connections = 0;
            for (const TrustLink& link : *links) {
                if (link.kind == TrustKind::DeviceConnection) {
                    QVERIFY(isSignedBy(link, "mesh"));
                    ++connections;
                }
                if (link.kind == TrustKind::AccountConnection)
                    QVERIFY(isSignedBy(link, "account"));
                // nothing of what is sealed
                if (link.kind == TrustKind::DeviceActivation || link.kind == TrustKind::AccountActivation)
                    QVERIFY(link.payload.empty());
            }
            QCOMPARE(connections, 2);
            const TrustLink* key = linkTo(*links, TrustKind::ApplicationConnection, "Work");
            QVERIFY(key != nullptr && isSignedBy(*key, "account"));
            const TrustLink* catalog = linkTo(*links, TrustKind::Catalog, "mmm_CatalogBookmark");
            QVERIFY(catalog != nullptr && catalog->payload.find("\"Count\":0") == std::string::npos);
        }
        // both have proved the same entries, and say so by the same digest
        const auto one = first->trust().links();
        const auto other = second->trust().links();
        QCOMPARE(linkTo(*one, TrustKind::Catalog, "mmm_CatalogBookmark")->payload,
                 linkTo(*other, TrustKind::Catalog, "mmm_CatalogBookmark")->payload);

        std::string secondUdf;
        const auto devices = first->devices().value();
        for (const mesh::DeviceInfo& device : devices) {
            if (!device.isThisDevice)
                secondUdf = device.udf;
        }
        VERIFY_OK(first->disconnectDevice(secondUdf));
        const auto after = first->trust().links();
        VERIFY_OK(after);
        QVERIFY(linkTo(*after, TrustKind::Device, "Second") == nullptr);
        isSound(*after);
    }

    void theServiceShowsItself()
    {
        World world;
        Desktop desktop(world);
        VERIFY_OK(desktop.open());
        VERIFY_OK(desktop.createMesh("alice"));
        const auto links = desktop->trust().serviceLinks({});
        VERIFY_OK(links);
        isSound(*links);
        const TrustLink* service = linkTo(*links, TrustKind::Service);
        QVERIFY(service != nullptr && isSignedBy(*service, "service"));
        QCOMPARE(service->name, "example.com");
        QCOMPARE(service->udf, desktop->service().serviceUdf);
        QVERIFY(isSignedBy(*linkTo(*links, TrustKind::HostConnection), "service"));

        world.stopService();
        const auto silent = desktop->trust().serviceLinks({});
        QVERIFY(!silent && silent.error().fault == Fault::Offline);
        // what is stored here is shown all the same
        const auto stored = desktop->trust().links();
        VERIFY_OK(stored);
        isSound(*stored);
    }
};

QTEST_GUILESS_MAIN(TestTrustChain)
#include "tst_trust_chain.moc"
