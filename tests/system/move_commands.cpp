#include "system/move_commands.h"

#include "mesh/account.h"
#include "mesh/change_service.h"

#include <QJsonObject>

namespace mmm::system_test {

namespace {

QString nameOf(mesh::MoveStep step)
{
    switch (step) {
    case mesh::MoveStep::Copying:
        return QStringLiteral("Copying");
    case mesh::MoveStep::Closing:
        return QStringLiteral("Closing");
    case mesh::MoveStep::Telling:
        return QStringLiteral("Telling");
    case mesh::MoveStep::Leaving:
        break;
    }
    return QStringLiteral("Leaving");
}

Result<QJsonValue> done(const Status& status)
{
    if (!status)
        return tl::unexpected<Error>(status.error());
    return QJsonValue(true);
}

/// {address, step}; without a step if no move is under way.
QJsonValue place(mesh::PersonalMesh& mesh)
{
    QJsonObject shown{
        {QStringLiteral("address"), QString::fromStdString(std::string(mesh.account()->address()))}};
    if (const auto state = mesh.serviceChange().state())
        shown.insert(QStringLiteral("step"), nameOf(state->step));
    return shown;
}

} // namespace

std::optional<Result<QJsonValue>> performMove(mesh::PersonalMesh& mesh, const QString& verb,
                                              const QJsonArray& arguments)
{
    if (verb == u"move")
        return done(mesh.serviceChange().begin({arguments.at(0).toString().toStdString(), {}}));
    if (verb == u"resume-move")
        return done(mesh.serviceChange().resume());
    if (verb == u"place")
        return place(mesh);
    return std::nullopt;
}

} // namespace mmm::system_test
