#include "group_files.h"

#include "group_text.h"
#include "local_file.h"
#include "text.h"

#include <QFileInfo>

namespace mmm::desktop {

namespace {

const QString ending = QStringLiteral(".dare");

QString nameOf(const QUrl& url)
{
    return QFileInfo(localPath(url)).fileName();
}

QUrl encryptedName(const QUrl& source)
{
    return QUrl::fromLocalFile(localPath(source) + ending);
}

QUrl decryptedName(const QUrl& source)
{
    QString name = localPath(source);
    if (name.endsWith(ending, Qt::CaseInsensitive) && nameOf(source).size() > ending.size())
        name.chop(ending.size());
    else
        name += QStringLiteral(".open");
    return QUrl::fromLocalFile(name);
}

} // namespace

GroupFiles::GroupFiles(MeshLink& link, QObject* parent)
    : QObject(parent),
      Published<GroupFiles>(this),
      m_link(link)
{
    connect(&link, &MeshLink::catalogsAvailable, this, &GroupFiles::clear);
}

GroupFiles::~GroupFiles()
{
    m_stop.request_stop();
}

QString GroupFiles::sourceName() const
{
    return nameOf(m_task.source);
}

QString GroupFiles::resultName() const
{
    return nameOf(m_task.destination);
}

bool GroupFiles::isEncrypted(const QUrl& file) const
{
    return nameOf(file).endsWith(ending, Qt::CaseInsensitive);
}

void GroupFiles::encrypt(const QString& groupId, const QUrl& source)
{
    if (!groupId.isEmpty())
        begin({fromText(groupId), source, encryptedName(source)}, false);
}

void GroupFiles::decrypt(const QUrl& source)
{
    begin({{}, source, decryptedName(source)}, false);
}

void GroupFiles::replace()
{
    begin(Task(m_task), true);
}

void GroupFiles::saveAs(const QUrl& destination)
{
    begin({m_task.group, m_task.source, destination}, true);
}

void GroupFiles::take(const QString& groupId, const QList<QUrl>& files)
{
    if (m_phase == Working)
        return;
    QList<Task> tasks;
    for (const QUrl& file : files) {
        if (isEncrypted(file))
            tasks.append({{}, file, decryptedName(file)});
        else if (!groupId.isEmpty())
            tasks.append({fromText(groupId), file, encryptedName(file)});
    }
    if (tasks.size() == 1)
        begin(tasks.front(), false);
    if (tasks.size() < 2)
        return;
    clear();
    m_total = int(tasks.size());
    m_waiting = std::move(tasks);
    goOn();
}

void GroupFiles::begin(const Task& task, bool mayReplace)
{
    if (m_phase == Working)
        return;
    clear();
    m_total = 1;
    (void)start(task, mayReplace);
}

void GroupFiles::goOn()
{
    while (!m_waiting.isEmpty()) {
        if (start(m_waiting.takeFirst(), false))
            return;
    }
    m_phase = m_doneCount > 0 ? Finished : Failed;
    m_errorText = m_notes.join(QLatin1Char('\n'));
    emit changed();
}

QString GroupFiles::objection()
{
    if (!m_task.source.isLocalFile() || !m_task.destination.isLocalFile())
        return tr("This is no file on this computer. Save it here first.");
    if (QFileInfo(localPath(m_task.source)).isDir())
        return tr("“%1” is a folder. Pack it into one file first.").arg(sourceName());
    if (absolutePath(m_task.source) != absolutePath(m_task.destination))
        return {};
    m_canGoElsewhere = true;
    return tr("The result needs another name than “%1”.").arg(sourceName());
}

bool GroupFiles::start(const Task& task, bool mayReplace)
{
    forgetResult();
    m_task = task;
    if (const QString reason = objection(); !reason.isEmpty()) {
        fail(reason);
        return false;
    }
    m_phase = Working;
    m_progress = 0;
    emit changed();
    emit progressChanged();
    m_stop = m_link.runOnMesh(
        Concern::Files, this,
        [this, task, mayReplace, number = m_number](mesh::PersonalMesh& mesh,
                                                    const std::stop_token& stop) -> Result<mesh::Decrypted> {
            // comes often: the picture need not follow every step
            constexpr int steps = 100;
            const auto progress = [this, number, shown = -1](double share) mutable {
                const int now = int(share * steps);
                if (now == shown)
                    return;
                shown = now;
                QMetaObject::invokeMethod(
                    this,
                    [this, number, share] {
                        if (number != m_number || m_phase != Working)
                            return;
                        m_progress = share;
                        emit progressChanged();
                    },
                    Qt::QueuedConnection);
            };
            const mesh::Destination destination{absolutePath(task.destination), mayReplace};
            if (task.group.empty())
                return mesh.groups().decryptFile(absolutePath(task.source), destination, progress, stop);
            MMM_CHECK(mesh.groups().encryptFile(task.group, absolutePath(task.source), destination, progress,
                                                stop));
            return mesh::Decrypted();
        },
        [this, number = m_number](const Result<mesh::Decrypted>& result) {
            if (number == m_number)
                finish(result);
        });
    return true;
}

void GroupFiles::fail(const QString& text)
{
    if (m_total > 1) {
        m_canGoElsewhere = false;
        m_notes.append(tr("“%1”: %2").arg(sourceName(), text));
        return;
    }
    m_phase = Failed;
    m_errorText = text;
    emit changed();
}

void GroupFiles::finish(const Result<mesh::Decrypted>& result)
{
    if (m_total > 1) {
        if (result)
            ++m_doneCount;
        else if (result.error().fault == Fault::Exists)
            fail(tr("There is a file “%1” already.").arg(resultName()));
        else
            fail(isOpening() ? openFaultText(result.error()) : groupFaultText(result.error()));
        if (result && isOpening() && !isSignerKnown(*result))
            m_notes.append(tr("“%1”: %2").arg(resultName(), signerText(*result)));
        goOn();
        return;
    }
    if (!result) {
        if (result.error().fault == Fault::Exists) {
            m_phase = NameTaken;
            emit changed();
        } else {
            m_canGoElsewhere = result.error().fault == Fault::ReadOnly ||
                               result.error().fault == Fault::DiskFull || result.error().fault == Fault::Io;
            fail(isOpening() ? openFaultText(result.error()) : groupFaultText(result.error()));
        }
        return;
    }
    m_phase = Finished;
    if (isOpening()) {
        m_resultText = result->group.empty() ? tr("It was for no group.")
                                             : tr("It was for the group %1.").arg(toText(result->group));
        m_proofText = signerText(*result);
        m_isProved = isSignerKnown(*result);
    } else {
        m_resultText = tr("Every member of the group can open it, and nobody else.");
    }
    emit changed();
}

void GroupFiles::clear()
{
    m_waiting.clear();
    m_total = 0;
    m_doneCount = 0;
    m_notes.clear();
    m_stop.request_stop();
    forgetResult();
    m_phase = Idle;
    emit changed();
}

void GroupFiles::forgetResult()
{
    ++m_number;
    m_task = {};
    m_errorText.clear();
    m_canGoElsewhere = false;
    m_resultText.clear();
    m_proofText.clear();
    m_isProved = false;
}

} // namespace mmm::desktop
