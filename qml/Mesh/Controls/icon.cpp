#include "icon.h"

#include <QCache>
#include <QImage>
#include <QMetaEnum>
#include <QMutex>
#include <QPainter>
#include <QQuickWindow>
#include <QSvgRenderer>

#include <algorithm>

namespace mmm::controls {

namespace {

QImage draw(const QString& file, int pixels, const QColor& color)
{
    QImage image(pixels, pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QSvgRenderer renderer(file);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter, QRectF(0, 0, pixels, pixels));
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(image.rect(), color);
    return image;
}

// Painting may happen on the scene graph's thread, where QPixmapCache does not serve.
QImage picture(const QString& file, int symbol, int pixels, const QColor& color)
{
    static QMutex mutex;
    static QCache<QString, QImage> cache(512);
    const QString key = QStringLiteral("%1-%2-%3").arg(symbol).arg(pixels).arg(color.rgba());
    const QMutexLocker lock(&mutex);
    if (const QImage* known = cache.object(key)) {
        return *known;
    }
    QImage image = draw(file, pixels, color);
    cache.insert(key, new QImage(image));
    return image;
}

bool pointsSomewhere(int symbol)
{
    switch (symbol) {
    case Icon::Back:
    case Icon::ChevronLeft:
    case Icon::ChevronRight:
    case Icon::External:
    case Icon::Undo:
    case Icon::Note:
        return true;
    default:
        return false;
    }
}

} // namespace

Icon::Icon(QQuickItem* parent) : QQuickPaintedItem(parent)
{
    setImplicitSize(m_size, m_size);
    setAntialiasing(true);
}

void Icon::setSymbol(int symbol)
{
    if (m_symbol != symbol) {
        m_symbol = symbol;
        emit symbolChanged();
        update();
    }
}

void Icon::setColor(const QColor& color)
{
    if (m_color != color) {
        m_color = color;
        emit colorChanged();
        update();
    }
}

void Icon::setSize(int size)
{
    if (m_size != size) {
        m_size = size;
        setImplicitSize(size, size);
        emit sizeChanged();
    }
}

void Icon::setMirrored(bool mirrored)
{
    if (m_mirrored != mirrored) {
        m_mirrored = mirrored;
        emit mirroredChanged();
        update();
    }
}

QString Icon::fileOf(int symbol)
{
    const char* key = symbol == None ? nullptr : QMetaEnum::fromType<Symbol>().valueToKey(symbol);
    if (key == nullptr) {
        return {};
    }
    QString name;
    for (const char* letter = key; *letter != '\0'; ++letter) {
        const QLatin1Char character(*letter);
        if (QChar(character).isUpper() && !name.isEmpty()) {
            name += QLatin1Char('-');
        }
        name += QChar(character).toLower();
    }
    return QStringLiteral(":/qt/qml/Mesh/Controls/icons/%1.svg").arg(name);
}

void Icon::paint(QPainter* painter)
{
    const QString file = fileOf(m_symbol);
    const qreal edge = std::min(width(), height());
    if (file.isEmpty() || edge < 1) {
        return;
    }
    const qreal ratio = window() != nullptr ? window()->effectiveDevicePixelRatio() : 1.0;
    const int pixels = qRound(edge * ratio);
    const QRectF target((width() - edge) / 2, (height() - edge) / 2, edge, edge);
    if (m_mirrored && pointsSomewhere(m_symbol)) {
        painter->translate(width(), 0);
        painter->scale(-1, 1);
    }
    const QImage image = picture(file, m_symbol, pixels, m_color);
    painter->drawImage(target, image, image.rect());
}

} // namespace mmm::controls
