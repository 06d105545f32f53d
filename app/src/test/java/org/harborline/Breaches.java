// SPDX-License-Identifier: Apache-2.0
package org.harborline;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.concurrent.Callable;
import org.harborline.intake.completeness.Completeness;
import org.harborline.intake.facts.ReportFiled;
import org.harborline.journal.Fact;
import org.harborline.platform.RecordRef;
import org.springframework.web.multipart.MultipartFile;

/// What no class of ours may look like. Each breaks one rule, so that a rule which no longer sees anything is seen.
final class Breaches {

    private Breaches() {}

    record Attaches(MultipartFile file) {}

    record Receives(jakarta.servlet.http.Part part) {}

    record Draws(BufferedImage picture) {}

    record Fetches(URI location) implements Callable<InputStream> {
        @Override
        public InputStream call() throws IOException {
            return location.toURL().openStream();
        }
    }

    record Calls(HttpClient client) {}

    record Weighs(Completeness completeness) {}

    record Ranks(ReportFiled report) {
        boolean isThin() {
            return report.missing() != null;
        }
    }

    record Told(String text) implements Fact {
        @Override
        public RecordRef subject() {
            return RecordRef.of("report", 1);
        }
    }
}
