// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.linking;

/// Kinds of identifier by which reports are grouped. Each stands for one published rule.
public enum ExactKind {
    PRIOR_REPORT("report.asserted-by-sender"),
    ACCOUNT("account.provider-service-id"),
    EMAIL_OF_KNOWN_PROVIDER("email.provider-canonical"),
    EMAIL("email.case-folded"),
    BANK_ACCOUNT("payment.iban"),
    COIN_ADDRESS("payment.coin-address"),
    PAYMENT_NAME("payment.scheme-name"),
    PHONE_EXTENSION("phone.e164-extension"),
    PHONE("phone.e164"),
    IMEI("device.imei"),
    ICCID("device.iccid"),
    HARDWARE_ADDRESS("device.mac"),
    DEVICE("device.type-value"),
    ADDRESS("ip.address-port-time"),
    SCREEN_NAME("screen-name.platform"),
    PROFILE("url.canonical");

    private final String rule;

    ExactKind(String rule) {
        this.rule = rule;
    }

    /// The id of the rule that is to find them.
    public String rule() {
        return rule;
    }
}
