// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.harborline.platform.Actor;
import org.harborline.platform.RecordRef;
import org.harborline.vault.Compartment;
import org.harborline.vault.FieldId;
import org.harborline.vault.RecordKey;
import org.harborline.vault.SealedText;
import org.harborline.vault.Vault;
import org.springframework.stereotype.Component;

/// Seals and opens addresses and secrets of endpoints, under the key that the sender's contacts have.
@Component
class EndpointSeals {

    private static final Actor SELF = Actor.system("notices");
    private static final FieldId ADDRESS = new FieldId("notices.endpoint-address");
    private static final FieldId SECRET = new FieldId("notices.endpoint-secret");
    private static final String ONLY = "-";
    private static final int SECRET_BYTES = 32;

    private final Vault vault;
    private final SecureRandom random;

    EndpointSeals(Vault vault, SecureRandom random) {
        this.vault = vault;
        this.random = random;
    }

    /// An endpoint in clear, for as long as a call takes.
    record Opened(URI address, List<String> secrets) {

        @Override
        public String toString() {
            return "Opened(" + secrets.size() + ")";
        }
    }

    String newSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return "whsec_" + Base64.getEncoder().encodeToString(bytes);
    }

    /// The key of a sender; empty for one that is not there.
    Optional<RecordKey> key(UUID provider) {
        RecordRef record = RecordRef.of("provider", provider);
        return Optional.ofNullable(
                vault.openAll(SELF, List.of(record), Compartment.CONTACT).get(record));
    }

    SealedText address(RecordKey key, URI address) {
        return key.seal(ADDRESS, ONLY, address.toString());
    }

    SealedText secret(RecordKey key, String secret) {
        return key.seal(SECRET, ONLY, secret);
    }

    /// The addresses of several, by sender.
    Map<UUID, URI> addresses(List<EndpointTable.Row> endpoints) {
        Map<RecordRef, RecordKey> keys = vault.openAll(
                SELF, endpoints.stream().map(EndpointSeals::record).toList(), Compartment.CONTACT);
        return endpoints.stream()
                .filter(endpoint -> keys.containsKey(record(endpoint)))
                .collect(Collectors.toMap(
                        EndpointTable.Row::provider,
                        endpoint -> URI.create(Objects.requireNonNull(keys.get(record(endpoint)))
                                .open(ADDRESS, ONLY, endpoint.address()))));
    }

    private static RecordRef record(EndpointTable.Row endpoint) {
        return RecordRef.of("provider", endpoint.provider());
    }

    /// @param now until when an old secret may sign
    Opened open(EndpointTable.Row endpoint, Instant now) {
        RecordKey key = open(endpoint);
        SealedText old = endpoint.oldUntil() != null && endpoint.oldUntil().isAfter(now) ? endpoint.oldSecret() : null;
        return new Opened(
                URI.create(key.open(ADDRESS, ONLY, endpoint.address())),
                Stream.of(endpoint.secret(), Optional.ofNullable(old).orElse(endpoint.secret()))
                        .distinct()
                        .map(secret -> key.open(SECRET, ONLY, secret))
                        .toList());
    }

    private RecordKey open(EndpointTable.Row endpoint) {
        return key(endpoint.provider())
                .orElseThrow(() -> new IllegalStateException("a provider's key is never erased"));
    }
}
