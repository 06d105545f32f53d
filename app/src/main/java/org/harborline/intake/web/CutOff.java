// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/// Lets a handler close the connection after its answer instead of waiting for the rest of the body.
/// Without it the connector would go on reading from a sender who sends a byte a second. A sandbox also
/// loses an answer on request.
final class CutOff extends ValveBase {

    private static final String ATTRIBUTE = CutOff.class.getName();
    private static final String LOSING = ATTRIBUTE + ".losing";

    CutOff() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        Runnable cut = () -> request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        Runnable lose = () -> request.getCoyoteRequest().action(ActionCode.CLOSE_NOW, null);
        request.setAttribute(ATTRIBUTE, cut);
        request.setAttribute(LOSING, lose);
        getNext().invoke(request, response);
    }

    /// Closes after the answer. Does nothing where no connector is, as in tests of a single handler.
    static void after(ServletRequest request) {
        run(request, ATTRIBUTE);
    }

    /// Closes without the answer, unless some of it was sent already. Does nothing where no connector
    /// is.
    static void insteadOfTheAnswer(ServletRequest request) {
        run(request, LOSING);
    }

    private static void run(ServletRequest request, String attribute) {
        if (request.getAttribute(attribute) instanceof Runnable closing) {
            closing.run();
        }
    }
}
