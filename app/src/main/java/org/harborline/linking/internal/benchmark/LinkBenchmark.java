// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.harborline.linking.internal.likeness.Kind;
import org.harborline.linking.internal.likeness.Threshold;
import org.harborline.platform.Command;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// `./harborline link-benchmark FILE.csv`: needs neither server nor database.
@Component("command.link-benchmark")
class LinkBenchmark implements Command {

    private static final String USAGE =
            "Usage: ./harborline link-benchmark FILE.csv [--kinds COLUMN=KIND,...]" + " [--threshold P] [--out FILE]";

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final InstantSource clock;
    private final PrintStream out;
    private final PrintStream err;

    @Autowired
    LinkBenchmark(Clock clock) {
        this(clock, System.out, System.err);
    }

    LinkBenchmark(InstantSource clock, PrintStream out, PrintStream err) {
        this.clock = clock;
        this.out = out;
        this.err = err;
    }

    @Override
    public String name() {
        return "link-benchmark";
    }

    @Override
    public int run(List<String> arguments) {
        try {
            Optional<Options> options = options(arguments);
            if (options.isEmpty()) {
                err.println(USAGE);
                return 2;
            }
            Options of = options.get();
            of.out().filter(file -> !mayBeWritten(file)).ifPresent(file -> {
                throw cannotBeWritten(file);
            });
            String json = JSON.writeValueAsString(new BenchmarkRun(clock).of(of.file(), of.kinds(), of.threshold()));
            if (of.out().isPresent()) {
                write(of.out().get(), json);
            } else {
                out.println(json);
            }
            return 0;
        } catch (BadBenchmark wrong) {
            err.println(wrong.getMessage());
            return 2;
        }
    }

    private record Options(Path file, Map<String, Kind> kinds, Threshold threshold, Optional<Path> out) {}

    private static Optional<Options> options(List<String> arguments) {
        Optional<Path> file = Optional.empty();
        Optional<Path> out = Optional.empty();
        Map<String, Kind> kinds = Map.of();
        Threshold threshold = Threshold.usual();
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String argument = rest.next();
            if (!argument.startsWith("--") && file.isEmpty()) {
                file = Optional.of(Path.of(argument));
                continue;
            }
            if (!rest.hasNext()) {
                return Optional.empty();
            }
            String value = rest.next();
            switch (argument) {
                case "--kinds" -> kinds = kinds(value);
                case "--threshold" -> threshold = threshold(value);
                case "--out" -> out = Optional.of(Path.of(value));
                default -> {
                    return Optional.empty();
                }
            }
        }
        Map<String, Kind> given = kinds;
        Threshold from = threshold;
        Optional<Path> to = out;
        return file.map(path -> new Options(path, given, from, to));
    }

    private static Map<String, Kind> kinds(String text) {
        var kinds = new HashMap<String, Kind>();
        for (String each : text.split(",", -1)) {
            int equals = each.lastIndexOf('=');
            if (equals < 1) {
                throw new BadBenchmark(
                        "--kinds takes COLUMN=KIND, several with a comma between them; it holds " + each + ".");
            }
            kinds.put(each.substring(0, equals).strip(), kind(each.substring(equals + 1)));
        }
        return kinds;
    }

    private static Kind kind(String word) {
        String name = word.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadBenchmark("There is no kind " + word.strip() + "; the kinds are "
                        + Arrays.stream(Kind.values()).map(BenchmarkRun::word).collect(Collectors.joining(", "))
                        + "."));
    }

    private static Threshold threshold(String text) {
        try {
            return new Threshold(Double.parseDouble(text));
        } catch (IllegalArgumentException none) {
            throw new BadBenchmark(
                    "--threshold takes a probability between 0 and 1, such as 0.98; it is " + text + ".");
        }
    }

    private static void write(Path file, String json) {
        try {
            Files.writeString(file, json + "\n");
        } catch (IOException cannot) {
            throw cannotBeWritten(file);
        }
    }

    private static boolean mayBeWritten(Path file) {
        return Files.exists(file)
                ? Files.isRegularFile(file) && Files.isWritable(file)
                : Files.isWritable(file.toAbsolutePath().getParent());
    }

    private static BadBenchmark cannotBeWritten(Path file) {
        return new BadBenchmark(
                "The file " + file + ", which --out names, cannot be written; name one in a folder that exists.");
    }
}
