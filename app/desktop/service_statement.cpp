#include "service_statement.h"

#include "fault_text.h"
#include "local_file.h"
#include "mesh/output_file.h"
#include "mesh/trust_chain.h"
#include "text.h"

#include <QFileInfo>

namespace mmm::desktop {

namespace {

Status writeStatement(mesh::PersonalMesh& mesh, const std::string& fingerprint,
                      const std::filesystem::path& path)
{
    MMM_TRY(const std::string statement, mesh.trust().accreditService(fingerprint));
    MMM_TRY(mesh::OutputFile file, mesh::OutputFile::create(path, true));
    MMM_CHECK(file.write(bytesOf(statement)));
    return file.finish();
}

QString statementFault(const Error& error)
{
    switch (error.fault) {
    case Fault::Malformed:
        return ServiceStatement::tr("This is not the fingerprint of a service. It states it when it starts.");
    case Fault::NotAuthorised:
        return ServiceStatement::tr("Only a device that manages the others can sign for the account.");
    default:
        return faultText(error);
    }
}

} // namespace

ServiceStatement::ServiceStatement(MeshLink& link, QObject* parent)
    : QObject(parent),
      Published<ServiceStatement>(this),
      m_link(link)
{
    connect(&link, &MeshLink::catalogsAvailable, this, [this](bool available) {
        if (available)
            return;
        m_busy = false;
        clear();
    });
}

void ServiceStatement::clear()
{
    m_errorText.clear();
    emit changed();
}

void ServiceStatement::save(const QString& fingerprint, const QUrl& file)
{
    if (m_busy || m_link.mesh() == nullptr)
        return;
    const QFileInfo place(localPath(file));
    m_busy = true;
    clear();
    m_link.runOnMesh(
        Concern::Security, this,
        [fingerprint = fromText(fingerprint.trimmed()),
         path = place.filesystemAbsoluteFilePath()](mesh::PersonalMesh& mesh, const std::stop_token&) {
            return writeStatement(mesh, fingerprint, path);
        },
        [this, name = place.fileName()](const Status& written) {
            m_busy = false;
            m_errorText = written ? QString() : statementFault(written.error());
            emit changed();
            if (written)
                emit saved(name);
        });
}

} // namespace mmm::desktop
