// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.harborline.platform.Actor;
import org.harborline.platform.StartRefused;
import org.harborline.registry.AgencyFilter;
import org.harborline.registry.Caution;
import org.harborline.registry.Organisations;
import org.harborline.registry.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(properties = {"harborline.mode=production", "harborline.test.context=load-registry"})
class LoadRegistryCommandTests {

    private static final Actor SYSTEM = Actor.system("load-registry-tests");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final String AGENCY =
            "code,name,kind,country,region,channel,languages,capabilities,effective_from\n";
    private static final String COVERAGE = "agency,scope,country,region,place,effective_from\n";

    @TempDir
    private Path directory;

    @Autowired
    private LoadRegistryCommand command;

    @Autowired
    private Organisations organisations;

    private void write(String file, String name, String table) throws IOException {
        Files.writeString(directory.resolve(file + ".csv"), "# " + name + "\n# version: 2026-10-01\n" + table);
    }

    private long agencies() {
        return organisations
                .listAgencies(SYSTEM, AgencyFilter.all(), "", 500)
                .agencies()
                .size();
    }

    @Test
    void takesTheFilesOnceAndConfirmsNothing() throws IOException {
        write("agencies", "ours", AGENCY + "us-vt-ours,Vermont desk,TASK_FORCE,US,VT,PORTAL,en,,2026-01-01\n");
        write("coverage", "our-coverage", COVERAGE + "us-vt-ours,REGION,US,VT,,2026-01-01\n");
        write("contacts", "our-contacts", """
                organisation,code,kind,rank,person,email,phone,post,verified_on
                agency,us-vt-ours,DELIVERY,1,Desk,desk@agency.example,,,2026-01-01
                """);
        long before = agencies();

        assertThat(command.run(List.of(directory.toString()))).isZero();
        assertThat(command.run(List.of(directory.toString()))).isZero();

        assertThat(agencies()).isEqualTo(before + 1);
        assertThat(organisations.agenciesFor(SYSTEM, Place.region("US", "VT"), DAY))
                .singleElement()
                .satisfies(candidate -> {
                    assertThat(candidate.agency().code()).isEqualTo("us-vt-ours");
                    assertThat(candidate.agency().sample()).isFalse();
                    assertThat(candidate.cautions())
                            .containsExactlyInAnyOrder(Caution.AGENCY_UNVERIFIED, Caution.COVERAGE_UNVERIFIED);
                    assertThat(candidate.mayReceive()).isFalse();
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "us-me,Maine,TASK_FORCE,US,ME,PORTAL,en,,1 May | , line 4, column effective_from cannot be taken; a date",
                "us-me,Maine,SHERIFF,US,ME,PORTAL,en,,2026-01-01 | , line 4, column kind cannot be taken; it is one of ",
                "US ME,Maine,TASK_FORCE,US,ME,PORTAL,en,,2026-01-01 | , line 4 cannot be taken: code has 2 to 63 ",
                "us-me,,TASK_FORCE,US,ME,PORTAL,en,,2026-01-01 | , line 4 cannot be taken: name is missing.",
                "us-me,Maine,TASK_FORCE,USA,ME,PORTAL,en,,2026-01-01 | , line 4 cannot be taken: country is two capital",
                "us-me,Maine,TASK_FORCE,US,ME,PORTAL,en,,2026-01-01,more,and more | , line 4 cannot be taken; each row ",
                "us-me,Maine,TASK_FORCE,US,ME,PORTAL,en,BIKES,2026-01-01 | , line 4 cannot be taken: capabilities are ",
                "us-me,\"Maine,TASK_FORCE,US,ME,PORTAL,en,,2026-01-01 | , line "
            })
    void saysWhereAFileIsWrong(String row, String sentence) throws IOException {
        write("agencies", "wrong", AGENCY + row + "\n");
        long before = agencies();

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> command.run(List.of(directory.toString())))
                .withMessageStartingWith("agencies.csv" + sentence);

        assertThat(agencies()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "coverage | agency,scope,country,region,place,effective_from | us-me,REGION,US,,,2026-01-01 | an area has",
                "services | provider,name,domain | chat,Chat, | domain is missing",
                "contacts | organisation,code,kind,rank,email,verified_on | agency,us-me,DELIVERY,0,a@b.example,2026-01-01"
                        + " | rank is 1 to 99",
                "contacts | organisation,code,kind,rank,email,verified_on | agency,us-me,DELIVERY,1,,2026-01-01"
                        + " | one of email"
            })
    void wantsOfEachFileWhatItsTableWants(String file, String columns, String row, String sentence) throws IOException {
        write(file, "wrong-" + file, columns + "\n" + row + "\n");

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> command.run(List.of(directory.toString())))
                .withMessageStartingWith(file + ".csv, line 4 cannot be taken: " + sentence);
    }

    @Test
    void takesNothingWhenARowBelongsToNobody() throws IOException {
        write("agencies", "half", AGENCY + "us-nh,New Hampshire,TASK_FORCE,US,NH,PORTAL,en,,2026-01-01\n");
        write("coverage", "half-coverage", COVERAGE + "us-nb,REGION,US,NH,,2026-01-01\n");
        long before = agencies();

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> command.run(List.of(directory.toString())))
                .withMessage("coverage.csv names us-nb, which is nowhere else; nothing was loaded.");

        assertThat(agencies()).isEqualTo(before);
    }

    @Test
    void wantsADirectoryWithSomethingInIt() {
        assertThat(command.run(List.of())).isEqualTo(2);
        assertThat(command.run(List.of(directory.resolve("no").toString()))).isEqualTo(2);
        assertThat(command.run(List.of(directory.toString()))).isEqualTo(1);
    }
}
