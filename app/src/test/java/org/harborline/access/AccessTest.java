// SPDX-License-Identifier: Apache-2.0
package org.harborline.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/// The whole server on a port, in the sandbox, with time that can be moved and the test itself as a trusted proxy. One
/// context for all tests that carry it.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "harborline.trusted-proxies=127.0.0.1")
@Import(AccessTest.Time.class)
public @interface AccessTest {

    @TestConfiguration
    class Time {
        @Bean
        MovableClock clock() {
            return new MovableClock();
        }
    }
}
