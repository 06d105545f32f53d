// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

import java.util.Arrays;
import java.util.Optional;

/// What a batch of reports may say in a column, by the place of the same value in a call that files one
/// report. There is no column for a fingerprint or for material, and there never will be one.
public enum BatchColumn {
    REFERENCE("reference", "/reference"),
    INCIDENT_TYPE("incidentType", "/report/incidentSummary/incidentType"),
    INCIDENT_TIME("incidentDateTime", "/report/incidentSummary/incidentDateTime"),
    INCIDENT_TIME_MEANS("incidentDateTimeDescription", "/report/incidentSummary/incidentDateTimeDescription"),
    PLATFORM("platform", "/report/incidentSummary/platform"),
    ESCALATION("escalateToHighPriority", "/report/incidentSummary/escalateToHighPriority"),
    URL("url", "/report/internetDetails/webPageIncident/url"),
    CHAT_CLIENT("chatClient", "/report/internetDetails/chatImIncident/chatClient"),
    CHAT_ROOM("chatRoomName", "/report/internetDetails/chatImIncident/chatRoomName"),
    GAME("gameName", "/report/internetDetails/onlineGamingIncident/gameName"),
    REPORTER_FIRST_NAME("reporterFirstName", "/report/reporter/reportingPerson/firstName"),
    REPORTER_LAST_NAME("reporterLastName", "/report/reporter/reportingPerson/lastName"),
    REPORTER_EMAIL("reporterEmail", "/report/reporter/reportingPerson/email"),
    FIRST_NAME("firstName", "/report/personOrUserReported/personOrUserReportedPerson/firstName"),
    LAST_NAME("lastName", "/report/personOrUserReported/personOrUserReportedPerson/lastName"),
    EMAIL("email", "/report/personOrUserReported/personOrUserReportedPerson/email"),
    PHONE("phone", "/report/personOrUserReported/personOrUserReportedPerson/phone"),
    AGE("age", "/report/personOrUserReported/personOrUserReportedPerson/age"),
    DATE_OF_BIRTH("dateOfBirth", "/report/personOrUserReported/personOrUserReportedPerson/dateOfBirth"),
    ACCOUNT("espIdentifier", "/report/personOrUserReported/espIdentifier"),
    SERVICE("espService", "/report/personOrUserReported/espService"),
    SCREEN_NAME("screenName", "/report/personOrUserReported/screenName"),
    DISPLAY_NAME("displayName", "/report/personOrUserReported/displayName"),
    PROFILE_URL("profileUrl", "/report/personOrUserReported/profileUrl"),
    IP_ADDRESS("ipAddress", "/report/personOrUserReported/ipCaptureEvent/ipAddress"),
    IP_EVENT("eventName", "/report/personOrUserReported/ipCaptureEvent/eventName"),
    IP_TIME("dateTime", "/report/personOrUserReported/ipCaptureEvent/dateTime"),
    IP_PORT("port", "/report/personOrUserReported/ipCaptureEvent/port"),
    DEVICE_ID_TYPE("deviceIdType", "/report/personOrUserReported/deviceId/idType"),
    DEVICE_ID("deviceIdValue", "/report/personOrUserReported/deviceId/idValue"),
    GROUP("groupIdentifier", "/report/personOrUserReported/groupIdentifier"),
    ACCOUNT_INFO("accountAdditionalInfo", "/report/personOrUserReported/additionalInfo"),
    VICTIM_AGE("victimAge", "/report/victim/victimPerson/age"),
    VICTIM_ACCOUNT("victimEspIdentifier", "/report/victim/espIdentifier"),
    VICTIM_SCREEN_NAME("victimScreenName", "/report/victim/screenName"),
    ITEM("itemReference", "/items/reference"),
    ITEM_VIEWED("itemViewed", "/items/viewed"),
    ITEM_PUBLIC("itemPubliclyAvailable", "/items/publiclyAvailable"),
    ITEM_BASIS("itemBasis", "/items/basis"),
    ITEM_UPLOADED("itemUploadedToEspTimestamp", "/items/uploadedToEspTimestamp"),
    MORE("additionalInfo", "/report/additionalInfo");

    private final String wireName;
    private final String place;

    BatchColumn(String wireName, String place) {
        this.wireName = wireName;
        this.place = place;
    }

    /// What the header row calls it.
    public String wireName() {
        return wireName;
    }

    /// Where the value stands in a call that files one report; lists are passed over.
    public String place() {
        return place;
    }

    /// The column of that name.
    public static Optional<BatchColumn> named(String name) {
        return Arrays.stream(values())
                .filter(column -> column.wireName.equals(name))
                .findFirst();
    }

    /// The column whose value stands at that place.
    ///
    /// @param pointer with or without numbers of places in lists
    public static Optional<BatchColumn> at(String pointer) {
        String place = pointer.replaceAll("/\\d+(?=/|$)", "");
        return Arrays.stream(values())
                .filter(column -> column.place.equals(place))
                .findFirst();
    }
}
