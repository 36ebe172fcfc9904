#pragma once

#include <QImage>
#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

namespace mmm::controls {

/// Draws a picture that changes often, such as what a camera sees: it fills the item, and what does not fit
/// is cut off at the sides.
class PictureView : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT

    Q_PROPERTY(QImage picture READ picture WRITE setPicture NOTIFY pictureChanged)
    /// Left and right exchanged, as people know themselves from a mirror.
    Q_PROPERTY(bool mirrored READ isMirrored WRITE setMirrored NOTIFY pictureChanged)

public:
    explicit PictureView(QQuickItem* parent = nullptr);

    [[nodiscard]] QImage picture() const { return m_picture; }
    void setPicture(const QImage& picture);
    [[nodiscard]] bool isMirrored() const { return m_mirrored; }
    void setMirrored(bool mirrored);

    void paint(QPainter* painter) override;

signals:
    void pictureChanged();

private:
    QImage m_picture;
    bool m_mirrored = false;
};

} // namespace mmm::controls
