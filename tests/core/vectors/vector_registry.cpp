#include "vector_registry.h"

#include <QDir>
#include <QJsonDocument>

namespace mmm::vectors {

namespace {

std::vector<Vector> readFolder(const QDir& folder)
{
    std::vector<Vector> vectors;
    for (const QString& name : folder.entryList({"*.json"}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        QJsonParseError error;
        if (!file.open(QIODevice::ReadOnly))
            qFatal("cannot open %s", qPrintable(file.fileName()));
        const QJsonObject content = QJsonDocument::fromJson(file.readAll(), &error).object();
        if (error.error != QJsonParseError::NoError)
            qFatal("%s: %s", qPrintable(name), qPrintable(error.errorString()));
        const QJsonArray items = content["vectors"].toArray();
        if (items.isEmpty())
            qFatal("%s holds no vectors", qPrintable(name));
        for (const QJsonValue& item : items) {
            const QJsonObject object = item.toObject();
            vectors.push_back({name, object["id"].toString(), object["inputs"].toObject(),
                               object["expected"].toObject(), object});
        }
    }
    return vectors;
}

} // namespace

const std::vector<Vector>& allVectors()
{
    static const std::vector<Vector> vectors =
        readFolder(QDir(qEnvironmentVariable("MESH_VECTORS", QStringLiteral(MESH_VECTORS_DEFAULT))));
    return vectors;
}

Vector findVector(const QString& id)
{
    for (const Vector& vector : allVectors()) {
        if (vector.id == id)
            return vector;
    }
    // a folder of further vectors may refer to those that every copy of the project has
    static const std::vector<Vector> own = readFolder(QDir(QStringLiteral(MESH_VECTORS_DEFAULT)));
    for (const Vector& vector : own) {
        if (vector.id == id)
            return vector;
    }
    QTest::qFail(qPrintable("there is no vector " + id), __FILE__, __LINE__);
    return {};
}

bool has(const QJsonObject& object, std::initializer_list<const char*> members)
{
    return std::all_of(members.begin(), members.end(),
                       [&](const char* member) { return object.contains(QLatin1String(member)); });
}

std::string text(const QJsonObject& object, const char* member)
{
    return object[QLatin1String(member)].toString().toStdString();
}

Bytes hex(const QJsonObject& object, const char* member)
{
    const QByteArray digits = object[QLatin1String(member)].toString().toLatin1();
    const QByteArray octets = QByteArray::fromHex(digits);
    if (octets.toHex() != digits.toLower())
        QTest::qFail(qPrintable(QString("%1 is not hex").arg(member)), __FILE__, __LINE__);
    return {octets.begin(), octets.end()};
}

Bytes base64url(const QJsonObject& object, const char* member)
{
    const QByteArray octets = QByteArray::fromBase64(object[QLatin1String(member)].toString().toLatin1(),
                                                     QByteArray::Base64UrlEncoding);
    return {octets.begin(), octets.end()};
}

Secret secretHex(const QJsonObject& object, const char* member)
{
    return Secret(BytesView(hex(object, member)));
}

QString toHex(BytesView octets)
{
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char*>(octets.data()), static_cast<qsizetype>(octets.size()))
            .toHex());
}

QByteArray compact(const QJsonValue& value)
{
    if (value.isArray())
        return QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact);
    return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
}

} // namespace mmm::vectors
