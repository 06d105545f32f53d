// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.web;

import com.google.common.net.InetAddresses;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Takes the client's address and scheme from `X-Forwarded-For` and `X-Forwarded-Proto`, but only when the request came
/// from a proxy that the operator named in `HARBORLINE_TRUSTED_PROXIES` (addresses or blocks, separated by commas).
/// From anybody else these headers are what the sender wishes and are ignored.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TrustedProxies extends OncePerRequestFilter {

    private final List<IPAddress> trusted;

    TrustedProxies(@Value("${harborline.trusted-proxies:}") List<String> blocks) {
        this.trusted = blocks.stream()
                .map(String::strip)
                .filter(block -> !block.isEmpty())
                .map(TrustedProxies::parse)
                .toList();
    }

    private static IPAddress parse(String block) {
        return Objects.requireNonNull(
                new IPAddressString(block).getAddress(),
                "HARBORLINE_TRUSTED_PROXIES holds something that is no address and no block");
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return trusted.isEmpty() || !isTrusted(request.getRemoteAddr());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Forwarded(request, client(request)), response);
    }

    /// The last address in the list that is not one of the trusted proxies: everything before it was written by
    /// somebody we do not know. A proxy may add a line of its own behind those that the sender wrote: all lines
    /// are one list.
    private String client(HttpServletRequest request) {
        var header = String.join(",", Collections.list(request.getHeaders("X-Forwarded-For")));
        var hops = header.isEmpty()
                ? List.<String>of()
                : Arrays.stream(header.split(",", -1)).map(String::strip).toList();
        return hops.reversed().stream()
                .filter(hop -> !isTrusted(hop))
                .findFirst()
                .filter(InetAddresses::isInetAddress)
                .orElse(request.getRemoteAddr());
    }

    private boolean isTrusted(@Nullable String address) {
        if (address == null || !InetAddresses.isInetAddress(address)) {
            return false;
        }
        var parsed = new IPAddressString(address).getAddress();
        return trusted.stream().anyMatch(block -> block.contains(parsed));
    }

    /// The request as the client sent it to the proxy.
    private static final class Forwarded extends HttpServletRequestWrapper {

        private final String client;
        private final boolean tls;

        private Forwarded(HttpServletRequest request, String client) {
            super(request);
            this.client = client;
            this.tls = "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
        }

        @Override
        public String getRemoteAddr() {
            return client;
        }

        @Override
        public String getRemoteHost() {
            return client;
        }

        @Override
        public boolean isSecure() {
            return tls || super.isSecure();
        }

        @Override
        public String getScheme() {
            return tls ? "https" : super.getScheme();
        }
    }
}
