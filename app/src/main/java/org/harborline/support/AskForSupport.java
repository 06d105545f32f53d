// SPDX-License-Identifier: Apache-2.0
package org.harborline.support;

import java.util.UUID;

/// Somebody asks for support.
///
/// @param form names the form that was filled in: sent twice, it is one request
/// @param called what they want to be called; may be empty
/// @param safeTimes when they can speak; may be empty
/// @param address where the way leads; empty for [ContactWay#COME_BACK]
/// @param household somebody they live with could notice, or they are not sure
public record AskForSupport(
        UUID form,
        SupportTopic topic,
        String language,
        String called,
        ContactWay way,
        String address,
        String safeTimes,
        boolean household,
        String text) {

    @Override
    public String toString() {
        return "AskForSupport(" + topic + ")";
    }
}
