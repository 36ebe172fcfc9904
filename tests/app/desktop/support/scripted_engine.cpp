#include "scripted_engine.h"

#include "scripted_mesh.h"
#include "scripted_personas.h"

namespace mmm::test {

desktop::Engine scriptedEngine()
{
    desktop::Engine engine;
    engine.open = [](const mesh::Options&,
                     const std::stop_token&) -> Result<std::unique_ptr<mesh::PersonalMesh>> {
        return std::make_unique<ScriptedMesh>();
    };
    engine.parseOffer = [](std::string_view text) -> Result<mesh::ConnectionOffer> {
        constexpr std::string_view scheme = "mcu://";
        const std::size_t slash = text.rfind('/');
        if (!text.starts_with(scheme) || slash < scheme.size())
            return fail(Fault::Malformed, "not an offer");
        mesh::ConnectionOffer offer;
        offer.account = std::string(text.substr(scheme.size(), slash - scheme.size()));
        offer.pin = SharedSecret(Secret(bytesOf(text.substr(slash + 1))));
        return offer;
    };
    engine.personas = PersonaScript::door(std::make_shared<PersonaScript>());
    return engine;
}

} // namespace mmm::test
