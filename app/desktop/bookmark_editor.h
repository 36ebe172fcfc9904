#pragma once

#include "entry_editor.h"

namespace mmm::desktop {

/// The form of a bookmark.
class BookmarkEditor : public mmm::desktop::EntryEditor
{
    Q_OBJECT
    QML_ELEMENT

    Q_PROPERTY(QString uri READ uri WRITE setUri NOTIFY fieldsChanged)
    Q_PROPERTY(QString uriError READ uriError NOTIFY fieldsChanged)
    Q_PROPERTY(QString title READ title WRITE setTitle NOTIFY fieldsChanged)
    Q_PROPERTY(QString titleError READ titleError NOTIFY fieldsChanged)
    /// The folder, its parts separated by "/".
    Q_PROPERTY(QString path READ path WRITE setPath NOTIFY fieldsChanged)
    Q_PROPERTY(QString pathError READ pathError NOTIFY fieldsChanged)

public:
    explicit BookmarkEditor(QObject* parent = nullptr);
    explicit BookmarkEditor(MeshLink& link, QObject* parent = nullptr);

    [[nodiscard]] QString uri() const { return m_uri; }
    void setUri(const QString& uri) { edit(m_uri, uri, "uri"); }
    [[nodiscard]] QString uriError() const { return finding("uri"); }
    [[nodiscard]] QString title() const { return m_title; }
    void setTitle(const QString& title) { edit(m_title, title, "title"); }
    [[nodiscard]] QString titleError() const { return finding("title"); }
    [[nodiscard]] QString path() const { return m_path; }
    void setPath(const QString& path) { edit(m_path, path, "path"); }
    [[nodiscard]] QString pathError() const { return finding("path"); }

    /// Opens the page in the person's browser; only addresses of the web and of mail.
    Q_INVOKABLE bool openInBrowser() const;

protected:
    [[nodiscard]] std::any emptyEntry() const override;
    void show(const std::any& entry) override;
    [[nodiscard]] std::any edited() const override;
    [[nodiscard]] QHash<QString, QString> findings() const override;
    [[nodiscard]] QList<FieldText> describe(const std::any& entry) const override;

private:
    schema::CatalogedBookmark m_shown;
    QString m_uri;
    QString m_title;
    QString m_path;
};

} // namespace mmm::desktop
