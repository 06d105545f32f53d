// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/// The whole server with a clock that stands; one context for all tests of notices.
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "harborline.outbound.hosts=127.0.0.1")
@AutoConfigureMockMvc
@Import(Stage.class)
@interface NoticesTest {}
