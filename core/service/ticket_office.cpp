#include "service/ticket_office.h"

#include "crypto/cipher.h"
#include "encoding/record.h"

namespace mmm::service {

namespace {

constexpr std::size_t ticketNonceSize = 12;
constexpr std::size_t mostTicketOctets = 512;

struct TicketRecord : encoding::RecordBase
{
    static constexpr std::string_view className = "Ticket";
    std::string account;
    std::string key;
    std::int64_t frame = 0;
    TimePoint expires;
    encoding::SecretBinary master;
    static constexpr auto fields()
    {
        using T = TicketRecord;
        using encoding::field;
        return fieldTable(field("A", &T::account), field("K", &T::key), field("F", &T::frame),
                          field("E", &T::expires), field("M", &T::master));
    }
};

} // namespace

TicketOffice::TicketOffice() : m_key(crypto::randomSecret(32)) {}

Bytes TicketOffice::issue(const TicketContent& content) const
{
    TicketRecord record;
    record.account = content.account;
    record.key = content.authenticationUdf;
    record.frame = static_cast<std::int64_t>(content.entryFrame);
    record.expires = content.expires;
    record.master = {content.master};
    const Bytes nonce = crypto::randomBytes(ticketNonceSize);
    const auto sealed = crypto::sealGcm(m_key, nonce, encoding::toJson(record));
    if (!sealed || sealed->size() + ticketNonceSize > mostTicketOctets)
        return {};
    return concat(nonce, *sealed);
}

Result<TicketContent> TicketOffice::read(BytesView token, TimePoint now) const
{
    if (token.size() <= ticketNonceSize || token.size() > mostTicketOctets)
        return fail(Fault::Expired, "not a ticket");
    const auto opened = crypto::openGcm(m_key, token.first(ticketNonceSize), token.subspan(ticketNonceSize));
    if (!opened)
        return fail(Fault::Expired, "not a ticket of this service");
    MMM_TRY(TicketRecord record, encoding::fromJson<TicketRecord>(*opened));
    if (record.expires <= now)
        return fail(Fault::Expired, "the ticket is over");
    return TicketContent{record.account, record.key, static_cast<std::uint64_t>(record.frame), record.expires,
                         record.master.secret};
}

} // namespace mmm::service
