#pragma once

#include "mesh_link.h"

#include <QImage>
#include <QtQml/qqmlregistration.h>

namespace mmm::desktop {

/// Two devices at the same service compare what it told them of its log, from screen to camera: a service
/// that shows them different things cannot touch what passes between them.
class LogCheck : public QObject, public Published<LogCheck>
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed)
    /// The code that is shown; null while there is none.
    Q_PROPERTY(QImage qr READ qr NOTIFY changed)
    Q_PROPERTY(bool active READ isActive NOTIFY changed)
    /// When the service stated what the code says.
    Q_PROPERTY(QString statedText READ statedText NOTIFY changed)
    /// What reading another device's code came to, in a sentence, and what follows from it.
    Q_PROPERTY(Verdict verdict READ verdict NOTIFY changed)
    Q_PROPERTY(QString verdictText READ verdictText NOTIFY changed)
    Q_PROPERTY(QString adviceText READ adviceText NOTIFY changed)
public:
    enum Verdict
    {
        None,
        Same, ///< both were told exactly the same
        Fits, ///< nothing contradicts, but they were told at different times
        Contradiction,
    };
    Q_ENUM(Verdict)

    explicit LogCheck(MeshLink& link, QObject* parent = nullptr);

    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] QString errorText() const;
    [[nodiscard]] QImage qr() const { return m_qr; }
    [[nodiscard]] bool isActive() const { return m_code.has_value(); }
    [[nodiscard]] QString statedText() const;
    [[nodiscard]] Verdict verdict() const;
    [[nodiscard]] QString verdictText() const;
    [[nodiscard]] QString adviceText() const;

    Q_INVOKABLE void show();
    Q_INVOKABLE void hide();
    Q_INVOKABLE void copyText();
    Q_INVOKABLE void read(const QString& text);
    /// Whatever was read, and what was wrong with it.
    Q_INVOKABLE void forget();

signals:
    void changed();
    /// What is known of the service's log has changed.
    void compared();

private:
    void setBusy(bool busy);

    MeshLink& m_link;
    bool m_busy = false;
    int m_number = 0; ///< of the latest wish; older answers do not count
    std::optional<Error> m_error;
    std::optional<mesh::LogCodeText> m_code;
    QImage m_qr;
    std::optional<mesh::LogComparison> m_found;
};

} // namespace mmm::desktop
