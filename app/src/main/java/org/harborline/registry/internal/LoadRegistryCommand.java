// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.harborline.platform.Command;
import org.springframework.stereotype.Component;

/// `./harborline load-registry DIR`: takes an operator's own files of providers, agencies and coverage into a registry
/// for real reports, beside a running server or not.
@Component("command.load-registry")
class LoadRegistryCommand implements Command {

    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    private final RegistryLoader loader;
    private final AgencyTable agencies;

    LoadRegistryCommand(RegistryLoader loader, AgencyTable agencies) {
        this.loader = loader;
        this.agencies = agencies;
    }

    @Override
    public String name() {
        return "load-registry";
    }

    @Override
    public int run(List<String> arguments) {
        if (arguments.size() != 1 || !Files.isDirectory(Path.of(arguments.getFirst()))) {
            System.err.println("Usage: ./harborline load-registry DIR [--data DIR], with a directory that holds any of"
                    + " providers.csv, services.csv, agencies.csv, coverage.csv and contacts.csv.");
            return WRONG_USAGE;
        }
        var files = RegistryFiles.in(Path.of(arguments.getFirst()));
        if (files.versions().isEmpty()) {
            System.err.println(
                    "There is nothing to load in " + arguments.getFirst() + ": none of the files has a row.");
            return FAILED;
        }
        if (agencies.anySample()) {
            System.err.println("This registry holds the sample data of a sandbox; load yours into an installation that"
                    + " ./harborline run has made.");
            return FAILED;
        }
        System.out.println(
                loader.load(files) + " organisations were added. Nothing counts as confirmed: ask each agency,"
                        + " and confirm it and its coverage on its page; until then it receives nothing.");
        return 0;
    }
}
