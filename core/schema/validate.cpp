#include "schema/validate.h"

#include "schema/syntax.h"

namespace mmm::schema {

namespace {

using Syntax = bool (*)(std::string_view);

/// Collects what is wrong; an empty text is only wrong where it is required.
class Report
{
public:
    Report& line(std::string field, std::string_view text, std::size_t index = 0)
    {
        return check(std::move(field), text, longestLine, nullptr, {}, index);
    }
    Report& text(std::string field, std::string_view value)
    {
        if (value.size() > longestText)
            add(std::move(field), FieldFault::TooLong);
        else if (!syntax::isText(value))
            add(std::move(field), FieldFault::ControlCharacter);
        return *this;
    }
    Report& uri(std::string field, std::string_view text, std::size_t index = 0)
    {
        return check(std::move(field), text, longestUri, syntax::isUri, FieldFault::NotUri, index);
    }
    Report& of(Syntax isRight, FieldFault fault, std::string field, std::string_view text,
               std::size_t index = 0)
    {
        return check(std::move(field), text, longestLine, isRight, fault, index);
    }
    Report& required(std::string field, bool isThere)
    {
        if (!isThere)
            add(std::move(field), FieldFault::Required);
        return *this;
    }
    Report& lines(const std::string& field, const std::vector<std::string>& texts)
    {
        for (std::size_t index = 0; index < texts.size(); ++index)
            line(field, texts[index], index);
        return *this;
    }
    void add(std::string field, FieldFault fault, std::size_t index = 0)
    {
        m_errors.push_back({std::move(field), index, fault});
    }
    [[nodiscard]] FieldErrors take() { return std::move(m_errors); }

private:
    Report& check(std::string field, std::string_view text, std::size_t longest, Syntax isRight,
                  FieldFault fault, std::size_t index)
    {
        if (text.size() > longest)
            add(std::move(field), FieldFault::TooLong, index);
        else if (!syntax::isLine(text))
            add(std::move(field), FieldFault::ControlCharacter, index);
        else if (isRight && !text.empty() && !isRight(text))
            add(std::move(field), fault, index);
        return *this;
    }

    FieldErrors m_errors;
};

/// A secret is only looked at for its length and for what cannot be typed.
void checkPassword(Report& report, const SecretText& password)
{
    report.line("Password", password.secret.text());
}

/// The URI of an address; mailto must hold an address.
void checkAddresses(Report& report, const std::string& field, const std::vector<Address>& addresses)
{
    constexpr std::string_view mail = "mailto:";
    for (std::size_t index = 0; index < addresses.size(); ++index) {
        const std::string& uri = addresses[index].uri;
        if (uri.starts_with(mail)) {
            const std::string_view address = std::string_view(uri).substr(mail.size());
            if (!syntax::isEmail(address.substr(0, address.find('?'))))
                report.add(field + ".URI", FieldFault::NotEmail, index);
        } else {
            report.required(field + ".URI", !uri.empty()).uri(field + ".URI", uri, index);
        }
    }
}

void checkLocations(Report& report, const std::string& field, const std::vector<Location>& locations)
{
    for (std::size_t index = 0; index < locations.size(); ++index) {
        const Location& place = locations[index];
        report.line(field + ".Appartment", place.apartment, index)
            .line(field + ".Street", place.street, index)
            .line(field + ".District", place.district, index)
            .line(field + ".Locality", place.locality, index)
            .line(field + ".County", place.county, index)
            .line(field + ".Postcode", place.postcode, index)
            .line(field + ".Country", place.country, index);
    }
}

} // namespace

FieldErrors validate(const CatalogedBookmark& bookmark)
{
    Report report;
    return report.required("Uri", !bookmark.uri.empty())
        .uri("Uri", bookmark.uri)
        .line("Title", bookmark.title)
        .line("Path", bookmark.path)
        .take();
}

FieldErrors validate(const CatalogedCredential& credential)
{
    Report report;
    report.of(syntax::isScheme, FieldFault::NotProtocol, "Protocol", credential.protocol)
        .required("Service", !credential.service.empty())
        .line("Service", credential.service)
        .line("Username", credential.username);
    checkPassword(report, credential.password);
    return report.take();
}

FieldErrors validate(const CatalogedNetwork& network)
{
    Report report;
    report.of(syntax::isScheme, FieldFault::NotProtocol, "Protocol", network.protocol)
        .required("Service", !network.service.empty())
        .line("Service", network.service)
        .line("Username", network.username);
    checkPassword(report, network.password);
    return report.take();
}

FieldErrors validate(const Contact& contact)
{
    Report report;
    const bool isNamed = !contact.fullName.empty() || !contact.first.empty() || !contact.last.empty() ||
                         !contact.identifier.empty() || !contact.email.empty() || !contact.roles.empty();
    report.required("FullName", isNamed)
        .of(syntax::isEmail, FieldFault::NotEmail, "Email", contact.email)
        .line("Identifier", contact.identifier)
        .line("FullName", contact.fullName)
        .line("Title", contact.title)
        .line("First", contact.first)
        .line("Middle", contact.middle)
        .line("Last", contact.last)
        .line("Suffix", contact.suffix)
        .lines("Labels", contact.labels);
    checkAddresses(report, "Addresses", contact.addresses);
    checkLocations(report, "Locations", contact.locations);
    for (std::size_t index = 0; index < contact.roles.size(); ++index) {
        report.line("Roles.CompanyName", contact.roles[index].companyName, index);
        checkAddresses(report, "Roles.Addresses", contact.roles[index].addresses);
        checkLocations(report, "Roles.Locations", contact.roles[index].locations);
    }
    return report.take();
}

FieldErrors validate(const Task& task)
{
    Report report;
    report.required("Title", !task.title.empty())
        .line("Title", task.title)
        .text("Description", task.description)
        .line("Location", task.location)
        .of(syntax::isDuration, FieldFault::NotDuration, "StartTravel", task.startTravel)
        .of(syntax::isDuration, FieldFault::NotDuration, "FinishTravel", task.finishTravel)
        .of(syntax::isTimeZone, FieldFault::NotTimeZone, "TimeZone", task.timeZone)
        .of(syntax::isRecurrence, FieldFault::NotRecurrence, "Repeat", task.repeat);
    if (task.start && task.finish && *task.finish < *task.start)
        report.add("Finish", FieldFault::EndsBeforeStart);
    for (std::size_t index = 0; index < task.trigger.size(); ++index)
        report.of(syntax::isTrigger, FieldFault::NotTrigger, "Trigger", task.trigger[index], index);
    for (std::size_t index = 0; index < task.conference.size(); ++index)
        report.uri("Conference", task.conference[index], index);
    return report.take();
}

FieldErrors validate(const MailConnection& connection)
{
    constexpr std::int64_t highestPort = 65535;
    Report report;
    report.required("ServiceName", !connection.serviceName.empty())
        .line("ServiceName", connection.serviceName)
        .line("UserName", connection.userName)
        .uri("URI", connection.uri);
    if (connection.port && (*connection.port < 1 || *connection.port > highestPort))
        report.add("Port", FieldFault::NotPort);
    checkPassword(report, connection.password);
    return report.take();
}

} // namespace mmm::schema
