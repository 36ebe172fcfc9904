#pragma once

#include "mesh/connection_offer.h"
#include "mesh/personal_mesh.h"
#include "mesh/personas.h"

#include <functional>

namespace mmm::desktop {

/// The doors into core/mesh, passed in so that tests can put a scripted mesh behind them.
struct Engine
{
    std::function<Result<std::unique_ptr<mesh::PersonalMesh>>(mesh::Options, std::stop_token)> open;
    std::function<Result<mesh::ConnectionOffer>(std::string_view)> parseOffer;
    std::function<Result<std::unique_ptr<mesh::Personas>>(mesh::PersonalMesh& home)> personas;
};

} // namespace mmm::desktop
