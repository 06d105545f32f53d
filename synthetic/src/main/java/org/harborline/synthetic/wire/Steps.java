// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.wire;

import java.io.IOException;

/// Is told each step of a report before the next one is taken; one that cannot note a step stops the filing.
public interface Steps {

    /// Notes nothing.
    Steps UNNOTED = new Steps() {
        @Override
        public void opened(long reportId) {}

        @Override
        public void finishing(long reportId) {}

        @Override
        public void finished(long reportId) {}
    };

    /// The server has given the report its number.
    void opened(long reportId) throws IOException;

    /// The server is about to be asked to file it.
    void finishing(long reportId) throws IOException;

    /// The server has said that it is filed.
    void finished(long reportId) throws IOException;
}
