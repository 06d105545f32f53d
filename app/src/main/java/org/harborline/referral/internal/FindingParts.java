// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.harborline.intake.IdentifierKind;
import org.harborline.linking.Finding;
import org.harborline.referral.PackageDocument.FindingPart;
import org.harborline.referral.PackageDocument.TimePart;

/// Copies a finding into a package with everything that decides its worth: whose it is, what it is to be read with, and
/// for an address port and zone, without which it leads to nobody or to somebody else.
final class FindingParts {

    private FindingParts() {}

    /// Nothing of a finding whose words were erased.
    static Optional<FindingPart> of(Finding finding) {
        return Optional.ofNullable(finding.text()).map(text -> {
            var kind = finding.identifierKind();
            boolean place = kind == IdentifierKind.URL || kind == IdentifierKind.PROFILE_URL;
            return new FindingPart(
                    finding.id().toString(),
                    kind == null ? finding.kind().name() : kind.name(),
                    place ? Defanged.location(text.value()) : Defanged.text(text.value()),
                    Defanged.nullable(text.qualifier()),
                    finding.role().name(),
                    finding.port(),
                    Defanged.text(text.source()),
                    Defanged.text(text.method()),
                    finding.confidence().name().toLowerCase(Locale.ROOT),
                    time(finding),
                    finding.by());
        });
    }

    private static TimePart time(Finding finding) {
        var written = finding.observedAt().atOffset(finding.offset());
        return new TimePart(
                finding.observedAt(),
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(written),
                finding.offset().toString());
    }
}
