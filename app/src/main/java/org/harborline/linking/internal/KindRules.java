// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import org.harborline.intake.StatedIdentifier;

/// The rules of one kind of identifier. Pure: the same value gives the same keys, on every machine and in every
/// locale.
interface KindRules {

    Normalised apply(StatedIdentifier stated, Origin origin);
}
