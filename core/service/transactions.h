#pragma once

#include "protocol/portal_transactions.h"
#include "service/call.h"

/// What each transaction does, given an authenticated caller (WIRE G.7, G.8). All run inside one change of
/// the storage, which is undone if they fail.
namespace mmm::service {

// groups.cpp
/// Makes the account of a group, or replaces its profile (WIRE E.20.1).
[[nodiscard]] Result<protocol::CreateResponse> createGroup(Call& call, const std::string& address,
                                                           const protocol::CreateRequest& request);
/// Members as the service has to know them.
[[nodiscard]] Status putMembers(Call& call, const AccountRecord& group,
                                const std::vector<dare::Envelope>& members);
/// Frames of a group's member catalog: signed by an administrator; who is deleted there is forgotten here.
[[nodiscard]] Status applyMembers(Call& call, const AccountRecord& group,
                                  const std::vector<dare::Envelope>& frames);
[[nodiscard]] Result<protocol::RecryptResponse> recryptData(Call& call,
                                                            const protocol::RecryptRequest& request);

// hello.cpp
[[nodiscard]] Result<protocol::HelloResponse> hello(Call& call, const protocol::HelloRequest& request);

// accounts.cpp
[[nodiscard]] Result<protocol::ValidateResponse> validateAccount(Call& call,
                                                                 const protocol::ValidateRequest& request);
[[nodiscard]] Result<protocol::CreateResponse> createAccount(Call& call,
                                                             const protocol::CreateRequest& request);
[[nodiscard]] Result<protocol::CreateResponse>
createPortalAccount(Call& call, const protocol::PortalCreateRequest& request);
[[nodiscard]] Result<protocol::DeleteResponse> deleteAccount(Call& call,
                                                             const protocol::DeleteRequest& request);

// containers.cpp
[[nodiscard]] Result<protocol::StatusResponse> status(Call& call, const protocol::StatusRequest& request);
[[nodiscard]] Result<protocol::DownloadResponse> download(Call& call,
                                                          const protocol::DownloadRequest& request);
[[nodiscard]] Result<protocol::UploadResponse> upload(Call& call, const protocol::UploadRequest& request);

// device_catalog.cpp: keeps the table of devices in step with the device catalog
/// Appends frames to the device catalog. Conflict if they do not continue it.
[[nodiscard]] Status appendDevices(Call& call, const AccountRecord& account,
                                   const std::vector<dare::Envelope>& frames);
[[nodiscard]] Status applyDeviceCatalog(Call& call, const AccountRecord& account,
                                        const std::vector<dare::Envelope>& frames);

// posting.cpp
[[nodiscard]] Result<protocol::PostResponse> post(Call& call, const protocol::PostRequest& request);
/// What becomes of a message, as its sender is told (WIRE F.5.1).
namespace delivery_state {
inline constexpr std::string_view received = "Received";
inline constexpr std::string_view failed = "Failed";
inline constexpr std::string_view full = "Full"; ///< ours: it waits until the recipient has room
} // namespace delivery_state
/// Brings a message that waited to its recipient here. AccountFull while there is no room; Refused if it will
/// not be taken.
[[nodiscard]] Status deliverHere(Call& call, const DeliveryRecord& delivery);
/// Tells a sender what became of a message: a MessageComplete in the outbound spool, signed by the service.
[[nodiscard]] Status reportDelivery(Call& call, const AccountRecord& sender, const std::string& messageId,
                                    const std::string& recipient, std::string_view state);
/// Appends to the spool of an account, be it full or not; makes the spool if it is missing. What is for an
/// account that is at another service goes into its spool for late messages.
[[nodiscard]] Status appendToSpool(Call& call, const AccountRecord& account, std::string_view spool,
                                   const dare::Envelope& message);

// peers.cpp
/// Whether the service is the one that is pinned for the domain.
[[nodiscard]] bool isServiceOf(Call& call, const std::string& domain, const std::string& serviceUdf);

// claims.cpp
/// How long a claim waits for its device to be switched on.
inline constexpr std::chrono::hours claimLifetime{24 * 90};
/// Keeps a RespondConnection for the device that hails the account. False if it is none, or too late.
[[nodiscard]] Result<bool> takeClaim(Call& call, const AccountRecord& hailed, const std::string& sender,
                                     const dare::Envelope& message);
/// What there is for the device.
[[nodiscard]] Result<std::optional<protocol::StatusResponse>> claimed(Call& call, const AccountRecord& hailed,
                                                                      const std::string& deviceUdf);

// connecting.cpp
/// How long a device's request may wait for a decision (WIRE E.9).
inline constexpr std::chrono::hours requestLifetime{24};
[[nodiscard]] Result<protocol::ConnectResponse> connect(Call& call, const protocol::ConnectRequest& request);
[[nodiscard]] Result<protocol::StatusResponse> complete(Call& call, const protocol::CompleteRequest& request);
/// A decision on a pending request that an administration device wrote into the inbound spool, in clear
/// (WIRE F.4). Anything else is passed over.
[[nodiscard]] Status applyDecision(Call& call, const AccountRecord& account, const dare::Envelope& frame);
/// A device's request, however it came; gives the acknowledgement.
[[nodiscard]] Result<dare::Envelope> acceptRequest(Call& call, const AccountRecord& account,
                                                   const dare::Envelope& request);

// portal.cpp; portalStatus and transfer in mesh_log.cpp
[[nodiscard]] Result<protocol::GetResponse> get(Call& call, const protocol::GetRequest& request);
[[nodiscard]] Result<protocol::PublishResponse> publish(Call& call, const protocol::PublishRequest& request);
[[nodiscard]] Result<protocol::PortalStatusResponse> portalStatus(Call& call);
[[nodiscard]] Result<protocol::TransferResponse> transfer(Call& call,
                                                          const protocol::TransferRequest& request);
/// The envelope of a published escrow record or locator; none for other entries.
[[nodiscard]] std::optional<Bytes> publishedEnvelope(const EntryRecord& entry);
/// Adds a profile, which counts for the account, to the log of published profiles. False if it was there
/// already.
[[nodiscard]] Result<bool> publishProfile(Call& call, const AccountRecord& account,
                                          const dare::Envelope& profile, const std::string& udf,
                                          const std::vector<std::string>& names,
                                          std::optional<TimePoint> updated);

// portal_connecting.cpp
[[nodiscard]] Result<protocol::ConnectStartResponse>
connectStart(Call& call, const protocol::ConnectStartRequest& request);
[[nodiscard]] Result<protocol::ConnectStatusResponse>
connectStatus(Call& call, const protocol::ConnectStatusRequest& request);
[[nodiscard]] Result<protocol::ConnectPendingResponse>
connectPending(Call& call, const protocol::ConnectPendingRequest& request);
[[nodiscard]] Result<protocol::ConnectCompleteResponse>
connectComplete(Call& call, const protocol::ConnectCompleteRequest& request);

} // namespace mmm::service
