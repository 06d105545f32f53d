// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/// Gives every test context a database and a data directory of its own. Contexts with the same configuration are cached
/// and share them.
public final class TestDatabaseCustomizer implements ContextCustomizerFactory {

    @Override
    public ContextCustomizer createContextCustomizer(Class<?> test, List<ContextConfigurationAttributes> attributes) {
        return new Customizer();
    }

    private record Customizer() implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {
            if (context.getEnvironment().containsProperty("harborline.test.own-database")) {
                return;
            }
            try {
                TestPropertyValues.of(
                                "harborline.mode=" + context.getEnvironment().getProperty("harborline.mode", "sandbox"),
                                "harborline.data=" + directory().resolve("data"),
                                "harborline.database.url=" + TestServer.newDatabase(),
                                "harborline.database.user=postgres",
                                "harborline.database.password=unused",
                                "spring.datasource.hikari.maximum-pool-size=24")
                        .applyTo(context);
            } catch (IOException cannot) {
                throw new UncheckedIOException(cannot);
            }
        }

        /// Among what the build makes, so that the next clean build removes it.
        private static Path directory() throws IOException {
            Path target = Files.createDirectories(Path.of("target", "test-data"));
            return Files.createTempDirectory(target.toAbsolutePath(), "context-");
        }
    }
}
