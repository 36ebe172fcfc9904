#pragma once

#include "desktop.h"
#include "keystore/memory_store.h"
#include "support/scripted_engine.h"
#include "support/scripted_mesh.h"

#include <QTemporaryDir>
#include <QTest>

namespace mmm::test {

/// The desktop's object graph over one scripted mesh, in a folder of its own.
///
/// A test's fixture derives from it and adds the words of what it is about.
struct ScriptedDesktop
{
    using Prepare = std::function<void(ScriptedMesh&)>;
    /// `preparation` is called with the mesh before anything sees it.
    explicit ScriptedDesktop(mesh::Stage stage = mesh::Stage::Ready, Prepare preparation = {})
        : prepare(std::move(preparation))
    {
        engine = scriptedEngine();
        engine.open = [this, stage](const mesh::Options&, const std::stop_token&) {
            auto made = std::make_unique<ScriptedMesh>(stage);
            mesh = made.get();
            if (prepare)
                prepare(*mesh);
            return Result<std::unique_ptr<mesh::PersonalMesh>>(std::move(made));
        };
    }
    ScriptedDesktop(const ScriptedDesktop&) = delete;
    ScriptedDesktop& operator=(const ScriptedDesktop&) = delete;

    /// Builds the object graph; the session is not opened yet.
    void build()
    {
        desktop = std::make_unique<desktop::Desktop>(engine, options, folder.path(), runtimeFolder);
    }
    /// Builds what is not built yet and begins to open; see isOpen().
    void start()
    {
        if (!desktop)
            build();
        desktop->session.openWith(std::make_shared<keystore::MemoryStore>());
    }
    /// Waits until the session has found out how things are.
    bool isOpen() const
    {
        return QTest::qWaitFor([this] { return desktop->session.stage() != desktop::Session::Opening; });
    }
    /// Opens and waits until the lists are there, if there is anything to list.
    bool open()
    {
        start();
        return isOpen() && (desktop->session.stage() != desktop::Session::Ready ||
                            QTest::qWaitFor([this] { return !desktop->credentials.isLoading(); }));
    }
    ScriptedAccount& account() { return mesh->scripted(); }

    QTemporaryDir folder;
    QString runtimeFolder; ///< as Desktop has it
    mesh::Options options;
    desktop::Engine engine;
    Prepare prepare;
    ScriptedMesh* mesh = nullptr; ///< once it was opened
    std::unique_ptr<desktop::Desktop> desktop;
};

} // namespace mmm::test
