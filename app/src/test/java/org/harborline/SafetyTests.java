// SPDX-License-Identifier: Apache-2.0
package org.harborline;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.harborline.journal.Fact;
import org.harborline.platform.Code;
import org.harborline.platform.RecordRef;
import org.junit.jupiter.api.Test;

/// The lines that are never crossed, as rules over the compiled code and the templates.
class SafetyTests {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            // A provider's side of the interface, on the test class path only: it calls servers, that is its job.
            .withImportOption(location -> !location.contains("org/harborline/synthetic/"))
            .importPackages("org.harborline");

    private static final Set<Class<?>> PLAIN = Set.of(
            UUID.class,
            Instant.class,
            LocalDate.class,
            Code.class,
            RecordRef.class,
            boolean.class,
            Boolean.class,
            int.class,
            Integer.class,
            long.class,
            Long.class);

    @Test
    void nothingTakesAttachmentsOrTouchesPictures() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("javax.imageio..", "java.awt.image..", "javax.sound..")
                        .or(JavaClass.Predicates.type(org.springframework.web.multipart.MultipartFile.class))
                        .or(JavaClass.Predicates.type(jakarta.servlet.http.Part.class)))
                .because("Harborline is media-free by construction (SAFE-01)")
                .check(OURS);
    }

    @Test
    void onlyTheOutboundGateCallsOtherMachines() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.harborline.platform.outbound..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.http.HttpClient")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.springframework.web.client.RestClient")
                .orShould()
                .callMethod(java.net.URI.class, "toURL")
                .orShould()
                .callMethod(java.net.URL.class, "openConnection")
                .orShould()
                .callMethod(java.net.URL.class, "openStream")
                .because("a reported location can never be fetched (SAFE-01)")
                .check(OURS);
    }

    @Test
    void factsHoldIdsCodesNumbersAndInstantsOnly() {
        classes()
                .that()
                .implement(Fact.class)
                .and()
                .areRecords()
                .should(holdNoText())
                .check(OURS);
    }

    private static ArchCondition<JavaClass> holdNoText() {
        return new ArchCondition<>("hold ids, codes, numbers and instants only") {
            @Override
            public void check(JavaClass fact, ConditionEvents events) {
                for (var component : fact.reflect().getRecordComponents()) {
                    if (!isPlain(component.getGenericType())) {
                        events.add(SimpleConditionEvent.violated(
                                fact,
                                fact.getName() + "." + component.getName() + " is a " + component.getGenericType()));
                    }
                }
            }
        };
    }

    private static boolean isPlain(Type type) {
        if (type instanceof ParameterizedType generic) {
            return Collection.class.isAssignableFrom((Class<?>) generic.getRawType())
                    && Arrays.stream(generic.getActualTypeArguments()).allMatch(SafetyTests::isPlain);
        }
        if (!(type instanceof Class<?> plain)) {
            return false;
        }
        return PLAIN.contains(plain) || plain.isEnum() || isId(plain);
    }

    private static boolean isId(Class<?> type) {
        return type.isRecord()
                && type.getRecordComponents().length == 1
                && PLAIN.contains(type.getRecordComponents()[0].getType());
    }

    @Test
    void templatesNeverPrintUnescapedTextOrRunScripts() throws IOException {
        try (var files = Files.walk(Path.of("src/main/resources/templates"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".html")))
                    .allSatisfy(file -> assertThat(Files.readString(file))
                            .doesNotContain("th:utext", "<script>", " onclick=", " style=", "javascript:", "T("));
        }
    }

    /// The packager takes any such file for old Javadoc and leaves it out: the page works in every test and in no
    /// server.
    @Test
    void noResourceHasTheNameThatThePackagerLeavesOut() throws IOException {
        try (var files = Files.walk(Path.of("src/main/resources"))) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .isNotEmpty()
                    .doesNotContain("package.html");
        }
    }
}
