#include "camera.h"

#ifdef MESH_HAVE_CAMERA
#include <QCamera>
#include <QCameraDevice>
#include <QElapsedTimer>
#include <QMediaCaptureSession>
#include <QMediaDevices>
#include <QVideoFrame>
#include <QVideoSink>
#include <algorithm>
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
#include <QGuiApplication>
#include <QPermissions>
#endif
#endif

namespace mmm::desktop {

namespace {

#ifdef MESH_HAVE_CAMERA

constexpr qint64 pictureTime = 60; // milliseconds between two pictures: enough to aim, little to compute

QList<QCameraDevice> devices()
{
    QList<QCameraDevice> all = QMediaDevices::videoInputs();
    std::stable_partition(all.begin(), all.end(), [](const QCameraDevice& one) { return one.isDefault(); });
    return all;
}

class SystemCamera final : public Camera
{
public:
    explicit SystemCamera(const QCameraDevice& device) : m_camera(device)
    {
        m_session.setCamera(&m_camera);
        m_session.setVideoSink(&m_sink);
        connect(&m_sink, &QVideoSink::videoFrameChanged, this, [this](const QVideoFrame& frame) {
            if (m_sinceLast.isValid() && m_sinceLast.elapsed() < pictureTime)
                return;
            m_sinceLast.start();
            if (const QImage picture = frame.toImage(); !picture.isNull())
                emit seen(picture);
        });
        connect(&m_camera, &QCamera::errorOccurred, this, [this](QCamera::Error error, const QString&) {
            if (error != QCamera::NoError)
                emit failed(NotWorking);
        });
        ask();
    }

private:
    void ask()
    {
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
        const QCameraPermission permission;
        switch (qApp->checkPermission(permission)) {
        case Qt::PermissionStatus::Granted:
            break;
        case Qt::PermissionStatus::Undetermined:
            qApp->requestPermission(permission, this, [this](const QPermission& answered) {
                if (answered.status() == Qt::PermissionStatus::Granted)
                    m_camera.start();
                else
                    emit failed(NotAllowed);
            });
            return;
        case Qt::PermissionStatus::Denied:
            QMetaObject::invokeMethod(
                this, [this] { emit failed(NotAllowed); }, Qt::QueuedConnection);
            return;
        }
#endif
        // the caller connects first
        QMetaObject::invokeMethod(
            this, [this] { m_camera.start(); }, Qt::QueuedConnection);
    }

    QMediaCaptureSession m_session;
    QCamera m_camera;
    QVideoSink m_sink;
    QElapsedTimer m_sinceLast;
};

class SystemCameras final : public CameraSource
{
public:
    bool isSupported() const override { return true; }
    QStringList names() const override
    {
        QStringList all;
        for (const QCameraDevice& device : devices())
            all.append(device.description());
        return all;
    }
    std::unique_ptr<Camera> start(int number) override
    {
        return std::make_unique<SystemCamera>(devices().value(number));
    }
};

#else

class SystemCameras final : public CameraSource
{
public:
    bool isSupported() const override { return false; }
    QStringList names() const override { return {}; }
    std::unique_ptr<Camera> start(int) override { return std::make_unique<Camera>(); }
};

#endif

} // namespace

std::shared_ptr<CameraSource> systemCameras()
{
    return std::make_shared<SystemCameras>();
}

} // namespace mmm::desktop
