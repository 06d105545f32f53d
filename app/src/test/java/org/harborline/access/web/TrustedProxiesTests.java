// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class TrustedProxiesTests {

    private final TrustedProxies proxies = new TrustedProxies(List.of("192.0.2.0/24"));

    private String client(String peer, String... lines) throws ServletException, IOException {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(peer);
        for (String line : lines) {
            request.addHeader("X-Forwarded-For", line);
        }
        var chain = new MockFilterChain();
        proxies.doFilter(request, new MockHttpServletResponse(), chain);
        return Objects.requireNonNull(chain.getRequest()).getRemoteAddr();
    }

    @Test
    void takesTheLastAddressThatIsNoProxyOfOurs() throws ServletException, IOException {
        assertThat(client("192.0.2.1", "203.0.113.9, 198.51.100.4, 192.0.2.2")).isEqualTo("198.51.100.4");
        assertThat(client("192.0.2.1")).isEqualTo("192.0.2.1");
    }

    @Test
    void believesNothingThatComesFromAnybodyElse() throws ServletException, IOException {
        assertThat(client("203.0.113.1", "198.51.100.4")).isEqualTo("203.0.113.1");
    }

    @Test
    void aLineThatTheSenderWroteDoesNotHideTheOneThatTheProxyAdded() throws ServletException, IOException {
        assertThat(client("192.0.2.1", "203.0.113.9", "198.51.100.4")).isEqualTo("198.51.100.4");
        assertThat(client("192.0.2.1", "203.0.113.9", "198.51.100.4", "192.0.2.2"))
                .isEqualTo("198.51.100.4");
    }
}
