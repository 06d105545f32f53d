// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.harborline.platform.Code;
import org.harborline.triage.Priority;
import org.operaton.bpm.model.dmn.Dmn;
import org.operaton.bpm.model.dmn.DmnModelInstance;
import org.operaton.bpm.model.xml.instance.DomElement;

/// Reads a priority table as strictly as if a stranger had written it: DMN 1.3, one decision table that collects, FEEL
/// and nothing else, input names and codes of [RuleInput], levels and reasons as literals. A cell in another expression
/// language could run code, so one is refused wherever it stands.
final class RuleFile {

    private static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";
    static final String FEEL = "https://www.omg.org/spec/DMN/20191111/FEEL/";

    private static final Set<String> ELEMENTS = Set.of(
            "definitions",
            "description",
            "decision",
            "decisionTable",
            "input",
            "inputExpression",
            "output",
            "rule",
            "inputEntry",
            "outputEntry",
            "text");
    private static final Pattern ATTRIBUTE_PREFIX =
            Pattern.compile("\\s(?!xmlns)[A-Za-z_][\\w.-]*:[A-Za-z_][\\w.-]*\\s*=");
    private static final Pattern LITERAL = Pattern.compile("\"([A-Za-z0-9][A-Za-z0-9._-]*)\"");
    private static final Pattern LITERALS =
            Pattern.compile("\"[A-Za-z0-9][A-Za-z0-9._-]*\"(?:,\\s*\"[A-Za-z0-9][A-Za-z0-9._-]*\")*");

    private RuleFile() {}

    /// Reads and checks a table.
    ///
    /// @throws IllegalArgumentException with a sentence that says what is wrong; no part of the table is run
    static DmnModelInstance read(byte[] content) {
        String text = text(content);
        require(!text.contains("<!"), "a table has no document type and no marked section");
        require(!ATTRIBUTE_PREFIX.matcher(text).find(), "a table has no attribute of another vocabulary");
        DmnModelInstance model = parse(content);
        DomElement root = model.getDocument().getRootElement();
        checkElement(root);
        DomElement table = only(only(root, "decision"), "decisionTable");
        require("COLLECT".equals(table.getAttribute("hitPolicy")), "the table collects every rule that matches");
        require(!table.hasAttribute("aggregation"), "the table does not aggregate");
        checkRules(table, inputs(table));
        return model;
    }

    private static String text(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("a table is written in UTF-8", e);
        }
    }

    private static DmnModelInstance parse(byte[] content) {
        try {
            return Dmn.readModelFromStream(new ByteArrayInputStream(content));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("the table is not a valid DMN document", e);
        }
    }

    private static void checkElement(DomElement element) {
        require(DMN.equals(element.getNamespaceURI()), "a table is written in DMN 1.3 alone");
        require(
                ELEMENTS.contains(element.getLocalName()),
                "a table has no <" + element.getLocalName() + ">: it is one decision table with literal cells");
        require(
                !element.hasAttribute("expressionLanguage") || FEEL.equals(element.getAttribute("expressionLanguage")),
                "a table knows no expression language but FEEL");
        element.getChildElements().forEach(RuleFile::checkElement);
    }

    private static List<RuleInput> inputs(DomElement table) {
        var inputs = new ArrayList<RuleInput>();
        for (DomElement input : children(table, "input")) {
            String name = cell(only(input, "inputExpression"));
            inputs.add(RuleInput.find(name).orElseThrow(() -> wrong("the table asks something that is not an input")));
        }
        require(new HashSet<>(inputs).size() == inputs.size(), "the table asks each input once");
        return inputs;
    }

    private static void checkRules(DomElement table, List<RuleInput> inputs) {
        List<String> outputs = children(table, "output").stream()
                .map(output -> output.getAttribute("name"))
                .toList();
        require(List.of("level", "reason").equals(outputs), "the table answers with level and reason");
        for (DomElement rule : children(table, "rule")) {
            List<DomElement> questions = children(rule, "inputEntry");
            List<DomElement> answers = children(rule, "outputEntry");
            require(questions.size() == inputs.size() && answers.size() == 2, "each rule fills every column");
            for (int i = 0; i < inputs.size(); i++) {
                checkQuestion(cell(questions.get(i)), inputs.get(i));
            }
            Priority.valueOf(literal(cell(answers.get(0))));
            Code.of(literal(cell(answers.get(1))));
        }
    }

    private static void checkQuestion(String cell, RuleInput input) {
        if (cell.isEmpty() || "-".equals(cell)) {
            return;
        }
        require(LITERALS.matcher(cell).matches(), "an input cell is a dash or codes in quotation marks");
        var literals = LITERAL.matcher(cell);
        while (literals.find()) {
            require(
                    input.answers().contains(literals.group(1)),
                    "a cell names an answer that " + input.key() + " has not");
        }
    }

    private static String literal(String cell) {
        var literal = LITERAL.matcher(cell);
        require(literal.matches(), "an output cell is one code in quotation marks");
        return literal.group(1);
    }

    private static String cell(DomElement element) {
        List<DomElement> texts = children(element, "text");
        require(texts.size() <= 1, "a cell has one text");
        return texts.isEmpty() ? "" : texts.getFirst().getTextContent().strip();
    }

    private static List<DomElement> children(DomElement element, String name) {
        return element.getChildElements().stream()
                .filter(child -> child.getLocalName().equals(name))
                .toList();
    }

    private static DomElement only(DomElement element, String name) {
        List<DomElement> found = children(element, name);
        require(found.size() == 1, "a table has one <" + name + "> where one belongs");
        return found.getFirst();
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw wrong(sentence);
        }
    }

    private static IllegalArgumentException wrong(String sentence) {
        return new IllegalArgumentException(sentence);
    }
}
