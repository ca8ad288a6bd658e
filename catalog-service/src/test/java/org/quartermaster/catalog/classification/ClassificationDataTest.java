package org.quartermaster.catalog.classification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.quartermaster.catalog.text.Fold;

/** Measures the engine on the O*NET tool names, which are not part of the project: {@code -Ddata.folder=...}. */
@EnabledIfSystemProperty(named = "data.folder", matches = ".+")
class ClassificationDataTest {

    @Test
    void theToolNamesReachTheBars() throws IOException {
        List<LabelledText> names = toolNames();
        NameSplit split = NameSplit.of(names);
        SuggestionEngine engine = new ClassificationTraining(labels(), Fold::fold).train(split.learned());

        ClassificationEvaluation evaluation = ClassificationEvaluation.of(engine, split.tested());

        System.out.println(evaluation.report());
        assertEquals(1817, evaluation.names());
        assertTrue(evaluation.first() >= 0.47, "47 % of the first suggestions are right");
        assertTrue(evaluation.amongFive() >= 0.68, "68 % have the right code among five");
        assertTrue(evaluation.curve().get(0).precision() >= 0.84, "84 % of the surest tenth are right");
        assertTrue(evaluation.calibrationError() <= 0.05, "confidence means what it says");
    }

    private static List<LabelledText> toolNames() throws IOException {
        return rows().stream()
                .map(row -> new LabelledText(row[0], row[1], Integer.parseInt(row[3])))
                .toList();
    }

    private static List<ClassificationLabel> labels() throws IOException {
        Map<String, ClassificationLabel> labels = new LinkedHashMap<>();
        rows().forEach(row -> labels.putIfAbsent(row[1], GoldenSet.label(row[1], row[2])));
        return List.copyOf(labels.values());
    }

    private static List<String[]> rows() throws IOException {
        Path file = Path.of(System.getProperty("data.folder"), "labelled", "tool_names_unspsc.tsv");
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split("\t"))
                .toList();
    }
}
