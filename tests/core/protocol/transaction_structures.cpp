#include "core/schema/describe_structure.h"
#include "protocol/portal_transactions.h"

namespace mmm::schema::test {

using namespace mmm::protocol;

std::vector<Structure> allStructures()
{
    return {
        describe<Request>(),
        describe<Response>(),
        describe<UserRequest>(),
        describe<Encoding>(),
        describe<Version>(),
        describe<ConstraintsSelect>(),
        describe<ConstraintsData>(),
        describe<PolicyAccount>(),
        describe<ContainerStatus>(),
        describe<ContainerUpdate>(),
        describe<EntryResponse>(),
        describe<HelloRequest>(),
        describe<HelloResponse>(),
        describe<CreateRequest>(),
        describe<CreateResponse>(),
        describe<DeleteRequest>(),
        describe<DeleteResponse>(),
        describe<ConnectRequest>(),
        describe<ConnectResponse>(),
        describe<StatusRequest>(),
        describe<CompleteRequest>(),
        describe<DeviceSeen>(),
        describe<StatusResponse>(),
        describe<DownloadRequest>(),
        describe<DownloadResponse>(),
        describe<UploadRequest>(),
        describe<RecryptRequest>(),
        describe<RecryptResponse>(),
        describe<UploadResponse>(),
        describe<PostRequest>(),
        describe<PostResponse>(),
        describe<PortalKeyValue>(),
        describe<SearchConstraints>(),
        describe<SignedProfile>(),
        describe<OfflineEscrowEntry>(),
        describe<OnlineEscrowEntry>(),
        describe<IndexTerm>(),
        describe<DataItem>(),
        describe<SignedConnectionRequest>(),
        describe<SignedConnectionResult>(),
        describe<ConnectionResult>(),
        describe<ValidateRequest>(),
        describe<ValidateResponse>(),
        describe<PortalCreateRequest>(),
        describe<GetRequest>(),
        describe<GetResponse>(),
        describe<PublishRequest>(),
        describe<PublishResponse>(),
        describe<PeerCheckpoint>(),
        describe<PortalStatusResponse>(),
        describe<ConnectStartRequest>(),
        describe<ConnectStartResponse>(),
        describe<ConnectStatusRequest>(),
        describe<ConnectStatusResponse>(),
        describe<ConnectPendingRequest>(),
        describe<ConnectPendingResponse>(),
        describe<ConnectCompleteRequest>(),
        describe<ConnectCompleteResponse>(),
        describe<TransferRequest>(),
        describe<TransferResponse>(),
    };
}

} // namespace mmm::schema::test
