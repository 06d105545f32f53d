// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import org.harborline.access.ActorAuthentication;
import org.harborline.platform.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// Pages of referrals as people see them, over the real handlers and templates.
abstract class ReferralPageCase extends ReferralCase {

    @Autowired
    MockMvcTester mvc;

    final String page(String path, Actor actor, String language) {
        MvcTestResult answer = mvc.perform(as(get(path), actor).header("Accept-Language", language));
        assertThat(answer).hasStatusOk();
        return new String(answer.getMvcResult().getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    static MockHttpServletRequestBuilder as(MockHttpServletRequestBuilder request, Actor actor) {
        return request.with(authentication(new ActorAuthentication(actor)));
    }
}
