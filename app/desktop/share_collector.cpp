#include "share_collector.h"

#include "dare/envelope.h"
#include "fault_text.h"
#include "local_file.h"
#include "text.h"

#include <QFile>
#include <QFileInfo>

namespace mmm::desktop {

namespace {

constexpr int mostShares = 30; ///< more than a set has, so that wrong ones can be sorted out
constexpr qint64 largestRecord = 256 * 1024;
/// Letters and digits of a share of the mesh's seed and of a record's key (WIRE A.11).
constexpr int seedShareLength = 61;
constexpr int keyShareLength = 29;

bool isBlank(char c)
{
    return std::string_view(" \t\r\n\v\f-").find(c) != std::string_view::npos;
}

struct RecordFile
{
    Bytes content;
    Fault fault = Fault::Internal;
    bool isRead = false;
};

RecordFile readRecordFile(const QString& path)
{
    RecordFile result;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        result.fault = Fault::Io;
        return result;
    }
    if (file.size() > largestRecord) {
        result.fault = Fault::TooLarge;
        return result;
    }
    const QByteArray content = file.readAll();
    result.content.assign(content.begin(), content.end());
    if (const auto envelope = dare::Envelope::parse(result.content); !envelope)
        result.fault = Fault::Malformed;
    else
        result.isRead = true;
    return result;
}

} // namespace

QString shareTextError(std::string_view text)
{
    if (text.starts_with("udf:") || text.starts_with("UDF:"))
        text = text.substr(4, text.find('?') == std::string_view::npos ? text.size() : text.find('?') - 4);
    int length = 0;
    char first = 0;
    for (const char c : text) {
        if (isBlank(c))
            continue;
        if (length == 0)
            first = c;
        ++length;
        const bool isLetter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        if (!isLetter && !(c >= '2' && c <= '7'))
            return ShareCollector::tr("There is a character that no share has: only letters and the digits 2 "
                                      "to 7 occur. Look out for O and 0, I and 1, B and 8.");
    }
    if (length == 0)
        return ShareCollector::tr("There is nothing to be read.");
    if (first != 'S' && first != 's')
        return ShareCollector::tr("This is no recovery share. A share begins with the letter S.");
    const int wanted = length <= keyShareLength ? keyShareLength : seedShareLength;
    if (length < wanted)
        return ShareCollector::tr("%n characters are missing. Compare it with the page, group by group.",
                                  nullptr, wanted - length);
    if (length > seedShareLength)
        return ShareCollector::tr(
            "There are %n characters too many. Compare it with the page, group by group.", nullptr,
            length - seedShareLength);
    return {};
}

ShareCollector::ShareCollector(QObject* parent) : mmm::desktop::RowModel(parent) {}

ShareCollector::~ShareCollector() = default;

QString ShareCollector::progressText() const
{
    if (m_judgement.needed == 0)
        return tr("The first share says how many are needed.");
    return tr("%1 of %2 needed")
        .arg(std::min(m_judgement.fitting, m_judgement.needed))
        .arg(m_judgement.needed);
}

QString ShareCollector::problemText() const
{
    if (!m_judgement.isWrongTogether)
        return {};
    return tr(
        "There are enough shares, but they do not make a key together: at least one of them is mistyped "
        "or from elsewhere. Compare the check characters with the pages. A further share would tell which "
        "one is wrong.");
}

bool ShareCollector::needsRecord() const
{
    return !m_rows.empty() && m_rows.front().share.needsRecord;
}

int ShareCollector::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ShareCollector::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return row.share.count > 0 ? tr("Share %1 of %2").arg(row.share.index).arg(row.share.count)
                                   : tr("Share %1").arg(row.share.index);
    case CheckCodeRole:
        return toText(row.share.checkCode());
    case VerdictRole:
        return verdictText(row);
    case FitsRole:
        return row.verdict == mesh::ShareVerdict::Fits;
    default:
        return {};
    }
}

QHash<int, QByteArray> ShareCollector::roleNames() const
{
    return {{TitleRole, "title"}, {CheckCodeRole, "checkCode"}, {VerdictRole, "verdict"}, {FitsRole, "fits"}};
}

QString ShareCollector::verdictText(const Row& row) const
{
    switch (row.verdict) {
    case mesh::ShareVerdict::Fits:
        break;
    case mesh::ShareVerdict::Repeated:
        return tr("The same share once more. It counts once.");
    case mesh::ShareVerdict::OtherMesh:
        return tr("A share of another mesh.");
    case mesh::ShareVerdict::OtherSet:
        return tr("A share of another set, made at another time. Sets cannot be mixed.");
    case mesh::ShareVerdict::Contradicts:
        return tr(
            "There is another share of the same number that reads differently. One of the two is mistyped "
            "or of another set.");
    case mesh::ShareVerdict::Wrong:
        return tr("Does not belong to the others: mistyped, altered or of another set.");
    }
    return isComplete() ? tr("Belongs to the others.") : tr("Taken.");
}

bool ShareCollector::add(const SharedSecret& text, const QString& checkCode)
{
    Result<mesh::EscrowShare> share = mesh::EscrowShare::parse(text.text());
    if (!share) {
        const QString reason = shareTextError(text.text());
        setError(reason.isEmpty() ? tr("This is no recovery share. Compare it with the page, group by group.")
                                  : reason);
        return false;
    }
    const QString check = checkCode.simplified().remove(QLatin1Char(' ')).toUpper();
    if (!check.isEmpty() && check != toText(share->checkCode())) {
        setError(
            tr("Something is mistyped: the check characters do not belong to this share. Compare both with "
               "the page."));
        return false;
    }
    return take(std::move(*share));
}

bool ShareCollector::addScanned(const QString& text)
{
    const SharedSecret secret = secretFromText(text.left(4096));
    Result<mesh::EscrowShare> share = mesh::EscrowShare::parse(secret.text());
    if (!share) {
        setError(tr("This is the text of something else than a recovery share."));
        return false;
    }
    return take(std::move(*share));
}

bool ShareCollector::take(mesh::EscrowShare share)
{
    if (m_rows.size() >= mostShares) {
        setError(tr("There are too many shares. Take out those that do not fit."));
        return false;
    }
    setError({});
    beginInsertRows({}, rowCount(), rowCount());
    m_rows.push_back({++m_lastNumber, std::move(share), mesh::ShareVerdict::Fits});
    endInsertRows();
    emit countChanged();
    judge();
    return true;
}

void ShareCollector::removeShare(int row)
{
    if (row < 0 || row >= rowCount())
        return;
    setError({});
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    endRemoveRows();
    emit countChanged();
    judge();
}

void ShareCollector::judge()
{
    const int number = ++m_judged;
    ++m_running;
    m_judgement.secret = {};
    emit changed();
    m_queue.run(
        this, [shares = shares()](const std::stop_token&) { return mesh::judgeShares(shares); },
        [this, number](mesh::ShareJudgement judgement) {
            --m_running;
            if (number == m_judged) {
                m_judgement = std::move(judgement);
                for (std::size_t i = 0; i < m_rows.size(); ++i)
                    m_rows[i].verdict = m_judgement.verdicts[i];
                if (!m_rows.empty())
                    emit dataChanged(index(0), index(rowCount() - 1));
            }
            emit changed();
        });
}

void ShareCollector::readRecord(const QUrl& file)
{
    const QString path = localPath(file);
    ++m_running;
    setError({});
    m_queue.run(
        this, [path](const std::stop_token&) { return readRecordFile(path); },
        [this, name = QFileInfo(path).fileName()](RecordFile read) {
            --m_running;
            if (read.isRead) {
                m_record = std::move(read.content);
                m_recordName = name;
            } else {
                m_errorText = read.fault == Fault::Malformed ? tr("This file is no recovery record.")
                                                             : faultText(read.fault);
            }
            emit changed();
        });
}

void ShareCollector::complain(const QString& text)
{
    setError(text);
}

void ShareCollector::clear()
{
    if (m_rows.empty() && m_record.empty() && m_errorText.isEmpty())
        return;
    ++m_judged;
    beginResetModel();
    m_rows.clear();
    endResetModel();
    m_judgement = {};
    m_record.clear();
    m_recordName.clear();
    m_errorText.clear();
    emit countChanged();
    emit changed();
}

std::vector<mesh::EscrowShare> ShareCollector::shares() const
{
    std::vector<mesh::EscrowShare> all;
    all.reserve(m_rows.size());
    for (const Row& row : m_rows)
        all.push_back(row.share);
    return all;
}

void ShareCollector::setError(const QString& text)
{
    m_errorText = text;
    emit changed();
}

} // namespace mmm::desktop
