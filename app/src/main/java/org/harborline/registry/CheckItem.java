// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry;

/// What is checked before a company counts as verified. Each is done by a person who says in words what was looked at
/// and where it is kept; nothing is uploaded. That an agreement is in force is read from the agreements themselves.
public enum CheckItem {
    /// The company is in a public register under this name.
    LEGAL_ENTITY,
    /// It controls its domains: a text in the name system or on the site.
    DOMAIN_CONTROL,
    /// A senior manager answers for reporting, and somebody stands in.
    SENIOR_MANAGER,
    /// It was called back on a number it publishes.
    CALL_BACK,
    /// Legal process reaches it.
    LEGAL_PROCESS_CONTACT,
    /// Somebody answers at any hour.
    ROUND_THE_CLOCK_NUMBER
}
