// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import org.harborline.synthetic.wire.Filing.Losses;

/// The end of a campaign, as a line for people and as JSON for programs.
///
/// @param asked how many reports were to be filed
record Summary(int asked, Tally tally, Losses losses, Duration took) {

    boolean complete() {
        return tally.filed() == asked;
    }

    String line() {
        return String.format(
                Locale.ROOT,
                """
                filed %d of %d reports in %.1f s (%.1f/s); refused %d%s, unreached %d, unsettled %d; \
                answers lost: %d submits (ambiguous), %d finishes (%d settled)""",
                tally.filed(),
                asked,
                seconds(),
                perSecond(),
                refused(),
                refusals(" (", "%d: %d", ")"),
                tally.unreached(),
                tally.unsettled(),
                losses.ambiguousSubmits(),
                losses.lostFinishes(),
                losses.settledFinishes());
    }

    String json() {
        return String.format(
                Locale.ROOT,
                """
                {"reports":%d,"filed":%d,"refused":%d,"refusedByCode":{%s},"unreached":%d,"unsettled":%d,\
                "ambiguousSubmits":%d,"lostFinishes":%d,"settledFinishes":%d,"pauses":%d,\
                "seconds":%.3f,"reportsPerSecond":%.3f,"latencyMillis":%s}""",
                asked,
                tally.filed(),
                refused(),
                refusals("", "\"%d\":%d", ""),
                tally.unreached(),
                tally.unsettled(),
                losses.ambiguousSubmits(),
                losses.lostFinishes(),
                losses.settledFinishes(),
                losses.pauses(),
                seconds(),
                perSecond(),
                latency());
    }

    private String latency() {
        var latencies = tally.latencies();
        if (latencies.isEmpty()) {
            return "null";
        }
        return String.format(
                Locale.ROOT,
                "{\"p50\":%.3f,\"p95\":%.3f,\"p99\":%.3f,\"max\":%.3f}",
                millis(latencies.percentile(50)),
                millis(latencies.percentile(95)),
                millis(latencies.percentile(99)),
                millis(latencies.percentile(100)));
    }

    private long refused() {
        return tally.refusals().values().stream().mapToLong(Long::longValue).sum();
    }

    private String refusals(String before, String form, String after) {
        if (tally.refusals().isEmpty()) {
            return "";
        }
        return tally.refusals().entrySet().stream()
                .map(refusal -> String.format(Locale.ROOT, form, refusal.getKey(), refusal.getValue()))
                .collect(Collectors.joining(before.isEmpty() ? "," : ", ", before, after));
    }

    private double seconds() {
        return took.toNanos() / 1e9;
    }

    private double perSecond() {
        return tally.filed() / Math.max(seconds(), 1e-3);
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
