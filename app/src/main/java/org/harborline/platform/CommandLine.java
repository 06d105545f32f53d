// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.LifecycleProcessor;
import org.springframework.context.support.AbstractApplicationContext;

/// Runs one command of `./harborline` in a context where only the beans it asks for are made.
public final class CommandLine {

    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    /// Who is to say what is wrong, or to keep what there is, takes an installation as it finds it.
    private static final Set<String> WITH_TABLES_OF_ANY_RELEASE = Set.of("doctor", "backup");

    private CommandLine() {}

    /// Whether the arguments name a command; otherwise they are settings of the server.
    public static boolean isCommand(String[] arguments) {
        return arguments.length > 0 && !arguments[0].startsWith("--");
    }

    /// Runs the command named by the first argument.
    ///
    /// @return the exit code
    public static int run(Class<?> application, String[] arguments) {
        List<String> settings =
                Arrays.stream(arguments).filter(CommandLine::isSetting).toList();
        List<String> rest = Arrays.stream(arguments)
                .skip(1)
                .filter(argument -> !isSetting(argument))
                .toList();
        var spring = new SpringApplication(application);
        spring.setWebApplicationType(WebApplicationType.NONE);
        spring.setLazyInitialization(true);
        spring.setDefaultProperties(Map.of(
                "harborline.command", "true",
                "spring.main.keep-alive", "false",
                "db-scheduler.enabled", "false",
                // only a start migrates: beside the command a server of an earlier release may be running
                "spring.flyway.enabled", "false",
                "harborline.tables-of-this-release",
                        Boolean.toString(!WITH_TABLES_OF_ANY_RELEASE.contains(arguments[0])),
                "management.health.defaults.enabled", "false",
                // what would start the database for a command that needs none
                "spring.autoconfigure.exclude",
                        "org.springframework.boot.jdbc.autoconfigure.metrics.DataSourcePoolMetricsAutoConfiguration"));
        // Nothing runs by itself beside a command: no sequencer, no follower, no job.
        spring.addInitializers(context -> context.getBeanFactory()
                .registerSingleton(AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME, new NothingStarts()));
        try (var context = spring.run(settings.toArray(String[]::new))) {
            String name = "command." + arguments[0];
            if (!context.containsBean(name) || !context.isTypeMatch(name, Command.class)) {
                System.err.println("There is no command " + arguments[0] + "; ./harborline help lists them.");
                return WRONG_USAGE;
            }
            return context.getBean(name, Command.class).run(rest);
        } catch (RuntimeException failure) {
            System.err.println(StartRefused.in(failure)
                    .map(StartRefused::getMessage)
                    .orElseGet(() -> "The command failed, by a fault of Harborline: " + Traces.of(failure)));
            return FAILED;
        }
    }

    private static final class NothingStarts implements LifecycleProcessor {

        @Override
        public void onRefresh() {}

        @Override
        public void onClose() {}

        @Override
        public void start() {}

        @Override
        public void stop() {}

        @Override
        public boolean isRunning() {
            return false;
        }
    }

    private static boolean isSetting(String argument) {
        return argument.startsWith("--harborline.")
                || argument.startsWith("--server.")
                || argument.startsWith("--spring.");
    }
}
