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
import org.harborline.synthetic.reports.Numbering;
import org.harborline.synthetic.world.SyntheticReports;

/// Requests made before the clock starts, and filing with them.
final class Requests {

    private static final Pattern NUMBER =
            Pattern.compile("<responseCode>0</responseCode>.*<reportId>(\\d+)</reportId>", Pattern.DOTALL);
    private static final String FILED = "\"number\":";
    private static final String DONE = "<responseCode>0</responseCode>";

    private final String head;
    private final Way way;
    private final String run = Long.toHexString(System.nanoTime());
    private final List<byte[]> bodies;

    /// @param count how many different reports; they are sent again from the first when all were sent
    Requests(URI server, long seed, int count, Way way) {
        this.way = way;
        String pair =
                Base64.getEncoder().encodeToString("demo-provider:demo-provider".getBytes(StandardCharsets.US_ASCII));
        head = " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\nAuthorization: Basic " + pair + "\r\n";
        bodies = SyntheticReports.seeded(seed).take(count).stream()
                .map(report -> switch (way) {
                    case TWO_CALLS -> post("/ispws/submit", "text/xml; charset=utf-8", report.xml());
                    case ONE_CALL -> report.json(Numbering.AS_WRITTEN).getBytes(StandardCharsets.UTF_8);
                })
                .toList();
    }

    private byte[] post(String path, String type, String body) {
        return post(path, type, body.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] post(String path, String type, byte[] bytes) {
        var request = new ByteArrayOutputStream(bytes.length + 512);
        request.writeBytes(
                ("POST " + path + head + "Content-Type: " + type + "\r\nContent-Length: " + bytes.length + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(bytes);
        return request.toByteArray();
    }

    /// Files one report.
    ///
    /// @param index which one
    /// @throws IOException when the server does not take it: then there is nothing to measure
    void file(Wire wire, long index) throws IOException {
        byte[] body = bodies.get((int) (index % bodies.size()));
        switch (way) {
            case TWO_CALLS -> submitAndFinish(wire, body);
            case ONE_CALL -> fileWhole(wire, body, index);
        }
    }

    private void fileWhole(Wire wire, byte[] body, long index) throws IOException {
        String filed =
                wire.call(post("/api/v1/reports", "application/json\r\nIdempotency-Key: " + run + "-" + index, body));
        if (!filed.contains(FILED)) {
            throw new IOException("the server did not file a report: " + filed);
        }
    }

    private void submitAndFinish(Wire wire, byte[] submit) throws IOException {
        String opened = wire.call(submit);
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
