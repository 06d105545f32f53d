// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform;

/// Everything that can be allowed. Roles in `access` are sets of these; handlers name one with [Requires].
public enum Permission {
    /// Ask the provider interface whether it is there, and read its schema.
    FILING_READ,
    /// File, finish and retract reports as a provider, by machine or by hand.
    REPORT_FILE,
    /// See reports, their structured facts, priority and links.
    REPORT_READ,
    /// Reveal hidden text and masked values, section by section.
    REPORT_REVEAL,
    /// Open the separate sheet that names who reported.
    REPORTER_REVEAL,
    /// See the worklist, take, give back, pause.
    WORKLIST_USE,
    /// Tick first-look facts, confirm or lower priority, do the possible-child check.
    PRIORITY_DECIDE,
    /// Agree, as the second person, that a confirmed P1 is lowered.
    PRIORITY_LOWER_CONFIRM,
    /// Acknowledge a page for a P1.
    PAGE_ACKNOWLEDGE,
    /// Designate reports as actionable or informational.
    DESIGNATE,
    /// Look up an exact identifier across reports.
    LOOK_UP,
    /// Record what was found outside.
    FINDING_RECORD,
    /// Decide about a link: cut it, confirm it, let it end, and take each back.
    LINK_CUT,
    /// See that an identifier of one report's reported person is a victim's or recipient's in another, and say what
    /// it is.
    CROSS_ROLE_READ,
    /// Open a referral, choose recipients, send corrections and supplements.
    REFER,
    /// Place or release a legal hold.
    HOLD_PLACE,
    /// Ask for the erasure of a record, and agree, as the second person, to what another asked.
    ERASE,
    /// Read packages sent to the own agency.
    PACKAGE_READ,
    /// Acknowledge, return and answer packages sent to the own agency.
    PACKAGE_ANSWER,
    /// See the own reporting company: where it stands, its services, contacts, credentials and reports.
    COMPANY_READ,
    /// Keep the own reporting company: its data, its people, its credentials, and their kill switch.
    COMPANY_KEEP,
    /// Say by machine where news of the own company's reports is sent, and have it sent again.
    WEBHOOK_KEEP,
    /// Read by machine what the own company is asked about its reports, and answer.
    QUESTION_ANSWER,
    /// See agencies, providers, coverage and contacts.
    REGISTRY_READ,
    /// Change and verify agencies, providers, coverage and contacts.
    REGISTRY_CHANGE,
    /// Agree, as one of two people, that a company is who it says.
    PROVIDER_APPROVE,
    /// Create staff and agency accounts, reset factors, end sessions.
    ACCOUNT_CHANGE,
    /// Answer people who asked the support desk, and keep its hours.
    SUPPORT_ANSWER,
    /// Operator pages: parked facts, conservation, health.
    OPERATE,
    /// Read the journal of a record.
    JOURNAL_READ,
    /// The own account: password, factors, language.
    OWN_ACCOUNT
}
