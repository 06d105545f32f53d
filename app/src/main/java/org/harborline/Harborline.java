// SPDX-License-Identifier: Apache-2.0
package org.harborline;

import org.harborline.platform.CommandLine;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;

/// The application. Everything else is in the modules below this package.
// Two modules may use the same word for a part of theirs; beans are told apart by package.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@Modulithic(
        systemName = "Harborline",
        sharedModules = {"platform", "journal", "access", "vault"})
public class Harborline {

    public static void main(String[] arguments) {
        if (CommandLine.isCommand(arguments)) {
            // allowed here: a command answers with its exit code
            System.exit(CommandLine.run(Harborline.class, arguments));
            // end of allowance
        }
        SpringApplication.run(Harborline.class, arguments);
    }
}
