// SPDX-License-Identifier: Apache-2.0
package org.harborline.e2e;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/// A device with passkeys that the browser itself pretends to have. It answers by itself and, until told otherwise,
/// knows its holder, as a telephone does by a face or a finger.
final class VirtualAuthenticator {

    private final CDPSession browser;
    private final String id;

    VirtualAuthenticator(Page page) {
        browser = page.context().newCDPSession(page);
        browser.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var wanted = new JsonObject();
        wanted.add("options", options);
        id = browser.send("WebAuthn.addVirtualAuthenticator", wanted)
                .get("authenticatorId")
                .getAsString();
    }

    /// From now on whoever holds the device is a stranger to it.
    void forgetHolder() {
        verify(false);
    }

    void knowHolder() {
        verify(true);
    }

    private void verify(boolean known) {
        var wanted = new JsonObject();
        wanted.addProperty("authenticatorId", id);
        wanted.addProperty("isUserVerified", known);
        browser.send("WebAuthn.setUserVerified", wanted);
    }
}
