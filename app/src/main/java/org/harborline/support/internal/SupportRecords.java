// SPDX-License-Identifier: Apache-2.0
package org.harborline.support.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.harborline.platform.Ids;
import org.harborline.support.SupportFile;
import org.harborline.support.SupportRequest;
import org.harborline.support.SupportRequestId;
import org.harborline.vault.RecordKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Seals what is said and opens it again.
@Component
class SupportRecords {

    private final SupportTable requests;
    private final SaidTable said;
    private final Clock clock;

    SupportRecords(SupportTable requests, SaidTable said, Clock clock) {
        this.requests = requests;
        this.said = said;
        this.clock = clock;
    }

    SupportTable requests() {
        return requests;
    }

    SaidTable said() {
        return said;
    }

    Instant now() {
        return clock.instant();
    }

    /// Keeps a message.
    ///
    /// @param byDesk holder id of who writes at the desk; absent for theirs
    void write(SupportRequestId request, RecordKey key, @Nullable String byDesk, String text) {
        UUID id = Ids.next();
        said.insert(
                request,
                new SaidTable.SealedMessage(id, now(), byDesk, key.seal(SupportSeals.MESSAGE, id.toString(), text)));
    }

    List<SupportFile.Message> messages(SupportRequestId request, RecordKey key) {
        return said.messages(request).stream()
                .map(one -> new SupportFile.Message(
                        one.at(),
                        one.byDesk(),
                        key.open(SupportSeals.MESSAGE, one.id().toString(), one.text())))
                .toList();
    }

    /// The whole of a request. Where nothing may go out, the address stays sealed.
    SupportFile file(SupportRequest request, RecordKey key) {
        SupportTable.Sealed sealed = requests.sealed(request.id());
        var address = sealed.address();
        return new SupportFile(
                request,
                key.open(SupportSeals.CALLED, SupportSeals.ONLY, sealed.called()),
                address == null || !request.maybeReached()
                        ? null
                        : key.open(SupportSeals.ADDRESS, SupportSeals.ONLY, address),
                key.open(SupportSeals.SAFE_TIMES, SupportSeals.ONLY, sealed.safeTimes()),
                messages(request.id(), key),
                said.calls(request.id()));
    }
}
