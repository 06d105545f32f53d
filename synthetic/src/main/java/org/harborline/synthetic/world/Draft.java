// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.world;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.harborline.synthetic.reports.Category;
import org.harborline.synthetic.reports.Event;
import org.harborline.synthetic.reports.PartyBuilder;
import org.harborline.synthetic.reports.ReportBuilder;

/// A report being told. Each identifier goes in together with the truth about it, so that the two cannot differ.
final class Draft {

    private static final List<Event> EVENTS = List.of(Event.LOGIN, Event.UPLOAD, Event.REGISTRATION, Event.UNKNOWN);

    private final long number;
    private final Sender sender;
    private final Instant at;
    private final Random random;
    private final ReportBuilder report = ReportBuilder.aReport();
    private final Set<Long> people = new LinkedHashSet<>();
    private final List<Clue> clues = new ArrayList<>();
    private final List<Long> priorReports = new ArrayList<>();
    private Category category;
    private boolean escalated;
    private boolean batched;
    private boolean statedMinor;
    private boolean mailNamed;

    Draft(long number, Sender sender, Category category, Instant at, Random random) {
        this.number = number;
        this.sender = sender;
        this.category = category;
        this.at = at;
        this.random = random;
        report.from(sender.name()).of(category).at(Spelling.zonedTime(at, random));
    }

    long number() {
        return number;
    }

    Sender sender() {
        return sender;
    }

    Category category() {
        return category;
    }

    Instant at() {
        return at;
    }

    Draft of(Category other) {
        category = other;
        report.of(other);
        return this;
    }

    /// Says something that no other report shares.
    Draft say(Consumer<ReportBuilder> words) {
        words.accept(report);
        return this;
    }

    Draft tell(Consumer<PartyBuilder> words) {
        report.about(words);
        return this;
    }

    boolean statedMinor() {
        return statedMinor;
    }

    Draft about(Person person) {
        people.add(person.number());
        return this;
    }

    Draft escalate() {
        escalated = true;
        report.withEscalation(number);
        return this;
    }

    Draft aged(int years) {
        statedMinor = years < 18;
        return tell(p -> p.aged(years));
    }

    /// One report of a viral item, about these accounts and with nothing else in it.
    Draft batch(List<Person> persons) {
        batched = true;
        report.of(Category.CSAM).batched();
        category = Category.CSAM;
        persons.forEach(person -> {
            about(person);
            clue(IdentifierKind.ACCOUNT, accountKey(person), Meaning.IDENTIFIES);
            report.withReportedPerson(p -> p.withUserId(person.accountAt(sender)));
        });
        return this;
    }

    Draft account(Person person) {
        clue(IdentifierKind.ACCOUNT, accountKey(person), Meaning.IDENTIFIES);
        return tell(p -> p.withUserId(person.accountAt(sender)));
    }

    Draft mailbox(Person person, int spelling) {
        clue(IdentifierKind.EMAIL, person.mailbox(Person.FOLDING_DOMAIN), Meaning.IDENTIFIES);
        return tellEmail(person.mailboxSpelt(spelling));
    }

    Draft email(String address, Meaning meaning) {
        clue(IdentifierKind.EMAIL, address.toLowerCase(Locale.ROOT), meaning);
        return tellEmail(address);
    }

    Draft phone(String digits, Meaning meaning) {
        clue(IdentifierKind.PHONE, "+1" + digits, meaning);
        return tell(p -> Spelling.phone(p, digits, random.nextInt(6)));
    }

    Draft device(String type, String value, Meaning meaning) {
        clue(IdentifierKind.DEVICE, type + ":" + value, meaning);
        return tell(p -> p.withDevice(type, value));
    }

    /// A name on this sender's platform.
    Draft screenName(String name, Meaning meaning) {
        String folded = name.toLowerCase(Locale.ROOT);
        // Unrelated people who chose one word did so on different platforms.
        String key = meaning == Meaning.COINCIDENCE ? folded : sender.name() + ":" + folded;
        clue(IdentifierKind.SCREEN_NAME, key, meaning);
        return tell(p -> p.withScreenName(name));
    }

    Draft page(String url) {
        clue(IdentifierKind.PAGE, url, Meaning.PUBLIC);
        report.onWebPage(url);
        return this;
    }

    Draft after(long prior) {
        priorReports.add(prior);
        return tell(p -> p.withPriorReport(prior));
    }

    Draft victim(String address) {
        clue(IdentifierKind.EMAIL, address, Meaning.VICTIM);
        report.withVictim(v -> v.withEmail(address).aged(13 + random.nextInt(5)));
        return this;
    }

    /// A carrier's address; half of the senders give the source port.
    Draft behindCarrier() {
        String ip = "198.51.100." + (1 + random.nextInt(40));
        clue(IdentifierKind.ADDRESS, ip, Meaning.CARRIER);
        int port = 1_024 + random.nextInt(64_000);
        boolean known = random.nextBoolean();
        return tell(p -> {
            if (known) {
                p.seenFrom(ip, port, event(), timeNear());
            } else {
                p.seenFrom(ip, event(), timeNear());
            }
        });
    }

    Draft behindProxy() {
        String ip = "192.0.2." + (1 + random.nextInt(20));
        clue(IdentifierKind.ADDRESS, ip, Meaning.PROXY);
        return tell(p -> p.seenThroughProxy(ip, event(), timeNear()));
    }

    Draft onLeasedLine() {
        String ip = "203.0.113." + (1 + random.nextInt(254));
        clue(IdentifierKind.ADDRESS, ip, Meaning.LEASED);
        return tell(p -> p.seenFrom(ip, event(), timeNear()));
    }

    /// A home network; the second half of the address changes all the time.
    Draft atHome(String network, Meaning meaning) {
        clue(IdentifierKind.ADDRESS, network + "::/64", meaning);
        String ip = Spelling.address(network, random);
        return tell(p -> p.seenFrom(ip, event(), timeNear()));
    }

    /// The time in one of the ways senders write it.
    String time(Instant instant) {
        return Spelling.time(instant, random);
    }

    OffsetDateTime daysBefore(int days) {
        return at.minus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC);
    }

    SyntheticReport finished() {
        if (sender.kind() == Sender.Kind.MAIL && !mailNamed && !batched) {
            report.byEmail();
        }
        var traits = new SyntheticReport.Traits(escalated, batched, statedMinor);
        return new SyntheticReport(
                number, sender.name(), category, at, traits, people, clues, priorReports, report.build());
    }

    private Draft tellEmail(String address) {
        if (sender.kind() == Sender.Kind.MAIL) {
            mailNamed = true;
            report.byEmail(address);
        }
        boolean verified = random.nextInt(100) < 40;
        return tell(p -> {
            if (verified) {
                p.withVerifiedEmail(address, daysBefore(100));
            } else {
                p.withEmail(address);
            }
        });
    }

    private String accountKey(Person person) {
        return sender.name() + ":" + person.accountAt(sender);
    }

    private void clue(IdentifierKind kind, String key, Meaning meaning) {
        clues.add(new Clue(kind, key, meaning));
    }

    private Event event() {
        return EVENTS.get(random.nextInt(EVENTS.size()));
    }

    private String timeNear() {
        return time(at.minusSeconds(random.nextInt(172_800)));
    }
}
