// SPDX-License-Identifier: Apache-2.0
package org.harborline.access;

import static org.harborline.platform.Permission.ACCOUNT_CHANGE;
import static org.harborline.platform.Permission.COMPANY_KEEP;
import static org.harborline.platform.Permission.COMPANY_READ;
import static org.harborline.platform.Permission.CROSS_ROLE_READ;
import static org.harborline.platform.Permission.DESIGNATE;
import static org.harborline.platform.Permission.ERASE;
import static org.harborline.platform.Permission.FINDING_RECORD;
import static org.harborline.platform.Permission.HOLD_PLACE;
import static org.harborline.platform.Permission.JOURNAL_READ;
import static org.harborline.platform.Permission.LINK_CUT;
import static org.harborline.platform.Permission.LOOK_UP;
import static org.harborline.platform.Permission.OPERATE;
import static org.harborline.platform.Permission.OWN_ACCOUNT;
import static org.harborline.platform.Permission.PACKAGE_ANSWER;
import static org.harborline.platform.Permission.PACKAGE_READ;
import static org.harborline.platform.Permission.PAGE_ACKNOWLEDGE;
import static org.harborline.platform.Permission.PRIORITY_DECIDE;
import static org.harborline.platform.Permission.PRIORITY_LOWER_CONFIRM;
import static org.harborline.platform.Permission.PROVIDER_APPROVE;
import static org.harborline.platform.Permission.REFER;
import static org.harborline.platform.Permission.REGISTRY_CHANGE;
import static org.harborline.platform.Permission.REGISTRY_READ;
import static org.harborline.platform.Permission.REPORTER_REVEAL;
import static org.harborline.platform.Permission.REPORT_FILE;
import static org.harborline.platform.Permission.REPORT_READ;
import static org.harborline.platform.Permission.REPORT_REVEAL;
import static org.harborline.platform.Permission.SUPPORT_ANSWER;
import static org.harborline.platform.Permission.WORKLIST_USE;

import com.google.common.collect.ImmutableSet;
import java.util.EnumSet;
import java.util.Set;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Permission;

/// What somebody is here for, as a set of permissions. Roles of one account add up. The administrator sees no report
/// and the analyst no account: running the place and reading reports are different trusts.
public enum Role {
    ANALYST(
            ActorKind.STAFF,
            REPORT_READ,
            REPORT_REVEAL,
            WORKLIST_USE,
            PRIORITY_DECIDE,
            PAGE_ACKNOWLEDGE,
            DESIGNATE,
            LOOK_UP,
            FINDING_RECORD,
            LINK_CUT,
            REFER,
            REGISTRY_READ),
    /// An analyst who also decides as the second person, opens who reported, holds records, and looks at
    /// identifiers that stand in two roles.
    SUPERVISOR(
            ActorKind.STAFF,
            REPORT_READ,
            REPORT_REVEAL,
            REPORTER_REVEAL,
            WORKLIST_USE,
            PRIORITY_DECIDE,
            PRIORITY_LOWER_CONFIRM,
            PAGE_ACKNOWLEDGE,
            DESIGNATE,
            LOOK_UP,
            FINDING_RECORD,
            LINK_CUT,
            CROSS_ROLE_READ,
            REFER,
            HOLD_PLACE,
            ERASE,
            REGISTRY_READ,
            PROVIDER_APPROVE,
            JOURNAL_READ),
    /// Answers pages at any hour and may call the reporter of a child in danger now.
    DUTY_OFFICER(
            ActorKind.STAFF,
            REPORT_READ,
            REPORT_REVEAL,
            REPORTER_REVEAL,
            WORKLIST_USE,
            PRIORITY_DECIDE,
            PAGE_ACKNOWLEDGE,
            REGISTRY_READ),
    /// Accounts, registry, health of the system. No reports; may ask for and agree to their erasure by number.
    ADMINISTRATOR(
            ActorKind.STAFF,
            ACCOUNT_CHANGE,
            OPERATE,
            REGISTRY_READ,
            REGISTRY_CHANGE,
            PROVIDER_APPROVE,
            JOURNAL_READ,
            ERASE),
    /// Reads what was done, changes nothing.
    AUDITOR(ActorKind.STAFF, JOURNAL_READ),
    /// Works in the sealed compartment of identified victims. Its permissions come with that module.
    VICTIM_SPECIALIST(ActorKind.STAFF),
    /// Stands by survivors and families. Sees no report.
    SUPPORT_COORDINATOR(ActorKind.STAFF, SUPPORT_ANSWER),
    /// Helps the support desk. Its permissions come with it.
    VOLUNTEER(ActorKind.STAFF),
    /// Works with figures, never with reports. Its permissions come with the insights module.
    DATA_STAFF(ActorKind.STAFF),
    /// An officer who receives packages on behalf of one agency.
    AGENCY_OFFICER(ActorKind.AGENCY, PACKAGE_READ, PACKAGE_ANSWER),
    /// Keeps a reporting company's data, people and credentials, and files reports by hand.
    PROVIDER_ADMINISTRATOR(ActorKind.PROVIDER, COMPANY_READ, COMPANY_KEEP, REPORT_FILE),
    /// Files a reporting company's reports by hand.
    PROVIDER_REPORTER(ActorKind.PROVIDER, COMPANY_READ, REPORT_FILE);

    private final ActorKind door;
    private final ImmutableSet<Permission> permissions;

    Role(ActorKind door, Permission... permissions) {
        this.door = door;
        var all = EnumSet.of(OWN_ACCOUNT);
        all.addAll(Set.of(permissions));
        this.permissions = ImmutableSet.copyOf(all);
    }

    /// Which kind of account can hold the role. One account never mixes two kinds.
    public ActorKind door() {
        return door;
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    /// Everything that holders of these roles may do.
    public static Set<Permission> permissionsOf(Set<Role> roles) {
        var all = EnumSet.noneOf(Permission.class);
        roles.forEach(role -> all.addAll(role.permissions));
        return Set.copyOf(all);
    }
}
