// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral;

/// A package file.
///
/// @param base64 the bytes, exactly as they were signed
public record PackageDownload(String fileName, String base64) {

    @Override
    public String toString() {
        return "PackageDownload(" + fileName + ")";
    }
}
