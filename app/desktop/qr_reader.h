#pragma once

#include "work_queue.h"

#include <QImage>
#include <QUrl>
#include <QtQml/qqmlregistration.h>

namespace mmm::desktop {

/// Finds the text of a QR code in an image file, on the clipboard or in camera frames. Works in a thread of
/// its own; every request but frames ends with `found` or `failed`.
class QrReader : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool busy READ isBusy NOTIFY busyChanged)
    /// Whether this build can read from a camera and there is one.
    Q_PROPERTY(bool hasCamera READ hasCamera CONSTANT)
    /// Whether the camera is on; it goes off when a code was found.
    Q_PROPERTY(bool cameraActive READ isCameraActive NOTIFY cameraActiveChanged)
    /// The camera's latest frame, for showing.
    Q_PROPERTY(QImage frame READ frame NOTIFY frameChanged)
public:
    explicit QrReader(QObject* parent = nullptr);
    ~QrReader() override;

    [[nodiscard]] bool isBusy() const { return m_running > 0; }
    [[nodiscard]] bool hasCamera() const;
    [[nodiscard]] bool isCameraActive() const { return m_camera != nullptr; }
    [[nodiscard]] QImage frame() const { return m_frame; }

    Q_INVOKABLE void readFile(const QUrl& file);
    /// A picture of a code, or the text itself.
    Q_INVOKABLE void readClipboard();
    Q_INVOKABLE void readImage(const QImage& image);
    Q_INVOKABLE void startCamera();
    Q_INVOKABLE void stopCamera();

signals:
    void found(const QString& text);
    void failed(const QString& text);
    void busyChanged();
    void cameraActiveChanged();
    void frameChanged();

private:
    class Camera; // empty where Qt Multimedia is missing
    template<typename Work>
    void look(Work work, const QString& nothing);
    void frameArrived(const QImage& frame);

    WorkQueue m_queue;
    std::unique_ptr<Camera> m_camera;
    QImage m_frame;
    bool m_looking = false; ///< at a frame; further ones are skipped meanwhile
    int m_running = 0;
};

} // namespace mmm::desktop
