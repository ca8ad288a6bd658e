package org.quartermaster.catalog.unspsc;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.quartermaster.catalog.classification.UnspscCode;
import org.quartermaster.catalog.reference.ReferenceRow;
import org.quartermaster.catalog.reference.ReferenceTable;
import org.quartermaster.catalog.reference.Tally;

/** The rows of a file of codes that can be taken. */
final class UnspscFile {
    private static final String TRANSLATED = "title_(?!en$)[a-z]{2,3}";
    private static final String[] CODE = {"code", "unspsc_code"};
    private static final String[] TITLE = {"title", "title_en"};
    private static final int MAX_TITLE = 300;
    private static final int MAX_DEFINITION = 20_000;

    private final Map<String, ListedCode> known;
    private final String release;
    private final Tally<ListedCode> tally;

    /** @param release of the file, or null where it is not said */
    UnspscFile(Map<String, ListedCode> known, String release, Tally<ListedCode> tally) {
        this.known = known;
        this.release = release;
        this.tally = tally;
    }

    private record Found(long line, UnspscCode code, ListedCode row) {}

    /** Reads the file and counts its rows; those that cannot be taken are rejected. */
    void read(InputStream input) throws IOException {
        var found = new ArrayList<Found>();
        try (var table = ReferenceTable.open(input).require(CODE).require(TITLE)) {
            var languages = table.columns().stream()
                    .filter(column -> column.matches(TRANSLATED))
                    .toList();
            for (var row = table.next(); row != null; row = table.next()) {
                found(row, languages).ifPresent(found::add);
            }
        }
        var rooted = rooted(found);
        for (var one : found) {
            if (rooted.contains(one.code().digits())) {
                tally.take(one.line(), one.code().digits(), one.row());
            } else {
                tally.reject(one.line(), "code", "unspsc.parent", one.code().digits());
            }
        }
    }

    private Optional<Found> found(ReferenceRow row, List<String> languages) {
        var given = row.text(CODE);
        var code = UnspscCode.read(given == null ? "" : given);
        var title = row.text(TITLE);
        var definition = row.text("definition");
        if (code.isEmpty()) {
            tally.reject(row.line(), "code", "unspsc.form");
        } else if (title == null) {
            tally.reject(row.line(), "title", "missing");
        } else if (title.length() > MAX_TITLE) {
            tally.reject(row.line(), "title", "string_too_long", MAX_TITLE);
        } else if (definition != null && definition.length() > MAX_DEFINITION) {
            tally.reject(row.line(), "definition", "string_too_long", MAX_DEFINITION);
        } else {
            return Optional.of(new Found(row.line(), code.get(), row(row, given, title, languages)));
        }
        return Optional.empty();
    }

    /** NB: what the file has no column or cell for stays as it is. */
    private ListedCode row(ReferenceRow row, String code, String title, List<String> languages) {
        var before = known.get(code);
        var titles = new TreeMap<String, String>();
        if (before != null) {
            titles.putAll(before.titles());
        }
        languages.forEach(column -> {
            var translated = row.text(column);
            if (translated != null && translated.length() <= MAX_TITLE) {
                titles.put(column.substring(column.indexOf('_') + 1), translated);
            }
        });
        var definition = row.text("definition");
        return new ListedCode(
                code,
                title,
                definition == null && before != null ? before.definition() : definition,
                release == null && before != null ? before.release() : release,
                ListedCode.ACTIVE,
                titles);
    }

    /** The codes of which all those above are listed or come with the file. */
    private Set<String> rooted(List<Found> found) {
        var rooted = new HashSet<String>();
        found.stream()
                .map(Found::code)
                .sorted(Comparator.comparingInt(UnspscCode::level))
                .filter(code -> code.parent()
                        .map(parent -> rooted.contains(parent.digits()) || known.containsKey(parent.digits()))
                        .orElse(true))
                .forEach(code -> rooted.add(code.digits()));
        return rooted;
    }
}
