// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything a package says, once: the JSON is this tree written down, the PDF is this tree laid out.
/// It has no place
/// for the reporter's
/// identity and none for material, so neither can get in.
///
/// Order is the order of reading: who it is for and why, what to be careful about, what was viewed,
/// where the material
/// is, what was received,
/// what the clearinghouse found itself.
///
/// @param cautions a person of the report may be a child or a victim; printed before everything else
public record PackageDocument(
        String format,
        Head head,
        String statement,
        List<Caution> cautions,
        @Nullable Change change,
        List<ItemCard> viewed,
        Keeper material,
        Received received,
        List<FindingPart> clearinghouseFindings,
        List<LinkedReport> linkedReports) {

    /// Version of the tree; raised when a reader would have to change.
    public static final String FORMAT = "harborline-package/1";

    /// The fixed line of every package, in both documents.
    public static final String STATEMENT = "The clearinghouse holds no material and has viewed none.";

    public PackageDocument {
        cautions = List.copyOf(cautions);
        viewed = List.copyOf(viewed);
        clearinghouseFindings = List.copyOf(clearinghouseFindings);
        linkedReports = List.copyOf(linkedReports);
    }

    /// Identity of the package: which, about what, for whom, by whom, when, and how far the journal was.
    ///
    /// @param reference `HL-<report>-<n>`, counted per report
    /// @param sandbox the installation holds invented reports only
    /// @param madeBy opaque holder id of the person who opened the referral
    /// @param journalPosition newest fact when the package was made
    public record Head(
            String reference,
            PackageKind kind,
            boolean sandbox,
            long report,
            String referral,
            Instant madeAt,
            String madeBy,
            long journalPosition,
            Recipient recipient) {}

    /// Who the package is for, and why them.
    ///
    /// @param why sentences of the routing decision
    public record Recipient(String agencyId, String agency, String confidence, List<Why> why) {

        public Recipient {
            why = List.copyOf(why);
        }
    }

    /// A reason as a code with its arguments; the PDF prints the sentence, machines read the code.
    public record Why(String code, List<Shown> arguments) {

        public Why {
            arguments = List.copyOf(arguments);
        }
    }

    /// A person of the report who may be a child or a victim.
    ///
    /// @param reasons codes of the facts that say so
    public record Caution(String role, int party, @Nullable Owner tiedTo, List<String> reasons) {

        public Caution {
            reasons = List.copyOf(reasons);
        }
    }

    /// What is different from packages the recipient already has.
    ///
    /// @param earlier references of the packages concerned
    public record Change(String code, List<String> earlier, List<Why> what) {

        public Change {
            earlier = List.copyOf(earlier);
            what = List.copyOf(what);
        }
    }

    /// What the sender said about one item it keeps, and on whose word. Decides what an agency may
    /// open, so silence is
    /// printed as silence.
    ///
    /// @param exifViewedAtTheProvider the data that a camera writes beside a picture
    /// @param uploadedAt when it came to the sender
    /// @param relevance absent when the sender named none, which its interface takes as reported
    /// @param basis on what the sender says whether it was viewed; absent when it said nothing of that
    public record ItemCard(
            @Nullable Shown reference,
            Stated viewedByAPersonAtTheProvider,
            Stated exifViewedAtTheProvider,
            Stated publiclyAvailable,
            Stated potentialMeme,
            @Nullable TimePart uploadedAt,
            @Nullable String relevance,
            @Nullable String basis,
            String onTheWordOf,
            List<String> flags) {

        public ItemCard {
            flags = List.copyOf(flags);
        }
    }

    /// Where the material is. Missing parts stay missing.
    ///
    /// @param statedBySender what the sender says to agencies in the report itself, apart from what is
    /// registered
    public record Keeper(
            String provider,
            String providerId,
            List<Shown> references,
            @Nullable Instant preservedUntil,
            @Nullable Shown legalProcessAddress,
            @Nullable Shown legalProcessEmail,
            @Nullable Shown emergencyNumber,
            List<TextPart> statedBySender) {

        public Keeper {
            statedBySender = List.copyOf(statedBySender);
            references = List.copyOf(references);
        }
    }

    /// The report as it was received, after the content gate.
    public record Received(
            String provider,
            @Nullable Shown service,
            String incidentType,
            String incidentTypeAsSent,
            TimePart incidentTime,
            @Nullable Instant filedAt,
            boolean escalated,
            boolean batched,
            List<String> annotations,
            List<PartyPart> parties,
            List<IdentifierPart> identifiers,
            List<LocationPart> locations,
            List<HostingPart> hostings,
            List<TextPart> texts,
            @Nullable PriorAgencyPart priorAgency) {

        public Received {
            annotations = List.copyOf(annotations);
            parties = List.copyOf(parties);
            identifiers = List.copyOf(identifiers);
            locations = List.copyOf(locations);
            hostings = List.copyOf(hostings);
            texts = List.copyOf(texts);
        }
    }

    /// Of an associated account: the party to which the sender ties it. Without it an account of a
    /// child's parent
    /// reads like one of the reported person.
    public record Owner(String role, int index) {}

    /// A person or account.
    ///
    /// @param tiedTo of an associated account only
    /// @param ageAssertionDiscrepancy the sender says that the holder's age is not the one the account
    /// states
    public record PartyPart(
            String role,
            int index,
            @Nullable Integer statedAge,
            @Nullable LocalDate statedBirthDate,
            Stated ageAssertionDiscrepancy,
            Stated compromisedAccount,
            boolean thirdParty,
            AccountPart account,
            @Nullable Owner tiedTo,
            String path) {}

    /// What the sender did about an account, which tells an agency what is still there and who was
    /// warned.
    ///
    /// @param associatedAs in the sender's word how it belongs to the reported account
    /// @param platform of an associated account, which can name one beside its service
    public record AccountPart(
            @Nullable DisablingPart temporarilyDisabled,
            @Nullable DisablingPart permanentlyDisabled,
            Stated allEmailsReported,
            @Nullable String associatedAs,
            @Nullable Shown service,
            @Nullable Shown platform) {

        /// Whether the sender said anything about it.
        public boolean stated() {
            return temporarilyDisabled != null
                    || permanentlyDisabled != null
                    || allEmailsReported != Stated.NOT_STATED
                    || associatedAs != null
                    || service != null
                    || platform != null;
        }
    }

    public record DisablingPart(
            Stated disabled,
            @Nullable TimePart disabledAt,
            Stated holderNotified,
            @Nullable TimePart holderNotifiedAt,
            @Nullable TimePart reenabledAt) {}

    /// An identifier, exact, with everything that decides its worth.
    public record IdentifierPart(
            String kind,
            Shown value,
            @Nullable Shown qualifier,
            @Nullable String type,
            String role,
            int party,
            @Nullable String event,
            @Nullable TimePart time,
            @Nullable Integer port,
            Stated verified,
            @Nullable TimePart verifiedAt,
            Stated possibleProxy,
            Stated compromisedAccount,
            Stated thirdParty,
            @Nullable Owner tiedTo,
            String path) {}

    public record LocationPart(
            String source,
            String role,
            int party,
            @Nullable String city,
            @Nullable String region,
            @Nullable String postcode,
            @Nullable String country,
            Stated verified,
            @Nullable TimePart estimatedAt,
            @Nullable Owner tiedTo,
            String path) {}

    /// Whether the page of an incident is hosted by another company than the sender.
    public record HostingPart(int incident, boolean thirdParty, String path) {}

    public record TextPart(String section, int ordinal, Shown text) {}

    /// An agency that the sender says knows already.
    ///
    /// @param servedFrom the country of the foreign agency that served legal process
    public record PriorAgencyPart(
            Shown name,
            @Nullable Shown caseNumber,
            Stated reported,
            Stated servedDomestic,
            Stated servedInternational,
            @Nullable String servedFrom) {}

    /// Something the clearinghouse found outside the report; never mixed with what was received. A role
    /// and no number:
    /// an analyst says whose it is, not which of several.
    ///
    /// @param kind of the identifier, or what else it is
    /// @param qualifier what the value is to be read with
    /// @param observedAt as the analyst wrote it, in its zone
    public record FindingPart(
            String id,
            String kind,
            Shown value,
            @Nullable Shown qualifier,
            String role,
            @Nullable Integer port,
            Shown source,
            @Nullable Shown method,
            String confidence,
            TimePart observedAt,
            String recordedBy) {}

    /// A report that belongs with this one, and on what the link rests.
    public record LinkedReport(long report, String link, String rule, String strength, List<String> sharedKinds) {

        public LinkedReport {
            sharedKinds = List.copyOf(sharedKinds);
        }
    }

    /// Text as it is safe to show. A reported location is defanged; where that changed the text, the
    /// exact bytes are in
    /// Base64, so that a machine
    /// loses nothing and no viewer makes a link.
    public record Shown(
            String value,

            @JsonInclude(JsonInclude.Include.NON_NULL) @JsonProperty("exactBase64") @Nullable
            String exactBase64) {

        @Override
        public String toString() {
            return "Shown(" + value.length() + " characters)";
        }
    }

    /// A time of evidence: in UTC, as sent or written down, and whether an offset was stated at all.
    ///
    /// @param offset absent when none was stated; the instant was then read as UTC
    public record TimePart(
            Instant utc, String asSent, @Nullable String offset) {

        public boolean offsetStated() {
            return offset != null;
        }
    }

    @Override
    public String toString() {
        return "PackageDocument(" + head.reference() + ")";
    }
}
