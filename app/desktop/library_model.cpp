#include "library_model.h"

#include <ZXing/ZXVersion.h>
#include <boost/version.hpp>
#include <botan/version.h>
#include <openssl/crypto.h>
#include <rapidjson/rapidjson.h>
#include <tl/expected.hpp>

namespace mmm::desktop {

LibraryModel::LibraryModel(QObject* parent) : RowModel(parent)
{
    const auto boost = QStringLiteral("%1.%2").arg(BOOST_VERSION / 100000).arg(BOOST_VERSION / 100 % 1000);
    const auto zxing =
        QStringLiteral("%1.%2.%3").arg(ZXING_VERSION_MAJOR).arg(ZXING_VERSION_MINOR).arg(ZXING_VERSION_PATCH);
    m_libraries = {
        {QStringLiteral("Qt"), QString::fromLatin1(qVersion()), QStringLiteral("LGPL-3.0-only"),
         QT_TR_NOOP("Windows, network, database")},
        {QStringLiteral("Botan"), QString::fromStdString(Botan::short_version_string()),
         QStringLiteral("BSD-2-Clause"), QT_TR_NOOP("Signatures, encryption, secure connections")},
        {QStringLiteral("libdecaf"), QString(), QStringLiteral("MIT"), QT_TR_NOOP("Sums of keys")},
        {QStringLiteral("QtKeychain"), QStringLiteral(MESH_KEYCHAIN_VERSION), QStringLiteral("BSD-2-Clause"),
         QT_TR_NOOP("The system's keychain")},
        {QStringLiteral("ZXing-C++"), zxing, QStringLiteral("Apache-2.0"), QT_TR_NOOP("Codes in pictures")},
        {QStringLiteral("Boost"), boost, QStringLiteral("BSL-1.0"), QT_TR_NOOP("The service's network")},
        {QStringLiteral("OpenSSL"),
         QString::fromLatin1(OpenSSL_version(OPENSSL_VERSION)).section(QLatin1Char(' '), 1, 1),
         QStringLiteral("Apache-2.0"), QT_TR_NOOP("The service's secure connections")},
#ifdef MESH_GPGME_VERSION
        {QStringLiteral("GpgME"), QStringLiteral(MESH_GPGME_VERSION), QStringLiteral("LGPL-2.1-or-later"),
         QT_TR_NOOP("Mail keys for OpenPGP")},
#endif
        {QStringLiteral("libical"), QStringLiteral(MESH_LIBICAL_VERSION),
         QStringLiteral("LGPL-2.1-only OR MPL-2.0"), QT_TR_NOOP("Calendars, and when tasks repeat")},
        {QStringLiteral("RapidJSON"), QStringLiteral(RAPIDJSON_VERSION_STRING), QStringLiteral("MIT"),
         QT_TR_NOOP("Reading of JSON")},
        {QStringLiteral("expected"),
         QStringLiteral("%1.%2.%3")
             .arg(TL_EXPECTED_VERSION_MAJOR)
             .arg(TL_EXPECTED_VERSION_MINOR)
             .arg(TL_EXPECTED_VERSION_PATCH),
         QStringLiteral("CC0-1.0"), QT_TR_NOOP("Results and errors in the code")},
    };
}

int LibraryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_libraries.size());
}

QVariant LibraryModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Library& library = m_libraries[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return library.name;
    case VersionRole:
        return library.version;
    case LicenseRole:
        return library.license;
    case PurposeRole:
        return tr(library.purpose);
    default:
        return {};
    }
}

QHash<int, QByteArray> LibraryModel::roleNames() const
{
    return {{NameRole, "name"}, {VersionRole, "version"}, {LicenseRole, "license"}, {PurposeRole, "purpose"}};
}

} // namespace mmm::desktop
