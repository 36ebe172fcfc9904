#pragma once

#include "base/error.h"
#include "mesh/escrow_share.h"

#include <QImage>
#include <QPainter>
#include <QString>
#include <QStringList>

namespace mmm::desktop {

/// One recovery share as it goes onto paper.
struct SharePage
{
    mesh::EscrowShare share;
    QString holder;  ///< who shall have it; may be empty
    QString account; ///< name@domain
    QString service; ///< "host:port" where the DNS does not know the service; may be empty
    QString made;    ///< when, in words
    QString record;  ///< what else is needed, in words; empty if nothing is
};

/// Draws the page into `area`, whose unit is a point (1/72 inch). The share's text is drawn group by group,
/// so that no longer text of it stays in memory; glyphs pass through Qt's text engine.
void paintSharePage(QPainter& painter, const QRectF& area, const SharePage& page);

/// The page as a picture of so many pixels per point, for looking at.
[[nodiscard]] QImage sharePagePicture(const SharePage& page, double scale);

/// One page per share, readable for the person alone (0600). Blocks. DiskFull, ReadOnly or Io.
[[nodiscard]] Status writeSharePdf(const QString& path, const std::vector<SharePage>& pages);

/// The printers that the system knows, its usual one first; empty where this build cannot print. Blocks.
[[nodiscard]] QStringList printerNames();

/// Blocks until the system has taken the pages over. Io if it does not.
[[nodiscard]] Status printSharePages(const QString& printer, const std::vector<SharePage>& pages);

} // namespace mmm::desktop
