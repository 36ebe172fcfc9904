#include "language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace mmm::desktop {

namespace {

const QString folder = QStringLiteral(":/i18n");
const QString file = QStringLiteral("mesh-desktop");

} // namespace

Language::~Language()
{
    remove();
}

QStringList Language::codes()
{
    return {QStringLiteral("en"), QStringLiteral("de")};
}

QString Language::nameOf(const QString& code)
{
    return code == QLatin1String("de") ? QStringLiteral("Deutsch") : QStringLiteral("English");
}

void Language::remove()
{
    for (const auto& translator : m_installed)
        QCoreApplication::removeTranslator(translator.get());
    m_installed.clear();
}

void Language::install(const QLocale& locale, const QString& name, const QString& where)
{
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(locale, name, QStringLiteral("_"), where))
        return;
    QCoreApplication::installTranslator(translator.get());
    m_installed.push_back(std::move(translator));
}

void Language::use(const QString& code)
{
    remove();
    const QLocale system = QLocale::system();
    QLocale wanted(code);
    // who has chosen the system's own language keeps its country's dates and numbers
    if (code.isEmpty() || wanted.language() == system.language())
        wanted = system;
    QLocale::setDefault(wanted);
    // what is installed later is asked first
    install(QLocale(QLocale::English), file, folder);
    if (wanted.language() != QLocale::English) {
        // the texts of Qt itself, such as those of a file dialog
        for (const auto& part : {QStringLiteral("qtbase"), QStringLiteral("qtdeclarative")})
            install(wanted, part, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
        install(wanted, file, folder);
    }
}

} // namespace mmm::desktop
