// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.harborline.intake.CaptureEvent;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.PartyRole;
import org.harborline.intake.StatedIdentifier;
import org.harborline.intake.StatedIdentifier.Quality;
import org.harborline.intake.StatedTime;

/// Builds stated identifiers that read as a sentence.
final class Stated {

    static final UUID CHAT = UUID.fromString("00000000-0000-7000-8000-000000000001");
    static final UUID MAIL = UUID.fromString("00000000-0000-7000-8000-000000000002");
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final IdentifierKind kind;
    private final String value;
    private String qualifier;
    private String type;
    private PartyRole role = PartyRole.REPORTED_PERSON;
    private StatedTime time;
    private Integer port;
    private Quality quality = Quality.UNSTATED;
    private String path = "/report/personOrUserReported[1]";

    private Stated(IdentifierKind kind, String value) {
        this.kind = kind;
        this.value = value;
    }

    static Stated a(IdentifierKind kind, String value) {
        return new Stated(kind, value);
    }

    static Stated email(String value) {
        return a(IdentifierKind.EMAIL, value);
    }

    static Stated address(String value) {
        return a(IdentifierKind.IP_ADDRESS, value);
    }

    Stated with(String qualifier) {
        this.qualifier = qualifier;
        return this;
    }

    Stated typed(String type) {
        this.type = type;
        return this;
    }

    Stated of(PartyRole role) {
        this.role = role;
        return this;
    }

    Stated at(Instant instant) {
        this.time = new StatedTime(instant, instant.toString(), ZoneOffset.UTC);
        return this;
    }

    Stated atUnknownOffset(Instant instant) {
        this.time = new StatedTime(instant, instant.toString().replace("Z", ""), null);
        return this;
    }

    Stated port(int port) {
        this.port = port;
        return this;
    }

    Stated proxy() {
        this.quality = new Quality(null, null, true, null, null);
        return this;
    }

    Stated thirdParty() {
        this.quality = new Quality(null, null, null, null, true);
        return this;
    }

    Stated compromised() {
        this.quality = new Quality(null, null, null, true, null);
        return this;
    }

    Stated path(String path) {
        this.path = path;
        return this;
    }

    StatedIdentifier build() {
        return new StatedIdentifier(
                kind, value, qualifier, type, role, 0, CaptureEvent.LOGIN, time, port, quality, path);
    }
}
