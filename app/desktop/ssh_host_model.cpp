#include "ssh_host_model.h"

#include "form_values.h"
#include "ssh/config.h"
#include "text.h"

#include <algorithm>
#include <array>

namespace mmm::desktop {

QString SshHostModel::errorOf(const Row& row, int role)
{
    const auto isRightOrEmpty = [](const QString& text, bool (*isRight)(std::string_view)) {
        const std::string trimmed = fromText(text.trimmed());
        return trimmed.empty() || isRight(trimmed);
    };
    switch (role) {
    case AliasErrorRole:
        if (row.alias.trimmed().isEmpty())
            return tr("Say what you type after “ssh”.");
        return isRightOrEmpty(row.alias, ssh::isAlias)
                   ? QString()
                   : tr("One word without spaces, “*” and “?”, such as web or web.example.org.");
    case HostNameErrorRole:
        return isRightOrEmpty(row.hostName, ssh::isHostName)
                   ? QString()
                   : tr("A name or an address of a computer, such as web.example.org.");
    case PortErrorRole: {
        bool isRight = true;
        const auto port = smallNumber(row.port, isRight);
        return isRight && port.value_or(1) != 0 ? QString() : tr("A number from 1 to 65535.");
    }
    case UserNameErrorRole:
        return isRightOrEmpty(row.userName, ssh::isUserName) ? QString()
                                                             : tr("One word without spaces, such as alice.");
    case JumpErrorRole:
        return isRightOrEmpty(row.jump, ssh::isJump)
                   ? QString()
                   : tr("A computer that is named here, or user@host:port.");
    default:
        return {};
    }
}

SshHostModel::Row SshHostModel::rowOf(const schema::SshHost& host)
{
    return {toText(host.alias), toText(host.hostName), host.port ? QString::number(*host.port) : QString(),
            toText(host.userName), toText(host.jump)};
}

void SshHostModel::setHosts(const std::vector<schema::SshHost>& hosts)
{
    std::vector<Row> rows;
    for (const schema::SshHost& host : hosts)
        rows.push_back(rowOf(host));
    replaceRows(m_rows, std::move(rows));
}

std::vector<schema::SshHost> SshHostModel::hosts() const
{
    std::vector<schema::SshHost> all;
    for (const Row& row : m_rows) {
        schema::SshHost host;
        bool isRight = true;
        host.alias = fromText(row.alias.trimmed());
        host.hostName = fromText(row.hostName.trimmed());
        host.port = smallNumber(row.port, isRight);
        host.userName = fromText(row.userName.trimmed());
        host.jump = fromText(row.jump.trimmed());
        all.push_back(std::move(host));
    }
    return all;
}

bool SshHostModel::hasErrors() const
{
    return std::ranges::any_of(m_rows, [](const Row& row) {
        return std::ranges::any_of(
            std::array{AliasErrorRole, HostNameErrorRole, PortErrorRole, UserNameErrorRole, JumpErrorRole},
            [&](int role) { return !errorOf(row, role).isEmpty(); });
    });
}

int SshHostModel::merge(const std::vector<schema::SshHost>& hosts)
{
    std::vector<Row> fresh;
    for (const schema::SshHost& host : hosts) {
        Row row = rowOf(host);
        const auto isSame = [&](const Row& known) { return known.alias.trimmed() == row.alias; };
        if (std::ranges::none_of(m_rows, isSame) && std::ranges::none_of(fresh, isSame))
            fresh.push_back(std::move(row));
    }
    const int number = int(fresh.size());
    appendRows(m_rows, std::move(fresh));
    return number;
}

int SshHostModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant SshHostModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case AliasRole:
        return row.alias;
    case HostNameRole:
        return row.hostName;
    case PortRole:
        return row.port;
    case UserNameRole:
        return row.userName;
    case JumpRole:
        return row.jump;
    case AliasErrorRole: // nothing was typed there yet
        return row.alias.isEmpty() ? QString() : errorOf(row, role);
    case HostNameErrorRole:
    case PortErrorRole:
    case UserNameErrorRole:
    case JumpErrorRole:
        return errorOf(row, role);
    default:
        return {};
    }
}

QHash<int, QByteArray> SshHostModel::roleNames() const
{
    return {{AliasRole, "alias"},       {AliasErrorRole, "aliasError"},
            {HostNameRole, "hostName"}, {HostNameErrorRole, "hostNameError"},
            {PortRole, "port"},         {PortErrorRole, "portError"},
            {UserNameRole, "userName"}, {UserNameErrorRole, "userNameError"},
            {JumpRole, "jump"},         {JumpErrorRole, "jumpError"}};
}

void SshHostModel::add()
{
    appendRows(m_rows, std::vector<Row>(1));
}

void SshHostModel::setAlias(int row, const QString& text)
{
    setField(m_rows, row, &Row::alias, text);
}

void SshHostModel::setHostName(int row, const QString& text)
{
    setField(m_rows, row, &Row::hostName, text);
}

void SshHostModel::setPort(int row, const QString& text)
{
    setField(m_rows, row, &Row::port, text);
}

void SshHostModel::setUserName(int row, const QString& text)
{
    setField(m_rows, row, &Row::userName, text);
}

void SshHostModel::setJump(int row, const QString& text)
{
    setField(m_rows, row, &Row::jump, text);
}

void SshHostModel::removeHost(int row)
{
    removeRow(m_rows, row);
}

} // namespace mmm::desktop
