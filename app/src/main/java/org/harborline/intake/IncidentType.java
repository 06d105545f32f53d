// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

/// The eight categories of the provider interface. The reporter's choice is kept for ever; staff may add others beside
/// it.
public enum IncidentType {
    CSAM("Child Pornography (possession, manufacture, and distribution)"),
    TRAFFICKING("Child Sex Trafficking"),
    TOURISM("Child Sex Tourism"),
    MOLESTATION("Child Sexual Molestation"),
    MISLEADING_DOMAIN("Misleading Domain Name"),
    MISLEADING_WORDS("Misleading Words or Digital Images on the Internet"),
    ENTICEMENT("Online Enticement of Children for Sexual Acts"),
    UNSOLICITED("Unsolicited Obscene Material Sent to a Child");

    private final String wireName;

    IncidentType(String wireName) {
        this.wireName = wireName;
    }

    /// The exact text on the wire.
    public String wireName() {
        return wireName;
    }

    /// Reads the text on the wire.
    ///
    /// @throws IllegalArgumentException for any other text
    public static IncidentType fromWire(String text) {
        for (IncidentType type : values()) {
            if (type.wireName.equals(text)) {
                return type;
            }
        }
        throw new IllegalArgumentException("not one of the eight incident types");
    }
}
