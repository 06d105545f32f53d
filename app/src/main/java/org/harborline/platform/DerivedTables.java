// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform;

import java.util.List;

/// Empties tables that can be built again from the journal. Only their owner may, so the serving role cannot do this by
/// mistake or force.
public interface DerivedTables {

    /// Empties all of them in one step.
    ///
    /// @param tables as `schema.table`
    void empty(List<String> tables);
}
