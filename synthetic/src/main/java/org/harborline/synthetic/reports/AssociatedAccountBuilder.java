// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.reports;

/// A further account that the sender ties to a party.
public final class AssociatedAccountBuilder {

    private final Element account;

    AssociatedAccountBuilder(Element account) {
        this.account = account;
    }

    public AssociatedAccountBuilder onPlatform(String name) {
        account.put("platform", name);
        return this;
    }

    public AssociatedAccountBuilder named(String first, String last) {
        account.put("firstName", first);
        account.put("lastName", last);
        return this;
    }

    public AssociatedAccountBuilder withEmail(String address) {
        account.add("email", address);
        return this;
    }

    public AssociatedAccountBuilder withPhone(String number) {
        account.add("phone", number);
        return this;
    }

    public AssociatedAccountBuilder withUserId(String id) {
        account.put("espIdentifier", id);
        return this;
    }

    public AssociatedAccountBuilder withScreenName(String name) {
        account.put("screenName", name);
        return this;
    }

    public AssociatedAccountBuilder withPriorReport(long number) {
        account.add("priorCTReport", Long.toString(number));
        return this;
    }
}
