// SPDX-License-Identifier: Apache-2.0
package org.harborline.access;

import java.util.List;
import org.harborline.platform.Actor;
import org.harborline.platform.RecordRef;

/// The agencies an officer can belong to. Implemented where agencies are known, above this module.
public interface PartyDirectory {

    /// All of them that exist today, in the order of their codes. Needs
    /// [org.harborline.platform.Permission#REGISTRY_READ].
    List<Party> parties(Actor actor);

    /// An agency by reference and name.
    record Party(RecordRef ref, String name) {}
}
