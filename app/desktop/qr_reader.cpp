#include "qr_reader.h"

#include "qr_code.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

#ifdef MESH_HAVE_CAMERA
#include <QCamera>
#include <QMediaCaptureSession>
#include <QMediaDevices>
#include <QVideoFrame>
#include <QVideoSink>
#endif

namespace mmm::desktop {

#ifdef MESH_HAVE_CAMERA

class QrReader::Camera
{
public:
    explicit Camera(QrReader& reader)
    {
        m_session.setCamera(&m_camera);
        m_session.setVideoSink(&m_sink);
        QObject::connect(&m_sink, &QVideoSink::videoFrameChanged, &reader,
                         [&reader](const QVideoFrame& frame) { reader.frameArrived(frame.toImage()); });
        QObject::connect(&m_camera, &QCamera::errorOccurred, &reader, [&reader] {
            reader.stopCamera();
            emit reader.failed(tr("The camera cannot be used. Choose a picture or paste the text instead."));
        });
        m_camera.start();
    }

private:
    QMediaCaptureSession m_session;
    QCamera m_camera;
    QVideoSink m_sink;
};

bool QrReader::hasCamera() const
{
    static const bool has = !QMediaDevices::videoInputs().isEmpty();
    return has;
}

void QrReader::startCamera()
{
    if (m_camera || !hasCamera())
        return;
    m_camera = std::make_unique<Camera>(*this);
    emit cameraActiveChanged();
}

#else

class QrReader::Camera
{};

bool QrReader::hasCamera() const
{
    return false;
}

void QrReader::startCamera() {}

#endif

QrReader::QrReader(QObject* parent) : QObject(parent) {}

QrReader::~QrReader() = default;

void QrReader::stopCamera()
{
    if (!m_camera)
        return;
    // it may be its own signal that got us here
    std::shared_ptr<Camera> last(std::move(m_camera));
    QMetaObject::invokeMethod(
        this, [last] {}, Qt::QueuedConnection);
    m_frame = {};
    emit frameChanged();
    emit cameraActiveChanged();
}

void QrReader::frameArrived(const QImage& frame)
{
    if (!m_camera)
        return;
    m_frame = frame;
    emit frameChanged();
    if (m_looking)
        return;
    m_looking = true;
    m_queue.run(
        this, [frame](const std::stop_token&) { return readQr(frame); },
        [this](const std::optional<QString>& text) {
            m_looking = false;
            if (text && m_camera) {
                stopCamera();
                emit found(*text);
            }
        });
}

template<typename Work>
void QrReader::look(Work work, const QString& nothing)
{
    ++m_running;
    emit busyChanged();
    m_queue.run(this, std::move(work), [this, nothing](const std::optional<QString>& text) {
        --m_running;
        emit busyChanged();
        if (text)
            emit found(*text);
        else
            emit failed(nothing);
    });
}

void QrReader::readFile(const QUrl& file)
{
    look([path = file.isLocalFile() ? file.toLocalFile()
                                    : file.path()](const std::stop_token&) { return readQrFile(path); },
         tr("There is no code in this file. Choose a picture that shows the whole code."));
}

void QrReader::readImage(const QImage& image)
{
    look([image](const std::stop_token&) { return readQr(image); },
         tr("There is no code in this picture. It must show the whole code."));
}

void QrReader::readClipboard()
{
    const QMimeData* data = QGuiApplication::clipboard()->mimeData();
    if (data != nullptr && data->hasImage()) {
        readImage(qvariant_cast<QImage>(data->imageData()));
    } else if (data != nullptr && !data->text().trimmed().isEmpty()) {
        emit found(data->text().trimmed().left(16384));
    } else {
        emit failed(tr("There is neither a text nor a picture on the clipboard."));
    }
}

} // namespace mmm::desktop
