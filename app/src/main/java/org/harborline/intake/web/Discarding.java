// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.SocketWrapperBase;

/// Gives a sender a limited time in all to get rid of a body that was answered without being read. The connector
/// discards what comes, because a sender whose connection ends at once sees a broken pipe and no answer; by itself it
/// would go on for as long as something comes, and end early when nothing does.
final class Discarding extends ValveBase {

    private static final String EXCHANGE = Discarding.class.getName();

    private final Duration limit;
    private final ScheduledExecutorService ends = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("discarding").factory());

    Discarding(Duration limit) {
        super(true);
        this.limit = limit;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        var exchange = request.getCoyoteRequest();
        var read = new AtomicBoolean();
        exchange.action(ActionCode.REQUEST_BODY_FULLY_READ, read);
        if (!read.get() && exchange.getNote(TimedProtocol.CONNECTION) instanceof SocketWrapperBase<?> connection) {
            limit(exchange, connection);
        }
    }

    /// The mark goes when the exchange ends; while it stands, the connector still discards.
    private void limit(org.apache.coyote.Request exchange, SocketWrapperBase<?> connection) {
        var mark = new Object();
        exchange.setAttribute(EXCHANGE, mark);
        connection.setReadTimeout(limit.toMillis());
        var _ = ends.schedule(
                () -> {
                    if (mark.equals(exchange.getAttribute(EXCHANGE))) {
                        connection.close();
                    }
                },
                limit.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    @Override
    protected void stopInternal() throws org.apache.catalina.LifecycleException {
        ends.shutdownNow();
        super.stopInternal();
    }
}
