// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices;

/// What the sender of a report is asked. Only about what it holds already: no question asks to search, to monitor or to
/// view anything.
public enum QuestionKind {
    /// Who holds an account, as far as the sender may say so under the law it is asked by.
    ACCOUNT_HOLDER,
    /// When and from where an account was used.
    ACCOUNT_USE,
    /// What a time or its offset means.
    TIME,
    /// How and on what basis an item came to be noticed.
    HOW_NOTICED,
    /// Whether a person at the sender viewed an item.
    VIEWED,
    /// Whether the material is preserved, and where order in law is served.
    PRESERVATION,
    /// What a word or field of the report means.
    MEANING,
    OTHER;

    /// Whether it may only be asked with a reference in law.
    public boolean needsBasis() {
        return this == ACCOUNT_HOLDER || this == ACCOUNT_USE;
    }
}
