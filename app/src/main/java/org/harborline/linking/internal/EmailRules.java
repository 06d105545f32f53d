// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.Normalizer2;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.harborline.intake.StatedIdentifier;
import org.harborline.linking.Strength;
import org.harborline.platform.Code;
import org.jspecify.annotations.Nullable;

/// E-mail addresses. Which spellings count as one mailbox is written in `docs/linking.md`: letter case everywhere, dots
/// and tags only where the mail provider is known to ignore them. An underscore, hyphen or digit always counts. A
/// mailbox
/// that several people read, by its name or its domain, is weak.
final class EmailRules implements KindRules {

    static final Code ROLE_ADDRESS = Code.of("role-address");
    static final Code DISPOSABLE = Code.of("disposable-mailbox");
    static final Code RECOVERY = Code.of("recovery-address");

    private static final Set<String> ROLES = RuleData.words("role-mailboxes-1.txt", false);
    private static final IDNA DOMAINS = IDNA.getUTS46Instance(
            IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ | IDNA.USE_STD3_RULES);

    private final MailboxProviders providers;
    private final Set<String> disposable;

    /// @param sample also know the reserved domains that invented reports use
    EmailRules(boolean sample) {
        this.providers = new MailboxProviders(sample);
        this.disposable = RuleData.words("disposable-domains-2.txt", sample);
    }

    @Override
    public Normalised apply(StatedIdentifier stated, Origin origin) {
        String text = Normalizer2.getNFCInstance().normalize(stated.value().strip());
        int at = text.lastIndexOf('@');
        String domain = at < 1 ? null : asciiDomain(text.substring(at + 1));
        if (domain == null || text.chars().anyMatch(Character::isWhitespace)) {
            return Normalised.without(text, Normalised.UNREADABLE);
        }
        String local = text.substring(0, at);
        String folded = UCharacter.foldCase(local, true);
        MatchKey key = key(folded, domain);
        Normalised result = Normalised.of(key.value(), key);
        if (isRole(folded)) {
            result = result.weakened(Strength.WEAK, ROLE_ADDRESS);
        }
        if (disposable.contains(domain)) {
            result = result.weakened(Strength.WEAK, DISPOSABLE);
        }
        // A recovery address often belongs to a parent or friend of the account's holder.
        if (stated.type() != null && stated.type().toLowerCase(Locale.ROOT).equals("recovery")) {
            result = result.weakened(Strength.WEAK, RECOVERY);
        }
        return result;
    }

    /// However it is written: `no_reply`, `info+shop`.
    private static boolean isRole(String folded) {
        int tag = folded.indexOf('+');
        String local = tag > 0 ? folded.substring(0, tag) : folded;
        return ROLES.contains(local.replaceAll("[._-]", ""));
    }

    private MatchKey key(String folded, String domain) {
        Optional<MailboxProviders.Provider> provider = providers.of(domain);
        return provider.map(known -> new MatchKey(
                        MatchRule.EMAIL_PROVIDER,
                        Strength.STRONG,
                        "email",
                        known.mailbox(folded) + "@" + known.mailboxDomain()))
                .orElseGet(() -> new MatchKey(MatchRule.EMAIL_FOLDED, Strength.STRONG, "email", folded + "@" + domain));
    }

    private static @Nullable String asciiDomain(String domain) {
        String bare = domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain;
        IDNA.Info info = new IDNA.Info();
        String ascii = DOMAINS.nameToASCII(bare, new StringBuilder(), info).toString();
        boolean usable = !info.hasErrors() && ascii.contains(".") && !ascii.startsWith(".");
        return usable ? ascii : null;
    }
}
