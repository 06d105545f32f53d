// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry;

/// How an agency receives packages.
public enum DeliveryChannel {
    /// Its officers sign in to the agency pages and fetch them there.
    PORTAL,
    /// Its systems fetch them by machine.
    API,
    /// Through another agency named in its contact points, such as a liaison officer.
    LIAISON
}
