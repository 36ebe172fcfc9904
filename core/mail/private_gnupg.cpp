#include "mail/private_gnupg.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QStandardPaths>
#include <algorithm>
#include <botan/mem_ops.h>
#include <cerrno>
#include <chrono>
#include <thread>

namespace mmm::mail {

bool PrivateGnupg::isThere()
{
    static const bool isThere = [] {
        return gpgme_check_version("1.14.0") != nullptr &&
               gpgme_engine_check_version(GPGME_PROTOCOL_OpenPGP) == GPG_ERR_NO_ERROR;
    }();
    return isThere;
}

namespace {

constexpr int mostAttempts = 100;
constexpr std::chrono::milliseconds patience{20};

/// A place in memory, if there is one that only this user can read.
QString place()
{
#ifdef Q_OS_LINUX
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    for (const QString& folder : {runtime, QStringLiteral("/dev/shm")}) {
        if (!folder.isEmpty() && QFileInfo(folder).isDir() && QFileInfo(folder).isWritable())
            return folder;
    }
#endif
    return QDir::tempPath();
}

bool write(const QString& path, const QByteArray& text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

/// What the agent kept of secret keys is overwritten before its place is given back.
void wipe(const QString& folder)
{
    QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!QFileInfo(file).isFile() || !file.open(QIODevice::ReadWrite))
            continue; // a socket
        file.write(QByteArray(int(std::min<qint64>(file.size(), 1 << 20)), '\0'));
    }
}

Error errorOf(gpgme_error_t error)
{
    const std::string text = gpgme_strerror(error);
    switch (gpgme_err_code(error)) {
    case GPG_ERR_BAD_PASSPHRASE:
        return {Fault::WrongPassphrase, text};
    case GPG_ERR_CANCELED:
    case GPG_ERR_FULLY_CANCELED:
        return {Fault::Cancelled, text};
    case GPG_ERR_ENOSPC:
        return {Fault::DiskFull, text};
    case GPG_ERR_NO_DATA:
    case GPG_ERR_BAD_DATA:
    case GPG_ERR_INV_PACKET:
        return {Fault::Malformed, text};
    default:
        return {Fault::BadKey, text};
    }
}

} // namespace

Result<std::unique_ptr<PrivateGnupg>> PrivateGnupg::open(std::stop_token stop)
{
    if (!isThere())
        return fail(Fault::Unsupported, "GnuPG is not on this computer");
    std::unique_ptr<PrivateGnupg> gnupg(new PrivateGnupg(std::move(stop)));
    MMM_CHECK(gnupg->start());
    return gnupg;
}

Status PrivateGnupg::start()
{
    // QTemporaryDir makes what only its owner can enter
    m_home = std::make_unique<QTemporaryDir>(place() + QStringLiteral("/mesh-pgp-XXXXXX"));
    if (!m_home->isValid())
        return fail(Fault::Io, "no folder for GnuPG to work in");
    m_path = QFile::encodeName(m_home->path()).toStdString();
    if (!write(m_home->filePath(QStringLiteral("gpg.conf")),
               "batch\nno-tty\nno-auto-key-retrieve\nno-auto-key-locate\n") ||
        !write(m_home->filePath(QStringLiteral("gpg-agent.conf")),
               "disable-scdaemon\nallow-loopback-pinentry\nmax-cache-ttl 0\ndefault-cache-ttl 0\n"
               // the most that the format has room for (RFC 4880 §3.7.1.3), without measuring first
               "s2k-count 65011712\n"))
        return fail(Fault::Io, "the folder for GnuPG cannot be written");
    gpgme_ctx_t context = nullptr;
    if (const gpgme_error_t error = gpgme_new(&context))
        return tl::unexpected<Error>(errorOf(error));
    m_context.reset(context);
    gpgme_error_t error = gpgme_ctx_set_engine_info(context, GPGME_PROTOCOL_OpenPGP, nullptr, m_path.c_str());
    if (error == GPG_ERR_NO_ERROR)
        error = gpgme_set_pinentry_mode(context, GPGME_PINENTRY_MODE_LOOPBACK);
    gpgme_set_offline(context, 1);
    gpgme_set_passphrase_cb(context, &PrivateGnupg::givePassphrase, this);
    return error == GPG_ERR_NO_ERROR ? Status() : tl::unexpected<Error>(errorOf(error));
}

PrivateGnupg::~PrivateGnupg()
{
    m_keys.clear();
    m_context.reset();
    if (!m_home || !m_home->isValid())
        return;
    // the agent of this folder and no other
    gpgme_ctx_t context = nullptr;
    const char* const program = gpgme_get_dirinfo("gpgconf-name");
    if (program != nullptr && gpgme_new(&context) == GPG_ERR_NO_ERROR) {
        const std::unique_ptr<gpgme_context, Release> owned(context);
        const char* arguments[] = {program, "--homedir", m_path.c_str(), "--kill", "gpg-agent", nullptr};
        if (gpgme_set_protocol(context, GPGME_PROTOCOL_SPAWN) == GPG_ERR_NO_ERROR)
            (void)gpgme_op_spawn(context, program, arguments, nullptr, nullptr, nullptr, 0);
    }
    wipe(m_home->path());
    // the agent removes its sockets while it ends, which must not cross with the removal of the folder
    const QDir home(m_home->path());
    const auto hasAgent = [&] {
        return !home.entryList({QStringLiteral("S.gpg-agent*")}, QDir::System | QDir::Hidden).isEmpty();
    };
    for (int attempt = 0; attempt < mostAttempts && hasAgent(); ++attempt)
        std::this_thread::sleep_for(patience);
    for (int attempt = 0; attempt < mostAttempts && !m_home->remove(); ++attempt)
        std::this_thread::sleep_for(patience);
}

gpgme_key_t PrivateGnupg::keep(gpgme_key_t key)
{
    m_keys.emplace_back(key);
    return key;
}

void PrivateGnupg::answer(std::optional<SharedSecret> first, std::optional<SharedSecret> then)
{
    m_first = std::move(first);
    m_then = std::move(then);
    m_asked = 0;
}

gpgme_error_t PrivateGnupg::givePassphrase(void* self, const char*, const char*, int, int pipe)
{
    auto& gnupg = *static_cast<PrivateGnupg*>(self);
    ++gnupg.m_asked;
    const std::optional<SharedSecret> answer =
        gnupg.m_first ? std::exchange(gnupg.m_first, std::nullopt) : gnupg.m_then;
    if (!answer)
        return gpgme_error(GPG_ERR_CANCELED);
    const std::string_view text = answer->text();
    if (gpgme_io_writen(pipe, text.data(), text.size()) != 0 || gpgme_io_writen(pipe, "\n", 1) != 0)
        return gpgme_error_from_errno(errno);
    return GPG_ERR_NO_ERROR;
}

Status PrivateGnupg::run(const std::function<gpgme_error_t(gpgme_ctx_t)>& operation)
{
    if (m_stop.stop_requested())
        return fail(Fault::Cancelled);
    const std::stop_callback cancel(m_stop, [this] { gpgme_cancel_async(m_context.get()); });
    const gpgme_error_t error = operation(m_context.get());
    if (m_stop.stop_requested())
        return fail(Fault::Cancelled);
    return error == GPG_ERR_NO_ERROR ? Status() : tl::unexpected<Error>(errorOf(error));
}

GnupgData::GnupgData(BytesView octets)
{
    gpgme_data_new_from_mem(&m_data, reinterpret_cast<const char*>(octets.data()), octets.size(), 0);
}

GnupgData::~GnupgData()
{
    gpgme_data_release(m_data);
}

Secret GnupgData::take()
{
    std::size_t size = 0;
    char* octets = gpgme_data_release_and_get_mem(std::exchange(m_data, nullptr), &size);
    if (octets == nullptr)
        return {};
    Secret secret(BytesView(reinterpret_cast<const std::uint8_t*>(octets), size));
    Botan::secure_scrub_memory(octets, size);
    gpgme_free(octets);
    return secret;
}

} // namespace mmm::mail
