// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import org.springframework.stereotype.Component;

/// Hands over to jobs what goes to endpoints.
@Component
record HandingOver(MessageTable messages, NoticesJobs jobs) {

    void of(Telling telling) {
        messages.insert(telling.messages());
        telling.soonest().forEach(jobs::send);
    }
}
