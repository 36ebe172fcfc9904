#include "system/letter_commands.h"

#include "mesh/groups.h"
#include "mesh/messaging.h"

#include <QJsonObject>

namespace mmm::system_test {

namespace {

std::string text(const QJsonArray& arguments, int index)
{
    return arguments.at(index).toString().toStdString();
}

template<typename T>
Result<QJsonValue> done(const T& status)
{
    if (!status)
        return tl::unexpected<Error>(status.error());
    return QJsonValue(true);
}

Result<QJsonValue> idOf(const Result<std::string>& id)
{
    if (!id)
        return tl::unexpected<Error>(id.error());
    return QJsonValue(QString::fromStdString(*id));
}

/// [{id, class, from, state, text}]
Result<QJsonValue> list(const Result<std::vector<mesh::MessageInfo>>& messages)
{
    if (!messages)
        return tl::unexpected<Error>(messages.error());
    QJsonArray all;
    for (const mesh::MessageInfo& message : *messages) {
        all.append(QJsonObject{{QStringLiteral("id"), QString::fromStdString(message.id)},
                               {QStringLiteral("class"), QString::fromStdString(message.className)},
                               {QStringLiteral("from"), QString::fromStdString(message.from)},
                               {QStringLiteral("state"), int(message.state)},
                               {QStringLiteral("text"), QString::fromStdString(message.text)}});
    }
    return QJsonValue(all);
}

/// [address]
Result<QJsonValue> askForContact(mesh::PersonalMesh& mesh, const QJsonArray& arguments)
{
    mesh::ContactWish wish;
    wish.address = text(arguments, 0);
    wish.version = mesh::CardVersion::Restricted;
    return idOf(mesh.messaging().askForContact(wish));
}

/// [address, text, seconds that it may be answered]
Result<QJsonValue> ask(mesh::PersonalMesh& mesh, const QJsonArray& arguments)
{
    mesh::ConfirmationQuestion question;
    question.address = text(arguments, 0);
    question.text = text(arguments, 1);
    question.validity = std::chrono::seconds(arguments.at(2).toInt());
    return idOf(mesh.messaging().askConfirmation(question));
}

/// [message]
Result<QJsonValue> confirmation(mesh::PersonalMesh& mesh, const QJsonArray& arguments)
{
    MMM_TRY(const mesh::ConfirmationState state, mesh.messaging().confirmation(text(arguments, 0)));
    return QJsonValue(int(state));
}

/// [address of a contact]
Result<QJsonValue> block(mesh::PersonalMesh& mesh, const QJsonArray& arguments)
{
    MMM_TRY(const mesh::FoundAccount found, mesh.messaging().find(text(arguments, 0)));
    mesh::ContactRights rights;
    rights.isBlocked = true;
    return done(mesh.messaging().setRights(found.contactId, rights));
}

/// [group, address of a member]
Result<QJsonValue> expel(mesh::PersonalMesh& mesh, const QJsonArray& arguments)
{
    MMM_TRY(const auto members, mesh.groups().members(text(arguments, 0), true));
    for (const mesh::GroupMember& member : members) {
        if (member.address == text(arguments, 1))
            return done(mesh.groups().remove(text(arguments, 0), member.accountUdf));
    }
    return fail(Fault::NotFound, "not a member");
}

/// [group, text]
Result<QJsonValue> seal(mesh::PersonalMesh& mesh, const QJsonArray& arguments)
{
    return idOf(mesh.groups().encryptText(text(arguments, 0), Secret(bytesOf(text(arguments, 1)))));
}

/// [what seal gave]
Result<QJsonValue> unseal(mesh::PersonalMesh& mesh, const QJsonArray& arguments)
{
    MMM_TRY(const auto opened, mesh.groups().decryptText(text(arguments, 0)));
    return QJsonValue(QString::fromStdString(std::string(opened.text.text())));
}

} // namespace

std::optional<Result<QJsonValue>> performLetter(mesh::PersonalMesh& mesh, const QString& verb,
                                                const QJsonArray& arguments)
{
    if (verb == u"inbox")
        return list(mesh.inbox());
    if (verb == u"outbox")
        return list(mesh.outbox());
    if (verb == u"ask-for-contact")
        return askForContact(mesh, arguments);
    if (verb == u"accept-contact")
        return idOf(mesh.messaging().acceptContact(text(arguments, 0), mesh::CardVersion::Restricted));
    if (verb == u"block")
        return block(mesh, arguments);
    if (verb == u"ask")
        return ask(mesh, arguments);
    if (verb == u"confirm")
        return done(mesh.messaging().answerConfirmation(text(arguments, 0), true));
    if (verb == u"confirmation")
        return confirmation(mesh, arguments);
    if (verb == u"delete-account")
        return done(mesh.deleteAccount());
    if (verb == u"make-group")
        return idOf(mesh.groups().create(text(arguments, 0)));
    if (verb == u"invite")
        return done(mesh.groups().invite(text(arguments, 0), text(arguments, 1), {}));
    if (verb == u"join-group")
        return idOf(mesh.groups().accept(text(arguments, 0)));
    if (verb == u"expel")
        return expel(mesh, arguments);
    if (verb == u"seal")
        return seal(mesh, arguments);
    if (verb == u"unseal")
        return unseal(mesh, arguments);
    return std::nullopt;
}

} // namespace mmm::system_test
