// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.internal;

import java.util.List;
import org.harborline.platform.Actor;
import org.harborline.platform.Mode;
import org.harborline.platform.ReadyNote;
import org.harborline.platform.Settings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Prints the one-time link that creates the first administrator, at every start of a production server until somebody
/// used it. Whoever reads the console of the server may be its administrator anyway.
@Component
class FirstAdministrator implements ReadyNote {

    private final Onboarding onboarding;
    private final Settings settings;
    private final boolean samples;

    FirstAdministrator(
            Onboarding onboarding,
            Settings settings,
            @Value("${harborline.access.sample-sign-ins:true}") boolean samples) {
        this.samples = samples;
        this.onboarding = onboarding;
        this.settings = settings;
    }

    @Override
    public List<String> lines() {
        if (samples && settings.mode() == Mode.SANDBOX) {
            return List.of();
        }
        return onboarding
                .inviteFirst(Actor.system("first-administrator"))
                .map(invitation -> List.of(
                        "create the first administrator (once, within 24 hours):",
                        "  " + settings.publicUrl().resolve(invitation.path())))
                .orElse(List.of());
    }
}
