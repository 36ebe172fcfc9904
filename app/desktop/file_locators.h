#pragma once

#include "mesh/published_files.h"
#include "mesh_link.h"

#include <QImage>
#include <QUrl>
#include <QtQml/qqmlregistration.h>

namespace mmm::desktop {

/// Files for whoever has their code: encrypted and published at the service, and fetched again.
class FileLocators : public QObject, public Published<FileLocators>
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed)
    /// The file that was published, and its code; the text of the code stays inside.
    Q_PROPERTY(QString publishedName READ publishedName NOTIFY changed)
    Q_PROPERTY(QImage qr READ qr NOTIFY changed)
    /// The file that was fetched and waits to be saved.
    Q_PROPERTY(bool found READ hasFound NOTIFY changed)
    Q_PROPERTY(QString foundName READ foundName NOTIFY changed)
    Q_PROPERTY(QString foundSize READ foundSize NOTIFY changed)
    /// Its sender vouches for it; otherwise its host may have altered it.
    Q_PROPERTY(bool foundVouched READ isFoundVouched NOTIFY changed)
public:
    explicit FileLocators(MeshLink& link, QObject* parent = nullptr);

    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] QString errorText() const { return m_errorText; }
    [[nodiscard]] QString publishedName() const { return m_publishedName; }
    [[nodiscard]] QImage qr() const { return m_qr; }
    [[nodiscard]] bool hasFound() const { return m_found != nullptr; }
    [[nodiscard]] QString foundName() const;
    [[nodiscard]] QString foundSize() const;
    [[nodiscard]] bool isFoundVouched() const { return m_found && m_found->isVouchedFor; }

    Q_INVOKABLE void publish(const QUrl& file);
    Q_INVOKABLE void copyLocator();
    /// Fetches the file of a code or a pasted text.
    Q_INVOKABLE void fetch(const QString& text);
    Q_INVOKABLE void save(const QUrl& file);
    /// Forgets the code and the file.
    Q_INVOKABLE void forget();
    /// Something outside could not be read.
    Q_INVOKABLE void complain(const QString& text);

signals:
    void changed();
    void saved();

private:
    void begin();
    void end(const QString& errorText);

    MeshLink& m_link;
    bool m_busy = false;
    int m_number = 0; ///< answers of before the last forget() do not count
    QString m_errorText;
    QString m_publishedName;
    SharedSecret m_locator;
    QImage m_qr;
    std::shared_ptr<const mesh::FetchedFile> m_found;
};

} // namespace mmm::desktop
