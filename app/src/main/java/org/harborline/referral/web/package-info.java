// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.harborline.referral.web;

import org.jspecify.annotations.NullMarked;
