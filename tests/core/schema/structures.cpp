#include "structures.h"

#include "filled.h"
#include "schema/any.h"
#include "schema/escrow.h"
#include "schema/task.h"

namespace mmm::schema::test {

namespace {

template<encoding::Record T>
Structure describe()
{
    Structure structure;
    structure.className = T::className;
    if constexpr (requires { T::legacyNames; })
        structure.legacyNames.assign(T::legacyNames.begin(), T::legacyNames.end());
    const auto addField = [&](const auto& line) {
        structure.fields.push_back({std::string(line.name), {line.aliases.begin(), line.aliases.end()}});
    };
    std::apply([&](const auto&... line) { (addField(line), ...); }, T::fields());
    structure.filled = encoding::toTaggedJson(filled<T>()).text();
    structure.reread = [](std::string_view json) -> Result<std::string> {
        MMM_TRY(const T first, encoding::fromTaggedJson<T>(bytesOf(json)));
        const Secret printed = encoding::toTaggedJson(first);
        MMM_TRY(const T second, encoding::fromTaggedJson<T>(printed));
        if (!(first == second))
            return fail(Fault::Internal, "a printed structure is read as a different one");
        return std::string(printed.text());
    };
    return structure;
}

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
             LegacyText, Task, AccountEntry, MailConnection, Reference, DevicePreconfiguration>(all);
    return all;
}

} // namespace mmm::schema::test
