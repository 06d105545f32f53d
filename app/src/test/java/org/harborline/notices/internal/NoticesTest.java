// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.harborline.intake.MovableClock;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/// The whole server with a clock that stands, and goes back after each test; one context for all tests of notices.
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "harborline.outbound.hosts=127.0.0.1")
@AutoConfigureMockMvc
@Import(Stage.class)
@ExtendWith(NoticesTest.BackInTime.class)
@interface NoticesTest {

    /// What a test moves on, the next one does not find.
    final class BackInTime implements AfterEachCallback {

        @Override
        public void afterEach(ExtensionContext test) {
            SpringExtension.getApplicationContext(test)
                    .getBean(MovableClock.class)
                    .reset();
        }
    }
}
