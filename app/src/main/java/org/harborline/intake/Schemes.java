// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

import org.harborline.platform.Actor;

/// What the operator says the law is. It holds for reports finished from then on; what receipts said before stands.
public interface Schemes {

    /// What holds now.
    Scheme current(Actor actor);

    /// Enters it anew. Needs [org.harborline.platform.Permission#OPERATE].
    ///
    /// @throws org.harborline.platform.ProblemException when it is not whole, or is to be reviewed in the past
    void put(Actor actor, Scheme scheme);
}
