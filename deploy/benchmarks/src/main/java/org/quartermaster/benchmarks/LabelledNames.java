package org.quartermaster.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Names with their UNSPSC commodities: four fifths to be learned, a fifth to be tested, by the SHA-256 of the name.
 *
 * @param learned a file of examples to import
 * @param titles a file of codes to import, with all those above them
 * @param known one of the learned names
 * @param tested the codes of each name, any of which is right
 */
record LabelledNames(String learned, String titles, String known, Map<String, Set<String>> tested) {
    private static final String OWN = "catalog-service/src/test/resources/classification/";
    private static final int PARTS = 5;

    /** Those of the project. */
    static LabelledNames own(Path home) throws IOException {
        var rows = rows(home.resolve(OWN + "golden_learned.tsv"));
        var tested = rows(home.resolve(OWN + "golden_tested.tsv"));
        rows.addAll(tested.subList(1, tested.size()));
        var titles = new TreeMap<String, String>();
        rows(home.resolve(OWN + "golden_titles.tsv")).stream().skip(1).forEach(row -> titles.put(row[0], row[1]));
        return of(rows, titles);
    }

    /** Those of a file with the titles of their codes. */
    static LabelledNames of(Path file) throws IOException {
        var rows = rows(file);
        var titles = new TreeMap<String, String>();
        rows.stream().skip(1).forEach(row -> titles.put(row[1], row[2]));
        return of(rows, titles);
    }

    private static List<String[]> rows(Path file) throws IOException {
        return new ArrayList<>(
                Files.readAllLines(file).stream().map(line -> line.split("\t")).toList());
    }

    private static LabelledNames of(List<String[]> rows, Map<String, String> titles) {
        var codes = new LinkedHashMap<String, Set<String>>();
        rows.stream().skip(1).forEach(row -> codes.computeIfAbsent(row[0], name -> new TreeSet<>())
                .add(row[1]));
        var digests = new HashMap<String, String>();
        codes.keySet().forEach(name -> digests.put(name, digest(name)));
        var names = codes.keySet().stream()
                .sorted(Comparator.comparing(digests::get))
                .toList();
        var tested = new LinkedHashMap<String, Set<String>>();
        names.subList(names.size() * (PARTS - 1) / PARTS, names.size())
                .forEach(name -> tested.put(name, codes.get(name)));
        var learned = new StringBuilder();
        for (var row : rows) {
            if (!tested.containsKey(row[0])) {
                learned.append(String.join("\t", row)).append('\n');
            }
        }
        return new LabelledNames(learned.toString(), list(titles), names.get(0), tested);
    }

    /** NB: what a code above is called is not always said; it then stands under its digits. */
    private static String list(Map<String, String> titles) {
        var all = new TreeMap<>(titles);
        for (var code : titles.keySet()) {
            for (var digits = 2; digits < code.length(); digits += 2) {
                var above = code.substring(0, digits) + "0".repeat(code.length() - digits);
                all.putIfAbsent(above, above);
            }
        }
        var list = new StringBuilder("code\ttitle\n");
        all.forEach(
                (code, title) -> list.append(code).append('\t').append(title).append('\n'));
        return list.toString();
    }

    private static String digest(String name) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(name.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
