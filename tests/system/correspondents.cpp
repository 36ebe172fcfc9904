#include "system/correspondents.h"

#include "mesh/inbox.h"

namespace mmm::system_test {

bool Correspondents::meet()
{
    // each has to know where the other one listens, which the first to start says only then
    if (!here.start())
        return false;
    there.meet(here);
    if (!there.start() || !here.stop())
        return false;
    here.meet(there);
    alice.meet(there);
    bob.meet(here);
    if (!here.start() || !alice.open().isOk() || !bob.open().isOk() ||
        !alice.create(QStringLiteral("alice")).isOk() || !bob.create(QStringLiteral("bob")).isOk() ||
        !alice.settles() || !bob.settles() ||
        !alice.ask({QStringLiteral("ask-for-contact"), bobAddress}).isOk())
        return false;
    const QString request = awaitMessage(bob, QStringLiteral("RequestContact"), retrying);
    if (request.isEmpty() || !bob.ask({QStringLiteral("accept-contact"), request}).isOk())
        return false;
    const QString reply = awaitMessage(alice, QStringLiteral("ReplyContact"), retrying);
    const bool isKnown = eventually([&] {
        const auto message = messageIn(alice, QStringLiteral("inbox"), reply);
        return message &&
               message->value(QStringLiteral("state")).toInt() == int(mesh::MessageState::Accepted);
    });
    return isKnown && alice.settles() && bob.settles();
}

QString awaitMessage(DeviceProcess& device, const QString& className, int milliseconds)
{
    QString id;
    (void)eventually(
        [&] {
            const QJsonArray all = device.ask({QStringLiteral("inbox")}).value.toArray();
            for (const QJsonValue& message : all) {
                if (id.isEmpty() && message[QStringLiteral("class")].toString() == className)
                    id = message[QStringLiteral("id")].toString();
            }
            return !id.isEmpty();
        },
        milliseconds);
    return id;
}

std::optional<QJsonObject> messageIn(DeviceProcess& device, const QString& box, const QString& id)
{
    const QJsonArray all = device.ask({box}).value.toArray();
    for (const QJsonValue& message : all) {
        if (message[QStringLiteral("id")].toString() == id)
            return message.toObject();
    }
    return std::nullopt;
}

} // namespace mmm::system_test
