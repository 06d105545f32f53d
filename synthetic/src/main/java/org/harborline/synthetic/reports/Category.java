// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.reports;

/// The eight categories of the provider interface, with the text the wire wants.
public enum Category {
    CSAM("Child Pornography (possession, manufacture, and distribution)"),
    TRAFFICKING("Child Sex Trafficking"),
    TOURISM("Child Sex Tourism"),
    MOLESTATION("Child Sexual Molestation"),
    MISLEADING_DOMAIN("Misleading Domain Name"),
    MISLEADING_WORDS("Misleading Words or Digital Images on the Internet"),
    ENTICEMENT("Online Enticement of Children for Sexual Acts"),
    UNSOLICITED("Unsolicited Obscene Material Sent to a Child");

    private final String wireName;

    Category(String wireName) {
        this.wireName = wireName;
    }

    /// The exact text on the wire.
    public String wireName() {
        return wireName;
    }
}
