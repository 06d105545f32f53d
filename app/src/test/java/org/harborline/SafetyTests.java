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
import com.tngtech.archunit.lang.ArchRule;
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
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.harborline.intake.facts.ReportFiled;
import org.harborline.journal.Fact;
import org.harborline.platform.Code;
import org.harborline.platform.RecordRef;
import org.junit.jupiter.api.Test;

/// The lines that are never crossed, as rules over the compiled code and the templates.
class SafetyTests {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            // A provider's side of the interface, on the test class path only: calling servers is its job.
            .withImportOption(location -> !location.contains("org/harborline/synthetic/"))
            .withImportOption(location -> !location.contains("org/harborline/client/"))
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

    private static final ArchRule NO_MEDIA = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "javax.imageio..",
                            "java.awt.image..",
                            "javax.sound..",
                            "org.springframework.web.multipart..")
                    .or(JavaClass.Predicates.type(jakarta.servlet.http.Part.class)))
            .because("Harborline is media-free by construction (SAFE-01)");

    private static final ArchRule ONE_WAY_OUT = noClasses()
            .that()
            .resideOutsideOfPackage("org.harborline.platform.outbound..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.net.http..", "org.springframework.web.reactive..")
                    .or(JavaClass.Predicates.type(java.net.URLConnection.class))
                    .or(JavaClass.Predicates.type(java.net.HttpURLConnection.class))
                    .or(JavaClass.Predicates.type(org.springframework.web.client.RestTemplate.class))
                    .or(JavaClass.Predicates.type(org.springframework.web.client.RestClient.class)))
            .orShould()
            .callMethod(java.net.URI.class, "toURL")
            .orShould()
            .callMethod(java.net.URL.class, "openConnection")
            .orShould()
            .callMethod(java.net.URL.class, "openStream")
            .because("a reported location can never be fetched (SAFE-01)");

    private static final ArchRule PLAIN_FACTS =
            classes().that().implement(Fact.class).and().areRecords().should(holdNoText());

    /// How complete a report is must never decide what becomes of it.
    private static final ArchRule COMPLETENESS_APART = noClasses()
            .that()
            .resideOutsideOfPackages("org.harborline.intake..", "org.harborline.notices..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.harborline.intake.completeness.."))
            .orShould()
            .callMethod(ReportFiled.class, "rubric")
            .orShould()
            .callMethod(ReportFiled.class, "completeness")
            .orShould()
            .callMethod(ReportFiled.class, "missing")
            .orShould()
            .callMethod(ReportFiled.class, "howComplete")
            .because("completeness is told to senders and is no measure of urgency");

    private static boolean breaks(ArchRule rule, Class<?> type) {
        return rule.evaluate(new ClassFileImporter().importClasses(type)).hasViolation();
    }

    @Test
    void everyRuleOverTheCodeCanFail() {
        assertThat(breaks(NO_MEDIA, Breaches.Attaches.class)).isTrue();
        assertThat(breaks(NO_MEDIA, Breaches.Receives.class)).isTrue();
        assertThat(breaks(NO_MEDIA, Breaches.Draws.class)).isTrue();
        assertThat(breaks(ONE_WAY_OUT, Breaches.Fetches.class)).isTrue();
        assertThat(breaks(ONE_WAY_OUT, Breaches.Calls.class)).isTrue();
        assertThat(breaks(PLAIN_FACTS, Breaches.Told.class)).isTrue();
        assertThat(breaks(COMPLETENESS_APART, Breaches.Weighs.class)).isTrue();
        assertThat(breaks(COMPLETENESS_APART, Breaches.Ranks.class)).isTrue();
        assertThat(breaks(NO_MEDIA, Breaches.Told.class)).isFalse();
    }

    @Test
    void nothingTakesAttachmentsOrTouchesPictures() {
        NO_MEDIA.check(OURS);
    }

    @Test
    void onlyTheOutboundGateCallsOtherMachines() {
        ONE_WAY_OUT.check(OURS);
    }

    @Test
    void noModuleThatDecidesReadsHowCompleteAReportIs() throws IOException {
        COMPLETENESS_APART.check(OURS);
        try (var tables = Files.list(Path.of("src/main/resources/triage"))) {
            assertThat(tables)
                    .isNotEmpty()
                    .allSatisfy(table -> assertThat(Files.readString(table))
                            .contains("label=\"escalated\"")
                            .doesNotContainIgnoringCase("complete")
                            .doesNotContainIgnoringCase("rubric"));
        }
    }

    @Test
    void factsHoldIdsCodesNumbersAndInstantsOnly() {
        PLAIN_FACTS.check(OURS);
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

    private static final List<String> ACTIVE =
            List.of("th:utext", "<script>", " onclick=", " style=", "javascript:", "T(", "[(");

    private static List<String> active(String template) {
        return ACTIVE.stream().filter(template::contains).toList();
    }

    @Test
    void templatesNeverPrintUnescapedTextOrRunScripts() throws IOException {
        assertThat(active("<p th:utext=\"${text}\">[(${text})]</p>")).hasSize(2);
        try (var files = Files.walk(Path.of("src/main/resources/templates"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".html")))
                    .isNotEmpty()
                    .allSatisfy(
                            file -> assertThat(active(Files.readString(file))).isEmpty());
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

    /// Attachments stay off in the server itself, whatever the code says.
    @Test
    void theServerReadsNoAttachments() throws IOException {
        assertThat(Files.readString(Path.of("src/main/resources/application.yaml")))
                .contains("servlet.multipart.enabled: false");
    }

    @Test
    void theBuildRefusesNamesThatSayNothing() throws IOException {
        var rule = Pattern.compile("TypeName[^/]*?<property name=\"format\" value=\"([^\"]+)\"", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../build/checkstyle/rules.xml")));
        assertThat(rule.find()).isTrue();
        var allowed = Pattern.compile(rule.group(1));
        assertThat(List.of("ReportService", "KeyManager", "TextUtil", "ReportDto", "DeskImpl", "AbstractDesk", "IDesk"))
                .noneMatch(name -> allowed.matcher(name).matches());
        assertThat(List.of("ReportDesk", "Intake", "Vault"))
                .allMatch(name -> allowed.matcher(name).matches());
    }
}
