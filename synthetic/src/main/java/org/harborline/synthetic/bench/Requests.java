// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.harborline.synthetic.world.SyntheticReport;
import org.harborline.synthetic.world.SyntheticReports;

/// Requests made before the clock starts, and filing with them.
final class Requests {

    private static final Pattern NUMBER =
            Pattern.compile("<responseCode>0</responseCode>.*<reportId>(\\d+)</reportId>", Pattern.DOTALL);
    private static final String DONE = "<responseCode>0</responseCode>";

    private final String head;
    private final List<byte[]> submits;

    /// @param count how many different reports; they are sent again from the first when all were sent
    Requests(URI server, long seed, int count) {
        String pair =
                Base64.getEncoder().encodeToString("demo-provider:demo-provider".getBytes(StandardCharsets.US_ASCII));
        head = " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\nAuthorization: Basic " + pair + "\r\n";
        submits = SyntheticReports.seeded(seed).take(count).stream()
                .map(SyntheticReport::xml)
                .map(xml -> post("/ispws/submit", "text/xml; charset=utf-8", xml))
                .toList();
    }

    private byte[] post(String path, String type, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        var request = new ByteArrayOutputStream();
        request.writeBytes(
                ("POST " + path + head + "Content-Type: " + type + "\r\nContent-Length: " + bytes.length + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(bytes);
        return request.toByteArray();
    }

    /// Submits and finishes one report.
    ///
    /// @param index which one
    /// @throws IOException when the server does not take it: then there is nothing to measure
    void file(Wire wire, long index) throws IOException {
        String opened = wire.call(submits.get((int) (index % submits.size())));
        Matcher number = NUMBER.matcher(opened);
        if (!number.find()) {
            throw new IOException("the server did not open a report: " + opened);
        }
        String finished =
                wire.call(post("/ispws/finish", "application/x-www-form-urlencoded", "id=" + number.group(1)));
        if (!finished.contains(DONE)) {
            throw new IOException("the server did not finish a report: " + finished);
        }
    }
}
