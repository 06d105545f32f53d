// SPDX-License-Identifier: Apache-2.0
/// Accounts of staff and officers under an opaque holder id, sign-in, second factors, sessions as rows, roles. It
/// answers who acts
/// and what they may do; whether they may do it to a certain record is decided by the module that owns the record.
@ApplicationModule(
        displayName = "Access",
        allowedDependencies = {"platform", "journal"})
@NullMarked
package org.harborline.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
