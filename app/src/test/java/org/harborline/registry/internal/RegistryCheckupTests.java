// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.harborline.platform.Checkup.Answer;
import org.harborline.platform.Checkup.State;
import org.harborline.platform.Mode;
import org.harborline.registry.Organisations;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class RegistryCheckupTests {

    private static final Instant BEFORE_ANY_AGENCY = Instant.parse("1900-01-01T00:00:00Z");

    @Autowired
    Organisations organisations;

    @Autowired
    Clock clock;

    @TempDir
    Path directory;

    private Answer agencies(Clock at) {
        var beans = new StaticListableBeanFactory(Map.of("organisations", organisations));
        return new RegistryCheckup()
                .agenciesCheckup(beans.getBeanProvider(Organisations.class), at)
                .look()
                .get();
    }

    private static Answer location(@Nullable Path file, Mode mode) {
        var beans = new StaticListableBeanFactory(Map.of("settings", new LocationSettings(file)));
        return new RegistryCheckup()
                .locationCheckup(beans.getBeanProvider(LocationSettings.class), mode)
                .look()
                .get();
    }

    @Test
    void tellsWhetherAnyAgencyMayReceivePackages() {
        assertThat(agencies(clock).state()).isEqualTo(State.GOOD);
        assertThat(agencies(clock).sentence()).containsPattern("^[1-9][0-9]* agencies may receive packages\\.$");

        Answer none = agencies(Clock.fixed(BEFORE_ANY_AGENCY, ZoneOffset.UTC));

        assertThat(none.state()).isEqualTo(State.WARNING);
        assertThat(none.sentence()).contains("nothing can be referred", "/registry/agencies");
    }

    @Test
    void tellsHowManyCompaniesHaveSomethingToCheckOrRenew() {
        assertThat(RegistryCheckup.companies(0, 0).state()).isEqualTo(State.GOOD);
        assertThat(RegistryCheckup.companies(0, 1).state()).isEqualTo(State.WARNING);
        assertThat(RegistryCheckup.companies(2, 1).sentence())
                .startsWith("2 companies have contact points that nobody checked for 180 days, and 1 have no agreement")
                .contains("/registry/joining");
    }

    @Test
    void tellsWhetherALocationMapIsSetAndCanBeRead() throws IOException {
        assertThat(location(TinyMap.write(directory.resolve("tiny.mmdb")), Mode.PRODUCTION))
                .isEqualTo(Answer.good("The location map can be read."));
        assertThat(location(null, Mode.SANDBOX).state()).isEqualTo(State.GOOD);

        assertThat(location(null, Mode.PRODUCTION).state()).isEqualTo(State.WARNING);
        assertThat(location(null, Mode.PRODUCTION).sentence()).contains("HARBORLINE_LOCATION_DATABASE");
        assertThat(location(directory.resolve("missing.mmdb"), Mode.PRODUCTION).state())
                .isEqualTo(State.WRONG);
        assertThat(location(Files.writeString(directory.resolve("other.mmdb"), "no map"), Mode.SANDBOX)
                        .state())
                .isEqualTo(State.WRONG);
    }
}
