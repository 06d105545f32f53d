// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.PublicKeyVerify;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.signature.PredefinedSignatureParameters;
import com.google.crypto.tink.signature.SignatureConfig;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.harborline.intake.AccountStanding;
import org.harborline.intake.AssociatedAs;
import org.harborline.intake.CaptureEvent;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.IncidentType;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReceivedReport;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.StatedIdentifier;
import org.harborline.intake.StatedIdentifier.Quality;
import org.harborline.intake.StatedTime;
import org.harborline.linking.Confidence;
import org.harborline.linking.Finding;
import org.harborline.linking.FindingKind;
import org.harborline.platform.Code;
import org.harborline.referral.PackageDocument;
import org.harborline.referral.PackageDocument.Caution;
import org.harborline.referral.PackageDocument.FindingPart;
import org.harborline.referral.PackageDocument.Head;
import org.harborline.referral.PackageDocument.Keeper;
import org.harborline.referral.PackageDocument.LinkedReport;
import org.harborline.referral.PackageDocument.Recipient;
import org.harborline.referral.PackageDocument.Why;
import org.harborline.referral.PackageKind;

/// Invented packages: one with everything, one where the sender said next to nothing.
final class SamplePackages {

    static final Instant MADE = Instant.parse("2026-03-02T10:15:30.123456Z");
    static final String PROVIDER = "Example Chat";

    /// Where a parent's account stands that the sender ties to the child.
    private static final String CHILDS = "/report/victim[1]/associatedAccount[1]";

    private SamplePackages() {}

    static ReceivedReport fullReport() {
        return new ReceivedReport(
                new ReportNumber(1_042_317),
                new UUID(0, 7),
                "Example Chat Mobile",
                IncidentType.ENTICEMENT,
                new StatedTime(
                        Instant.parse("2026-03-02T10:14:00Z"), "2026-03-02T12:14:00+02:00", ZoneOffset.ofHours(2)),
                Set.of(Code.of("sextortion"), Code.of("minor-to-minor-interaction")),
                true,
                false,
                List.of(
                        new ReceivedReport.Party(PartyRole.REPORTED_PERSON, 0, 16, null, true, false),
                        new ReceivedReport.Party(PartyRole.VICTIM, 0, null, null, null, false),
                        new ReceivedReport.Party(
                                PartyRole.ASSOCIATED_ACCOUNT,
                                0,
                                41,
                                null,
                                null,
                                false,
                                null,
                                new AccountStanding(
                                        null, null, null, AssociatedAs.PARENT_GUARDIAN, null, "Example Games"),
                                CHILDS)),
                identifiers(),
                List.of(
                        location("estimated-location", PartyRole.REPORTED_PERSON, "/report/personOrUserReported[1]"),
                        location("address-billing", PartyRole.ASSOCIATED_ACCOUNT, CHILDS)),
                List.of(new ReceivedReport.Hosting(0, true, "/report/internetDetails[1]/webPageIncident")),
                List.of(
                        new ReceivedReport.Item("88-A", true, null, Set.of(Code.of("possible-self-production"))),
                        new ReceivedReport.Item("88-B", false, true, Set.of())),
                texts(),
                new ReceivedReport.PriorAgency("Example County Police", "C-17", true, null, false));
    }

    private static List<ReceivedReport.TextSection> texts() {
        return List.of(
                new ReceivedReport.TextSection(
                        Code.of("incident.additional-info"),
                        0,
                        "[synthetic narrative 17] seen at http://host.example/a.b"),
                statedBySender("sender.agency-contact", "firstName: Con\nemail: agencies@chat.example"),
                statedBySender("sender.company-template", "[synthetic boilerplate 1]"),
                statedBySender("sender.terms-of-service", "[synthetic boilerplate 2]"),
                statedBySender("sender.legal-location", "https://chat.example/legal"));
    }

    private static ReceivedReport.TextSection statedBySender(String section, String text) {
        return new ReceivedReport.TextSection(Code.of(section), 0, text);
    }

    private static ReceivedReport.StatedLocation location(String source, PartyRole role, String path) {
        return new ReceivedReport.StatedLocation(
                Code.of(source), role, 0, "Portland", "OR", null, "US", null, null, path);
    }

    private static List<StatedIdentifier> identifiers() {
        var quality = new Quality(true, time("2026-01-05T00:00:00Z", "2026-01-05", null), false, null, null);
        return List.of(
                identifier(IdentifierKind.EMAIL, "Sam.Sample+x@mail.example", null, null, null, quality),
                identifier(
                        IdentifierKind.IP_ADDRESS,
                        "203.0.113.9",
                        CaptureEvent.UPLOAD,
                        time("2026-03-02T10:14:00Z", "2026-03-02 10:14:00", null),
                        40_021,
                        Quality.UNSTATED),
                identifier(IdentifierKind.SCREEN_NAME, "sam\u200bple\uD83D\uDE00", null, null, null, quality),
                identifier(
                        IdentifierKind.PROFILE_URL,
                        "https://chat.example/u/sam?x=1",
                        null,
                        null,
                        null,
                        Quality.UNSTATED));
    }

    static ReceivedReport bareReport() {
        return new ReceivedReport(
                new ReportNumber(2),
                new UUID(0, 7),
                null,
                IncidentType.CSAM,
                time("2026-03-01T00:00:00Z", "2026-03-01T00:00:00", null),
                Set.of(),
                false,
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    static PackageDocument full() {
        var parts = new ReceivedParts(fullReport());
        return new PackageDocument(
                PackageDocument.FORMAT,
                head(
                        1_042_317,
                        List.of(new Why(
                                "place-stated",
                                List.of(Defanged.text("Portland, OR, US"), Defanged.text("estimated-location"))))),
                PackageDocument.STATEMENT,
                List.of(new Caution("REPORTED_PERSON", 0, null, List.of("stated-age-under-18", "compromised-account"))),
                null,
                parts.items(PROVIDER),
                new Keeper(
                        PROVIDER,
                        new UUID(0, 7).toString(),
                        parts.references(),
                        Instant.parse("2027-03-02T10:14:05Z"),
                        Defanged.text("Legal Desk, 1 Sample Street"),
                        Defanged.text("legal@chat.example"),
                        Defanged.text("+1 202 555 0143"),
                        parts.statedBySender()),
                parts.received(PROVIDER, Instant.parse("2026-03-02T10:14:05Z")),
                findings(),
                List.of(new LinkedReport(
                        1_039_920, "1042317-1039920", "email.provider-canonical", "EXACT", List.of("EMAIL"))));
    }

    /// A screen name of a child, and an address that says nothing without its port and zone.
    private static List<FindingPart> findings() {
        return Stream.of(
                        finding(
                                9,
                                IdentifierKind.SCREEN_NAME,
                                PartyRole.VICTIM,
                                new Finding.Text(
                                        "sam_sample_2",
                                        "Example Games",
                                        "open-source look-up, https://directory.example",
                                        "searched by name"),
                                null),
                        finding(
                                10,
                                IdentifierKind.IP_ADDRESS,
                                PartyRole.REPORTED_PERSON,
                                new Finding.Text("198.51.100.7", null, "[synthetic source 2]", "[synthetic method 2]"),
                                51_000))
                .flatMap(finding -> FindingParts.of(finding).stream())
                .toList();
    }

    private static Finding finding(int id, IdentifierKind kind, PartyRole role, Finding.Text text, Integer port) {
        return new Finding(
                new UUID(0, id),
                new ReportNumber(1_042_317),
                FindingKind.IDENTIFIER,
                kind,
                role,
                Confidence.MEDIUM,
                Instant.parse("2026-03-02T09:00:00Z"),
                text,
                "holder-7",
                MADE,
                port,
                ZoneOffset.ofHours(2),
                null);
    }

    static PackageDocument bare() {
        var parts = new ReceivedParts(bareReport());
        return new PackageDocument(
                PackageDocument.FORMAT,
                head(2, List.of(new Why("fallback", List.of()))),
                PackageDocument.STATEMENT,
                List.of(),
                null,
                parts.items(PROVIDER),
                new Keeper(
                        PROVIDER,
                        new UUID(0, 7).toString(),
                        parts.references(),
                        null,
                        null,
                        null,
                        null,
                        parts.statedBySender()),
                parts.received(PROVIDER, null),
                List.of(),
                List.of());
    }

    private static Head head(long report, List<Why> why) {
        return new Head(
                "HL-" + report + "-1",
                PackageKind.REFERRAL,
                true,
                report,
                new UUID(0, 3).toString(),
                MADE,
                "holder-7",
                4_711,
                new Recipient(new UUID(0, 5).toString(), "Oregon Department of Justice", "CITY", why));
    }

    private static StatedTime time(String instant, String original, ZoneOffset offset) {
        return new StatedTime(Instant.parse(instant), original, offset);
    }

    private static StatedIdentifier identifier(
            IdentifierKind kind, String value, CaptureEvent event, StatedTime time, Integer port, Quality quality) {
        return new StatedIdentifier(
                kind,
                value,
                null,
                null,
                PartyRole.REPORTED_PERSON,
                0,
                event,
                time,
                port,
                quality,
                "/report/personOrUserReported[1]");
    }

    /// A key pair as the installation's keyset makes them.
    record Keys(PublicKeySign signer, PublicKeyVerify verifier, String published) {

        static Keys fresh() {
            try {
                SignatureConfig.register();
                var secret = KeysetHandle.generateNew(
                        PredefinedSignatureParameters.ED25519WithRawOutput, RegistryConfiguration.get());
                var open = secret.getPublicKeysetHandle();
                return new Keys(
                        secret.getPrimitive(RegistryConfiguration.get(), PublicKeySign.class),
                        open.getPrimitive(RegistryConfiguration.get(), PublicKeyVerify.class),
                        TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(open, RegistryConfiguration.get()));
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
