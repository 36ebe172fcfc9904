#include "encoding/utf8.h"
#include "fuzz/fuzz_input.h"
#include "interchange/credential_csv.h"
#include "interchange/csv.h"

using namespace mmm;
using namespace mmm::interchange;

namespace {

std::string quoted(std::string_view text)
{
    std::string field = "\"";
    for (const char c : text)
        field.append(c == '"' ? 2 : 1, c);
    return field + "\"";
}

} // namespace

/// Passwords of another program. Rows are taken apart as they were put together, and every credential that is
/// read is one: text, with a service and something to log in with.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const BytesView input(data, size);
    CsvReader reader(input);
    while (!reader.atEnd()) {
        const auto row = reader.next();
        if (!row || row->empty())
            break;
        std::string line;
        for (const Secret& field : *row)
            line += (line.empty() ? "" : ",") + quoted(field.text());
        CsvReader again(bytesOf(line));
        const auto same = again.next();
        fuzz::mustHold(same && *same == *row && again.atEnd());
    }
    const auto file = readCredentialCsv(input);
    if (!file)
        return 0;
    fuzz::mustHold(file->dropped <= file->credentials.size());
    for (const schema::CatalogedCredential& credential : file->credentials) {
        fuzz::mustHold(!credential.service.empty());
        fuzz::mustHold(!credential.username.empty() || !credential.password.secret.empty());
        for (const std::string* text : {&credential.protocol, &credential.service, &credential.username})
            fuzz::mustHold(encoding::isUtf8(bytesOf(*text)));
        fuzz::mustHold(encoding::isUtf8(credential.password.secret.view()));
    }
    const auto again = readCredentialCsv(writeCredentialCsv(file->credentials));
    fuzz::mustHold(again && again->credentials.size() == file->credentials.size());
    for (std::size_t i = 0; i < again->credentials.size(); ++i) {
        fuzz::mustHold(again->credentials[i].username == file->credentials[i].username);
        fuzz::mustHold(again->credentials[i].password == file->credentials[i].password);
    }
    return 0;
}
