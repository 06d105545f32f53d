// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.mock.env.MockEnvironment;

class ListeningAddressTests {

    private static TomcatServletWebServerFactory with(String setting) {
        var environment = new MockEnvironment();
        if (!setting.equals("nothing")) {
            int at = setting.indexOf('=');
            environment.setProperty(setting.substring(0, at), setting.substring(at + 1));
        }
        var factory = new TomcatServletWebServerFactory();
        new ListeningAddress(environment).customize(factory);
        return factory;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing",
                "harborline.trusted-proxies=",
                "harborline.trusted-proxies=127.0.0.1, ::1",
                "server.ssl.enabled=false"
            })
    void isThisMachinesOwnWithoutTlsAndWithoutAProxyElsewhere(String setting) {
        assertThat(with(setting).getAddress()).isEqualTo(InetAddress.getLoopbackAddress());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "harborline.trusted-proxies=192.0.2.7",
                "harborline.trusted-proxies=127.0.0.1,2001:db8::/64",
                "server.ssl.bundle=web",
                "server.ssl.key-store=web.p12",
                "server.address=192.0.2.1"
            })
    void isLeftToTheOperatorWhoHasSetUpTlsOrAProxyOrAnAddress(String setting) {
        assertThat(with(setting).getAddress()).isNull();
    }
}
