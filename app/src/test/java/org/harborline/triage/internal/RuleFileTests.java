// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleFileTests {

    private String root = "";
    private String hitPolicy = "COLLECT";
    private String question = "";
    private String asked = "escalated";
    private String cell = "";
    private String tested = "\"yes\"";
    private String output = "";
    private String level = "\"P1\"";

    private String table() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n"%s>
                  <decision id="priority" name="p">
                    <decisionTable id="t" hitPolicy="%s">
                      <input id="i"><inputExpression id="x" typeRef="string"%s><text>%s</text></inputExpression></input>
                      <output id="o1" name="level" typeRef="string"/>
                      <output id="o2" name="reason" typeRef="string"/>
                      <rule id="r">
                        <inputEntry id="c"%s><text>%s</text></inputEntry>
                        <outputEntry id="l"%s><text>%s</text></outputEntry>
                        <outputEntry id="z"><text>"because"</text></outputEntry>
                      </rule>
                    </decisionTable>
                  </decision>
                </definitions>
                """.formatted(root, hitPolicy, question, asked, cell, tested, output, level);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void refuses(String sentence) {
        assertThatThrownBy(() -> PriorityRules.read(9, bytes(table())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void readsAPlainTable() {
        var rules = PriorityRules.read(9, bytes(table()));

        var verdict = rules.decide(new RuleVector(Map.of(RuleInput.CATEGORY, "csam", RuleInput.ESCALATED, "yes")));

        assertThat(verdict.matches())
                .singleElement()
                .satisfies(match -> assertThat(match.reason().value()).isEqualTo("because"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "juel",
                "JUEL",
                "groovy",
                "javascript",
                "python",
                "ruby",
                "",
                "feel",
                "http://www.omg.org/spec/FEEL/20140401",
                "http://www.jcp.org/en/jsr/detail?id=245"
            })
    void refusesEveryOtherLanguageAtTheRootInAQuestionInACellAndInAnAnswer(String language) {
        String attribute = " expressionLanguage=\"" + language + "\"";
        root = attribute;
        refuses("no expression language but FEEL");
        root = "";
        question = attribute;
        refuses("no expression language but FEEL");
        question = "";
        cell = attribute;
        refuses("no expression language but FEEL");
        cell = "";
        output = attribute;
        refuses("no expression language but FEEL");
    }

    @Test
    void takesFeelWhereItIsNamed() {
        String attribute = " expressionLanguage=\"https://www.omg.org/spec/DMN/20191111/FEEL/\"";
        root = attribute;
        question = attribute;
        cell = attribute;
        output = attribute;

        assertThatCode(() -> PriorityRules.read(9, bytes(table()))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${escalated}",
                "#{escalated}",
                "not(\"yes\")",
                "? = \"yes\"",
                "escalated = \"yes\" or true",
                "function() external {java: {class: \"java.lang.Runtime\", method signature: \"getRuntime()\"}}",
                "\"yes\"; 1",
                "\"perhaps\"",
                "\"yes\", \"unknown\"",
                "> 1"
            })
    void refusesACellThatIsMoreThanTheAnswersOfItsInput(String text) {
        tested = text.replace(">", "&gt;");

        refuses("cell");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1", "\"P1\" + \"\"", "${level}", "if true then \"P1\" else \"P2\""})
    void refusesAnAnswerThatIsNotALiteral(String text) {
        level = text;

        refuses("output cell");
    }

    @Test
    void refusesALevelThatDoesNotExist() {
        level = "\"P0\"";

        refuses("P0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"now()", "today", "escalated.class", "unheard_of", "ESCALATED"})
    void refusesAQuestionThatIsNotAnInput(String text) {
        asked = text;

        refuses("not an input");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNIQUE", "FIRST", "ANY", "RULE ORDER"})
    void refusesATableThatDoesNotCollect(String policy) {
        hitPolicy = policy;

        refuses("collects");
    }

    @Test
    void refusesDocumentTypesAndOtherVocabularies() {
        root = "><!-- x --";
        refuses("no document type");
        root = " xmlns:operaton=\"http://operaton.org/schema/1.0/dmn\" operaton:diagramRelationId=\"1\"";
        refuses("another vocabulary");
    }

    @Test
    void refusesDecisionsThatAreNotTables() {
        String literal = table().replaceAll(
                        "(?s)<decisionTable.*</decisionTable>",
                        "<literalExpression><text>1</text></literalExpression>");

        assertThatThrownBy(() -> PriorityRules.read(9, bytes(literal)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("literalExpression");
    }

    @Test
    void refusesOtherEncodings() {
        assertThatThrownBy(() -> PriorityRules.read(9, table().getBytes(StandardCharsets.UTF_16)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"juel", "groovy", "javascript"})
    void hasNoOtherLanguageToRunEvenForATableThatWasNotChecked(String language) {
        cell = " expressionLanguage=\"" + language + "\"";
        tested = "${1 == 1}";
        var engine = PriorityRules.engine();
        var decision = engine.parseDecision("priority", new ByteArrayInputStream(bytes(table())));

        assertThatThrownBy(() -> engine.evaluateDecisionTable(decision, Map.of("escalated", "yes")))
                .isInstanceOf(RuntimeException.class)
                .satisfies(failure -> assertThat(failure)
                        .extracting(thrown -> thrown.getMessage()
                                + (thrown.getCause() == null
                                        ? ""
                                        : thrown.getCause().getMessage()))
                        .asString()
                        .contains("priority tables run no"));
    }
}
