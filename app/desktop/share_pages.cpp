#include "share_pages.h"

#include "qr_code.h"

#include <QCoreApplication>
#include <QFontDatabase>
#include <QLocale>
#include <QPdfWriter>
#include <QSaveFile>
#ifdef MESH_HAVE_PRINTING
#include <QPrinter>
#include <QPrinterInfo>
#endif

namespace mmm::desktop {

namespace {

constexpr double pointsPerInch = 72;
constexpr double margin = 56;
constexpr double gap = 14;
constexpr double qrSize = 190;
constexpr int groupsPerLine = 4;

/// The words on the paper.
class SharePaper
{
    Q_DECLARE_TR_FUNCTIONS(SharePaper)
};

QPageSize paperSize()
{
    const QLocale::Country country = QLocale().country();
    const bool isLetter =
        country == QLocale::UnitedStates || country == QLocale::Canada || country == QLocale::Mexico;
    return QPageSize(isLetter ? QPageSize::Letter : QPageSize::A4);
}

QFont fontOf(double size, bool isBold = false)
{
    QFont font;
    font.setPixelSize(int(size));
    font.setBold(isBold);
    return font;
}

QFont codeFont(double size)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(int(size));
    return font;
}

/// Writes down the page, from top to bottom.
class Pen
{
public:
    Pen(QPainter& painter, const QRectF& area) : m_painter(painter), m_area(area), m_y(area.top()) {}

    [[nodiscard]] double y() const { return m_y; }
    void moveTo(double y) { m_y = y; }
    void skip(double height) { m_y += height; }

    void paragraph(const QString& text, const QFont& font)
    {
        QRectF used;
        m_painter.setFont(font);
        m_painter.drawText(QRectF(m_area.left(), m_y, m_area.width(), m_area.bottom() - m_y),
                           int(Qt::AlignLeft | Qt::AlignTop) | Qt::TextWordWrap, text, &used);
        m_y = used.bottom() + gap / 2;
    }
    /// Name and value beside each other.
    void line(const QString& name, const QString& value)
    {
        constexpr double nameWidth = 130;
        QRectF used;
        QRectF nameUsed;
        m_painter.setFont(fontOf(11));
        m_painter.drawText(QRectF(m_area.left(), m_y, nameWidth - gap, 60),
                           int(Qt::AlignLeft | Qt::AlignTop) | Qt::TextWordWrap, name, &nameUsed);
        m_painter.setFont(fontOf(11, true));
        m_painter.drawText(QRectF(m_area.left() + nameWidth, m_y, m_area.width() - nameWidth, 60),
                           int(Qt::AlignLeft | Qt::AlignTop) | Qt::TextWrapAnywhere, value, &used);
        m_y = std::max(used.bottom(), nameUsed.bottom()) + gap / 4;
    }

private:
    QPainter& m_painter;
    const QRectF m_area;
    double m_y;
};

/// Each run of dark modules as a filled rectangle: a picture might be smoothed by whoever shows the page.
void paintQr(QPainter& painter, const QImage& modules, const QRectF& area)
{
    if (modules.isNull())
        return;
    const double edge = area.width() / modules.width();
    for (int y = 0; y < modules.height(); ++y) {
        for (int x = 0; x < modules.width(); ++x) {
            const int start = x;
            while (x < modules.width() && qGray(modules.pixel(x, y)) < 128)
                ++x;
            if (x > start)
                painter.fillRect(
                    QRectF(area.left() + start * edge, area.top() + y * edge, (x - start) * edge, edge),
                    Qt::black);
        }
    }
}

/// The groups of the share in lines of four, numbered, so that a person finds the place again.
double paintGroups(QPainter& painter, const QRectF& area, std::string_view text)
{
    constexpr double lineHeight = 26;
    constexpr double numberWidth = 18;
    const double step = (area.width() - numberWidth) / groupsPerLine;
    int number = 0;
    double bottom = area.top();
    while (!text.empty()) {
        const std::string_view group = text.substr(0, text.find('-'));
        text.remove_prefix(std::min(text.size(), group.size() + 1));
        const double y = area.top() + (number / groupsPerLine) * lineHeight;
        if (number % groupsPerLine == 0) {
            painter.setFont(fontOf(9));
            painter.setPen(Qt::darkGray);
            painter.drawText(QRectF(area.left(), y, numberWidth, lineHeight),
                             Qt::AlignLeft | Qt::AlignVCenter, QString::number(number / groupsPerLine + 1));
            painter.setPen(Qt::black);
        }
        painter.setFont(codeFont(16));
        painter.drawText(
            QRectF(area.left() + numberWidth + (number % groupsPerLine) * step, y, step, lineHeight),
            Qt::AlignLeft | Qt::AlignVCenter, QString::fromLatin1(group.data(), qsizetype(group.size())));
        bottom = y + lineHeight;
        ++number;
    }
    return bottom;
}

Status faultOf(const QFileDevice& file)
{
    switch (file.error()) {
    case QFileDevice::OpenError:
    case QFileDevice::PermissionsError:
        return fail(Fault::ReadOnly, "the file cannot be made");
    case QFileDevice::ResourceError:
        return fail(Fault::DiskFull, "no room for the file");
    default:
        return fail(Fault::Io, "the file cannot be written");
    }
}

Status paintPages(QPagedPaintDevice& device, const std::vector<SharePage>& pages, int resolution)
{
    device.setPageSize(paperSize());
    device.setPageMargins(QMarginsF());
    const QRectF area(QPointF(), paperSize().size(QPageSize::Point));
    QPainter painter;
    if (!painter.begin(&device))
        return fail(Fault::Io, "the pages cannot be drawn");
    const double scale = resolution / pointsPerInch;
    painter.scale(scale, scale);
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (i > 0 && !device.newPage())
            return fail(Fault::Io, "no further page");
        paintSharePage(painter, area, pages[i]);
    }
    return painter.end() ? Status() : fail(Fault::Io, "the pages cannot be finished");
}

} // namespace

void paintSharePage(QPainter& painter, const QRectF& area, const SharePage& page)
{
    const mesh::EscrowShare& share = page.share;
    const QRectF inner = area.adjusted(margin, margin, -margin, -margin);
    painter.setPen(Qt::black);
    Pen pen(painter, inner);
    pen.paragraph(share.count > 0
                      ? SharePaper::tr("Recovery share %1 of %2").arg(share.index).arg(share.count)
                      : SharePaper::tr("Recovery share %1").arg(share.index),
                  fontOf(26, true));
    pen.skip(gap / 2);
    pen.paragraph(
        SharePaper::tr(
            "Any %1 of these shares together give access to this person's mesh: contacts, passwords, "
            "messages, everything. Fewer tell nothing. Keep this page where nobody else gets at it, and "
            "never together with another one.")
            .arg(share.threshold),
        fontOf(12));
    pen.skip(gap / 2);
    if (!page.holder.isEmpty())
        pen.line(SharePaper::tr("For"), page.holder);
    pen.line(SharePaper::tr("Account address"), page.account);
    if (!page.service.isEmpty())
        pen.line(SharePaper::tr("Service address"), page.service);
    pen.line(SharePaper::tr("Made"), page.made);
    pen.line(SharePaper::tr("Fingerprint of the mesh"), QString::fromStdString(share.meshUdf));
    pen.skip(gap);

    const double top = pen.y();
    paintQr(painter, qrModules(share.uri().text()), QRectF(inner.left(), top, qrSize, qrSize));
    const double column = inner.left() + qrSize + 2 * gap;
    const double bottom =
        paintGroups(painter, QRectF(column, top, inner.right() - column, qrSize), share.text.text());
    painter.setFont(fontOf(11));
    const QRectF check(column, bottom + gap / 2, inner.right() - column, 40);
    painter.drawText(check, Qt::AlignLeft | Qt::AlignTop, SharePaper::tr("Check characters"));
    painter.setFont(codeFont(16));
    painter.drawText(check.translated(0, 16), Qt::AlignLeft | Qt::AlignTop,
                     QString::fromStdString(share.checkCode()));
    pen.moveTo(std::max(top + qrSize, check.bottom()) + 2 * gap);

    pen.paragraph(SharePaper::tr("How to recover"), fontOf(14, true));
    pen.paragraph(SharePaper::tr("1. Install Mesh Desktop on a computer and choose “Recover a mesh”."),
                  fontOf(12));
    pen.paragraph(
        SharePaper::tr(
            "2. Scan or type %1 shares in any order. Small and capital letters are the same; the check "
            "characters tell whether a letter is wrong.")
            .arg(share.threshold),
        fontOf(12));
    pen.paragraph(
        SharePaper::tr("3. Enter the account address. Everything that the service keeps comes back."),
        fontOf(12));
    if (!page.record.isEmpty())
        pen.paragraph(page.record, fontOf(12, true));
}

QImage sharePagePicture(const SharePage& page, double scale)
{
    const QSizeF size = paperSize().size(QPageSize::Point);
    QImage image((size * scale).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::TextAntialiasing);
    painter.scale(scale, scale);
    paintSharePage(painter, QRectF(QPointF(), size), page);
    return image;
}

Status writeSharePdf(const QString& path, const std::vector<SharePage>& pages)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return faultOf(file);
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    {
        QPdfWriter writer(&file);
        writer.setTitle(SharePaper::tr("Recovery shares"));
        writer.setCreator(QStringLiteral("Mesh Desktop"));
        MMM_CHECK(paintPages(writer, pages, writer.resolution()));
    }
    if (file.error() != QFileDevice::NoError || !file.commit())
        return faultOf(file);
    return {};
}

#ifdef MESH_HAVE_PRINTING

QStringList printerNames()
{
    QStringList names = QPrinterInfo::availablePrinterNames();
    const QString usual = QPrinterInfo::defaultPrinterName();
    if (const qsizetype place = names.indexOf(usual); place > 0)
        names.move(place, 0);
    return names;
}

Status printSharePages(const QString& printerName, const std::vector<SharePage>& pages)
{
    const QPrinterInfo info = QPrinterInfo::printerInfo(printerName);
    if (info.isNull())
        return fail(Fault::NotFound, "no such printer");
    QPrinter printer(info, QPrinter::HighResolution);
    printer.setDocName(SharePaper::tr("Recovery shares"));
    printer.setFullPage(true);
    return paintPages(printer, pages, printer.resolution());
}

#else

QStringList printerNames()
{
    return {};
}

Status printSharePages(const QString&, const std::vector<SharePage>&)
{
    return fail(Fault::Unsupported, "this build cannot print");
}

#endif

} // namespace mmm::desktop
