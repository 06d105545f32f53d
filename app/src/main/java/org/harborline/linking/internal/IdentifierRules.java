// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import com.ibm.icu.text.Normalizer2;
import org.harborline.intake.StatedIdentifier;
import org.harborline.platform.Mode;

/// The rules of all kinds, without a list of anybody's.
final class IdentifierRules implements KindRules {

    private final KindRules accounts = new AccountRules();
    private final KindRules emails;
    private final KindRules phones;
    private final KindRules screenNames = new ScreenNameRules();
    private final KindRules addresses;
    private final KindRules devices = new DeviceRules();
    private final KindRules webLocations;
    private final KindRules groups = new GroupRules();
    private final KindRules payments;

    IdentifierRules(Mode mode) {
        boolean sample = mode == Mode.SANDBOX;
        this.emails = new EmailRules(sample);
        this.phones = new PhoneRules(sample);
        this.webLocations = new WebLocationRules(sample);
        this.addresses = new AddressRules(sample);
        this.payments = new PaymentRules(emails);
    }

    @Override
    public Normalised apply(StatedIdentifier stated, Origin origin) {
        return switch (stated.kind()) {
            case PROVIDER_USER_ID -> accounts.apply(stated, origin);
            case EMAIL -> emails.apply(stated, origin);
            case PHONE -> phones.apply(stated, origin);
            case SCREEN_NAME -> screenNames.apply(stated, origin);
            case IP_ADDRESS -> addresses.apply(stated, origin);
            case DEVICE_ID -> devices.apply(stated, origin);
            case URL, PROFILE_URL -> webLocations.apply(stated, origin);
            case GROUP -> groups.apply(stated, origin);
            case PAYMENT_HANDLE -> payments.apply(stated, origin);
            case PRIOR_REPORT -> Normalised.without(stated.value().strip(), Normaliser.ASSERTED);
            case DISPLAY_NAME, PERSON_NAME, POSTAL_ADDRESS, VEHICLE, SCHOOL -> neverCompared(stated);
        };
    }

    /// Names are shared by many people, and places and schools belong to bystanders too.
    private static Normalised neverCompared(StatedIdentifier stated) {
        String text = Normalizer2.getNFKCInstance().normalize(stated.value()).strip();
        return Normalised.without(text.replaceAll("\\s+", " "), Normaliser.NEVER_COMPARED);
    }
}
