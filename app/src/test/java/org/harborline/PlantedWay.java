// SPDX-License-Identifier: Apache-2.0
package org.harborline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.harborline.access.Accounts;
import org.harborline.access.HolderId;
import org.harborline.access.NewAccount;
import org.harborline.access.Role;
import org.harborline.access.web.Browser;
import org.harborline.intake.Disclosures;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.SchemaDocuments;
import org.harborline.journal.Journal;
import org.harborline.linking.Confidence;
import org.harborline.linking.FindingKind;
import org.harborline.linking.Links;
import org.harborline.linking.LookUp;
import org.harborline.linking.RecordFinding;
import org.harborline.linking.ReportPair;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Permission;
import org.harborline.platform.Purpose;
import org.harborline.platform.RecordRef;
import org.harborline.platform.testing.Eventually;
import org.harborline.referral.ByHand;
import org.harborline.referral.Delivery;
import org.harborline.referral.DeliveryState;
import org.harborline.referral.Feedback;
import org.harborline.referral.OpenReferral;
import org.harborline.referral.Opening;
import org.harborline.referral.Referrals;
import org.harborline.registry.AgencyId;
import org.harborline.registry.Application;
import org.harborline.registry.CheckItem;
import org.harborline.registry.ContactKind;
import org.harborline.registry.ContactPoint;
import org.harborline.registry.IssueCredential;
import org.harborline.registry.Organisations;
import org.harborline.registry.Provider;
import org.harborline.registry.ProviderId;
import org.harborline.registry.PutContact;
import org.harborline.registry.RegisterProvider;
import org.harborline.registry.Registrations;
import org.harborline.registry.Verifications;
import org.harborline.triage.DesignationReason;
import org.harborline.triage.FirstLookFact;
import org.harborline.triage.NewRotaContact;
import org.harborline.triage.RecordFirstLook;
import org.harborline.triage.SafeguardingOutcome;
import org.harborline.triage.Worklists;
import org.springframework.context.ApplicationContext;

/// A whole way of a report, with a value of its own planted in every place where somebody can write.
final class PlantedWay {

    /// Its host must be listed for somebody to be put on the rota with it.
    static final String ROTA_WEBHOOK = "rota webhook";

    private static final Actor SYSTEM = Actor.system("planted-way");
    private static final Pattern NUMBER = Pattern.compile("<reportId>(\\d+)</reportId>");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final ApplicationContext context;
    private final int port;
    private final PlantedValues values;
    private final Organisations organisations;
    private final Links links;
    private final Worklists worklists;
    private final Referrals referrals;
    private final Clock clock;
    private String authorization = "";
    private Actor analyst = SYSTEM;
    private Actor officer = SYSTEM;
    private RecordRef provider = RecordRef.of("provider", 0);
    private ReportNumber first = new ReportNumber(1);
    private AgencyId agency = new AgencyId(new java.util.UUID(0, 0));

    PlantedWay(ApplicationContext context, int port, PlantedValues values) {
        this.context = context;
        this.port = port;
        this.values = values;
        organisations = context.getBean(Organisations.class);
        links = context.getBean(Links.class);
        worklists = context.getBean(Worklists.class);
        referrals = context.getBean(Referrals.class);
        clock = context.getBean(Clock.class);
    }

    // --- who takes part ---

    void people() {
        var accounts = context.getBean(Accounts.class);
        agency = organisations.findAgency(SYSTEM, "us-or").orElseThrow().id();
        HolderId staff = accounts.create(
                SYSTEM, account("staff", Set.of(Role.SUPERVISOR), null), values.shortText("staff password") + "-long");
        HolderId reader = accounts.create(
                SYSTEM,
                account("officer", Set.of(Role.AGENCY_OFFICER), agency.ref()),
                values.shortText("officer password") + "-long");
        accounts.invite(SYSTEM, account("invited", Set.of(Role.ANALYST), null));
        analyst = new Actor(
                staff.toString(), ActorKind.STAFF, EnumSet.allOf(Permission.class), null, Purpose.SAFEGUARDING);
        officer = new Actor(
                reader.toString(),
                ActorKind.AGENCY,
                EnumSet.of(Permission.PACKAGE_READ, Permission.PACKAGE_ANSWER),
                agency.ref(),
                null);
        var code = "p" + Long.toUnsignedString(System.nanoTime(), 36);
        var id = organisations.registerProvider(SYSTEM, new RegisterProvider(code, "Example Chat", List.of()));
        provider = id.ref();
        var credential = organisations.issueCredential(SYSTEM, new IssueCredential(id, false, null));
        authorization = "Basic "
                + Base64.getEncoder()
                        .encodeToString(
                                (credential.userName() + ":" + credential.secret()).getBytes(StandardCharsets.UTF_8));
        contacts();
        joining(id, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private NewAccount account(String place, Set<Role> roles, RecordRef party) {
        return new NewAccount(values.email(place + " sign-in"), values.text(place + " name"), roles, party);
    }

    private void contacts() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (RecordRef organisation : List.of(provider, agency.ref())) {
            String place = organisation.kind() + " contact ";
            var details = new ContactPoint.Details(
                    values.text(place + "person"),
                    values.email(place + "email"),
                    values.phone(place + "phone"),
                    values.text(place + "post"));
            organisations.putContact(
                    SYSTEM, new PutContact(organisation, ContactKind.ROUND_THE_CLOCK, 9, details, today));
        }
        worklists.addToRota(
                SYSTEM,
                new NewRotaContact(
                        1,
                        null,
                        null,
                        values.text("rota name"),
                        values.email("rota mail"),
                        values.location(ROTA_WEBHOOK),
                        "en"));
    }

    private void joining(ProviderId company, LocalDate today) {
        context.getBean(Registrations.class)
                .apply(
                        SYSTEM,
                        new Application(
                                "Example Joins",
                                "FR",
                                List.of(new Provider.Offering("Joins", "joins.example")),
                                Application.Ground.DUTY,
                                values.text("applicant person"),
                                values.email("applicant mail"),
                                values.phone("applicant phone"),
                                values.email("applicant legal"),
                                "en"));
        var verifications = context.getBean(Verifications.class);
        long version = verifications.of(SYSTEM, company).version();
        verifications.check(SYSTEM, company, CheckItem.CALL_BACK, values.text("check note"), version);
        verifications.agree(SYSTEM, company, values.text("agreement reference"), today, null);
    }

    // --- the way ---

    ReportNumber file(String document) {
        long number = submit(document);
        String item = SchemaDocuments.write("fileDetails", clock.instant(), field -> values.in("item", field))
                .replace("<reportId>1000001<", "<reportId>" + number + "<");
        assertThat(post("fileinfo", "text/xml", item)).contains("<responseCode>0</responseCode>");
        assertThat(post("finish", "application/x-www-form-urlencoded", "id=" + number))
                .contains("<responseCode>0</responseCode>");
        settle();
        return new ReportNumber(number);
    }

    private long submit(String document) {
        String xml = SchemaDocuments.write("report", clock.instant(), field -> values.in(document, field));
        var answer = NUMBER.matcher(post("submit", "text/xml; charset=utf-8", xml));
        assertThat(answer.find()).as("accepted").isTrue();
        return Long.parseLong(answer.group(1));
    }

    String post(String path, String type, String body) {
        try {
            return CLIENT.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/ispws/" + path))
                                    .header("Authorization", authorization)
                                    .header("Content-Type", type)
                                    .POST(BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Two reports that state the same, a finding, a look-up, a designation, a package that is read and answered, and
    /// a third report that makes a supplement.
    void walk() {
        first = file("first");
        ReportNumber second = file("first");
        assertThat(links.linksOf(analyst, List.of(first)).get(first))
                .as("both state the same")
                .isNotEmpty();
        links.reveal(analyst, ReportPair.of(first, second));
        links.revealIdentifiers(analyst, first);
        find(first);
        reveal(first);
        decide(first);
        refer(first);
        file("first");
    }

    private void find(ReportNumber report) {
        record(report, FindingKind.IDENTIFIER, IdentifierKind.EMAIL, values.email("finding email"));
        record(report, FindingKind.FACT, null, values.text("finding fact"));
        record(report, FindingKind.LOCATION, null, values.text("finding location"));
        record(report, FindingKind.IDENTIFIER, IdentifierKind.SCREEN_NAME, values.text("finding screen name"));
        links.openFindings(analyst, List.of(report));
        links.lookUp(
                analyst.with(Purpose.LOOK_UP),
                new LookUp(IdentifierKind.EMAIL, values.email("look-up"), null, null, null, null));
        links.lookUp(
                analyst.with(Purpose.LOOK_UP),
                new LookUp(
                        IdentifierKind.SCREEN_NAME,
                        values.text("look-up of a screen name"),
                        values.text("look-up qualifier"),
                        null,
                        null,
                        null));
    }

    private void record(ReportNumber report, FindingKind kind, IdentifierKind identifier, String value) {
        links.record(
                analyst,
                new RecordFinding(
                        report,
                        kind,
                        identifier,
                        identifier == IdentifierKind.SCREEN_NAME ? values.text("finding qualifier") : null,
                        false,
                        PartyRole.REPORTED_PERSON,
                        value,
                        values.text("finding source"),
                        values.text("finding method"),
                        clock.instant().atOffset(java.time.ZoneOffset.UTC),
                        null,
                        Confidence.HIGH));
        settle();
    }

    private void reveal(ReportNumber report) {
        var disclosures = context.getBean(Disclosures.class);
        assertThat(disclosures.revealReporter(analyst, report))
                .extracting(Disclosures.SheetLine::value)
                .contains(values.in("first", new SchemaDocuments.Field("report/reporter/reportingPerson/firstName")));
    }

    private void decide(ReportNumber report) {
        worklists.take(analyst, report);
        worklists.recordFirstLook(
                analyst,
                new RecordFirstLook(report, Set.of(FirstLookFact.NEW_VICTIM), Set.of(FirstLookFact.LIVE_EVENT)));
        worklists.confirm(analyst, report);
        worklists.checkSafeguarding(analyst, report, SafeguardingOutcome.MAY_BE_VICTIM);
        worklists.designate(analyst, report, DesignationReason.PAST_INCIDENT);
        settle();
    }

    private void refer(ReportNumber report) {
        referrals.propose(analyst, report);
        var byHand = new ByHand(ByHand.Why.WORKS_ON_CASE, values.text("words by hand"));
        assertThat(referrals.open(analyst, new OpenReferral(report, List.of(agency), byHand)))
                .isInstanceOf(Opening.Opened.class);
        Eventually.holds(() -> assertThat(referrals.ofReport(analyst, report))
                .extracting(Delivery::state)
                .containsExactly(DeliveryState.AWAITING));
        var delivery = referrals.ofReport(analyst, report).getFirst().id();
        referrals.read(officer, delivery);
        assertThat(referrals.download(officer, delivery).base64()).isNotEmpty();
        referrals.acknowledge(officer, delivery);
        referrals.giveFeedback(
                officer, delivery, new Feedback(Feedback.Status.ONGOING, null, null, null, null, true, null));
        settle();
        PlantedQuestions.plant(context, values, report, delivery, officer, provider);
        settle();
    }

    // --- what goes wrong on the way ---

    /// Documents that are refused for every kind of reason, with values in the place that is refused.
    void refusals() {
        String whole = SchemaDocuments.write("report", clock.instant(), field -> values.in("refused", field));
        String planted = SchemaDocuments.escaped(values.text("in a refused place"));
        for (String broken : List.of(
                whole.replace("<incidentType>", "<incidentType>" + planted),
                whole.replace("<reporter>", "<" + values.shortText("name of an element") + "/><reporter>"),
                whole.replace("<reporter>", planted + "<reporter>"),
                whole.replace("<age>40", "<age>" + planted),
                whole.replaceAll("<dateTime>[^<]*", "<dateTime>" + planted),
                whole.replaceAll("(?<=<phone [^>]{0,300}>)[^<]*", planted.repeat(9)),
                whole.replace("</report>", planted),
                "<!DOCTYPE report [<!ENTITY x \"" + planted + "\">]><report>&x;</report>",
                whole + planted)) {
            assertThat(post("submit", "text/xml", broken)).contains("<responseCode>41");
        }
        String encoded = URLEncoder.encode(planted, StandardCharsets.UTF_8);
        assertThat(post("finish", "application/x-www-form-urlencoded", "id=" + encoded))
                .contains("<responseCode>4000");
        assertThat(post("submit", "application/" + values.shortText("content type"), whole))
                .contains("<responseCode>4000");
        assertThat(post("nothing/" + values.shortText("address"), "text/xml", whole))
                .contains("<responseCode>1210");
    }

    /// Somebody at a browser who mistypes everything.
    void pages() {
        var browser = new Browser(port, "127.0.0.1");
        String word = values.shortText("typed in an address");
        String encoded = URLEncoder.encode(values.text("typed in a query"), StandardCharsets.UTF_8);
        browser.signIn(values.email("unknown sign-in"), values.text("wrong password"));
        browser.signIn("supervisor", "supervisor");
        for (String address : List.of(
                "/reports/" + word,
                "/" + word,
                "/look-up?value=" + encoded,
                "/worklist?after=" + encoded,
                "/referrals/" + word,
                "/referrals?state=" + encoded,
                "/registry/agencies?after=" + encoded,
                "/invitation/" + word)) {
            assertThat(browser.get(address).statusCode()).as(address).isLessThan(500);
        }
        for (String kind : List.of("EMAIL", "PHONE", word)) {
            var answer = browser.submit(
                    "/look-up",
                    "/look-up",
                    "kind",
                    kind,
                    "value",
                    values.text("looked up on a page"),
                    "purpose",
                    values.text("stated purpose"));
            assertThat(answer.statusCode()).as(kind).isLessThan(500);
            var finding = browser.submit(
                    "/reports/" + first + "/findings/new",
                    "/reports/" + first + "/findings",
                    "kind",
                    kind,
                    "value",
                    values.text("finding on a page"),
                    "observedAt",
                    values.text("time on a page"));
            assertThat(finding.statusCode()).as(kind).isLessThan(500);
        }
    }

    /// Until every follower has taken up or parked everything.
    void settle() {
        var journal = context.getBean(Journal.class);
        Eventually.holds(() -> assertThat(journal.backlog(SYSTEM).isEmpty()).isTrue());
    }
}
