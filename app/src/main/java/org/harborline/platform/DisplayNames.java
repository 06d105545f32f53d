// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform;

import java.util.Optional;

/// How the frame addresses who is signed in. Implemented where accounts are.
public interface DisplayNames {

    /// The name colleagues see.
    ///
    /// @return empty when the actor has none, such as somebody on the public pages
    Optional<String> displayName(Actor actor);
}
