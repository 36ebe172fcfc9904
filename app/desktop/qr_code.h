#pragma once

#include <QImage>
#include <QString>
#include <optional>
#include <string_view>

namespace mmm::desktop {

/// The QR code of a text: one pixel per module, dark pixels dark modules, no margin, error correction M.
/// A null image if the text is too long for a code (about 2,300 octets).
[[nodiscard]] QImage qrModules(std::string_view text);

/// The text of the first QR code in a picture; none if there is none. Up to some tens of milliseconds for a
/// camera's frame: not for the thread of the user interface. Any picture may come; large ones are made
/// smaller first.
[[nodiscard]] std::optional<QString> readQr(const QImage& picture);

/// The same for an image file. Files larger than 50 MB and pictures of more than 100 megapixels are left
/// alone.
[[nodiscard]] std::optional<QString> readQrFile(const QString& path);

} // namespace mmm::desktop
