#include "pictureview.h"

#include <QPainter>

#include <algorithm>

namespace mmm::controls {

PictureView::PictureView(QQuickItem* parent) : QQuickPaintedItem(parent)
{
    setFillColor(Qt::black);
    setOpaquePainting(true);
}

void PictureView::setPicture(const QImage& picture)
{
    m_picture = picture;
    emit pictureChanged();
    update();
}

void PictureView::setMirrored(bool mirrored)
{
    if (m_mirrored != mirrored) {
        m_mirrored = mirrored;
        emit pictureChanged();
        update();
    }
}

void PictureView::paint(QPainter* painter)
{
    painter->fillRect(boundingRect(), Qt::black);
    if (m_picture.isNull())
        return;
    const qreal scale = std::max(width() / m_picture.width(), height() / m_picture.height());
    const QSizeF shown(width() / scale, height() / scale);
    const QRectF part(
        QPointF((m_picture.width() - shown.width()) / 2, (m_picture.height() - shown.height()) / 2), shown);
    if (m_mirrored) {
        painter->translate(width(), 0);
        painter->scale(-1, 1);
    }
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->drawImage(boundingRect(), m_picture, part);
}

} // namespace mmm::controls
