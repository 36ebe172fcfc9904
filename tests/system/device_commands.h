#pragma once

#include "mesh/account.h"
#include "mesh/personal_mesh.h"

#include <QJsonArray>
#include <QJsonObject>

#include <atomic>
#include <mutex>

namespace mmm::system_test {

/// One line on standard output, gone to the reader when the call returns.
void print(const QJsonObject& line);
[[nodiscard]] QJsonObject answerOf(const QJsonValue& value);
[[nodiscard]] QJsonObject answerOf(const Error& error);

/// What a device can be asked to do. Lives on one thread.
class Device
{
public:
    /// Starts exchanging with the service if the device is connected.
    Device(std::unique_ptr<mesh::PersonalMesh> mesh, mesh::Options options);
    ~Device();
    Device(const Device&) = delete;
    Device& operator=(const Device&) = delete;

    [[nodiscard]] QJsonValue stage() const;
    /// [verb, argument…]; the verbs are in device_commands.cpp.
    [[nodiscard]] Result<QJsonValue> perform(const QJsonArray& command);

private:
    /// Keeps what the mesh reports of its own accord.
    class Listener final : public mesh::Observer
    {
    public:
        void problem(const mesh::Problem& found) override;
        void syncChanged(const mesh::SyncState&) override { m_isFresh = true; }
        /// Whether the exchange has told its state since it was last asked to look.
        std::atomic<bool> m_isFresh{true};
        [[nodiscard]] QJsonArray problems() const;

    private:
        mutable std::mutex m_mutex;
        QJsonArray m_problems;
    };

    [[nodiscard]] Result<QJsonValue> create(const QJsonArray& arguments);
    [[nodiscard]] Result<QJsonValue> resume();
    [[nodiscard]] Result<QJsonValue> publish(const QJsonArray& arguments);
    [[nodiscard]] Result<QJsonValue> fetch(const QJsonArray& arguments);
    [[nodiscard]] Result<QJsonValue> shares(const QJsonArray& arguments);
    [[nodiscard]] Result<QJsonValue> recover(const QJsonArray& arguments);
    [[nodiscard]] Result<QJsonValue> pin(const QJsonArray& arguments);
    [[nodiscard]] Result<QJsonValue> request(const QJsonArray& arguments);
    [[nodiscard]] Result<QJsonValue> await();
    [[nodiscard]] Result<QJsonValue> pending();
    [[nodiscard]] Result<QJsonValue> decide(const QJsonArray& arguments);
    [[nodiscard]] Result<QJsonValue> devices();
    [[nodiscard]] Result<QJsonValue> add(const std::string& name, const std::string& value);
    [[nodiscard]] Result<QJsonValue> edit(const std::string& name, const std::string& value);
    [[nodiscard]] Result<QJsonValue> remove(const std::string& name);
    [[nodiscard]] Result<QJsonValue> stream(const QJsonArray& arguments);
    [[nodiscard]] Result<QJsonValue> list();
    [[nodiscard]] QJsonValue state() const;

    mesh::Options m_options;
    Listener m_listener;
    std::unique_ptr<mesh::PersonalMesh> m_mesh;
};

} // namespace mmm::system_test
