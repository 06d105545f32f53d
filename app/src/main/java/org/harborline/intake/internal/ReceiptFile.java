// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.PublicKeyVerify;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.harborline.journal.Inclusion;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A receipt as the file that its sender keeps. docs/readers/provider.md describes it; what is written there cannot
/// change without another format name.
///
/// @param provider the sender's permanent short name
/// @param keyId which of the published keys signed this; helps to find it, proves nothing
/// @param proof absent until a root covers the filing; then `proofFrom` says when one will
/// @param signature over [#statement]
record ReceiptFile(
        String format,
        long report,
        String provider,
        Instant openedAt,
        Instant filedAt,
        Instant preservedUntil,
        String legalEffect,
        Instant issuedAt,
        long keyId,
        @Nullable Instant proofFrom,
        @Nullable Inclusion proof,
        String signature) {

    static final String FORMAT = "harborline-receipt-1";

    static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final Set<String> FIELDS = Set.of(
            "format",
            "report",
            "provider",
            "openedAt",
            "filedAt",
            "preservedUntil",
            "legalEffect",
            "issuedAt",
            "keyId",
            "proofFrom",
            "proof",
            "signature");
    private static final Set<String> PROOF_FIELDS =
            Set.of("position", "entry", "leaf", "path", "size", "root", "signature", "signedAt");

    String text() {
        return JSON.writeValueAsString(this);
    }

    /// Reads the text of a receipt.
    ///
    /// @throws RuntimeException when it is none
    static ReceiptFile read(String text) {
        JsonNode file = exactly(JSON.readTree(text), FIELDS);
        JsonNode proof = file.required("proof");
        JsonNode from = file.required("proofFrom");
        return new ReceiptFile(
                file.required("format").stringValue(),
                file.required("report").longValue(),
                file.required("provider").stringValue(),
                instant(file.required("openedAt")),
                instant(file.required("filedAt")),
                instant(file.required("preservedUntil")),
                file.required("legalEffect").stringValue(),
                instant(file.required("issuedAt")),
                file.required("keyId").longValue(),
                from.isNull() ? null : instant(from),
                proof.isNull() ? null : proof(exactly(proof, PROOF_FIELDS)),
                file.required("signature").stringValue());
    }

    private static Inclusion proof(JsonNode proof) {
        var path = new ArrayList<String>();
        proof.required("path").asArray().forEach(step -> path.add(step.stringValue()));
        return new Inclusion(
                proof.required("position").longValue(),
                proof.required("entry").stringValue(),
                proof.required("leaf").stringValue(),
                path,
                proof.required("size").longValue(),
                proof.required("root").stringValue(),
                proof.required("signature").stringValue(),
                instant(proof.required("signedAt")));
    }

    private static JsonNode exactly(JsonNode node, Set<String> fields) {
        if (!node.isObject() || !Set.copyOf(node.propertyNames()).equals(fields)) {
            throw new IllegalArgumentException("other fields than those of a receipt");
        }
        return node;
    }

    private static Instant instant(JsonNode node) {
        return Instant.parse(node.stringValue());
    }

    ReceiptFile signed(PublicKeySign signer) {
        try {
            return new ReceiptFile(
                    format,
                    report,
                    provider,
                    openedAt,
                    filedAt,
                    preservedUntil,
                    legalEffect,
                    issuedAt,
                    keyId,
                    proofFrom,
                    proof,
                    Base64.getEncoder().encodeToString(signer.sign(statement())));
        } catch (GeneralSecurityException unsigned) {
            throw new IllegalStateException("the receipt could not be signed", unsigned);
        }
    }

    boolean isSignedBy(PublicKeyVerify key) {
        try {
            key.verify(Base64.getDecoder().decode(signature), statement());
            return true;
        } catch (GeneralSecurityException | IllegalArgumentException wrong) {
            return false;
        }
    }

    /// What is signed: every value of the file on a line of its own, in the order of the file.
    private byte[] statement() {
        var lines = new ArrayList<Object>(List.of(
                "harborline receipt 1",
                report,
                provider,
                openedAt,
                filedAt,
                preservedUntil,
                legalEffect,
                issuedAt,
                keyId));
        lines.add(Optional.ofNullable(proofFrom).map(Instant::toString).orElse(""));
        if (proof != null) {
            lines.addAll(List.of(
                    proof.position(),
                    proof.entry(),
                    proof.leaf(),
                    String.join(" ", proof.path()),
                    proof.size(),
                    proof.root(),
                    proof.signature(),
                    proof.signedAt()));
        }
        return String.join("\n", lines.stream().map(Object::toString).toList()).getBytes(StandardCharsets.UTF_8);
    }
}
