// SPDX-License-Identifier: Apache-2.0
package org.harborline.support.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What an operator can set about the support desk.
///
/// @param answerWithin how much time at the desk may pass until somebody who asked has an answer
@ConfigurationProperties("harborline.support")
record SupportSettings(@DefaultValue("4h") Duration answerWithin) {

    SupportSettings {
        if (!answerWithin.isPositive()) {
            throw new IllegalArgumentException("harborline.support.answer-within is a time such as 4h, never nothing");
        }
    }
}
