// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenNetworkTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.255.255",
                "224.0.0.1",
                "255.255.255.255",
                "240.0.0.1",
                "0.1.2.3",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::1"
            })
    void leavesOutWhatIsInside(String address) throws UnknownHostException {
        assertThat(OpenNetwork.has(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "203.0.113.7", "100.63.255.255", "100.128.0.1", "172.32.0.1", "2001:db8::1"})
    void hasWhatIsOutside(String address) throws UnknownHostException {
        assertThat(OpenNetwork.has(InetAddress.getByName(address))).isTrue();
    }
}
