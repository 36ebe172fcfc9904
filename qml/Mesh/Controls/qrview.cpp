#include "qrview.h"

#include <QPainter>
#include <QQuickWindow>

#include <algorithm>

namespace mmm::controls {

namespace {

constexpr int margin = 4;
constexpr int implicitEdge = 240;

} // namespace

QrView::QrView(QQuickItem* parent) : QQuickPaintedItem(parent)
{
    setImplicitSize(implicitEdge, implicitEdge);
    setFillColor(Qt::white);
    setOpaquePainting(true);
    setAntialiasing(false);
}

void QrView::setModules(const QImage& modules)
{
    if (m_modules != modules) {
        m_modules = modules;
        emit modulesChanged();
        update();
    }
}

void QrView::paint(QPainter* painter)
{
    painter->fillRect(boundingRect(), Qt::white);
    if (m_modules.isNull()) {
        return;
    }
    const qreal ratio = window() != nullptr ? window()->effectiveDevicePixelRatio() : 1.0;
    const int across = std::max(m_modules.width(), m_modules.height()) + 2 * margin;
    const int pixelsPerModule = static_cast<int>(std::min(width(), height()) * ratio) / across;
    const qreal module = std::max(1, pixelsPerModule) / ratio;
    const QSizeF size(m_modules.width() * module, m_modules.height() * module);
    const QPointF corner(qRound((width() - size.width()) / 2 * ratio) / ratio,
                         qRound((height() - size.height()) / 2 * ratio) / ratio);
    painter->setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter->drawImage(QRectF(corner, size), m_modules);
}

} // namespace mmm::controls
