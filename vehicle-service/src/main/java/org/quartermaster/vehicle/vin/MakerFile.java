package org.quartermaster.vehicle.vin;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Lists of makers and countries as they are published: a code or a range, and a name.
 *
 * @param entries by code
 * @param skipped lines that cannot be used
 */
record MakerFile(Map<String, String> entries, List<String> skipped) {
    private static final Pattern CODE = Pattern.compile("[A-HJ-NPR-Z0-9]{2,3}([A-HJ-NPR-Z0-9]{3})?");

    private static final Pattern RANGE = Pattern.compile("([A-HJ-NPR-Z0-9])([A-HJ-NPR-Z0-9]{0,2})");

    /** Names that are in use beside those of the Unicode CLDR. */
    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            Map.entry("bosnia & herzogovina", "BA"),
            Map.entry("bosnia and herzegovina", "BA"),
            Map.entry("czech republic", "CZ"),
            Map.entry("dom. republic", "DO"),
            Map.entry("hong kong", "HK"),
            Map.entry("ivory coast", "CI"),
            Map.entry("macedonia", "MK"),
            Map.entry("myanmar", "MM"),
            Map.entry("serbia & montenegro", "RS"),
            Map.entry("turkey", "TR"),
            Map.entry("usa", "US"),
            Map.entry("uk", "GB"));

    @FunctionalInterface
    private interface Line {
        /** False where the line cannot be used. */
        boolean read(String key, String name, Map<String, String> entries);
    }

    static MakerFile makers(Path file) throws IOException {
        return read(file, MakerFile::addMaker);
    }

    static MakerFile countries(Path file) throws IOException {
        var names = countryNames();
        return read(file, (range, name, entries) -> addRange(range, names.get(name.toLowerCase(Locale.ROOT)), entries));
    }

    /** The first line is a header when it is none of the rest. */
    private static MakerFile read(Path file, Line line) throws IOException {
        var entries = new TreeMap<String, String>();
        var skipped = new ArrayList<String>();
        try (var lines = CsvReader.builder().ofCsvRecord(file)) {
            for (var fields : lines) {
                var isRead = fields.getFieldCount() >= 2
                        && !fields.getField(1).isBlank()
                        && line.read(
                                fields.getField(0).strip().toUpperCase(Locale.ROOT),
                                fields.getField(1).strip(),
                                entries);
                if (!isRead
                        && fields.getStartingLineNumber() > 1
                        && !fields.getField(0).startsWith("#")) {
                    skipped.add(fields.getStartingLineNumber() + ": " + String.join(",", fields.getFields()));
                }
            }
        }
        return new MakerFile(entries, skipped);
    }

    private static boolean addMaker(String code, String maker, Map<String, String> entries) {
        if (!CODE.matcher(code).matches()) {
            return false;
        }
        entries.put(code, maker);
        return true;
    }

    /** {@code K-LR} is KL to KR and {@code J-} all that begin with J; so are {@code KL-KR} and {@code J}. */
    private static boolean addRange(String text, String country, Map<String, String> entries) {
        var parts = text.split("-", 2);
        var isWhole = parts.length == 2 && parts[0].length() == 2 && parts[1].startsWith(parts[0].substring(0, 1));
        var range = RANGE.matcher(parts.length == 1 ? text : parts[0] + parts[1].substring(isWhole ? 1 : 0));
        if (country == null || !range.matches()) {
            return false;
        }
        WmiList.range(range.group(1), range.group(2)).forEach(code -> entries.put(code, country));
        return true;
    }

    private static Map<String, String> countryNames() {
        var names = new HashMap<>(OTHER_NAMES);
        for (var code : Locale.getISOCountries()) {
            names.put(new Locale("", code).getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
            names.put(code.toLowerCase(Locale.ROOT), code);
        }
        return names;
    }
}
