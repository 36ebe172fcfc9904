#include "file_locators.h"

#include "clipboard.h"
#include "fault_text.h"
#include "local_file.h"
#include "qr_code.h"
#include "text.h"

#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QSaveFile>

namespace mmm::desktop {

namespace {

Result<Secret> readContent(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Fault::Io, "the file cannot be read");
    if (file.size() > qint64(mesh::PublishedFiles::largest))
        return fail(Fault::TooLarge, "too large to be published");
    Secret content(std::size_t(file.size()));
    if (file.read(reinterpret_cast<char*>(content.writable().data()), file.size()) != file.size())
        return fail(Fault::Io, "the file cannot be read");
    return content;
}

Status writeContent(const QString& path, BytesView content)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(Fault::ReadOnly, "the file cannot be made");
    file.write(reinterpret_cast<const char*>(content.data()), qint64(content.size()));
    return file.commit() ? Status() : fail(Fault::Io, "the file cannot be written");
}

} // namespace

FileLocators::FileLocators(MeshLink& link, QObject* parent)
    : QObject(parent),
      Published<FileLocators>(this),
      m_link(link)
{
    connect(&link, &MeshLink::catalogsAvailable, this, &FileLocators::forget);
}

QString FileLocators::foundName() const
{
    return m_found ? toText(m_found->name) : QString();
}

QString FileLocators::foundSize() const
{
    return m_found ? QLocale().formattedDataSize(qint64(m_found->content.size())) : QString();
}

void FileLocators::begin()
{
    forget();
    m_busy = true;
    emit changed();
}

void FileLocators::end(const QString& errorText)
{
    m_busy = false;
    m_errorText = errorText;
    emit changed();
}

void FileLocators::publish(const QUrl& file)
{
    begin();
    const QString path = localPath(file);
    const QString name = QFileInfo(path).fileName();
    m_link.runOnMesh(
        Concern::Messages, this,
        [path, name](mesh::PersonalMesh& mesh, const std::stop_token& stop) -> Result<SharedSecret> {
            MMM_TRY(const Secret content, readContent(path));
            return mesh.files().publish(fromText(name), content, stop);
        },
        [this, name, number = m_number](Result<SharedSecret> locator) {
            if (number != m_number)
                return;
            if (locator) {
                m_publishedName = name;
                m_locator = std::move(*locator);
                m_qr = qrModules(m_locator.text());
                end({});
            } else if (locator.error().fault == Fault::TooLarge) {
                end(tr("Files of up to %1 can be published.")
                        .arg(QLocale().formattedDataSize(qint64(mesh::PublishedFiles::largest))));
            } else {
                end(faultText(locator.error()));
            }
        });
}

void FileLocators::copyLocator()
{
    if (!m_locator.empty())
        Clipboard::instance()->copySecret(m_locator);
}

void FileLocators::fetch(const QString& text)
{
    begin();
    m_link.runOnMesh(
        Concern::Messages, this,
        [locator = secretFromText(text.trimmed().left(4096))](mesh::PersonalMesh& mesh,
                                                              const std::stop_token& stop) {
            return mesh.files().fetch(locator.text(), stop);
        },
        [this, number = m_number](Result<mesh::FetchedFile> fetched) {
            if (number != m_number)
                return;
            if (fetched) {
                m_found = std::make_shared<const mesh::FetchedFile>(std::move(*fetched));
                end({});
                return;
            }
            switch (fetched.error().fault) {
            case Fault::Malformed:
            case Fault::WrongType:
                end(tr("This is not the code of a file."));
                return;
            case Fault::NotFound:
                end(tr("There is no file behind this code. See whether the code is complete."));
                return;
            case Fault::CannotDecrypt:
            case Fault::BadSignature:
            case Fault::Damaged:
                end(tr("The file was altered on its way, so it was not taken. Ask for a new code."));
                return;
            default:
                end(faultText(fetched.error()));
            }
        });
}

void FileLocators::save(const QUrl& file)
{
    if (!m_found || m_busy)
        return;
    m_busy = true;
    emit changed();
    m_link.run(
        Concern::Messages, this,
        [path = localPath(file), found = m_found](const std::stop_token&) {
            return writeContent(path, found->content);
        },
        [this, number = m_number](const Status& status) {
            if (number != m_number)
                return;
            end(status ? QString() : faultText(status.error()));
            if (status)
                emit saved();
        });
}

void FileLocators::forget()
{
    ++m_number;
    m_busy = false;
    m_errorText.clear();
    m_publishedName.clear();
    m_locator = {};
    m_qr = {};
    m_found.reset();
    emit changed();
}

void FileLocators::complain(const QString& text)
{
    m_errorText = text;
    emit changed();
}

} // namespace mmm::desktop
