// SPDX-License-Identifier: Apache-2.0
package org.harborline.access;

import java.util.List;
import org.harborline.platform.Actor;
import org.harborline.platform.RecordRef;

/// The organisations that people outside can belong to. Implemented where they are known, above this module.
public interface PartyDirectory {

    /// All agencies that exist today and all reporting companies, in the order of their codes. Needs
    /// [org.harborline.platform.Permission#REGISTRY_READ].
    List<Party> parties(Actor actor);

    /// An organisation by reference, permanent short name and name.
    record Party(RecordRef ref, String code, String name) {}
}
