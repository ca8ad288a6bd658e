package org.quartermaster.catalog.classification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The committed names and titles, and the same shape read from other tab-separated text. */
final class GoldenSet {

    private static final int CLASS_DIGITS = 6;

    private GoldenSet() {}

    static List<ClassificationLabel> labels() {
        return rows("golden_titles.tsv").stream()
                .filter(row -> !row[0].endsWith("00"))
                .map(row -> label(row[0], row[1]))
                .toList();
    }

    static List<LabelledText> learned() {
        return names("golden_learned.tsv");
    }

    static List<LabelledText> tested() {
        return names("golden_tested.tsv");
    }

    static ClassificationLabel label(String code, String title) {
        return new ClassificationLabel(code, List.of(title), code.substring(0, CLASS_DIGITS));
    }

    private static List<LabelledText> names(String file) {
        return rows(file).stream()
                .map(row -> new LabelledText(row[0], row[1], 1))
                .toList();
    }

    private static List<String[]> rows(String file) {
        try (InputStream stream = GoldenSet.class.getResourceAsStream("/classification/" + file)) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().skip(1).map(line -> line.split("\t")).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
