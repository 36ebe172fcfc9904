#pragma once

#include <QImage>
#include <QObject>
#include <QStringList>
#include <functional>
#include <memory>

namespace mmm::desktop {

/// A camera that runs: it gives pictures until it is destroyed. Lives in the thread of the user interface.
class Camera : public QObject
{
    Q_OBJECT
public:
    enum Failure
    {
        NotAllowed, ///< the system or the person does not let this program look
        NotWorking, ///< unplugged, in use by another program, or broken
    };

signals:
    void seen(const QImage& picture);
    void failed(mmm::desktop::Camera::Failure failure);
};

/// The cameras of this computer.
class CameraSource
{
public:
    virtual ~CameraSource() = default;
    /// Whether this build can use cameras at all.
    [[nodiscard]] virtual bool isSupported() const = 0;
    /// What they are called, the system's usual one first. May take a moment the first time.
    [[nodiscard]] virtual QStringList names() const = 0;
    /// Starts one of them; the system may ask the person first. Never null; a failure is told later.
    [[nodiscard]] virtual std::unique_ptr<Camera> start(int number) = 0;
};

/// Through Qt Multimedia, where this build has it.
[[nodiscard]] std::shared_ptr<CameraSource> systemCameras();

} // namespace mmm::desktop
