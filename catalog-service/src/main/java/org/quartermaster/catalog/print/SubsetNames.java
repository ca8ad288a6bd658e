package org.quartermaster.catalog.print;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names embedded fonts by their order. NB: the library puts six random letters before the name of a part of a font (ISO
 * 32000, section 9.6.4), so that no two files would be alike; letters are put for letters, so nothing else moves.
 */
final class SubsetNames {
    private static final Pattern NAME = Pattern.compile("/(?:BaseFont|FontName)/([A-Z]{6})\\+");

    private SubsetNames() {}

    static byte[] settle(byte[] file) {
        var text = new String(file, StandardCharsets.ISO_8859_1);
        var names = new LinkedHashMap<String, String>();
        var found = NAME.matcher(text);
        while (found.find()) {
            var name = names.computeIfAbsent(found.group(1), any -> name(names.size()));
            System.arraycopy(name.getBytes(StandardCharsets.ISO_8859_1), 0, file, found.start(1), name.length());
        }
        return file;
    }

    private static String name(int place) {
        return "QUOTE" + String.format(Locale.ROOT, "%c", 'A' + place);
    }
}
