// SPDX-License-Identifier: Apache-2.0
package org.harborline;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.harborline.intake.SchemaDocuments.Field;

/// Values that no program makes by itself, one for each place where somebody can write, and the forms in which a reader
/// of a stolen file would look for them.
final class PlantedValues {

    private final Map<String, String> byPlace = new LinkedHashMap<>();

    /// The value for a text field of a document, of the shape which that field takes.
    String in(String document, Field field) {
        return switch (field.name()) {
            // must be an e-mail of a party
            case "emailAddress" -> email(document + ":emailAddress");
            case "email" -> email(document + (isReportedPerson(field) ? ":emailAddress" : ":" + field.path()));
            case "phone", "phoneNumber" -> phone(document + ":" + field.path());
            case "ipAddress" -> address(document + ":" + field.path());
            case "url", "profileUrl", "legalURL", "locationOfFile" -> location(document + ":" + field.path());
            case "zipCode" -> shortText(document + ":" + field.path());
            default -> text(document + ":" + field.path());
        };
    }

    private static boolean isReportedPerson(Field field) {
        return field.path().endsWith("personOrUserReportedPerson/email");
    }

    String text(String place) {
        return byPlace.computeIfAbsent(place, _ -> "Planted Zebra-" + number() + " Quill" + number());
    }

    /// One word of letters and digits.
    String shortText(String place) {
        return byPlace.computeIfAbsent(place, _ -> "PlantZq" + number());
    }

    String email(String place) {
        return byPlace.computeIfAbsent(place, _ -> "Plant.Zebra" + number() + "@Planted.Example");
    }

    String phone(String place) {
        return byPlace.computeIfAbsent(place, _ -> "202 555 " + number());
    }

    String address(String place) {
        return byPlace.computeIfAbsent(place, _ -> "2001:db8:77aa::ffee:" + number());
    }

    String location(String place) {
        return byPlace.computeIfAbsent(
                place, _ -> "https://planted-zebra" + number() + ".example/Path" + number() + "?quill=1");
    }

    private int number() {
        return 7100 + byPlace.size();
    }

    /// Where each value was planted.
    Map<String, String> all() {
        return Map.copyOf(byPlace);
    }

    /// Every form of every value, with the place it was planted in.
    Map<String, String> forms() {
        var forms = new LinkedHashMap<String, String>();
        byPlace.forEach((place, value) -> formsOf(value).forEach(form -> forms.putIfAbsent(form, place)));
        return forms;
    }

    /// Clear, normalised, hexadecimal, and in the three alignments of base64.
    static Set<String> formsOf(String value) {
        var forms = new LinkedHashSet<String>();
        for (String clear : normalised(value)) {
            byte[] bytes = clear.getBytes(StandardCharsets.UTF_8);
            forms.add(clear);
            forms.add(HexFormat.of().formatHex(bytes));
            forms.add(HexFormat.of().withUpperCase().formatHex(bytes));
            forms.addAll(base64(bytes));
        }
        return forms;
    }

    private static Set<String> normalised(String value) {
        var all = new LinkedHashSet<String>();
        String lower = value.toLowerCase(Locale.ROOT);
        all.add(value);
        all.add(lower);
        all.add(value.toUpperCase(Locale.ROOT));
        all.add(lower.replaceAll("[^\\p{L}\\p{N}]+", ""));
        all.add(lower.replaceAll("[^\\p{L}\\p{N}]+", " "));
        all.add(lower.replaceAll("[^\\p{L}\\p{N}]+", "-"));
        if (value.contains("@")) {
            all.add(lower.substring(0, lower.indexOf('@')));
            all.add(lower.substring(0, lower.indexOf('@')).replace(".", ""));
        }
        if (value.startsWith("202 555")) {
            all.add("+1" + value.replace(" ", ""));
        }
        if (value.startsWith("2001:db8")) {
            all.add("2001:0db8:77aa:0000:0000:0000:ffee:" + value.substring(value.length() - 4));
            all.add("2001:db8:77aa:0:0:0:ffee:" + value.substring(value.length() - 4));
        }
        if (value.startsWith("https://")) {
            all.add(lower.substring("https://".length(), lower.indexOf('/', 9)));
            all.add(lower.substring("https://".length(), lower.indexOf('?')));
        }
        return all;
    }

    /// The characters which are the same whatever stands before and after, for each of the three places a value can
    /// begin at in a group of three bytes.
    private static List<String> base64(byte[] bytes) {
        var forms = new ArrayList<String>();
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            int whole = shifted.length * 8 / 6;
            int first = (before * 8 + 5) / 6;
            String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            forms.add(text.substring(first, whole));
            forms.add(text.substring(first, whole).replace('+', '-').replace('/', '_'));
        }
        return forms;
    }
}
