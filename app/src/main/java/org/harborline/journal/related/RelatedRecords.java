// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.related;

import java.util.List;
import org.harborline.platform.RecordRef;

/// One module's answer to where the history of a record goes on. Facts about two reports stand under a record of their
/// own, so whoever reads about one of the reports must be led there.
public interface RelatedRecords {

    /// Records whose facts concern the given one too, newest first, at most `limit`.
    List<RecordRef> of(RecordRef record, int limit);
}
