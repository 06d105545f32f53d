// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.time.Instant;
import java.util.List;
import org.harborline.referral.PackageKind;

/// What is in a package file, and where it stands in the record of the installation.
///
/// @param madeBy opaque holder id of the person who opened the referral
/// @param journalPosition newest fact when the package was made
/// @param files our own two documents; material has no place here
record PackageManifest(
        String format,
        String reference,
        PackageKind kind,
        boolean sandbox,
        long report,
        String referral,
        String recipient,
        Instant madeAt,
        String madeBy,
        long journalPosition,
        String signature,
        List<PartFile> files) {

    static final String FORMAT = "harborline-manifest/1";
    static final String HOW_SIGNED =
            "Ed25519 over every byte of this file but its last 128 characters, which are the signature in hexadecimal."
                    + " Check with: ./harborline verify-package FILE --key KEY";

    PackageManifest {
        files = List.copyOf(files);
    }

    /// One of our own documents.
    record PartFile(String name, int size, String sha256) {}
}
