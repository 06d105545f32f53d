// SPDX-License-Identifier: Apache-2.0
package org.harborline;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/// The application. Everything else is in the modules below this package.
@SpringBootApplication
@Modulithic(
        systemName = "Harborline",
        sharedModules = {"platform", "journal", "access", "vault"})
public class Harborline {

    public static void main(String[] arguments) {
        SpringApplication.run(Harborline.class, arguments);
    }
}
