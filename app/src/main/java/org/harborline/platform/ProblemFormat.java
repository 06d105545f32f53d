// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/// A door that answers problems in a format of its own, such as the XML of the compatible reporting interface. Modules
/// contribute beans; everything else is answered with a page, a fragment or `application/problem+json`.
public interface ProblemFormat {

    /// Whether requests to this path are answered in this format.
    boolean answers(String path);

    /// Writes status and body. The request id is already set as a header.
    void write(ProblemException problem, HttpServletRequest request, HttpServletResponse response) throws IOException;
}
