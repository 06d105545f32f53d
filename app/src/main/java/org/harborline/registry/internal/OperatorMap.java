// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import com.maxmind.db.MaxMindDbConstructor;
import com.maxmind.db.MaxMindDbParameter;
import com.maxmind.db.Reader;
import inet.ipaddr.IPAddress;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.harborline.platform.Code;
import org.harborline.registry.Location;
import org.harborline.registry.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The map an operator brings: a file in MaxMind's format with the fields of its city data sets. Without a file it
/// knows nothing.
@Component
@Order(2)
@EnableConfigurationProperties(LocationSettings.class)
class OperatorMap implements LocationMap {

    private final @Nullable Reader reader;
    private final Code source;

    OperatorMap(LocationSettings settings) {
        try {
            reader = settings.database() == null
                    ? null
                    : new Reader(settings.database().toFile(), Reader.FileMode.MEMORY_MAPPED);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the file of harborline.location.database cannot be read", unreadable);
        }
        source = Code.of(reader == null ? "none" : name(reader));
    }

    private static String name(Reader reader) {
        var metadata = reader.getMetadata();
        String type = metadata.databaseType().replaceAll("[^A-Za-z0-9]+", "-");
        return "mmdb." + type.toLowerCase(Locale.ROOT) + "."
                + metadata.buildTime().getEpochSecond();
    }

    @Override
    public Optional<Location> find(IPAddress address) {
        if (reader == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(reader.get(address.toInetAddress(), Entry.class))
                    .flatMap(Entry::place)
                    .map(place -> new Location(place, source));
        } catch (IOException damaged) {
            throw new UncheckedIOException("the location database is damaged", damaged);
        }
    }

    @PreDestroy
    void close() throws IOException {
        if (reader != null) {
            reader.close();
        }
    }

    /// An entry as far as it is read.
    record Entry(
            @Nullable Part country,
            @Nullable List<Part> subdivisions,
            @Nullable Part city,
            @Nullable Postal postal) {

        @MaxMindDbConstructor
        Entry(
                @MaxMindDbParameter(name = "country") @Nullable Part country,
                @MaxMindDbParameter(name = "subdivisions") @Nullable List<Part> subdivisions,
                @MaxMindDbParameter(name = "city") @Nullable Part city,
                @MaxMindDbParameter(name = "postal") @Nullable Postal postal) {
            this.country = country;
            this.subdivisions = subdivisions;
            this.city = city;
            this.postal = postal;
        }

        Optional<Place> place() {
            if (country == null || country.code() == null) {
                return Optional.empty();
            }
            return Optional.of(new Place(
                    country.code(),
                    subdivisions == null || subdivisions.isEmpty()
                            ? null
                            : subdivisions.getFirst().code(),
                    null,
                    city == null || city.names() == null ? null : city.names().get("en"),
                    postal == null ? null : postal.code()));
        }
    }

    /// A country, subdivision or city.
    record Part(@Nullable String code, @Nullable Map<String, String> names) {

        @MaxMindDbConstructor
        Part(
                @MaxMindDbParameter(name = "iso_code") @Nullable String code,
                @MaxMindDbParameter(name = "names") @Nullable Map<String, String> names) {
            this.code = code;
            this.names = names;
        }
    }

    /// A postcode.
    record Postal(@Nullable String code) {

        @MaxMindDbConstructor
        Postal(@MaxMindDbParameter(name = "code") @Nullable String code) {
            this.code = code;
        }
    }
}
