// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;

/// Runs one command of `./harborline` in a context where only the beans it asks for are made.
public final class CommandLine {

    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

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
        spring.setDefaultProperties(Map.of("harborline.command", "true", "spring.main.keep-alive", "false"));
        try (var context = spring.run(settings.toArray(String[]::new))) {
            for (Command command : context.getBeansOfType(Command.class).values()) {
                if (command.name().equals(arguments[0])) {
                    return command.run(rest);
                }
            }
            System.err.println("There is no command " + arguments[0] + "; ./harborline help lists them.");
            return WRONG_USAGE;
        } catch (StartRefused refused) {
            System.err.println(refused.getMessage());
            return FAILED;
        }
    }

    private static boolean isSetting(String argument) {
        return argument.startsWith("--harborline.")
                || argument.startsWith("--server.")
                || argument.startsWith("--spring.");
    }
}
