// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.harborline.referral.internal;

import org.jspecify.annotations.NullMarked;
