// SPDX-License-Identifier: Apache-2.0
package org.harborline.vault;

/// The opened data key of one record. Kept only as long as a request or batch needs it; never stored, logged or passed
/// on.
public interface RecordKey {

    /// Seals a value. It opens only with the same record, field and row.
    ///
    /// @param row tells rows of the same field apart, such as an ordinal; `-` where there is only one
    SealedText seal(FieldId field, String row, String clear);

    /// Opens a value.
    ///
    /// @throws IllegalStateException when it was sealed for another record, field or row, or was changed
    String open(FieldId field, String row, SealedText sealed);
}
