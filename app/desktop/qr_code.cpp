#include "qr_code.h"

#include <QFileInfo>
#include <QImageReader>

#define ZX_USE_UTF8 1 // ZXing 1.4: texts as std::string, as in 2.x
#include <ZXing/BitMatrix.h>
#include <ZXing/CharacterSet.h>
#include <ZXing/MultiFormatWriter.h>
#include <ZXing/ReadBarcode.h>

namespace mmm::desktop {

namespace {

constexpr int longestEdge = 3000;
constexpr qint64 largestFile = 50 * 1024 * 1024;
constexpr qint64 mostPixels = 100 * 1000 * 1000;

std::optional<QString> readGray(const QImage& gray)
{
    const ZXing::ImageView view(gray.constBits(), gray.width(), gray.height(), ZXing::ImageFormat::Lum,
                                int(gray.bytesPerLine()));
#if __has_include(<ZXing/ReaderOptions.h>)
    ZXing::ReaderOptions options;
#else
    ZXing::DecodeHints options;
#endif
    options.setFormats(ZXing::BarcodeFormat::QRCode).setTryHarder(true);
    const auto found = ZXing::ReadBarcode(view, options);
    if (!found.isValid())
        return std::nullopt;
    return QString::fromStdString(found.text());
}

} // namespace

QImage qrModules(std::string_view text)
{
    try {
        ZXing::MultiFormatWriter writer(ZXing::BarcodeFormat::QRCode);
        writer.setMargin(0).setEccLevel(4).setEncoding(ZXing::CharacterSet::UTF8);
        const std::wstring wide = QString::fromUtf8(text.data(), qsizetype(text.size())).toStdWString();
        const ZXing::BitMatrix matrix = writer.encode(wide, 0, 0);
        QImage image(matrix.width(), matrix.height(), QImage::Format_Grayscale8);
        for (int y = 0; y < matrix.height(); ++y) {
            for (int x = 0; x < matrix.width(); ++x)
                image.scanLine(y)[x] = matrix.get(x, y) ? 0 : 255;
        }
        return image;
    } catch (const std::exception&) { // too long for a code
        return {};
    }
}

std::optional<QString> readQr(const QImage& picture)
{
    if (picture.isNull())
        return std::nullopt;
    QImage gray = picture;
    if (std::max(gray.width(), gray.height()) > longestEdge)
        gray = gray.scaled(longestEdge, longestEdge, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    if (gray.hasAlphaChannel()) { // what is transparent is paper
        QImage paper(gray.size(), QImage::Format_RGB32);
        paper.fill(Qt::white);
        for (int y = 0; y < gray.height(); ++y) {
            for (int x = 0; x < gray.width(); ++x) {
                const QColor colour = gray.pixelColor(x, y);
                if (colour.alpha() > 127)
                    paper.setPixelColor(x, y, QColor(colour.rgb()));
            }
        }
        gray = paper;
    }
    gray = gray.convertToFormat(QImage::Format_Grayscale8);
    try {
        return readGray(gray);
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

std::optional<QString> readQrFile(const QString& path)
{
    if (QFileInfo(path).size() > largestFile)
        return std::nullopt;
    QImageReader reader(path);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isValid() && qint64(size.width()) * size.height() > mostPixels)
        return std::nullopt;
    return readQr(reader.read());
}

} // namespace mmm::desktop
