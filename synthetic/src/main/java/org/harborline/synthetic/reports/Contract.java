// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.reports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which children each element of a report may have, in the order of the provider interface. An element that is not
/// listed holds text only.
final class Contract {

    private static final List<String> PERSON =
            names("firstName lastName phone email address age ageAssertionDiscrepancy dateOfBirth");
    private static final List<String> CONTACT = names("firstName lastName phone email address");
    private static final Map<String, List<String>> CHILDREN = children();

    private Contract() {}

    /// Place of a child below its parent.
    ///
    /// @throws IllegalArgumentException when the contract has no such child there
    static int position(String parent, String child) {
        int position = CHILDREN.getOrDefault(parent, List.of()).indexOf(child);
        if (position < 0) {
            throw new IllegalArgumentException(parent + " has no " + child);
        }
        return position;
    }

    private static Map<String, List<String>> children() {
        var children = new HashMap<String, List<String>>();
        frame(children);
        incidents(children);
        parties(children);
        details(children);
        return Map.copyOf(children);
    }

    private static void frame(Map<String, List<String>> children) {
        children.put("report", names("""
                batchedReport incidentSummary internetDetails lawEnforcement reporter personOrUserReported \
                intendedRecipient victim additionalInfo"""));
        children.put("incidentSummary", names("""
                incidentType platform escalateToHighPriority reportAnnotations incidentDateTime \
                incidentDateTimeDescription"""));
        // The one place where order is free; this one is ours.
        children.put("reportAnnotations", names("""
                sextortion csamSolicitation minorToMinorInteraction spam sadisticOnlineExploitation informational"""));
        children.put("lawEnforcement", names("""
                agencyName caseNumber officerContact reportedToLe servedLegalProcessDomestic \
                servedLegalProcessInternational"""));
        children.put("reporter", names("reportingPerson contactPerson companyTemplate termsOfService legalURL"));
        children.put("reportingPerson", PERSON);
        children.put("contactPerson", CONTACT);
        children.put("officerContact", CONTACT);
    }

    private static void incidents(Map<String, List<String>> children) {
        children.put("internetDetails", names("""
                webPageIncident emailIncident newsgroupIncident chatImIncident onlineGamingIncident cellPhoneIncident \
                nonInternetIncident peer2peerIncident"""));
        children.put("webPageIncident", names("url additionalInfo"));
        children.put("emailIncident", names("emailAddress content additionalInfo"));
        children.put("newsgroupIncident", names("name emailAddress content additionalInfo"));
        children.put("chatImIncident", names("chatClient chatRoomName content additionalInfo"));
        children.put("onlineGamingIncident", names("gameName console content additionalInfo"));
        children.put("cellPhoneIncident", names("phoneNumber latitude longitude additionalInfo"));
        children.put("nonInternetIncident", names("locationName incidentAddress additionalInfo"));
        children.put("peer2peerIncident", names("client ipCaptureEvent fileNames additionalInfo"));
    }

    private static void parties(Map<String, List<String>> children) {
        children.put("personOrUserReported", names("""
                personOrUserReportedPerson vehicleDescription espIdentifier espService compromisedAccount screenName \
                displayName profileUrl profileBio ipCaptureEvent deviceId thirdPartyUserReported priorCTReports \
                groupIdentifier accountTemporarilyDisabled accountPermanentlyDisabled estimatedLocation \
                allEmailsReported associatedAccount additionalInfo"""));
        children.put("intendedRecipient", names("""
                intendedRecipientPerson espIdentifier espService compromisedAccount screenName displayName profileUrl \
                profileBio ipCaptureEvent deviceId priorCTReports groupIdentifier accountTemporarilyDisabled \
                accountPermanentlyDisabled estimatedLocation allEmailsReported additionalInfo"""));
        children.put("victim", names("""
                victimPerson espIdentifier espService compromisedAccount screenName displayName profileUrl profileBio \
                ipCaptureEvent deviceId schoolName priorCTReports accountTemporarilyDisabled \
                accountPermanentlyDisabled estimatedLocation allEmailsReported associatedAccount additionalInfo"""));
        children.put("associatedAccount", names("""
                platform firstName middleName lastName approximateAge ageAssertionDiscrepancy dateOfBirth phone email \
                allEmailsReported address espService espIdentifier profileUrl screenName displayName profileBio \
                groupIdentifier compromisedAccount accountTemporarilyDisabled accountPermanentlyDisabled \
                ipCaptureEvent deviceId priorCTReport additionalInfo"""));
    }

    private static void details(Map<String, List<String>> children) {
        children.put("personOrUserReportedPerson", PERSON);
        children.put("intendedRecipientPerson", PERSON);
        children.put("victimPerson", PERSON);
        var address = names("address city zipCode state nonUsaState country");
        children.put("address", address);
        children.put("incidentAddress", address);
        children.put("ipCaptureEvent", names("ipAddress eventName dateTime possibleProxy port"));
        children.put("deviceId", names("idType idValue eventName dateTime"));
        children.put("estimatedLocation", names("city region countryCode"));
    }

    private static List<String> names(String line) {
        return List.of(line.split(" ", -1));
    }
}
