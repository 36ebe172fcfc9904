#include "mesh/published_files.h"

#include "mesh/ceremonies.h"
#include "mesh/locator_place.h"
#include "protocol/located_content.h"
#include "protocol/portal_transactions.h"

namespace mmm::mesh {

namespace {

constexpr std::size_t longestFileName = 255;

/// Nothing but a name: whoever published the file must not choose where it goes.
std::string plainName(std::string name)
{
    if (const std::size_t slash = name.find_last_of("/\\"); slash != std::string::npos)
        name.erase(0, slash + 1);
    std::erase_if(name, [](char c) { return static_cast<unsigned char>(c) < ' ' || c == 0x7F; });
    if (name == "." || name == ".." || name.size() > longestFileName)
        return {};
    return name;
}

class PublishedFilesDoor final : public PublishedFiles
{
public:
    explicit PublishedFilesDoor(MeshState& state) : m_state(state) {}

    Result<SharedSecret> publish(const std::string& name, const Secret& content,
                                 std::stop_token stop) override
    {
        const auto member = m_state.member();
        if (!member)
            return fail(Fault::Unsupported, "not possible now");
        if (content.size() > largest)
            return fail(Fault::TooLarge, "larger than what can be published");
        udf::Locator locator = protocol::newLocator(domainOf(member->address()));
        MMM_TRY(const udf::Udf identifier, udf::contentIdentifier(locator));
        protocol::Identity identity;
        protocol::OnlineEscrowEntry entry;
        entry.identifier = identifier.text();
        {
            const std::scoped_lock lock(member->mutex);
            identity = member->keys->identity;
            MMM_TRY(entry.encryptedData,
                    protocol::sealContent(locator, plainName(name), content, member->keys->signature.get()));
        }
        protocol::PublishRequest request;
        request.entry = std::move(entry);
        MMM_CHECK(
            m_state.serviceLink()->transact<protocol::PublishResponse>(identity, std::move(request), stop));
        addPlace(m_state, locator);
        return SharedSecret(locator.print());
    }

    Result<FetchedFile> fetch(std::string_view text, std::stop_token stop) override
    {
        MMM_TRY(const udf::Locator locator, udf::Locator::parse(text));
        MMM_TRY(const dare::Envelope envelope, fetchLocated(m_state, locator, stop));
        MMM_TRY(protocol::LocatedContent located, protocol::openContent(locator, envelope));
        return FetchedFile{plainName(std::move(located.name)), std::move(located.content),
                           located.isVouchedFor};
    }

private:
    MeshState& m_state;
};

} // namespace

std::unique_ptr<PublishedFiles> makePublishedFiles(MeshState& state)
{
    return std::make_unique<PublishedFilesDoor>(state);
}

} // namespace mmm::mesh
