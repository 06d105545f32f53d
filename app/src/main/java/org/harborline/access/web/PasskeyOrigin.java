// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.web;

import com.google.common.net.InetAddresses;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.harborline.platform.Mode;
import org.harborline.platform.Settings;
import org.springframework.stereotype.Component;

/// The origin that passkeys are bound to: the installation's public address, or `localhost` in a sandbox. Browsers
/// refuse passkeys for bare addresses, so there is none then and passkeys are not offered.
@Component
class PasskeyOrigin {

    private static final String LOCALHOST = "localhost";

    private final Settings settings;

    PasskeyOrigin(Settings settings) {
        this.settings = settings;
    }

    Optional<String> of(HttpServletRequest request) {
        var host = settings.publicUrl().getHost();
        boolean here = LOCALHOST.equals(request.getServerName());
        // a sandbox may have taken any free port, so the browser knows it better than the settings
        if (here && (settings.mode() == Mode.SANDBOX || LOCALHOST.equals(host))) {
            return Optional.of(request.getScheme() + "://localhost:" + request.getServerPort());
        }
        return host == null || InetAddresses.isUriInetAddress(host) || LOCALHOST.equals(host)
                ? Optional.empty()
                : Optional.of(origin(settings.publicUrl()));
    }

    private static String origin(URI address) {
        var port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return address.getScheme() + "://" + address.getHost() + port;
    }
}
