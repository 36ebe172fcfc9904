#include "escrow.h"

#include "clipboard.h"
#include "fault_text.h"
#include "local_file.h"
#include "log.h"
#include "text.h"

#include <QSaveFile>

namespace mmm::desktop {

namespace {

constexpr int mostHolders = 15;      // as many shares as a set may have (WIRE A.11)
constexpr double pictureScale = 1.5; // pixels per point: letters are readable, the code can be scanned

mesh::RecordPlace placeOf(Escrow::Record record)
{
    switch (record) {
    case Escrow::RecordAtService:
        return mesh::RecordPlace::Service;
    case Escrow::RecordInFile:
        return mesh::RecordPlace::File;
    case Escrow::NoRecord:
        break;
    }
    return mesh::RecordPlace::None;
}

Status writeFile(const QString& path, const Bytes& content)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(Fault::ReadOnly, "the file cannot be made");
    file.write(reinterpret_cast<const char*>(content.data()), qint64(content.size()));
    return file.commit() ? Status() : fail(Fault::Io, "the file cannot be written");
}

QString shareTitle(const mesh::EscrowShare& share)
{
    return MadeShareModel::tr("Share %1 of %2").arg(share.index).arg(share.count);
}

} // namespace

void MadeShareModel::setPages(std::vector<SharePage> pages)
{
    if (pages.empty() && m_pages.empty())
        return;
    beginResetModel();
    m_pages = std::move(pages);
    endResetModel();
    emit countChanged();
}

int MadeShareModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_pages.size());
}

QVariant MadeShareModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SharePage& page = m_pages[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return shareTitle(page.share);
    case HolderRole:
        return page.holder;
    case CheckCodeRole:
        return toText(page.share.checkCode());
    default:
        return {};
    }
}

QHash<int, QByteArray> MadeShareModel::roleNames() const
{
    return {{TitleRole, "title"}, {HolderRole, "holder"}, {CheckCodeRole, "checkCode"}};
}

Escrow::Escrow(MeshLink& link, QObject* parent) : QObject(parent), Published<Escrow>(this), m_link(link)
{
    connect(&link, &MeshLink::catalogsAvailable, this, [this](bool available) {
        ++m_number;
        m_running = 0;
        m_errorText.clear();
        finish();
        forgetCheck();
        if (available)
            refresh();
    });
}

Escrow::Place Escrow::place() const
{
    switch (m_state.master) {
    case mesh::MasterPlace::Seed:
        return Here;
    case mesh::MasterPlace::RandomKey:
        return HereWithoutSeed;
    case mesh::MasterPlace::Elsewhere:
        break;
    }
    return Elsewhere;
}

void Escrow::fail(const Error& error)
{
    qCInfo(logDesktop) << "escrow:" << int(error.fault) << error.detail.c_str();
    if (error.fault == Fault::BadShare)
        m_errorText = tr("These shares do not make the key of this mesh. Check each of them.");
    else if (error.fault == Fault::NotYet)
        m_errorText = tr("These are too few shares.");
    else if (error.fault == Fault::NotAuthorised)
        m_errorText = tr("The master key is not on this device. Bring it back with shares first.");
    else
        m_errorText = faultText(error);
    emit changed();
}

/// `work(PersonalMesh&, std::stop_token)` in the worker thread, then `done(result)`.
template<typename Work, typename Done>
void Escrow::perform(Work work, Done done)
{
    ++m_running;
    m_errorText.clear();
    emit changed();
    m_link.runOnMesh(Concern::Devices, this, std::move(work),
                     [this, number = m_number, done = std::move(done)](auto result) {
                         if (number != m_number)
                             return;
                         --m_running;
                         done(std::move(result));
                         emit changed();
                     });
}

void Escrow::refresh()
{
    struct Found
    {
        mesh::RecoveryState state;
        bool embedded = false;
    };
    m_link.runOnMesh(
        Concern::Devices, this,
        [](mesh::PersonalMesh& mesh, const std::stop_token&) {
            return Found{mesh.recovery().state(), mesh.service().embedded};
        },
        [this, number = m_number](const Found& found) {
            if (number != m_number)
                return;
            m_state = found.state;
            m_embedded = found.embedded;
            m_sets.setSets(found.state.sets);
            emit changed();
        });
}

QStringList Escrow::numbers(int first, int last) const
{
    QStringList all;
    for (int number = first; number <= last; ++number)
        all.append(QString::number(number));
    return all;
}

void Escrow::setHolder(int row, const QString& name)
{
    if (row < 0 || row >= mostHolders)
        return;
    while (m_holders.size() <= row)
        m_holders.append(QString());
    m_holders[row] = name.simplified().left(100);
}

void Escrow::make(int threshold, int count, Record record)
{
    if (isBusy())
        return;
    mesh::NewShares wanted;
    wanted.threshold = unsigned(std::max(0, threshold));
    wanted.count = unsigned(std::max(0, count));
    wanted.record = placeOf(record);
    for (int row = 0; row < count; ++row)
        wanted.holders.push_back(fromText(m_holders.value(row)));
    perform(
        [wanted](mesh::PersonalMesh& mesh, const std::stop_token& stop) {
            return Made{mesh.recovery().makeShares(wanted, stop), mesh.service()};
        },
        [this, record](Made made) { take(std::move(made), record); });
}

void Escrow::take(Made made, Record record)
{
    refresh();
    if (!made.shares) {
        fail(made.shares.error());
        return;
    }
    std::vector<SharePage> pages;
    for (mesh::EscrowShare& share : made.shares->shares) {
        SharePage page;
        page.holder = m_holders.value(qsizetype(pages.size()));
        page.account = toText(made.service.account);
        if (made.service.embedded && !made.service.endpoints.empty()) {
            const protocol::Endpoint& endpoint = made.service.endpoints.front();
            page.service = toText(endpoint.host) + QLatin1Char(':') + QString::number(endpoint.port);
        }
        page.made = momentText(made.shares->made);
        if (record == RecordInFile)
            page.record =
                tr("The shares open a recovery record that was saved as a file. It is needed as well.");
        page.share = std::move(share);
        pages.push_back(std::move(page));
    }
    m_made.setPages(std::move(pages));
    m_record = std::move(made.shares->record);
    m_handedOut = false;
    m_recordHandedOut = false;
    emit sharesMade();
}

void Escrow::finish()
{
    m_made.setPages({});
    m_holders.clear();
    m_record.clear();
    look(-1);
    emit changed();
}

std::vector<SharePage> Escrow::pagesOf(int row) const
{
    const auto& pages = m_made.pages();
    if (row < 0)
        return pages;
    if (row >= int(pages.size()))
        return {};
    return {pages[std::size_t(row)]};
}

void Escrow::look(int row)
{
    const int number = ++m_looked;
    if (!m_picture.isNull()) {
        m_picture.fill(Qt::white);
        m_picture = {};
        emit pictureChanged();
    }
    if (row < 0)
        return;
    m_paper.run(
        this,
        [pages = pagesOf(row)](const std::stop_token&) {
            return pages.empty() ? QImage() : sharePagePicture(pages.front(), pictureScale);
        },
        [this, number](QImage picture) {
            if (number != m_looked)
                return;
            m_picture = std::move(picture);
            emit pictureChanged();
        });
}

void Escrow::copyShare(int row)
{
    const std::vector<SharePage> pages = pagesOf(row);
    if (row < 0 || pages.empty())
        return;
    Clipboard::instance()->copySecret(SharedSecret(pages.front().share.uri()));
    m_handedOut = true;
    emit changed();
}

void Escrow::savePdf(const QUrl& file, int row)
{
    ++m_running;
    m_errorText.clear();
    emit changed();
    m_paper.run(
        this,
        [path = localPath(file), pages = pagesOf(row)](const std::stop_token&) {
            return writeSharePdf(path, pages);
        },
        [this, number = m_number](const Status& status) {
            if (number != m_number)
                return;
            --m_running;
            m_handedOut = m_handedOut || status;
            if (!status)
                fail(status.error());
            emit changed();
            if (status)
                emit pagesSaved();
        });
}

void Escrow::findPrinters()
{
    m_paper.run(
        this, [](const std::stop_token&) { return printerNames(); },
        [this](const QStringList& names) {
            m_printers = names;
            emit printersChanged();
        });
}

void Escrow::print(const QString& printer, int row)
{
    ++m_running;
    m_errorText.clear();
    emit changed();
    m_paper.run(
        this,
        [printer, pages = pagesOf(row)](const std::stop_token&) { return printSharePages(printer, pages); },
        [this, number = m_number](const Status& status) {
            if (number != m_number)
                return;
            --m_running;
            m_handedOut = m_handedOut || status;
            if (!status) {
                fail(status.error());
                m_errorText =
                    tr("The pages could not be printed. See whether the printer is ready, or save them "
                       "as a PDF file.");
            }
            emit changed();
            if (status)
                emit pagesPrinted();
        });
}

void Escrow::saveRecord(const QUrl& file)
{
    ++m_running;
    m_errorText.clear();
    emit changed();
    m_paper.run(
        this,
        [path = localPath(file), record = m_record](const std::stop_token&) {
            return writeFile(path, record);
        },
        [this, number = m_number](const Status& status) {
            if (number != m_number)
                return;
            --m_running;
            m_recordHandedOut = m_recordHandedOut || status;
            if (!status)
                fail(status.error());
            emit changed();
            if (status)
                emit recordSaved();
        });
}

// checking

void Escrow::check(const SharedSecret& text, const QString& checkCode)
{
    const Result<mesh::EscrowShare> share = mesh::EscrowShare::parse(text.text());
    if (!share) {
        const QString reason = shareTextError(text.text());
        setFinding(Bad, reason.isEmpty() ? tr("This is no recovery share.") : reason);
        return;
    }
    const QString code = checkCode.simplified().remove(QLatin1Char(' ')).toUpper();
    if (!code.isEmpty() && code != toText(share->checkCode())) {
        setFinding(Bad, tr("Something is mistyped: the check characters do not belong to this share."));
        return;
    }
    checkShare(*share);
}

void Escrow::checkScanned(const QString& text)
{
    const Result<mesh::EscrowShare> share = mesh::EscrowShare::parse(secretFromText(text.left(4096)).text());
    if (share)
        checkShare(*share);
    else
        setFinding(Bad, tr("This is the text of something else than a recovery share."));
}

void Escrow::checkShare(const mesh::EscrowShare& share)
{
    perform(
        [share](mesh::PersonalMesh& mesh, const std::stop_token&) {
            return mesh.recovery().checkShare(share);
        },
        [this, share](const mesh::ShareCheck& check) {
            switch (check.standing) {
            case mesh::ShareStanding::OfThisSet: {
                const QString made = momentText(check.set->made);
                setFinding(
                    Right,
                    check.holder.empty()
                        ? tr("This share is right: number %1 of the set of %2.").arg(share.index).arg(made)
                        : tr("This share is right: number %1 of the set of %2, given to %3.")
                              .arg(share.index)
                              .arg(made, toText(check.holder)));
                return;
            }
            case mesh::ShareStanding::Altered:
                setFinding(Bad,
                           tr("This share is not as it was made: something in it was altered or misread."));
                return;
            case mesh::ShareStanding::OtherMesh:
                setFinding(Bad, tr("This is a share of another mesh."));
                return;
            case mesh::ShareStanding::Unknown:
                setFinding(Unknown, tr("This is in the form of a share, but of no set that was made on this "
                                       "device: mistyped, or made on another one. Its check characters are "
                                       "%1; compare them with the page.")
                                        .arg(toText(share.checkCode())));
                return;
            }
        });
}

void Escrow::forgetCheck()
{
    setFinding(NotChecked, {});
}

void Escrow::setFinding(Finding finding, const QString& text)
{
    m_finding = finding;
    m_findingText = text;
    emit checkChanged();
}

void Escrow::forgetSet(const QString& setId)
{
    perform([set = fromText(setId)](mesh::PersonalMesh& mesh,
                                    const std::stop_token&) { return mesh.recovery().forgetSet(set); },
            [this](const Status& status) {
                if (!status)
                    fail(status.error());
                refresh();
            });
}

void Escrow::moveAway(ShareCollector* proof)
{
    if (isBusy() || proof == nullptr)
        return;
    perform([shares = proof->shares(), record = proof->record()](
                mesh::PersonalMesh& mesh,
                const std::stop_token& stop) { return mesh.recovery().moveMasterAway(shares, record, stop); },
            [this](const Status& status) {
                refresh();
                if (status)
                    emit movedAway();
                else
                    fail(status.error());
            });
}

void Escrow::lend(ShareCollector* shares)
{
    if (isBusy() || shares == nullptr)
        return;
    perform([given = shares->shares(), record = shares->record()](
                mesh::PersonalMesh& mesh,
                const std::stop_token& stop) { return mesh.recovery().lendMaster(given, record, stop); },
            [this](const Status& status) {
                refresh();
                if (status)
                    emit lentToUs();
                else
                    fail(status.error());
            });
}

} // namespace mmm::desktop
