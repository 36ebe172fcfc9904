#include "mesh/containers.h"

#include <array>

namespace mmm::mesh {

namespace {

namespace names = schema::store_name;

constexpr std::array catalogNames{names::device, names::contact,     names::credential, names::bookmark,
                                  names::task,   names::application, names::network};

} // namespace

Result<std::unique_ptr<Containers>> Containers::open(const Place& place,
                                                     std::shared_ptr<const dare::KeyRing> keys,
                                                     const std::function<void(double)>& progress,
                                                     std::stop_token stop)
{
    auto containers = std::make_unique<Containers>();
    const double steps = catalogNames.size() + 2;
    double done = 0;
    const auto optionsFor = [&](std::string_view name) {
        store::ContainerOptions options;
        options.directory = place.directory;
        options.name = name;
        options.account = place.accountUdf;
        options.keys = keys;
        options.seal = place.seal;
        options.clock = place.clock;
        options.stop = stop;
        if (progress)
            options.progress = [&progress, done, steps](double part) { progress((done + part) / steps); };
        return options;
    };
    for (const std::string_view name : catalogNames) {
        MMM_TRY(containers->m_catalogs[std::string(name)], store::Catalog::open(optionsFor(name)));
        ++done;
    }
    MMM_TRY(containers->m_inbound, store::Spool::open(optionsFor(names::inbound)));
    ++done;
    MMM_TRY(containers->m_outbound, store::Spool::open(optionsFor(names::outbound)));
    for (const std::string_view name :
         {names::device, names::inbound, names::contact, names::bookmark, names::credential, names::task,
          names::application, names::network, names::outbound})
        containers->m_names.emplace_back(name);
    return containers;
}

store::Catalog* Containers::find(std::string_view name)
{
    if (name == names::inbound)
        return &m_inbound->container();
    if (name == names::outbound)
        return &m_outbound->container();
    const auto found = m_catalogs.find(name);
    return found == m_catalogs.end() ? nullptr : found->second.get();
}

std::size_t Containers::pendingCount()
{
    std::size_t count = 0;
    for (const std::string& name : m_names)
        count += find(name)->pendingCount();
    return count;
}

std::size_t Containers::conflictCount()
{
    std::size_t count = 0;
    for (const std::string& name : m_names)
        count += find(name)->conflictIds().size();
    return count;
}

} // namespace mmm::mesh
