// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry;

import org.harborline.platform.Actor;

/// The last step of a company on its way: its client has shown that it works, and files real reports. Needs
/// [org.harborline.platform.Permission#REGISTRY_CHANGE], or the own company and
/// [org.harborline.platform.Permission#COMPANY_KEEP]. Changes made on an older version of the company are refused with
/// [org.harborline.platform.PlatformProblem#CHANGED_MEANWHILE].
public interface Admissions {

    /// Keeps a certificate that was made for this company by a sandbox that is trusted here.
    ///
    /// @param pasted as [ConformanceCertificate#text] wrote it
    void accept(Actor actor, ProviderId provider, String pasted, long version);

    /// Lets a verified company file by machine. Its certificate is not older than [ConformanceCertificate#DAYS] days.
    void goLive(Actor actor, ProviderId provider, long version);
}
