// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

import java.util.List;
import java.util.Set;
import org.harborline.platform.Code;
import org.jspecify.annotations.Nullable;

/// A filed report as the modules that follow see it: read from the received text after gate, never
/// stored in clear. Who
/// reported is not in
/// here; that is a separate sealed sheet.
///
/// @param number the report's number
/// @param provider the sender, as registered
/// @param service the sender's service named in the report, as text; absent when not stated
/// @param incidentType the sender's own category, as a code; see [IncidentType]
/// @param incidentTime when it happened, or what the sender said is that time
/// @param annotations flags set by the sender, as codes
/// @param escalated the sender gave a reason for escalation; the reason itself is a text section
/// @param batched one of many near-identical reports of a viral item
/// @param parties persons and accounts, in document order
/// @param identifiers all identifiers of all parties and of the incident
/// @param locations places stated, strongest first is decided in `referral`
/// @param hostings of web pages for which the sender said who hosts them
/// @param items per item of material: what the sender said about viewing and publicity; material itself
/// never comes
/// here
/// @param texts free-text sections; hidden until revealed one by one
/// @param priorAgency the sender named an agency that already knows
public record ReceivedReport(
        ReportNumber number,
        java.util.UUID provider,
        @Nullable String service,
        IncidentType incidentType,
        StatedTime incidentTime,
        Set<Code> annotations,
        boolean escalated,
        boolean batched,
        List<Party> parties,
        List<StatedIdentifier> identifiers,
        List<StatedLocation> locations,
        List<Hosting> hostings,
        List<Item> items,
        List<TextSection> texts,
        @Nullable PriorAgency priorAgency) {

    public ReceivedReport {
        annotations = Set.copyOf(annotations);
        parties = List.copyOf(parties);
        identifiers = List.copyOf(identifiers);
        locations = List.copyOf(locations);
        hostings = List.copyOf(hostings);
        items = List.copyOf(items);
        texts = List.copyOf(texts);
    }

    /// A person or account named in the report.
    ///
    /// @param index counts the parties of one role from 0
    /// @param statedAge years, as stated
    /// @param statedBirthDate as stated
    /// @param compromisedAccount the sender says somebody else may have used it
    /// @param ageAssertionDiscrepancy the sender says that the age of the account's holder is not the
    /// stated one
    /// @param path position in the received document; empty when it was made up
    public record Party(
            PartyRole role,
            int index,
            @Nullable Integer statedAge,
            java.time.@Nullable LocalDate statedBirthDate,
            @Nullable Boolean compromisedAccount,
            boolean thirdParty,
            @Nullable Boolean ageAssertionDiscrepancy,
            AccountStanding account,
            String path) {

        /// A party of whose account nothing was said.
        public Party(
                PartyRole role,
                int index,
                @Nullable Integer statedAge,
                java.time.@Nullable LocalDate statedBirthDate,
                @Nullable Boolean compromisedAccount,
                boolean thirdParty) {
            this(
                    role,
                    index,
                    statedAge,
                    statedBirthDate,
                    compromisedAccount,
                    thirdParty,
                    null,
                    AccountStanding.UNSTATED,
                    "");
        }

        /// Itself, or whom an associated account is tied to.
        public StatedOwner owner() {
            return StatedOwner.of(role, index, path);
        }
    }

    /// A place the sender stated. Parts are absent when not stated.
    ///
    /// @param source which element it came from, as a code such as `estimated-location` or `address-
    /// billing`
    /// @param estimatedAt when the sender made the estimate
    /// @param path position in the received document
    public record StatedLocation(
            Code source,
            PartyRole role,
            int party,
            @Nullable String city,
            @Nullable String region,
            @Nullable String postcode,
            @Nullable String country,
            @Nullable Boolean verified,
            @Nullable StatedTime estimatedAt,
            String path) {

        /// Whose place it is in the end.
        public StatedOwner owner() {
            return StatedOwner.of(role, party, path);
        }
    }

    /// Whether a web page is hosted by another company than the sender. Said of the incident, so it
    /// holds also where no
    /// address of the page is stated.
    ///
    /// @param incident counts the incidents from 0
    /// @param path position in the received document
    public record Hosting(int incident, boolean thirdParty, String path) {}

    /// What the sender said about one item it keeps. Absent is not false, and the difference decides
    /// what an agency may
    /// open.
    ///
    /// @param reference the sender's own reference
    /// @param viewedByProvider the whole of it
    /// @param publiclyAvailable the whole of it
    /// @param potentialMeme the one mark that a sender can deny
    /// @param uploadedAt when it came to the sender
    /// @param relevance absent when the sender named none, which the interface takes as reported
    /// @param basis on what the sender says whether it viewed the item; absent when it said nothing of
    /// that
    /// @param flags all that is marked, for readers who list marks
    public record Item(
            String reference,
            @Nullable Boolean viewedByProvider,
            @Nullable Boolean exifViewedByProvider,
            @Nullable Boolean publiclyAvailable,
            @Nullable Boolean potentialMeme,
            @Nullable StatedTime uploadedAt,
            @Nullable ItemRelevance relevance,
            @Nullable ViewingBasis basis,
            Set<Code> flags) {

        public Item {
            flags = Set.copyOf(flags);
        }

        /// An item of which little was said.
        public Item(
                String reference,
                @Nullable Boolean viewedByProvider,
                @Nullable Boolean publiclyAvailable,
                Set<Code> flags) {
            this(reference, viewedByProvider, null, publiclyAvailable, null, null, null, null, flags);
        }
    }

    /// A passage of free text, hidden until revealed.
    ///
    /// @param section permanent code of the element, such as `incident.additional-info`
    /// @param ordinal counts sections with the same code from 0
    public record TextSection(Code section, int ordinal, String text) {

        /// What the schema did not know, each with the path where it stood.
        public static final String UNRECOGNISED = "unrecognised";

        /// Whether the sender says it to agencies that ask it for the material, and not of the incident.
        public boolean toAgencies() {
            return section.value().startsWith("sender.");
        }

        public int words() {
            return text.isBlank() ? 0 : text.strip().split("\\s+").length;
        }

        @Override
        public String toString() {
            return "TextSection(" + section + "[" + ordinal + "], " + text.length() + " characters)";
        }
    }

    /// An agency that the sender says already knows of this. Whom to ask there is a text section.
    ///
    /// @param servedFrom the country of the foreign agency that served legal process
    public record PriorAgency(
            String name,
            @Nullable String caseNumber,
            @Nullable Boolean reported,
            @Nullable Boolean servedDomestic,
            @Nullable Boolean servedInternational,
            @Nullable String servedFrom) {

        /// An agency of which no country was named.
        public PriorAgency(
                String name,
                @Nullable String caseNumber,
                @Nullable Boolean reported,
                @Nullable Boolean servedDomestic,
                @Nullable Boolean servedInternational) {
            this(name, caseNumber, reported, servedDomestic, servedInternational, null);
        }
    }

    @Override
    public String toString() {
        return "ReceivedReport(" + number + ")";
    }
}
