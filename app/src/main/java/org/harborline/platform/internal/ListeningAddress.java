// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal;

import inet.ipaddr.IPAddressString;
import java.net.InetAddress;
import java.util.Arrays;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Listens for this machine only, until an operator has set up TLS, named a proxy on another machine, or given an
/// address: on any other network passwords and reports would pass in the clear.
@Component
class ListeningAddress implements WebServerFactoryCustomizer<ConfigurableWebServerFactory> {

    private final Environment environment;

    ListeningAddress(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void customize(ConfigurableWebServerFactory factory) {
        if (!hasAddress() && !hasTls() && !hasProxyElsewhere()) {
            factory.setAddress(InetAddress.getLoopbackAddress());
        }
    }

    private boolean hasAddress() {
        return !environment.getProperty("server.address", "").isBlank();
    }

    private boolean hasTls() {
        return Binder.get(environment)
                .bind("server.ssl", Ssl.class)
                .map(tls -> tls.isEnabled())
                .orElse(false);
    }

    /// A proxy on this machine reaches the server through loopback too.
    private boolean hasProxyElsewhere() {
        return Arrays.stream(environment
                        .getProperty("harborline.trusted-proxies", "")
                        .split(",", -1))
                .map(String::strip)
                .anyMatch(block -> !block.isEmpty() && !isLoopback(block));
    }

    private static boolean isLoopback(String block) {
        var address = new IPAddressString(block).getAddress();
        return address != null && address.isLoopback();
    }
}
