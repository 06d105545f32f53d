// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.harborline.synthetic.wire.Latencies;
import tools.jackson.databind.json.JsonMapper;

/// The one JSON object that a measurement ends in, figures in the order in which they were put.
final class Figures {

    private static final double THOUSANDTHS = 1_000;

    private final Map<String, Object> values = new LinkedHashMap<>();

    Figures put(String name, double value) {
        values.put(name, Math.round(value * THOUSANDTHS) / THOUSANDTHS);
        return this;
    }

    Figures put(String name, long value) {
        values.put(name, value);
        return this;
    }

    Figures put(String name, Map<String, ?> value) {
        values.put(name, value);
        return this;
    }

    Figures put(String name, Figures value) {
        values.put(name, value.values);
        return this;
    }

    /// Three percentiles, in milliseconds.
    Figures put(Latencies latencies) {
        return put("p50_ms", millis(latencies.percentile(50)))
                .put("p95_ms", millis(latencies.percentile(95)))
                .put("p99_ms", millis(latencies.percentile(99)));
    }

    /// Reports a second by connections.
    Figures put(String name, List<Load.Measured> runs) {
        values.put(
                name,
                runs.stream()
                        .collect(Collectors.toMap(
                                run -> Integer.toString(run.connections()),
                                run -> Math.round(run.perSecond() * 10) / 10.0,
                                (one, _) -> one,
                                LinkedHashMap::new)));
        return this;
    }

    Figures put(String name, Meter.PerReport each) {
        return put(
                name,
                new Figures()
                        .put("transactions", each.transactions())
                        .put("rows", each.rows())
                        .put("wal_bytes", each.walBytes())
                        .put("page_image_bytes", each.pageImageBytes()));
    }

    /// What else the machine had to do: above the number of processors, the figures are those of other work too.
    Figures putMachine(double loadBefore) {
        return put("processors", (long) Runtime.getRuntime().availableProcessors())
                .put("load_before", loadBefore);
    }

    static double machineLoad() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    String json() {
        return JsonMapper.shared().writeValueAsString(values);
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
