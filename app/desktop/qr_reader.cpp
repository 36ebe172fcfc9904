#include "qr_reader.h"

#include "local_file.h"
#include "qr_code.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

namespace mmm::desktop {

QrReader::QrReader(QObject* parent) : QrReader(systemCameras(), parent) {}

QrReader::QrReader(std::shared_ptr<CameraSource> source, QObject* parent)
    : QObject(parent),
      m_source(std::move(source))
{}

QrReader::~QrReader() = default;

void QrReader::startCamera()
{
    dropCamera();
    m_cameras = m_source->names();
    m_cameraText.clear();
    if (m_cameras.isEmpty()) {
        m_cameraText =
            tr("No camera was found. Connect one and try again, or choose a picture or paste the text.");
    } else {
        m_cameraNumber = qBound(0, m_cameraNumber, int(m_cameras.size()) - 1);
        m_camera = m_source->start(m_cameraNumber);
        connect(m_camera.get(), &Camera::seen, this, &QrReader::frameArrived);
        connect(m_camera.get(), &Camera::failed, this, &QrReader::cameraFailed);
    }
    emit cameraChanged();
}

void QrReader::setCameraNumber(int number)
{
    if (number == m_cameraNumber || number < 0 || number >= m_cameras.size())
        return;
    m_cameraNumber = number;
    if (m_camera)
        startCamera();
    else
        emit cameraChanged();
}

void QrReader::stopCamera()
{
    if (!m_camera && m_cameraText.isEmpty())
        return;
    dropCamera();
    m_cameraText.clear();
    emit cameraChanged();
}

void QrReader::dropCamera()
{
    if (!m_camera)
        return;
    // it may be its own signal that got us here
    m_camera->disconnect(this);
    m_camera.release()->deleteLater();
    m_frame = {};
    emit frameChanged();
}

void QrReader::cameraFailed(Camera::Failure failure)
{
    dropCamera();
    m_cameraText = failure == Camera::NotAllowed
                       ? tr("The system does not let this program use the camera. Allow it in the system's "
                            "privacy settings, or choose a picture or paste the text.")
                       : tr("The camera cannot be used. See whether another program uses it, or choose a "
                            "picture or paste the text.");
    emit cameraChanged();
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
    look([path = localPath(file)](const std::stop_token&) { return readQrFile(path); },
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
