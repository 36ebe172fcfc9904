#include "qr_code.h"
#include "support/model_rules.h"
#include "support/scripted_desktop.h"
#include "text.h"
#include "trust_edges.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace mmm;
using namespace mmm::desktop;

namespace {

/// The object graph over a scripted mesh.
struct Fixture : test::ScriptedDesktop
{
    explicit Fixture(Prepare preparation = {}) : ScriptedDesktop(mesh::Stage::Ready, std::move(preparation))
    {
        build();
        Security& security = desktop->security;
        test::keepsRules<TrustModel>(security.chain());
        test::keepsRules<TrustGraph>(security.graph());
        test::keepsRules<SafeguardModel>(security.safeguards());
        start();
    }
    /// Waits until all was found out.
    bool isLookedAt() const
    {
        return QTest::qWaitFor(
            [this] { return desktop->security.safeguards()->count() > 0 && !desktop->security.isBusy(); });
    }
    QString about(const QString& title, int role = SafeguardModel::TextRole) const
    {
        const SafeguardModel& model = *desktop->security.safeguards();
        for (int row = 0; row < model.count(); ++row) {
            if (model.data(model.index(row), SafeguardModel::TitleRole).toString() == title)
                return model.data(model.index(row), role).toString();
        }
        return {};
    }
    int levelOf(const QString& title) const { return about(title, SafeguardModel::LevelRole).toInt(); }
    QString link(const QString& id, int role) const
    {
        const TrustModel& model = *desktop->security.chain();
        for (int row = 0; row < model.count(); ++row) {
            if (model.data(model.index(row), TrustModel::LinkIdRole).toString() == id)
                return model.data(model.index(row), role).toString();
        }
        return {};
    }
};

} // namespace

class SecurityModelsTest : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatProtectsTheMesh()
    {
        Fixture fixture;
        QVERIFY(fixture.isLookedAt());
        Security& security = fixture.desktop->security;
        QCOMPARE(fixture.levelOf("Signatures"), int(SafeguardModel::Good));
        QVERIFY(fixture.about("Signatures")
                    .contains(QString::number(security.chain()->countOf(TrustModel::Good))));
        QCOMPARE(fixture.levelOf("What the service delivers"), int(SafeguardModel::Good));
        QCOMPARE(fixture.levelOf("Log of the service"), int(SafeguardModel::Good));
        QVERIFY(fixture.about("Service").startsWith("Your mesh is kept on this computer"));
        QCOMPARE(fixture.levelOf("Keys of this device"), int(SafeguardModel::Note));
        // without shares everything hangs on the devices
        QCOMPARE(fixture.levelOf("Recovery"), int(SafeguardModel::Advice));
        QCOMPARE(security.level(), SafeguardModel::Advice);
        QCOMPARE(fixture.about("Recovery", SafeguardModel::PlaceRole).toInt(), int(SafeguardModel::Recovery));

        fixture.desktop->escrow.make(2, 3, Escrow::NoRecord);
        QTRY_VERIFY(fixture.about("Recovery").startsWith("Any 2 of 3 shares"));
        QCOMPARE(security.level(), SafeguardModel::Good);

        fixture.desktop->preferences.setLockMinutes(0);
        fixture.desktop->preferences.setLockWithScreen(false);
        QCOMPARE(fixture.levelOf("Lock"), int(SafeguardModel::Advice));
        fixture.desktop->preferences.setLockMinutes(5);
        QVERIFY(fixture.about("Lock").startsWith("Locks after 5 minutes"));
    }

    void problemsAreShown()
    {
        Fixture fixture;
        QVERIFY(fixture.isLookedAt());
        mesh::Problem problem;
        problem.error = {Fault::RolledBack, "scripted"};
        problem.container = "mmm_CatalogBookmark";
        fixture.mesh->report(problem);
        QTRY_COMPARE(fixture.levelOf("What the service delivers"), int(SafeguardModel::Wrong));
        QCOMPARE(fixture.desktop->security.level(), SafeguardModel::Wrong);
        QCOMPARE(fixture.about("What the service delivers", SafeguardModel::PlaceRole).toInt(),
                 int(SafeguardModel::Synchronisation));

        fixture.mesh->trust().setService(fail(Fault::WrongService, "scripted"));
        fixture.desktop->security.refresh();
        QTRY_COMPARE(fixture.levelOf("Service"), int(SafeguardModel::Wrong));
        QVERIFY(fixture.isLookedAt());
        // a service that is only silent is nothing wrong
        fixture.mesh->trust().setService(fail(Fault::Offline, "scripted"));
        fixture.desktop->security.refresh();
        QTRY_VERIFY(fixture.levelOf("Service") != int(SafeguardModel::Wrong));
    }

    void saysWhoRunsTheService()
    {
        // the mesh of the fixture is kept on this computer: there is nobody to ask who runs that
        Fixture fixture;
        QVERIFY(fixture.isLookedAt());
        QVERIFY(fixture.about("Operator of the service").isEmpty());
        QVERIFY(fixture.desktop->security.operatorText().isEmpty());

        fixture.mesh->setEmbedded(false);
        Security& security = fixture.desktop->security;
        const auto look = [&](std::vector<mesh::TrustLink> links) {
            fixture.mesh->trust().setService(std::move(links));
            security.refresh();
            return QTest::qWaitFor([&] { return !security.isBusy(); });
        };
        const auto text = [&] { return fixture.about("Operator of the service"); };
        const auto level = [&] { return fixture.levelOf("Operator of the service"); };
        QVERIFY(look(test::exampleServiceLinks()));
        QVERIFY(text().startsWith("Nobody has signed"));
        QCOMPARE(level(), int(SafeguardModel::Note));
        QCOMPARE(fixture.about("Operator of the service", SafeguardModel::PlaceRole).toInt(),
                 int(SafeguardModel::Service));

        mesh::ServiceOperator who;
        who.udf = "MBOB-BBBB-CCCC-DDDD-EEEE-FFFF-GGGG-HHHH";
        QVERIFY(look(test::exampleOperator(who)));
        QCOMPARE(text(), QString("Run by somebody who is not in your contacts."));
        QCOMPARE(level(), int(SafeguardModel::Note));
        who.name = "Bob Example";
        who.contactId = "contact-1";
        who.confirmed = mesh::Confirmed::InPerson;
        QVERIFY(look(test::exampleOperator(who)));
        QVERIFY(text().startsWith("Run by Bob Example, who is in your contacts"));
        QVERIFY(text().contains("confirmed in person"));
        QCOMPARE(level(), int(SafeguardModel::Good));
        QCOMPARE(security.operatorText(), text());
        security.look("operator/connection");
        QCOMPARE(security.linkOperator(), text());
        QVERIFY(!security.isLinkOperatorChanged() && !security.linkJson().isEmpty());
        QCOMPARE(security.linkSigners(), QStringList{"Account of Bob Example"});

        mesh::ServiceOperator own;
        own.udf = "MOWN";
        own.isOwn = true;
        std::vector<mesh::TrustLink> changed = test::exampleOperator(own);
        changed.back().formerlyRunBy = who;
        QVERIFY(look(changed));
        QVERIFY(text().startsWith("Run by you") && text().contains("Until now it was run by Bob Example"));
        QCOMPARE(level(), int(SafeguardModel::Advice));
        QVERIFY(security.isLinkOperatorChanged());
        security.acceptOperator();
        QTRY_COMPARE(level(), int(SafeguardModel::Good));
        QVERIFY(fixture.isLookedAt() && !security.isLinkOperatorChanged());

        // a wrong one is named, and the service is not refused for it
        QVERIFY(look(test::exampleOperator(std::nullopt)));
        QVERIFY(text().contains("is not believed") && text().contains("is the same as before"));
        QCOMPARE(level(), int(SafeguardModel::Wrong));
        QCOMPARE(fixture.levelOf("Service"), int(SafeguardModel::Good));
        QCOMPARE(fixture.levelOf("Signatures"), int(SafeguardModel::Good));
        // withdrawn
        std::vector<mesh::TrustLink> gone = test::exampleOperator(std::nullopt);
        gone.back().envelope.clear();
        gone.back().payload.clear();
        gone.back().fault = Error{Fault::Missing, "scripted"};
        gone.back().formerlyRunBy = own;
        QVERIFY(look(gone));
        QVERIFY(text().startsWith("The service showed earlier") && text().contains("run by you"));
        QCOMPARE(level(), int(SafeguardModel::Advice));
        // under conditions
        std::vector<mesh::TrustLink> bound = test::exampleOperator(who);
        bound.back().runBy.reset();
        bound.back().isCurrent = false;
        QVERIFY(look(bound));
        QVERIFY(text().contains("under conditions"));
        QCOMPARE(level(), int(SafeguardModel::Note));
    }

    void thePersonStatesThatAServiceIsTheirs()
    {
        Fixture fixture;
        QVERIFY(fixture.isLookedAt());
        ServiceStatement& statement = fixture.desktop->serviceStatement;
        const QString path = fixture.folder.filePath("accreditation.json");
        const QSignalSpy saved(&statement, &ServiceStatement::saved);
        const auto save = [&](const QString& fingerprint, const QString& to) {
            statement.save(fingerprint, QUrl::fromLocalFile(to));
            return QTest::qWaitFor([&] { return !statement.isBusy(); });
        };
        QVERIFY(save("example.com", path));
        QVERIFY(statement.errorText().contains("not the fingerprint") && !QFile::exists(path));
        statement.clear();
        QVERIFY(statement.errorText().isEmpty());
        QVERIFY(save("MBOB", fixture.folder.filePath("nowhere/accreditation.json")));
        QVERIFY(!statement.errorText().isEmpty() && saved.isEmpty());
        QVERIFY(save(" MBOB ", path));
        QVERIFY(statement.errorText().isEmpty());
        QCOMPARE(saved.size(), 1);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("\"MBOB\""));
        fixture.mesh->trust().refuseToSign();
        QVERIFY(save("MBOB", path));
        QVERIFY(statement.errorText().contains("manages the others"));
    }

    void whatIsNotProvedIsNamed()
    {
        auto links = test::exampleLinks();
        links[7].fault = Error{Fault::BadSignature, "scripted"};
        links[7].signatures.front().isGood = false;
        Fixture fixture([&links](test::ScriptedMesh& mesh) { mesh.trust().setLinks(links); });
        QVERIFY(fixture.isLookedAt());
        QCOMPARE(fixture.levelOf("Signatures"), int(SafeguardModel::Wrong));
        QCOMPARE(fixture.link("device/2/connection", TrustModel::StateRole).toInt(), int(TrustModel::Bad));

        Security& security = fixture.desktop->security;
        security.look("device/2/connection");
        QCOMPARE(security.linkState(), TrustModel::Bad);
        QCOMPARE(security.linkSigners(), QStringList("Your mesh, but the signature is wrong"));

        fixture.mesh->trust().setLinks(fail(Fault::Io, "scripted"));
        security.refresh();
        QTRY_VERIFY(!security.errorText().isEmpty());
        QCOMPARE(security.linkState(), TrustModel::Sealed); // it is not there any more
        QVERIFY(security.linkJson().isEmpty());
    }

    void aServiceThatContradictsItselfIsNamed()
    {
        auto links = test::exampleLinks();
        links.back().fault = Error{Fault::Forked, "scripted"};
        QCOMPARE(links.back().kind, mesh::TrustKind::Checkpoint);
        Fixture fixture([&links](test::ScriptedMesh& mesh) { mesh.trust().setLinks(links); });
        QVERIFY(fixture.isLookedAt());
        QCOMPARE(fixture.levelOf("Log of the service"), int(SafeguardModel::Wrong));
        QCOMPARE(fixture.levelOf("Signatures"), int(SafeguardModel::Good));
        // who knows why begins anew
        Security& security = fixture.desktop->security;
        security.look(QString::fromStdString(links.front().id));
        QVERIFY(!security.isLinkDisputed());
        security.look(QString::fromStdString(links.back().id));
        QVERIFY(security.isLinkDisputed());
        security.acceptLog();
        QTRY_VERIFY(!security.isLinkDisputed() && !security.isBusy());
        QCOMPARE(fixture.levelOf("Log of the service"), int(SafeguardModel::Good));
        // one that has said nothing is neither good nor bad
        links.pop_back();
        links.pop_back();
        fixture.mesh->trust().setLinks(links);
        fixture.desktop->security.refresh();
        QTRY_COMPARE(fixture.levelOf("Log of the service"), int(SafeguardModel::Note));
    }

    void whatANotaryTokenIsWorth()
    {
        auto links = test::exampleLinks();
        links[9].notaryToken = "a stamp";
        links[9].notary = mesh::NotaryState::Unknown;
        Fixture fixture([&links](test::ScriptedMesh& mesh) { mesh.trust().setLinks(links); });
        QVERIFY(fixture.isLookedAt());
        Security& security = fixture.desktop->security;
        security.look("mesh");
        QVERIFY(security.linkNotaryText().isEmpty() && !security.isLinkComparable());
        security.look("group/1");
        QCOMPARE(security.linkNotary(), QString("a stamp"));
        QVERIFY(security.linkNotaryText().contains("cannot be checked"));
        QVERIFY(!security.isLinkNotaryWrong());
        QCOMPARE(fixture.levelOf("Log of the service"), int(SafeguardModel::Good));

        links[9].notary = mesh::NotaryState::Proved;
        links[9].notaryTime = TimePoint(std::chrono::seconds(1'700'000'000));
        fixture.mesh->trust().setLinks(links);
        security.refresh();
        QTRY_VERIFY(security.linkNotaryText().contains("no earlier than"));

        links[9].notary = mesh::NotaryState::Wrong;
        links[9].notaryFault = Error{Fault::Contradiction, "scripted"};
        fixture.mesh->trust().setLinks(links);
        security.refresh();
        QTRY_VERIFY(security.isLinkNotaryWrong());
        QVERIFY(security.linkNotaryText().contains("older than the state"));
        QCOMPARE(fixture.levelOf("Log of the service"), int(SafeguardModel::Wrong));
        security.look("service");
        QVERIFY(security.isLinkComparable());
    }

    void aCatalogThatIsShorterThanItWasIsNamed()
    {
        auto links = test::exampleLinks();
        links[8].fault = Error{Fault::RolledBack, "scripted"};
        Fixture fixture([&links](test::ScriptedMesh& mesh) { mesh.trust().setLinks(links); });
        QVERIFY(fixture.isLookedAt());
        QVERIFY(fixture.link(QString::fromStdString(links[8].id), TrustModel::DetailRole)
                    .contains("shows less than"));
    }

    void devicesCompareWhatTheyWereTold()
    {
        Fixture fixture;
        QVERIFY(fixture.isLookedAt());
        LogCheck& check = fixture.desktop->logCheck;
        check.show();
        QTRY_VERIFY(check.isActive());
        QVERIFY(!check.statedText().isEmpty());
        // readable where it is shown smallest, by the reader that the other device has
        const QImage modules = check.qr();
        QVERIFY2(modules.width() <= 77, qPrintable(QString::number(modules.width())));
        const int side = 330;
        QImage screen(side, side, QImage::Format_Grayscale8);
        screen.fill(Qt::white);
        QPainter painter(&screen);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(QRectF(16, 16, side - 32, side - 32), modules, QRectF(modules.rect()));
        painter.end();
        const auto read = readQr(screen);
        QVERIFY(read && read->startsWith("mlog:") && read->endsWith("?a=alice@example.com"));
        check.hide();
        QVERIFY(!check.isActive() && check.qr().isNull());

        check.read("hello");
        QTRY_VERIFY(!check.errorText().isEmpty());
        QCOMPARE(check.verdict(), LogCheck::None);
        mesh::LogComparison found;
        found.account = "bob@example.com";
        const QSignalSpy compared(&check, &LogCheck::compared);
        const auto verdictOf = [&](const Result<mesh::LogComparison>& comparison) {
            fixture.mesh->trust().setComparison(comparison);
            check.read("mlog:x");
            return QTest::qWaitFor([&] { return !check.isBusy(); }) ? check.verdict() : LogCheck::None;
        };
        QCOMPARE(verdictOf(found), LogCheck::Fits);
        QVERIFY(check.verdictText().contains("bob@example.com") && !check.adviceText().isEmpty());
        found.isSame = true;
        QCOMPARE(verdictOf(found), LogCheck::Same);
        QVERIFY(check.adviceText().isEmpty() && check.errorText().isEmpty());
        found.isOwn = true;
        found.contradiction = Error{Fault::RolledBack, "scripted"};
        QCOMPARE(verdictOf(found), LogCheck::Contradiction);
        QVERIFY(!check.verdictText().contains("bob@example.com") && !check.adviceText().isEmpty());
        QCOMPARE(compared.count(), 3);
        QCOMPARE(verdictOf(fail(Fault::WrongService, "scripted")), LogCheck::None);
        QVERIFY(check.errorText().contains("another service"));
        check.forget();
        QVERIFY(check.errorText().isEmpty());
    }

    void theChainIsAGraph()
    {
        Fixture fixture;
        QVERIFY(fixture.isLookedAt());
        const TrustGraph& graph = *fixture.desktop->security.graph();
        const TrustModel& chain = *fixture.desktop->security.chain();
        QCOMPARE(graph.count(), chain.count());
        const auto row = [&](const char* id) { return graph.indexOfLink(QString::fromLatin1(id)); };
        const auto said = [&](const char* id, int role) {
            return graph.data(graph.index(row(id)), role).toString();
        };
        const auto leads = [&](const char* from, const char* to, TrustGraph::Relation relation) {
            return std::ranges::count_if(graph.edges(), [&](const TrustGraph::Edge& edge) {
                       return edge.from == row(from) && edge.to == row(to) && edge.relation == relation;
                   }) == 1;
        };
        QVERIFY(leads("mesh", "mesh", TrustGraph::Signs)); // every signature is there
        QVERIFY(leads("mesh", "device/1/connection", TrustGraph::Signs));
        QVERIFY(leads("mesh", "device/1/connection/activation", TrustGraph::Signs));
        QVERIFY(leads("account", "device/1/account", TrustGraph::Signs));
        QVERIFY(leads("service", "checkpoint/1/0", TrustGraph::Signs));
        QVERIFY(leads("device/1/connection", "device/1", TrustGraph::Connects));
        QVERIFY(leads("device/1/account", "device/1", TrustGraph::Connects));
        QVERIFY(leads("device/1/connection/activation", "device/1", TrustGraph::Activates));
        QVERIFY(leads("host/connection", "host", TrustGraph::Connects));
        QVERIFY(leads("mesh", "account", TrustGraph::Has));
        QVERIFY(leads("account", "group/1", TrustGraph::Has));
        QVERIFY(leads("account", "catalog/mmm_CatalogBookmark", TrustGraph::Has));
        QVERIFY(!leads("mesh", "device/1", TrustGraph::Has)); // its connection says so already
        std::size_t signatures = 0;
        std::size_t edges = 0;
        for (int i = 0; i < chain.count(); ++i)
            signatures += chain.linkAt(i).signatures.size();
        for (const TrustGraph::Edge& edge : graph.edges()) {
            edges += std::size_t(edge.relation == TrustGraph::Signs);
            if (edge.from != edge.to)
                QVERIFY(graph.layerOf(edge.from) < graph.layerOf(edge.to) && edge.shape.path.size() > 1);
        }
        QCOMPARE(edges, signatures);

        QCOMPARE(said("device/2/connection", TrustGraph::TypeNameRole), QString("ConnectionDevice"));
        // which of all the connections it is
        QVERIFY(said("device/2/connection", TrustGraph::OwnerRole).contains(QString("Laptop")));
        QCOMPARE(said("device/2", TrustGraph::OwnerRole), QString());
        QCOMPARE(said("device/2/connection", TrustGraph::RelationsRole),
                 QString("Signed by: Your mesh. Connects: Device “Laptop”."));
        QCOMPARE(said("device/2", TrustGraph::RelationsRole),
                 QString("Signed by: Its own key. Connected by: Connection to the mesh."));

        // the keys go along the edges, and within a layer
        QCOMPARE(graph.neighbour(row("device/2/connection"), TrustGraph::Back), row("mesh"));
        QCOMPARE(graph.neighbour(row("device/2/connection"), TrustGraph::Forward), row("device/2"));
        QCOMPARE(graph.neighbour(row("mesh"), TrustGraph::Back), row("mesh"));
        QCOMPARE(graph.neighbour(-1, TrustGraph::Down), -1);
        for (int i = 0; i < graph.count(); ++i) {
            const int next = graph.neighbour(i, TrustGraph::Down);
            QCOMPARE(graph.layerOf(next), graph.layerOf(i));
            if (next != i)
                QCOMPARE(graph.neighbour(next, TrustGraph::Up), i);
        }
    }

    /// Below its words a line is level, however far it comes from above or below.
    void wordsOfTheGraphCoverNoBend()
    {
        TrustModel links;
        links.setLinks(test::exampleLinks());
        TrustGraph graph;
        graph.show(links);
        QFont font;
        font.setPixelSize(8); // so that the words at both sides of a gap have room
        TrustEdges edges;
        edges.setGraph(&graph);
        edges.setSize(graph.size());
        edges.setProperty("font", font);
        for (const char* ink : {"lineColor", "currentColor", "wrongColor"})
            edges.setProperty(ink, QColor(Qt::black));
        for (const char* none : {"textColor", "groundColor"})
            edges.setProperty(none, QColor(Qt::transparent));
        QImage picture(graph.size().toSize(), QImage::Format_RGB32);
        picture.fill(Qt::white);
        {
            QPainter painter(&picture);
            edges.paint(&painter);
        }
        const auto isInked = [&](double x, double y) {
            return qGray(picture.pixel(int(x), int(y))) < 200 ||
                   qGray(picture.pixel(int(x), int(y) - 1)) < 200;
        };
        int seen = 0;
        for (const TrustGraph::Edge& edge : graph.edges()) {
            const std::vector<QPointF>& path = edge.shape.path;
            if (path.size() < 2 || edge.shape.isFreerAtStart ||
                std::abs(path.back().y() - path[path.size() - 2].y()) < 40)
                continue;
            ++seen;
            const double words =
                QFontMetricsF(font).horizontalAdvance(TrustGraph::relationText(edge.relation));
            for (double away = 1; away < words + 8; ++away)
                QVERIFY2(isInked(path.back().x() - away, path.back().y()), qPrintable(QString::number(away)));
        }
        QVERIFY(seen > 2);
    }

    void theGraphShowsWhatIsWrong()
    {
        std::vector<mesh::TrustLink> links = test::exampleLinks();
        links[3].signatures = {{"MAAA", "mesh", false}, {"MBBB", {}, false}, {"MCCC", "device/2", true}};
        links[3].fault = Error{Fault::BadSignature, "scripted"};
        // two that vouch for each other, and one that belongs to itself
        links[0].signatures.push_back({"MDDD", "account", true});
        links[9].parent = links[9].id;
        links[9].signatures.clear();
        Fixture fixture([&](test::ScriptedMesh& mesh) { mesh.trust().setLinks(links); });
        QVERIFY(fixture.isLookedAt());
        const TrustGraph& graph = *fixture.desktop->security.graph();
        const QModelIndex wrong = graph.index(graph.indexOfLink(QStringLiteral("device/1/connection")));
        QCOMPARE(graph.data(wrong, TrustGraph::StateRole).toInt(), int(TrustModel::Bad));
        QCOMPARE(
            graph.data(wrong, TrustGraph::RelationsRole).toString(),
            QString(
                "Signed by: Device “Laptop”, A key that is not known here. Not signed by, though it seems "
                "so: Your mesh. Connects: Device “This computer” (this one)."));
        QVERIFY(std::ranges::any_of(graph.edges(), [&](const TrustGraph::Edge& edge) {
            return edge.to == wrong.row() && edge.relation == TrustGraph::SignsWrongly;
        }));
        for (const TrustGraph::Edge& edge : graph.edges())
            QCOMPARE(edge.shape.path.size() > 1, edge.from != edge.to);
    }

    void manyDevicesAreAGraphToo()
    {
        Fixture fixture([](test::ScriptedMesh& mesh) { mesh.trust().setLinks(test::manyLinks(150)); });
        QVERIFY(fixture.isLookedAt());
        const TrustGraph& graph = *fixture.desktop->security.graph();
        QVERIFY(graph.count() > 600);
        const QSizeF node = TrustGraph::nodeSize();
        QVERIFY(graph.size().width() < 8 * node.width());
        QVERIFY(graph.size().height() < 1000 * node.height());
        const QString all =
            graph.data(graph.index(graph.indexOfLink(QStringLiteral("mesh"))), TrustGraph::RelationsRole)
                .toString();
        QVERIFY(all.contains(QLatin1String(" more")) && all.size() < 400); // nobody listens to hundreds

        // another language
        const QSignalSpy laidOut(&graph, &TrustGraph::laidOut);
        emit fixture.desktop->preferences.languageChanged();
        QCOMPARE(laidOut.count(), 1);
    }

    void theChainIsATree()
    {
        Fixture fixture;
        QVERIFY(fixture.isLookedAt());
        const TrustModel& model = *fixture.desktop->security.chain();
        // the service is in both and shown once
        QCOMPARE(std::size_t(model.count()),
                 test::exampleLinks().size() + test::exampleServiceLinks().size() - 1);
        // each stands below the one it belongs to
        int depth = -1;
        for (int row = 0; row < model.count(); ++row) {
            const int next = model.data(model.index(row), TrustModel::DepthRole).toInt();
            QVERIFY(next <= depth + 1);
            depth = next;
        }
        QCOMPARE(fixture.link("account", TrustModel::DepthRole), QString("1"));
        QCOMPARE(fixture.link("device/1/connection/activation", TrustModel::StateRole).toInt(),
                 int(TrustModel::Sealed));
        QCOMPARE(fixture.link("device/2/connection", TrustModel::DetailRole),
                 QString("Signed by: Your mesh"));
        QCOMPARE(fixture.link("device/2", TrustModel::DetailRole), QString("Signed by: Its own key"));

        Security& security = fixture.desktop->security;
        QSignalSpy looked(&security, &Security::linkChanged);
        security.look("device/1/account");
        QCOMPARE(looked.count(), 1);
        QCOMPARE(security.linkTitle(), QString("Connection to the account"));
        QVERIFY(security.linkJson().contains("\"Payload\""));
        QVERIFY(security.linkJson().contains("\"PayloadDigest\""));
        QVERIFY(!security.linkUpdated().isEmpty() && !security.linkMeaning().isEmpty());

        fixture.desktop->session.lock();
        QTRY_COMPARE(model.count(), 0);
        QVERIFY(security.linkJson().isEmpty() && security.linkFingerprint().isEmpty());
        QCOMPARE(security.safeguards()->count(), 0);
    }
};

QTEST_MAIN(SecurityModelsTest)
#include "tst_security_models.moc"
