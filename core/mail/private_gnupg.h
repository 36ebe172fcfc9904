#pragma once

#include "base/error.h"
#include "base/secret.h"

#include <QTemporaryDir>
#include <deque>
#include <functional>
#include <gpgme.h>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>

namespace mmm::mail {

/// GnuPG in a folder of its own, in memory where the system has such a place. At the end its agent is
/// stopped, and the folder is overwritten and removed.
class PrivateGnupg
{
public:
    /// Whether GnuPG is on this computer.
    [[nodiscard]] static bool isThere();
    /// Unsupported without GnuPG.
    [[nodiscard]] static Result<std::unique_ptr<PrivateGnupg>> open(std::stop_token stop);
    ~PrivateGnupg();
    PrivateGnupg(const PrivateGnupg&) = delete;
    PrivateGnupg& operator=(const PrivateGnupg&) = delete;

    [[nodiscard]] gpgme_ctx_t context() const { return m_context.get(); }
    [[nodiscard]] gpgme_key_t keep(gpgme_key_t key);

    /// What is answered when a passphrase is asked for: the first one once, then the second one always. None
    /// left: the question is refused.
    void answer(std::optional<SharedSecret> first, std::optional<SharedSecret> then = {});
    [[nodiscard]] bool wasAsked() const { return m_asked > 0; }

    /// Runs one operation that can be stopped; its failure as one of ours.
    [[nodiscard]] Status run(const std::function<gpgme_error_t(gpgme_ctx_t)>& operation);

private:
    explicit PrivateGnupg(std::stop_token stop) : m_stop(std::move(stop)) {}
    [[nodiscard]] Status start();
    static gpgme_error_t givePassphrase(void* self, const char* hint, const char* info, int wasBad, int pipe);

    struct Release
    {
        void operator()(gpgme_ctx_t context) const { gpgme_release(context); }
        void operator()(gpgme_key_t key) const { gpgme_key_unref(key); }
    };

    std::stop_token m_stop;
    std::unique_ptr<QTemporaryDir> m_home;
    std::string m_path;
    std::unique_ptr<gpgme_context, Release> m_context;
    std::deque<std::unique_ptr<_gpgme_key, Release>> m_keys;
    std::optional<SharedSecret> m_first;
    std::optional<SharedSecret> m_then;
    int m_asked = 0;
};

/// Octets that GpgME reads or writes.
class GnupgData
{
public:
    /// For what comes out.
    GnupgData() { gpgme_data_new(&m_data); }
    /// Refers to the octets, which must stay.
    explicit GnupgData(BytesView octets);
    ~GnupgData();
    GnupgData(const GnupgData&) = delete;
    GnupgData& operator=(const GnupgData&) = delete;

    [[nodiscard]] gpgme_data_t get() const { return m_data; }
    /// What came out, once; GpgME's own copy is wiped.
    [[nodiscard]] Secret take();

private:
    gpgme_data_t m_data = nullptr;
};

} // namespace mmm::mail
