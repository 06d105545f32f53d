// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.harborline.access.AccessProblem;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.ProblemType;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class WireProblemsTests {

    private static void assertAnswer(ProblemType problem, int status, int code) throws IOException {
        var response = new MockHttpServletResponse();
        new WireProblems().write(new ProblemException(problem), new MockHttpServletRequest(), response);
        assertThat(response.getContentAsString()).contains("<responseCode>" + code + "</responseCode>");
        assertThat(response.getStatus()).isEqualTo(status);
    }

    @Test
    void tellsWhoMayNotApartFromWhatIsNotUnderstood() throws IOException {
        assertAnswer(PlatformProblem.FORM_EXPIRED, 403, 3000);
        assertAnswer(PlatformProblem.INVALID_INPUT, 400, 4000);
        assertAnswer(PlatformProblem.NOT_FOUND, 404, 1210);
    }

    @Test
    void asksWhoSendsTooMuchToTryAgain() throws IOException {
        assertAnswer(AccessProblem.SIGN_IN_SLOWED, 429, 1000);
    }
}
