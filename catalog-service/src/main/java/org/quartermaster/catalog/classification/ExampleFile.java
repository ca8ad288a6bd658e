package org.quartermaster.catalog.classification;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.quartermaster.catalog.reference.ReferenceRow;
import org.quartermaster.catalog.reference.ReferenceTable;
import org.quartermaster.catalog.reference.Tally;
import org.quartermaster.platform.db.Words;

/** The rows of a file of examples; its columns are ours, or those of the O*NET tool names. */
final class ExampleFile {
    private static final String[] TEXT = {"text", "name", "tool_name"};
    private static final String[] CODE = {"code", "unspsc_code", "etim_class"};
    private static final String[] TITLE = {"title", "unspsc_title"};
    private static final int MAX_TEXT = 300;
    private static final int MAX_SOURCE = 64;

    private final Set<String> listed;
    private final Tally<Example> tally;
    private final Map<String, String> unlisted = new LinkedHashMap<>();

    ExampleFile(Set<String> listed, Tally<Example> tally) {
        this.listed = listed;
        this.tally = tally;
    }

    /** The commodities that are not listed, with their titles. */
    Map<String, String> unlisted() {
        return unlisted;
    }

    void read(InputStream input) throws IOException {
        try (var table = ReferenceTable.open(input).require(TEXT).require(CODE)) {
            for (var row = table.next(); row != null; row = table.next()) {
                read(row);
            }
        }
    }

    private void read(ReferenceRow row) {
        var text = row.text(TEXT);
        var system = system(row);
        var code = row.text(CODE);
        if (text == null || text.length() > MAX_TEXT) {
            tally.reject(row.line(), "text", text == null ? "missing" : "string_too_long", MAX_TEXT);
        } else if (ComparedName.of(text).isEmpty()) {
            tally.reject(row.line(), "text", "missing");
        } else if (system == null) {
            tally.reject(row.line(), "system", "enum", "unspsc, etim");
        } else if (code == null || !hasForm(system, code)) {
            tally.reject(row.line(), "code", system.word() + ".form");
        } else if (!isListed(row, system, code)) {
            tally.reject(row.line(), "code", system.word() + ".unknown");
        } else {
            var example = new Example(
                    text,
                    ComparedName.of(text),
                    system.word(),
                    code,
                    Math.max(1, row.count(1, "weight", "occupations")),
                    source(row));
            tally.take(row.line(), example.key(), example);
        }
    }

    /** Null where the word is none. */
    private static ClassSystem system(ReferenceRow row) {
        var word = row.text("system");
        return word == null
                ? ClassSystem.UNSPSC
                : Words.find(ClassSystem.class, word).orElse(null);
    }

    private static boolean hasForm(ClassSystem system, String code) {
        return system == ClassSystem.ETIM
                ? EtimCode.isClass(code)
                : UnspscCode.read(code)
                        .filter(found -> found.level() == UnspscCode.COMMODITY)
                        .isPresent();
    }

    private boolean isListed(ReferenceRow row, ClassSystem system, String code) {
        if (listed.contains(system.word() + '/' + code) || unlisted.containsKey(code)) {
            return true;
        }
        var title = row.text(TITLE);
        if (system == ClassSystem.ETIM || title == null || title.length() > MAX_TEXT) {
            return false;
        }
        unlisted.put(code, title);
        return true;
    }

    private static String source(ReferenceRow row) {
        var source = row.text("source");
        return source == null ? "import" : source.substring(0, Math.min(source.length(), MAX_SOURCE));
    }
}
