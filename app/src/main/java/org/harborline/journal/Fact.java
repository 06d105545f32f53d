// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal;

import org.harborline.platform.RecordRef;

/// Something that happened. A record of ids, codes, numbers and instants, named by [FactType], never text or personal
/// data: a test walks
/// all facts and fails on any other component type.
public interface Fact {

    /// The record that the fact is about. Facts about one subject are handed over in order, and behind a parked one
    /// they wait.
    RecordRef subject();
}
