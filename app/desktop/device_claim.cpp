#include "device_claim.h"

#include "fault_text.h"
#include "log.h"
#include "text.h"

namespace mmm::desktop {

namespace {

constexpr qsizetype longestCode = 4096;

QString claimText(const Error& error)
{
    qCInfo(logDesktop) << "device claim:" << int(error.fault) << error.detail.c_str();
    switch (error.fault) {
    case Fault::Malformed:
    case Fault::WrongType:
        return DeviceClaim::tr("This is not the code of a device.");
    case Fault::NotFound:
        return DeviceClaim::tr("There is no device behind this code. See whether the code is complete.");
    case Fault::CannotDecrypt:
    case Fault::BadSignature:
    case Fault::Damaged:
        return DeviceClaim::tr(
            "What is said about this device was altered, so it was not taken. Ask its maker.");
    case Fault::Refused:
        return DeviceClaim::tr("Somebody else has connected this device already. It must be reset first.");
    default:
        return faultText(error);
    }
}

} // namespace

DeviceClaim::DeviceClaim(MeshLink& link, QObject* parent)
    : QObject(parent),
      Published<DeviceClaim>(this),
      m_link(link)
{
    connect(&link, &MeshLink::catalogsAvailable, this, &DeviceClaim::forget);
}

QString DeviceClaim::name() const
{
    return m_found ? toText(m_found->name) : QString();
}

QString DeviceClaim::fingerprint() const
{
    return m_found ? toText(m_found->deviceUdf) : QString();
}

QString DeviceClaim::maker() const
{
    return m_found ? toText(m_found->hailing) : QString();
}

void DeviceClaim::begin()
{
    ++m_number;
    m_busy = true;
    m_errorText.clear();
    emit changed();
}

void DeviceClaim::end(const QString& errorText)
{
    m_busy = false;
    m_errorText = errorText;
    emit changed();
}

void DeviceClaim::look(const QString& code)
{
    forget();
    begin();
    m_code = secretFromText(code.trimmed().left(longestCode));
    m_link.runOnMesh(
        Concern::Devices, this,
        [code = m_code](mesh::PersonalMesh& mesh, const std::stop_token& stop) {
            return mesh.preconfigured().look(code.text(), stop);
        },
        [this, number = m_number](Result<mesh::CodedDevice> found) {
            if (number != m_number)
                return;
            if (!found)
                return end(claimText(found.error()));
            m_found = std::move(*found);
            end({});
        });
}

void DeviceClaim::claim()
{
    if (m_busy || !m_found || m_found->isConnected)
        return;
    begin();
    m_link.runOnMesh(
        Concern::Devices, this,
        [code = m_code](mesh::PersonalMesh& mesh, const std::stop_token& stop) {
            return mesh.preconfigured().claim(code.text(), stop);
        },
        [this, number = m_number](const Status& claimed) {
            if (number != m_number)
                return;
            if (!claimed)
                return end(claimText(claimed.error()));
            m_found->isConnected = true;
            m_code = {};
            end({});
        });
}

void DeviceClaim::forget()
{
    ++m_number;
    m_code = {};
    m_found.reset();
    end({});
}

void DeviceClaim::complain(const QString& text)
{
    forget();
    end(text);
}

} // namespace mmm::desktop
