// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.harborline.intake.FiledAnswer;
import org.harborline.intake.IncidentType;
import org.harborline.intake.ReceivedReport;
import org.harborline.intake.RelationKind;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.StatedTime;
import org.harborline.intake.completeness.Completeness;
import org.harborline.intake.completeness.Rubrics;
import org.harborline.intake.internal.wire.LenientReading.Read;
import org.jspecify.annotations.Nullable;

/// The documents of the provider interface, from bytes to what may be kept. Two layers: form first
/// (well-formed, within
/// the limits), then content (the schema, then the rules a schema cannot say). Then the content gate.
public final class ReportDocuments {

    /// Our schema, by the date of its version.
    public static final String SCHEMA = "harborline-reporting-2026-11-23.xsd";

    private final DocumentReader reader = new DocumentReader();
    private final DocumentReader keptReader = DocumentReader.ofKept();
    private final Judge judge;
    private final Explainer explainer;
    private final LenientReading lenientReading;
    private final CompletenessReading completeness = new CompletenessReading(Rubrics.current());
    private final SchemaModel model;
    private final NearestName nearest;
    private final byte[] schema;
    private final Clock clock;

    public ReportDocuments(Clock clock) {
        this.clock = clock;
        this.schema = bytes("/schema/intake/" + SCHEMA);
        this.judge = new Judge(schema);
        this.model = SchemaReading.read(reader.read(schema, null));
        this.nearest = new NearestName(model.names());
        this.explainer = new Explainer(model);
        this.lenientReading = new LenientReading(model);
    }

    /// A report that was accepted. Its texts are sealed before they are stored.
    ///
    /// @param receivedText the report after the gate, without who reported it
    /// @param reporterSheet who reported it
    /// @param dropped how many values the gate left out
    /// @param notes what the sender should know of how it was read
    /// @param completeness absent for what no company sent
    public record AcceptedReport(
            IncidentType incidentType,
            StatedTime incidentTime,
            boolean escalated,
            boolean batched,
            String receivedText,
            String reporterSheet,
            int dropped,
            List<Finding> notes,
            @Nullable Completeness completeness) {

        public AcceptedReport {
            notes = List.copyOf(notes);
        }

        @Override
        public String toString() {
            return "AcceptedReport(" + incidentType + ")";
        }
    }

    /// An item that was accepted.
    ///
    /// @param report the report the document names
    /// @param reference the sender's reference of the item
    /// @param receivedText the details after the gate
    /// @param notes what the sender should know of how it was read
    public record AcceptedItem(long report, String reference, String receivedText, int dropped, List<Finding> notes) {

        public AcceptedItem {
            notes = List.copyOf(notes);
        }

        @Override
        public String toString() {
            return "AcceptedItem(" + report + ")";
        }
    }

    /// Takes a report document as the schema has it.
    ///
    /// @param charset what the transport said about the encoding
    /// @throws DocumentRefused with everything that is wrong with it
    public AcceptedReport acceptReport(byte[] document, @Nullable String charset) {
        return acceptReport(document, charset, false);
    }

    /// Takes a report document.
    ///
    /// @param lenient puts elements in order and keeps those that the schema does not know
    /// @throws DocumentRefused with everything that is wrong with it
    public AcceptedReport acceptReport(byte[] document, @Nullable String charset, boolean lenient) {
        WireElement came = reader.read(document, charset);
        return accepted(lenient ? lenientReading.read(came, "report") : Read.strictly(came), came, List.of());
    }

    /// Judges a report and sends it through the gate.
    ///
    /// @param came as it was sent
    /// @param added what stands beside the report in the call that files it, and is kept with it
    private AcceptedReport accepted(Read read, WireElement came, List<WireElement> added) {
        WireElement report = read.judged();
        judge(report, came, "report", findings -> ReportRules.checkReport(report, findings, now()));
        ContentGate.Passed passed = ContentGate.pass(read.kept());
        WireElement marked = ReportersOwn.marked(passed.kept());
        WireElement kept = marked.withChildren(
                Stream.concat(marked.children().stream(), added.stream()).toList());
        return new AcceptedReport(
                ReportReading.incidentType(kept),
                ReportReading.incidentTime(kept),
                ReportReading.escalated(kept),
                kept.has("batchedReport"),
                WireText.of(SenderReading.withoutReporter(kept)),
                SenderReading.reporter(kept).map(WireText::of).orElse(""),
                passed.drops().size(),
                Stream.concat(read.notes().stream(), ElementRules.ahead(report, now()).stream())
                        .toList(),
                completeness.of(passed.kept()));
    }

    /// A report in one call that was accepted.
    ///
    /// @param items in the order given
    /// @param reference the sender's own; absent when it gave none
    /// @param relatedTo number of the earlier report; 0 without a relation
    /// @param notes what the sender should know of how it was read, as of the moment it was filed
    /// @param places the pointers, into what was sent, of places that [#differences] says
    public record AcceptedFiling(
            AcceptedReport report,
            List<AcceptedItem> items,
            @Nullable String reference,
            @Nullable RelationKind relation,
            long relatedTo,
            Function<Instant, List<FiledAnswer.Fault>> notes,
            UnaryOperator<List<String>> places) {

        public AcceptedFiling {
            items = List.copyOf(items);
        }

        @Override
        public String toString() {
            return "AcceptedFiling(" + report + ")";
        }
    }

    /// Takes a report with its items in one call, as JSON.
    ///
    /// @param number of the report that is about to be filed
    /// @throws FilingRefused with everything that is wrong with it
    public AcceptedFiling acceptFiling(byte[] json, long number) {
        var filing = new JsonFiling(model, nearest);
        try {
            JsonFiling.Read read = filing.read(json, number);
            AcceptedReport report = accepted(Read.strictly(read.report()), read.report(), relation(read));
            var findings = new Findings();
            List<AcceptedItem> items = new ArrayList<>();
            Set<String> references = new HashSet<>();
            for (JsonFiling.ReadItem item : read.items()) {
                items.add(accepted(item, report.batched(), findings));
                if (!references.add(items.getLast().reference())) {
                    findings.add(item.details(), "names an item that is described before");
                }
            }
            if (report.batched() && items.size() > 1) {
                findings.add(read.items().getLast().details(), "a batched report may have one item");
            }
            refuse(findings.list(), read.report());
            return new AcceptedFiling(
                    report,
                    items,
                    read.reference(),
                    read.relation(),
                    read.relatedTo(),
                    filed -> FilingRefused.located(ElementRules.ahead(read.report(), filed), filing.tree()),
                    places -> SentPlaces.of(read, filing.tree()).pointers(places));
        } catch (DocumentRefused refused) {
            throw new FilingRefused(refused, filing.tree());
        }
    }

    private static List<WireElement> relation(JsonFiling.Read read) {
        return read.relation() == null
                ? List.of()
                : List.of(WireText.parent("relation", List.of()).withText(Long.toString(read.relatedTo())));
    }

    private AcceptedItem accepted(JsonFiling.ReadItem item, boolean batched, Findings findings) {
        WireElement details = item.details();
        judge(details, details, "fileDetails", _ -> {});
        ReportRules.checkItem(details, batched, findings, now());
        ContentGate.Passed passed = ContentGate.pass(details);
        ItemBasis basis = item.basis();
        // without the number: the same item is the same text, whichever call files it
        Stream<WireElement> kept =
                passed.kept().children().stream().filter(child -> !child.name().equals("reportId"));
        Stream<WireElement> stated = basis == null
                ? Stream.empty()
                : Stream.of(WireText.parent(JsonFiling.BASIS, List.of()).withText(basis.code()));
        return new AcceptedItem(
                0,
                passed.kept().childValue("fileId").orElseThrow(),
                WireText.of(
                        passed.kept().withChildren(Stream.concat(kept, stated).toList())),
                passed.drops().size(),
                List.of());
    }

    /// Where two received texts differ, as places below one; empty when they say the same.
    public List<String> differences(String one, String other, String pointer) {
        if (one.equals(other)) {
            return List.of();
        }
        return one.isEmpty() || other.isEmpty()
                ? List.of(pointer)
                : TreeDifference.between(tree(one), tree(other), pointer);
    }

    /// Whether bytes that cannot be taken as a document look as if they asked for high priority.
    public static boolean looksEscalated(byte[] arrived) {
        return Escalations.looksEscalated(arrived);
    }

    /// Whether bytes that nobody has read yet may ask for high priority. Says rather yes than no.
    public static boolean mayEscalate(byte[] arrived) {
        return Escalations.mayBeMeant(arrived);
    }

    /// The report that bytes nobody has read yet name as theirs.
    public static OptionalLong reportNamed(byte[] arrived) {
        return Escalations.reportNamed(arrived);
    }

    /// Takes the details of an item that the sender keeps. Which report it names decides the rules, so
    /// they are asked
    /// for after reading.
    ///
    /// @param batched whether the report of that number is a batched one
    public AcceptedItem acceptItem(byte[] document, @Nullable String charset, Batches batched) {
        return acceptItem(document, charset, batched, false);
    }

    /// Takes the details of an item.
    ///
    /// @param lenient puts elements in order and keeps those that the schema does not know
    public AcceptedItem acceptItem(byte[] document, @Nullable String charset, Batches batched, boolean lenient) {
        WireElement came = reader.read(document, charset);
        Read read = lenient ? lenientReading.read(came, "fileDetails") : Read.strictly(came);
        WireElement item = read.judged();
        judge(item, came, "fileDetails", _ -> {});
        long report = Long.parseLong(item.childValue("reportId").orElseThrow());
        var findings = new Findings();
        ReportRules.checkItem(item, batched.contains(report), findings, now());
        refuse(findings.list(), item);
        ContentGate.Passed passed = ContentGate.pass(read.kept());
        return new AcceptedItem(
                report,
                passed.kept().childValue("fileId").orElseThrow(),
                WireText.of(passed.kept()),
                passed.drops().size(),
                read.notes());
    }

    /// An item of which nothing is said.
    public static AcceptedItem undescribed(long report, String reference) {
        return new AcceptedItem(
                report,
                reference,
                WireText.of(WireText.parent(
                        "fileDetails",
                        List.of(
                                WireText.parent("reportId", List.of()).withText(Long.toString(report)),
                                WireText.parent("fileId", List.of()).withText(reference)))),
                0,
                List.of());
    }

    /// Tells which reports are batched.
    @FunctionalInterface
    public interface Batches {
        boolean contains(long report);
    }

    /// The parsed view of what was kept.
    public ReceivedReport read(ReportNumber number, UUID provider, String receivedText, List<String> items) {
        return ReportReading.read(
                number,
                provider,
                tree(receivedText),
                items.stream().map(this::tree).toList());
    }

    /// The items alone, in the order given.
    public List<ReceivedReport.Item> items(List<String> items) {
        return items.stream().map(this::tree).map(ItemReading::item).toList();
    }

    /// The sheet that names who reported, as label and value in document order.
    public List<SheetLine> sheet(String reporterSheet) {
        return SheetReading.lines(tree(reporterSheet));
    }

    /// One line of the reporter's sheet.
    ///
    /// @param path elements from the outermost in, such as `reportingPerson/email`
    public record SheetLine(String path, String value) {

        @Override
        public String toString() {
            return "SheetLine(" + path + ")";
        }
    }

    /// Whether the gate would leave a text as it is.
    public static boolean isFreeOfContent(String text) {
        return withoutContent(text).equals(text);
    }

    /// What the gate leaves of a text.
    public static String withoutContent(String text) {
        String kept = TextGate.withoutMedia("text", text, _ -> {});
        kept = TextGate.withoutLabelledMedia("text", kept, _ -> {});
        return FingerprintGate.without("text", kept, _ -> {});
    }

    /// The schema as served.
    public byte[] schema() {
        return schema.clone();
    }

    /// What one call may file, as JSON Schema, by the names of the types; `filing` is the whole.
    public Map<String, Object> jsonSchemas() {
        return JsonSchemas.of(model);
    }

    private WireElement tree(String kept) {
        return keptReader.read(kept.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8.name());
    }

    /// @param came what is looked through for an escalation when it is refused
    private void judge(WireElement root, WireElement came, String expected, Consumer<Findings> rules) {
        List<Finding> faults = judge.faults(root);
        if (!faults.isEmpty() || !root.name().equals(expected)) {
            List<Finding> explained = explainer.explain(root, expected);
            refuse(explained.isEmpty() ? faults : explained, came);
        }
        var findings = new Findings();
        rules.accept(findings);
        refuse(findings.list(), came);
    }

    private static void refuse(List<Finding> findings, WireElement root) {
        if (!findings.isEmpty()) {
            throw new DocumentRefused(DocumentRefused.Layer.CONTENT, findings, Escalations.escalated(root));
        }
    }

    private Instant now() {
        return clock.instant();
    }

    private static byte[] bytes(String resource) {
        try (InputStream stream = ReportDocuments.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("the schema of the provider interface is missing from the program");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("the schema of the provider interface cannot be read", e);
        }
    }
}
