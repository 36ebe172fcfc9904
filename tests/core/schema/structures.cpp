#include "structures.h"

#include "describe_structure.h"
#include "schema/any.h"
#include "schema/escrow.h"
#include "schema/service_accreditation.h"
#include "schema/task.h"

namespace mmm::schema::test {

namespace {

template<auto readAny, encoding::Record... T>
void add(std::vector<Structure>& all)
{
    for (Structure& structure : std::vector<Structure>{describe<T>()...}) {
        structure.recognise = [](std::string_view json) {
            return readAny(bytesOf(json)).map([](const auto& any) { return std::string(classNameOf(any)); });
        };
        all.push_back(std::move(structure));
    }
}

template<auto readAny, encoding::Record... T>
void addFamily(std::vector<Structure>& all, std::type_identity<Tagged<T...>>)
{
    add<readAny, T...>(all);
}

template<encoding::Record... T>
void addInner(std::vector<Structure>& all)
{
    for (Structure& structure : std::vector<Structure>{describe<T>()...})
        all.push_back(std::move(structure));
}

} // namespace

std::vector<Structure> allStructures()
{
    std::vector<Structure> all;
    addFamily<readAssertion>(all, std::type_identity<AnyAssertion>());
    addFamily<readEntry>(all, std::type_identity<AnyEntry>());
    addFamily<readMessage>(all, std::type_identity<AnyMessage>());
    addFamily<readMachine>(all, std::type_identity<AnyMachine>());
    addInner<Assertion, Condition, Profile, Connection, Activation, PublicKey, KeyComposite, KeyOverlay,
             EscrowedKeySet, DeviceRecryptionKey, Permission, ContactMesh, Address, Location, Role,
             LegacyText, Task, AccountEntry, MailConnection, NetworkSetting, NetworkAttachment, WireGuardPeer,
             WireGuardTunnel, Reference, DevicePreconfiguration, ServiceAccreditation>(all);
    return all;
}

} // namespace mmm::schema::test
