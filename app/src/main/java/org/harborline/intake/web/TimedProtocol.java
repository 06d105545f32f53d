// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import java.io.IOException;
import org.apache.coyote.Adapter;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;

/// HTTP/1.1 as the connector speaks it; only the connection of each request can be found, so that [Discarding] can end
/// it. Public because the connector makes it by its name.
public final class TimedProtocol extends Http11NioProtocol {

    /// Where the connection of a request is found. The connector itself uses the first two.
    static final int CONNECTION = 30;

    @Override
    protected Processor createProcessor() {
        return new Exchanges(this, getAdapter());
    }

    private static final class Exchanges extends Http11Processor {

        Exchanges(AbstractHttp11Protocol<?> protocol, Adapter adapter) {
            super(protocol, adapter);
        }

        @Override
        public SocketState service(SocketWrapperBase<?> connection) throws IOException {
            request.setNote(CONNECTION, connection);
            return super.service(connection);
        }
    }
}
