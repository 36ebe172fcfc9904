#include "core/keystore/fake_secret_service.h"
#include "keystore/keychain_store.h"

#include <QElapsedTimer>
#include <QTest>

#include <thread>

using namespace mmm;
using namespace mmm::keystore;
using namespace std::chrono_literals;

namespace {

KeychainOptions patient(std::chrono::milliseconds patience)
{
    KeychainOptions options;
    options.folder = "prompt";
    options.patience = patience;
    return options;
}

} // namespace

class TestKeychainPrompt : public QObject
{
    Q_OBJECT

private slots:
    void withoutServiceThereIsNoKeychain()
    {
        KeychainStore store(patient(5s));
        QCOMPARE(*store.availability(), Availability::NoService);
        QCOMPARE(store.unlock().error().fault, Fault::NoKeychain);
        QCOMPARE(store.get("key").error().fault, Fault::NoKeychain);
        QCOMPARE(store.put("key", Secret(bytesOf("x")), Exportable::Yes).error().fault, Fault::NoKeychain);
    }

    void waitsForThePersonToUnlock()
    {
        FakeSecretService service(Answer::Unlock);
        KeychainStore store(patient(5s));
        QCOMPARE(*store.availability(), Availability::Locked);
        QCOMPARE(service.prompts.load(), 0);
        const Status unlocked = store.unlock();
        QVERIFY2(unlocked, unlocked ? "" : unlocked.error().detail.c_str());
        QCOMPARE(*store.availability(), Availability::Ready);
        QCOMPARE(service.prompts.load(), 1);
        QVERIFY(store.unlock());
        QCOMPARE(service.prompts.load(), 1);
    }

    void aRefusedPromptIsSaid()
    {
        FakeSecretService service(Answer::Dismiss);
        KeychainStore store(patient(5s));
        QCOMPARE(store.unlock().error().fault, Fault::KeychainRefused);
        QCOMPARE(store.get("key").error().fault, Fault::KeychainRefused);
        QCOMPARE(service.prompts.load(), 2);
    }

    void aPromptWithoutAnswerIsGivenUp()
    {
        FakeSecretService service(Answer::Nothing);
        KeychainStore store(patient(700ms));
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(store.get("key").error().fault, Fault::KeychainTimeout);
        QVERIFY(timer.elapsed() >= 650);
        QVERIFY(timer.elapsed() < 2000);
        QTRY_COMPARE(service.dismissals.load(), 1);
    }

    void aPromptCanBeCancelled()
    {
        FakeSecretService service(Answer::Nothing);
        KeychainStore store(patient(30s));
        std::stop_source stop;
        std::thread person([&service, &stop] {
            while (service.prompts == 0)
                std::this_thread::sleep_for(10ms);
            stop.request_stop();
        });
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(store.unlock(stop.get_token()).error().fault, Fault::Cancelled);
        QVERIFY(timer.elapsed() < 3000);
        person.join();
        QTRY_COMPARE(service.dismissals.load(), 1);
    }

    void aProviderThatEndsDuringThePromptIsNoticed()
    {
        FakeSecretService service(Answer::Vanish);
        KeychainStore store(patient(10s));
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(store.unlock().error().fault, Fault::NoKeychain);
        QVERIFY(timer.elapsed() < 3000);
    }

    void othersWaitNoLongerThanTheirOwnPatience()
    {
        FakeSecretService service(Answer::Nothing);
        std::thread slow(
            [] { QCOMPARE(KeychainStore(patient(3s)).unlock().error().fault, Fault::KeychainTimeout); });
        while (service.prompts == 0)
            std::this_thread::sleep_for(10ms);
        KeychainStore store(patient(300ms));
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(store.get("key").error().fault, Fault::KeychainTimeout);
        QVERIFY(timer.elapsed() < 1500);
        slow.join();
    }

    // Last, because the provider's silence keeps QtKeychain's queue busy for a while.
    void aProviderThatNeverAnswersIsGivenUp()
    {
        FakeSecretService service(Answer::Nothing, false);
        KeychainStore store(patient(1s));
        for (int i = 0; i < 2; ++i) {
            QElapsedTimer timer;
            timer.start();
            QCOMPARE(store.put("key", Secret(bytesOf("x")), Exportable::Yes).error().fault,
                     Fault::KeychainTimeout);
            QVERIFY(timer.elapsed() < 3000);
        }
        QCOMPARE(service.sessions.load(), 1);
        QCOMPARE(*store.availability(), Availability::Ready);
    }
};

QTEST_GUILESS_MAIN(TestKeychainPrompt)
#include "tst_keychain_prompt.moc"
