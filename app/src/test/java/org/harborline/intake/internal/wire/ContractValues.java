// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.harborline.intake.SchemaDocuments;

/// Values of each type of the interface, written down from the published facts: which are taken, which the schema
/// refuses, which only a rule refuses, and what is said then. The time of the server is [Samples#NOW].
final class ContractValues {

    /// What must become of a document.
    enum Outcome {
        TAKEN,
        /// The schema refuses it, whoever checks it.
        SCHEMA,
        /// It fits the schema; the server refuses it.
        RULE,
        /// Right by the schema language, where other validators are known to differ: only the server is asked.
        TAKEN_HERE;

        boolean isTaken() {
            return this == TAKEN || this == TAKEN_HERE;
        }
    }

    /// @param said a part of the sentence that explains the refusal
    record Value(String text, Outcome outcome, String said) {

        String escaped() {
            return SchemaDocuments.escaped(text);
        }
    }

    private static final Map<String, List<Value>> TYPES = types();

    private ContractValues() {}

    static List<Value> of(String type) {
        return Objects.requireNonNull(TYPES.get(type), () -> "no values of " + type);
    }

    private static Map<String, List<Value>> types() {
        Map<String, List<Value>> types = new HashMap<>();
        for (int limit : List.of(20, 64, 100, 255, 256, 300, 2056, 2083, 3000)) {
            types.put("text" + limit, upTo(limit, "x"));
        }
        types.put("free", values(taken("[synthetic narrative 1]", "", "x".repeat(20_000), "\uD83D\uDE00 \u00E9")));
        types.put("reason3000", values(upTo(3000, "x").subList(1, 3), rule("must not be blank", "", "  \n ")));
        types.put(
                "boolean",
                values(
                        taken("true", "false", "1", "0", " true "),
                        schema("must be true or false", "", "yes", "TRUE", "2")));
        types.put(
                "exif",
                values(
                        taken("false", "0"),
                        schema("must be true or false", "no"),
                        rule("fileViewedByEsp must be true", "true", "1")));
        // libxml2 compares a fixed value as it is written
        types.put(
                "flag",
                values(taken("", "true"), with(Outcome.TAKEN_HERE, "", "1"), schema("is a flag", "false", "0", "yes")));
        references(types);
        numbers(types);
        times(types);
        texts(types);
        contacts(types);
        vocabularies(types);
        return Map.copyOf(types);
    }

    private static void references(Map<String, List<Value>> types) {
        types.put(
                "reportNumber",
                values(
                        taken("1", "9007199254740991"),
                        schema("must be a whole number", "", "x", "1.5", "9223372036854775808"),
                        rule("number of an earlier report", "0", "-1")));
        types.put(
                "number",
                values(
                        taken("1", "9007199254740991"),
                        schema("must be a whole number", "", "x", "1.5", "9223372036854775808")));
        types.put(
                "reference",
                values(taken("item-88-A", "0f1e2d3c4b5a69788796a5b4c3d2e1f0"), rule("must not be blank", "", " ")));
    }

    private static void numbers(Map<String, List<Value>> types) {
        types.put(
                "age",
                values(
                        taken("0", "150"),
                        schema("must be between 0 and 150", "-1", "151"),
                        schema("must be a whole number", "", "x", "12.5")));
        types.put(
                "port",
                values(
                        taken("1", "65535"),
                        schema("must be between 1 and 65535", "0", "65536"),
                        schema("must be a whole number", "x")));
        types.put("latitude", degrees(90));
        types.put("longitude", degrees(180));
    }

    private static List<Value> degrees(int limit) {
        return values(
                taken("0", "45.5", "-" + limit, "" + limit),
                schema("must be a number", "", "north"),
                rule("degrees", limit + ".1", "-" + (limit + 1), "NaN", "INF"));
    }

    private static void times(Map<String, List<Value>> types) {
        List<Value> notTimes = schema(
                "must be a date and time", "", "2026-11-20", "2026-02-30T00:00:00Z", "20.11.2026 08:15", "1760000000");
        List<Value> moments = values(
                taken("2026-11-20T08:15:00Z", "2026-11-20T08:15:00.123456789+14:00", "2026-11-20T08:15:00-05:00"),
                notTimes);
        // clocks differ by some minutes
        List<Value> past = values(
                moments,
                taken("2026-11-23T12:05:00Z"),
                rule("must be in the past", "2026-11-23T12:05:01Z", "2027-01-01T00:00:00Z"));
        types.put("moment", values(moments, taken("2026-11-20T08:15:00")));
        types.put("past", values(past, taken("2026-11-20T08:15:00")));
        types.put("pastWithZone", values(past, rule("needs a time zone", "2026-11-20T08:15:00")));
        types.put(
                "pastDate",
                values(
                        taken("2001-02-03", "2001-02-03Z"),
                        schema("must be a date", "", "2026-02-30", "3.2.2001", "2001-02-03T00:00:00Z"),
                        rule("must be in the past", "2026-11-25", "2027-01-01")));
        types.put(
                "verification",
                values(
                        taken("2026-01-02", "2026-01-02T03:04:05Z"),
                        schema("must be a date", "", "yesterday"),
                        rule("must be in the past", "2027-01-01", "2027-01-01T00:00:00Z")));
    }

    private static void texts(Map<String, List<Value>> types) {
        types.put(
                "location",
                values(
                        taken("https://a.example/x", "bad1.example.com", "https://a.example/" + "x".repeat(2083 - 18)),
                        schema("is longer than 2083 characters", "https://a.example/" + "x".repeat(2083 - 17)),
                        rule(
                                "without white space or control characters",
                                "",
                                "https://a.example/a b",
                                "https://a.example/a\tb",
                                "https://a.example/a\u0085b")));
        String domain = "@" + "d".repeat(255 - 65 - 8) + ".example";
        types.put(
                "emailAddress",
                values(
                        taken("person@mail.example", "x".repeat(64) + domain),
                        schema("is longer than 255 characters", "x".repeat(64) + "@d" + domain.substring(1)),
                        rule("more than 64 characters before the @", "x".repeat(65) + "@mail.example"),
                        rule(
                                "one e-mail address",
                                "",
                                "person",
                                "@mail.example",
                                "person@",
                                "a b@mail.example",
                                "a@b@mail.example")));
    }

    private static void contacts(Map<String, List<Value>> types) {
        types.put(
                "phoneNumber",
                values(
                        taken("202 555 0143", "1".repeat(50)),
                        schema("is longer than 50 characters", "1".repeat(51)),
                        rule("number with digits", "", "none")));
        types.put(
                "callingCode",
                values(taken("+1", "+44", "+998"), schema("must have the form", "", "1", "+", "+1234", "+1x")));
        types.put("extension", values(taken("1", "1234567890"), schema("must have the form", "12345678901", "x1")));
        types.put(
                "ipAddress",
                values(
                        taken("192.0.2.1", "2001:db8::17", "::ffff:192.0.2.1"),
                        schema("is longer than 50 characters", "1".repeat(51)),
                        rule(
                                "one IPv4 or IPv6 address",
                                "",
                                "192.0.2.256",
                                "192.0.2.1:80",
                                "192.0.2.0/24",
                                "fe80::1%eth0",
                                "host.example")));
    }

    private static void vocabularies(Map<String, List<Value>> types) {
        types.put(
                "incidentType",
                oneOf(
                        "Child Pornography (possession, manufacture, and distribution)",
                        "Child Sex Trafficking",
                        "Child Sex Tourism",
                        "Child Sexual Molestation",
                        "Misleading Domain Name",
                        "Misleading Words or Digital Images on the Internet",
                        "Online Enticement of Children for Sexual Acts",
                        "Unsolicited Obscene Material Sent to a Child"));
        types.put("batchReason", oneOf("VIRAL_POTENTIAL_MEME"));
        types.put("eventName", oneOf("Login", "Registration", "Purchase", "Upload", "Other", "Unknown"));
        types.put("addressType", oneOf("Home", "Business", "Billing", "Shipping", "Technical"));
        types.put("emailType", oneOf("Home", "Work", "Business", "Recovery"));
        types.put("phoneType", oneOf("Mobile", "Home", "Business", "Work", "Fax", "Internet", "Recovery"));
        types.put("associationType", oneOf("Billing", "Linked", "Business", "Creator", "Parent/Guardian", "Other"));
        types.put("relevance", oneOf("Reported", "Supplemental Reported"));
        types.put("classification", oneOf("A1", "A2", "B1", "B2"));
        types.put("detailsType", oneOf("EXIF", "HASH"));
        String states =
                "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA"
                        + " RI SC SD TN TX UT VT VA WA WV WI WY DC GU PR VI";
        types.put(
                "state",
                values(taken(""), taken(states.split(" ")), schema("is not one of", "AS", "MP", "AA", "or", "Oregon")));
        List<String> countries = new ArrayList<>(List.of(Locale.getISOCountries()));
        countries.addAll(List.of("A1", "A2", "O1", "AP", "EU", "AN", "FX", "XK"));
        List<Value> named =
                values(taken(countries.toArray(String[]::new)), schema("is not one of", "us", "USA", "ZZ", "UK"));
        types.put("country", values(named, taken("")));
        types.put("namedCountry", values(named, rule("must not be blank", "")));
    }

    private static List<Value> oneOf(String... allowed) {
        String[] wrong = {
            "",
            allowed[0].toLowerCase(Locale.ROOT).equals(allowed[0]) ? "X" : allowed[0].toLowerCase(Locale.ROOT),
            "Something Else"
        };
        return values(taken(allowed), schema("must be one of", wrong));
    }

    private static List<Value> upTo(int limit, String of) {
        // a character outside the basic plane counts once
        return values(
                taken("x", of.repeat(limit), "\uD83D\uDE00".repeat(limit)),
                schema("is longer than " + limit + " characters", of.repeat(limit + 1)));
    }

    @SafeVarargs
    private static List<Value> values(List<Value>... lists) {
        List<Value> all = new ArrayList<>();
        for (List<Value> list : lists) {
            all.addAll(list);
        }
        return List.copyOf(all);
    }

    private static List<Value> taken(String... texts) {
        return with(Outcome.TAKEN, "", texts);
    }

    private static List<Value> schema(String said, String... texts) {
        return with(Outcome.SCHEMA, said, texts);
    }

    private static List<Value> rule(String said, String... texts) {
        return with(Outcome.RULE, said, texts);
    }

    private static List<Value> with(Outcome outcome, String said, String... texts) {
        return Arrays.stream(texts).map(text -> new Value(text, outcome, said)).toList();
    }
}
