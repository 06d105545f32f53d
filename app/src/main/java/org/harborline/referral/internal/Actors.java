// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import org.harborline.platform.Actor;

/// Who acts when the module acts by itself.
final class Actors {

    static final Actor SYSTEM = Actor.system("referral");

    private Actors() {}
}
