#pragma once

#include "camera.h"
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
    /// Whether this build can look through a camera, if there is one.
    Q_PROPERTY(bool cameraSupported READ isCameraSupported CONSTANT)
    /// The cameras that there are, as of the latest startCamera().
    Q_PROPERTY(QStringList cameras READ cameras NOTIFY cameraChanged)
    /// Which of them is used; changing it while the camera is on takes the other one.
    Q_PROPERTY(int cameraNumber READ cameraNumber WRITE setCameraNumber NOTIFY cameraChanged)
    /// Whether the camera is on; it goes off when a code was found.
    Q_PROPERTY(bool cameraActive READ isCameraActive NOTIFY cameraChanged)
    /// Why there is no picture, and what to do instead; empty while nothing is wrong.
    Q_PROPERTY(QString cameraText READ cameraText NOTIFY cameraChanged)
    /// The camera's latest frame, for showing.
    Q_PROPERTY(QImage frame READ frame NOTIFY frameChanged)
    Q_PROPERTY(bool frameEmpty READ isFrameEmpty NOTIFY frameChanged)
public:
    explicit QrReader(QObject* parent = nullptr);
    /// With cameras of a test.
    explicit QrReader(std::shared_ptr<CameraSource> source, QObject* parent = nullptr);
    ~QrReader() override;

    [[nodiscard]] bool isBusy() const { return m_running > 0; }
    [[nodiscard]] bool isCameraSupported() const { return m_source->isSupported(); }
    [[nodiscard]] QStringList cameras() const { return m_cameras; }
    [[nodiscard]] int cameraNumber() const { return m_cameraNumber; }
    void setCameraNumber(int number);
    [[nodiscard]] bool isCameraActive() const { return m_camera != nullptr; }
    [[nodiscard]] QString cameraText() const { return m_cameraText; }
    [[nodiscard]] QImage frame() const { return m_frame; }
    [[nodiscard]] bool isFrameEmpty() const { return m_frame.isNull(); }

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
    void cameraChanged();
    void frameChanged();

private:
    template<typename Work>
    void look(Work work, const QString& nothing);
    void frameArrived(const QImage& frame);
    void cameraFailed(Camera::Failure failure);
    void dropCamera();

    const std::shared_ptr<CameraSource> m_source;
    WorkQueue m_queue;
    std::unique_ptr<Camera> m_camera;
    QStringList m_cameras;
    int m_cameraNumber = 0;
    QString m_cameraText;
    QImage m_frame;
    bool m_looking = false; ///< at a frame; further ones are skipped meanwhile
    int m_running = 0;
};

} // namespace mmm::desktop
