// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform;

/// Which door an actor came through.
public enum ActorKind {
    /// A person who works for the clearinghouse.
    STAFF,
    /// An officer of a law-enforcement agency.
    AGENCY,
    /// A reporting company, by its credential or through its portal.
    PROVIDER,
    /// Somebody on the public pages. Never has an account.
    PUBLIC,
    /// A part of Harborline that acts by itself: a follower, a job, a command of the operator.
    SYSTEM
}
