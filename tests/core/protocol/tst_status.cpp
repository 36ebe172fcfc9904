#include "protocol/status.h"

#include <QTest>

using namespace mmm;
using protocol::StatusDetail;

namespace {

/// What the client makes of the service's failure.
Fault travelled(Fault fault)
{
    protocol::Response response;
    response.status = static_cast<std::int64_t>(protocol::statusOf(fault));
    response.statusExtended = static_cast<std::int64_t>(protocol::detailOf(fault));
    return protocol::faultOf(response).fault;
}

} // namespace

class TestStatus : public QObject
{
    Q_OBJECT

private slots:
    /// What a client must tell apart arrives as it was.
    void keepsApartWhatDiffers()
    {
        for (const Fault fault :
             {Fault::Disconnected, Fault::Suspended, Fault::AccountClosed, Fault::ClockWrong, Fault::Replayed,
              Fault::Expired, Fault::Refused, Fault::WrongService, Fault::NotAuthorised, Fault::NotYet,
              Fault::NotFound, Fault::NotServed, Fault::NameInvalid, Fault::NameTaken, Fault::Conflict,
              Fault::TooLarge, Fault::AccountFull, Fault::Overloaded, Fault::ProtocolViolation})
            QCOMPARE(travelled(fault), fault);
    }

    void tellsNothingOfInnerFailures()
    {
        for (const Fault fault : {Fault::Io, Fault::DiskFull, Fault::Internal, Fault::KeychainFailed}) {
            QCOMPARE(protocol::statusOf(fault), protocol::StatusCode::ServerFailure);
            QCOMPARE(protocol::detailOf(fault), StatusDetail::None);
            QCOMPARE(travelled(fault), Fault::ServiceFailed);
        }
    }

    void readsOthersStatuses_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("extended");
        QTest::addColumn<int>("fault");
        const auto row = [](const char* name, int status, int extended, Fault fault) {
            QTest::newRow(name) << status << extended << static_cast<int>(fault);
        };
        row("unknown detail", 401, 999, Fault::NotAuthorised);
        row("detail of another status", 404, 3, Fault::NotFound);
        row("redirect", 303, 0, Fault::Unsupported);
        row("temporary redirect", 307, 0, Fault::Unsupported);
        row("unknown status", 599, 0, Fault::ServiceFailed);
        row("zero", 0, 0, Fault::ServiceFailed);
    }
    void readsOthersStatuses()
    {
        QFETCH(const int, status);
        QFETCH(const int, extended);
        protocol::Response response;
        response.status = status;
        response.statusExtended = extended;
        response.statusDescription = "why";
        const Error error = protocol::faultOf(response);
        QTEST(static_cast<int>(error.fault), "fault");
        QCOMPARE(error.detail, "why");
    }
};

QTEST_GUILESS_MAIN(TestStatus)
#include "tst_status.moc"
