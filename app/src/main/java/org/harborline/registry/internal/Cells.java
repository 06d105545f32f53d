// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the cells of a data file must be; the same as the tables that they go into.
final class Cells {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{1,62}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern REGION = Pattern.compile("[A-Z0-9]{1,3}");

    private Cells() {}

    static void present(String column, @Nullable Object cell) {
        require(cell != null, column + " is missing");
    }

    static void text(String column, @Nullable String cell, int longest) {
        present(column, cell);
        require(cell == null || cell.length() <= longest, column + " has at most " + longest + " characters");
    }

    static void code(String column, @Nullable String cell) {
        present(column, cell);
        require(
                cell == null || CODE.matcher(cell).matches(),
                column + " has 2 to 63 characters of a-z, 0-9 and -, and does not begin with -");
    }

    static void country(@Nullable String cell) {
        require(cell != null && COUNTRY.matcher(cell).matches(), "country is two capital letters, such as US");
    }

    static void region(@Nullable String cell) {
        require(
                cell == null || REGION.matcher(cell).matches(),
                "region is what follows the country in ISO 3166-2, such as CA");
    }

    static void require(boolean fits, String otherwise) {
        if (!fits) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
