#pragma once

#include <QImage>
#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

namespace mmm::controls {

/// Draws a two-dimensional code: black on white in every theme, with the white margin of four modules that
/// readers need, each module a whole number of device pixels.
class QrView : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT

    /// One pixel per module, dark pixels are dark modules, without margin. A null image shows white.
    Q_PROPERTY(QImage modules READ modules WRITE setModules NOTIFY modulesChanged)

public:
    explicit QrView(QQuickItem* parent = nullptr);

    [[nodiscard]] QImage modules() const { return m_modules; }
    void setModules(const QImage& modules);

    void paint(QPainter* painter) override;

signals:
    void modulesChanged();

private:
    QImage m_modules;
};

} // namespace mmm::controls
