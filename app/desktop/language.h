#pragma once

#include <QStringList>
#include <QTranslator>
#include <memory>
#include <vector>

namespace mmm::desktop {

/// In which language the program speaks. English is the language of the sources; its file only holds the
/// plural forms. Lives in the thread of the user interface.
class Language
{
public:
    ~Language();

    /// Codes of the languages that there are, such as "de".
    [[nodiscard]] static QStringList codes();
    /// What a language calls itself.
    [[nodiscard]] static QString nameOf(const QString& code);

    /// Speaks this language from now on, or for an empty code that of the system, as far as there is one.
    /// Numbers and dates follow.
    void use(const QString& code);

private:
    void remove();
    void install(const QLocale& locale, const QString& file, const QString& folder);

    std::vector<std::unique_ptr<QTranslator>> m_installed;
};

} // namespace mmm::desktop
