#include "mail/openpgp.h"

#include "mail/private_gnupg.h"

#include <algorithm>

namespace mmm::mail {

namespace {

constexpr unsigned long validity = 3UL * 365 * 24 * 60 * 60; // seconds

constexpr std::size_t longestPassphrase = 100; // that GnuPG's agent takes

TimePoint momentOf(long seconds)
{
    return TimePoint(std::chrono::seconds(seconds));
}

OpenPgpInfo infoOf(const _gpgme_key& key)
{
    OpenPgpInfo info;
    info.fingerprint = key.fpr ? key.fpr : "";
    info.isRevoked = key.revoked != 0;
    info.canSign = key.can_sign != 0;
    info.canEncrypt = key.can_encrypt != 0;
    for (const _gpgme_user_id* id = key.uids; id != nullptr; id = id->next) {
        if (id->revoked == 0 && id->uid != nullptr)
            info.userIds.emplace_back(id->uid);
        if (id->revoked == 0 && id->address != nullptr)
            info.addresses.emplace_back(id->address);
    }
    if (key.subkeys != nullptr) {
        info.created = momentOf(key.subkeys->timestamp);
        if (key.subkeys->expires > 0)
            info.expires = momentOf(key.subkeys->expires);
    }
    return info;
}

/// The one key in the octets, without taking it in.
struct Listed
{
    OpenPgpInfo info;
    bool isSecret = false;
};

Result<Listed> listOne(PrivateGnupg& gnupg, BytesView octets)
{
    if (octets.empty() || octets.size() > largestOpenPgpFile)
        return octets.empty() ? fail(Fault::Malformed, "not a key")
                              : fail(Fault::TooLarge, "a file that is too large");
    const GnupgData data(octets);
    std::vector<gpgme_key_t> keys;
    const auto list = [&](gpgme_ctx_t context) -> gpgme_error_t {
        if (const gpgme_error_t error = gpgme_op_keylist_from_data_start(context, data.get(), 0))
            return error;
        gpgme_error_t error = GPG_ERR_NO_ERROR;
        for (gpgme_key_t key = nullptr; keys.size() < 2;) {
            error = gpgme_op_keylist_next(context, &key);
            if (error != GPG_ERR_NO_ERROR)
                break;
            keys.push_back(gnupg.keep(key));
        }
        const gpgme_error_t ended = gpgme_op_keylist_end(context);
        return gpgme_err_code(error) == GPG_ERR_EOF || error == GPG_ERR_NO_ERROR ? ended : error;
    };
    MMM_CHECK(gnupg.run(list));
    if (keys.empty())
        return fail(Fault::Malformed, "not a key");
    if (keys.size() > 1)
        return fail(Fault::TooLarge, "more than one key");
    const _gpgme_key& key = *keys.front();
    std::size_t subkeys = 0;
    for (const _gpgme_subkey* sub = key.subkeys; sub != nullptr; sub = sub->next)
        ++subkeys;
    std::size_t userIds = 0;
    for (const _gpgme_user_id* id = key.uids; id != nullptr; id = id->next)
        ++userIds;
    if (subkeys > mostSubkeys || userIds > mostUserIds)
        return fail(Fault::TooLarge, "a key with too many parts");
    if (key.fpr == nullptr || userIds == 0)
        return fail(Fault::Malformed, "a key that is incomplete");
    return Listed{infoOf(key), key.secret != 0};
}

Result<gpgme_key_t> keyOf(PrivateGnupg& gnupg, const std::string& fingerprint, bool isSecret)
{
    gpgme_key_t key = nullptr;
    MMM_CHECK(gnupg.run([&](gpgme_ctx_t context) {
        return gpgme_get_key(context, fingerprint.c_str(), &key, isSecret ? 1 : 0);
    }));
    return gnupg.keep(key);
}

Result<Secret> exported(PrivateGnupg& gnupg, const std::string& fingerprint, gpgme_export_mode_t mode,
                        bool hasArmour = false)
{
    GnupgData data;
    gpgme_set_armor(gnupg.context(), hasArmour ? 1 : 0);
    MMM_CHECK(gnupg.run([&](gpgme_ctx_t context) {
        return gpgme_op_export(context, fingerprint.c_str(), mode, data.get());
    }));
    Secret octets = data.take();
    if (octets.empty())
        return fail(Fault::BadKey, "the key cannot be written");
    return octets;
}

Result<OpenPgpKey> take(PrivateGnupg& gnupg, const std::string& fingerprint)
{
    OpenPgpKey key;
    MMM_TRY(const Secret certificate, exported(gnupg, fingerprint, 0));
    key.certificate = copyOf(certificate.view());
    MMM_TRY(Secret secret, exported(gnupg, fingerprint, GPGME_EXPORT_MODE_SECRET));
    key.key = SharedSecret(std::move(secret));
    return key;
}

Status import(PrivateGnupg& gnupg, BytesView octets, const std::string& fingerprint, bool isSecret)
{
    const GnupgData data(octets);
    MMM_CHECK(gnupg.run([&](gpgme_ctx_t context) { return gpgme_op_import(context, data.get()); }));
    const auto key = keyOf(gnupg, fingerprint, isSecret);
    return key ? Status() : fail(Fault::BadKey, "a key that GnuPG does not take");
}

/// What GnuPG understands as a name: no brackets, no control characters.
bool isName(const std::string& name)
{
    constexpr std::size_t longest = 200;
    const auto isBad = [](char c) {
        return static_cast<unsigned char>(c) < ' ' || c == '<' || c == '>' || c == '(' || c == ')' ||
               c == 0x7F;
    };
    return name.size() <= longest && std::ranges::none_of(name, isBad);
}

} // namespace

bool hasOpenPgp()
{
    return PrivateGnupg::isThere();
}

Result<OpenPgpKey> makeOpenPgp(const std::string& name, const std::string& address, std::stop_token stop)
{
    if (address.empty() || !isName(name) || !isName(address) || address.find(' ') != std::string::npos)
        return fail(Fault::NameInvalid, "a name or an address that a key cannot have");
    MMM_TRY(const auto gnupg, PrivateGnupg::open(std::move(stop)));
    const std::string userId = name.empty() ? address : name + " <" + address + ">";
    MMM_CHECK(gnupg->run([&](gpgme_ctx_t context) {
        return gpgme_op_createkey(context, userId.c_str(), "future-default", 0, validity, nullptr,
                                  GPGME_CREATE_NOPASSWD | GPGME_CREATE_FORCE);
    }));
    const gpgme_genkey_result_t made = gpgme_op_genkey_result(gnupg->context());
    if (made == nullptr || made->fpr == nullptr)
        return fail(Fault::BadKey, "no key could be made");
    return take(*gnupg, made->fpr);
}

Result<OpenPgpKey> readOpenPgp(BytesView file, const SharedSecret& passphrase, std::stop_token stop)
{
    MMM_TRY(const auto gnupg, PrivateGnupg::open(std::move(stop)));
    MMM_TRY(const Listed listed, listOne(*gnupg, file));
    if (!listed.isSecret)
        return fail(Fault::Missing, "no secret key");
    MMM_CHECK(import(*gnupg, file, listed.info.fingerprint, true));
    // one that has no passphrase comes out without a question
    gnupg->answer({});
    auto bare = take(*gnupg, listed.info.fingerprint);
    if (bare || !gnupg->wasAsked())
        return bare;
    MMM_TRY(const gpgme_key_t key, keyOf(*gnupg, listed.info.fingerprint, true));
    gnupg->answer(passphrase, SharedSecret());
    const Status opened = gnupg->run([&](gpgme_ctx_t context) { return gpgme_op_passwd(context, key, 0); });
    if (!opened)
        return opened.error().fault == Fault::Cancelled ? tl::unexpected<Error>(opened.error())
                                                        : fail(Fault::WrongPassphrase, opened.error().detail);
    gnupg->answer({});
    return take(*gnupg, listed.info.fingerprint);
}

Result<OpenPgpInfo> describeOpenPgp(BytesView certificate, std::stop_token stop)
{
    MMM_TRY(const auto gnupg, PrivateGnupg::open(std::move(stop)));
    MMM_TRY(Listed listed, listOne(*gnupg, certificate));
    return std::move(listed.info);
}

Result<std::string> armouredCertificate(BytesView certificate, std::stop_token stop)
{
    MMM_TRY(const auto gnupg, PrivateGnupg::open(std::move(stop)));
    MMM_TRY(const Listed listed, listOne(*gnupg, certificate));
    MMM_CHECK(import(*gnupg, certificate, listed.info.fingerprint, false));
    MMM_TRY(const Secret armoured, exported(*gnupg, listed.info.fingerprint, 0, true));
    return std::string(armoured.text());
}

Result<Secret> armouredKey(const OpenPgpKey& key, const SharedSecret& passphrase, std::stop_token stop)
{
    if (passphrase.empty())
        return fail(Fault::Missing, "a passphrase is needed");
    if (passphrase.size() > longestPassphrase)
        return fail(Fault::TooLarge, "a passphrase that is too long");
    MMM_TRY(const auto gnupg, PrivateGnupg::open(std::move(stop)));
    MMM_TRY(const Listed listed, listOne(*gnupg, key.key.view()));
    const std::string& fingerprint = listed.info.fingerprint;
    MMM_CHECK(import(*gnupg, key.key.view(), fingerprint, true));
    MMM_TRY(const gpgme_key_t imported, keyOf(*gnupg, fingerprint, true));
    gnupg->answer(passphrase, passphrase);
    MMM_CHECK(gnupg->run([&](gpgme_ctx_t context) { return gpgme_op_passwd(context, imported, 0); }));
    gnupg->answer(passphrase, passphrase);
    return exported(*gnupg, fingerprint, GPGME_EXPORT_MODE_SECRET, true);
}

} // namespace mmm::mail
