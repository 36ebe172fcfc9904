#include "qr_code.h"
#include "share_pages.h"

#include "udf/share.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace mmm;
using namespace mmm::desktop;

namespace {

std::vector<SharePage> somePages()
{
    Bytes seed(34, 9);
    seed[0] = 1;
    seed[1] = 0;
    const auto texts = udf::splitSecret(udf::SecretUdf::whole(udf::Type::DerivationSeed, seed), 2, 3);
    std::vector<SharePage> pages;
    for (const udf::SecretUdf& text : *texts) {
        SharePage page;
        page.share = mesh::EscrowShare::parse(text.text().text()).value();
        page.share.meshUdf = "MDEZ-VS6D-LUFJ-BXY2-GKTG-JKRT-TWRS-QXNN";
        page.share.set = udf::Udf::nonce().text();
        page.share.count = 3;
        page.holder = QStringLiteral("Anna Beispiel-Sonnenschein");
        page.account = QStringLiteral("alice@example.com");
        page.made = QStringLiteral("1 January");
        pages.push_back(std::move(page));
    }
    return pages;
}

QString codeOf(const SharePage& page)
{
    const Secret uri = page.share.uri();
    return QString::fromUtf8(uri.text().data(), qsizetype(uri.size()));
}

QByteArray run(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished() && process.exitCode() == 0 ? process.readAllStandardOutput()
                                                                : QByteArray();
}

} // namespace

/// The PDF as others render it.
class SharePdfTest : public QObject
{
    Q_OBJECT

private slots:
    void everyPageIsReadable()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("shares.pdf"));
        const std::vector<SharePage> pages = somePages();
        QVERIFY(writeSharePdf(file, pages));
        QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup), 0);
        run(QStringLiteral(PDFTOPPM), {QStringLiteral("-png"), QStringLiteral("-r"), QStringLiteral("150"),
                                       file, folder.filePath(QStringLiteral("page"))});
        for (std::size_t i = 0; i < pages.size(); ++i) {
            const QString picture = folder.filePath(QStringLiteral("page-%1.png").arg(i + 1));
            QVERIFY2(QFile::exists(picture), qPrintable(picture));
            const auto read = readQrFile(picture);
            QVERIFY(read.has_value());
            QCOMPARE(*read, codeOf(pages[i]));
            const auto share = mesh::EscrowShare::parse(read->toStdString());
            QVERIFY(share.has_value());
            QVERIFY(share->text == pages[i].share.text);
            QCOMPARE(share->count, 3U);
        }
        QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("page-4.png"))));
    }

    void theLettersStandThere()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("shares.pdf"));
        const std::vector<SharePage> pages = somePages();
        QVERIFY(writeSharePdf(file, {pages[1]}));
        const QString text = QString::fromUtf8(run(QStringLiteral(PDFTOTEXT), {file, QStringLiteral("-")}));
        const QString share =
            QString::fromUtf8(pages[1].share.text.text().data(), qsizetype(pages[1].share.text.size()));
        for (const QString& group : share.split(QLatin1Char('-')))
            QVERIFY2(text.contains(group), qPrintable(group));
        QVERIFY(text.contains(QString::fromStdString(pages[1].share.checkCode())));
        QVERIFY(text.contains(pages[1].holder));
        QVERIFY(text.contains(pages[1].account));
    }

    void whatCannotBeWrittenIsSaid()
    {
        QCOMPARE(writeSharePdf(QStringLiteral("/nowhere/at/all.pdf"), somePages()).error().fault,
                 Fault::ReadOnly);
    }
};

QTEST_MAIN(SharePdfTest)
#include "tst_share_pdf.moc"
