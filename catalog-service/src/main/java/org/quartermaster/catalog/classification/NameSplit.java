package org.quartermaster.catalog.classification;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Splits labelled texts by the SHA-256 of the name, so that the same names are held back everywhere. */
record NameSplit(List<LabelledText> learned, List<LabelledText> tested) {

    private static final int PARTS = 5;

    /** The first four fifths of the names, by the hex digest of each, are learned; the last fifth is tested. */
    static NameSplit of(List<LabelledText> texts) {
        Map<String, String> digests = new HashMap<>();
        texts.forEach(text -> digests.computeIfAbsent(text.text(), NameSplit::digest));
        List<String> names = digests.keySet().stream()
                .sorted(Comparator.comparing(digests::get))
                .toList();
        Set<String> learned = Set.copyOf(names.subList(0, names.size() * (PARTS - 1) / PARTS));
        Map<Boolean, List<LabelledText>> parts =
                texts.stream().collect(Collectors.partitioningBy(text -> learned.contains(text.text())));
        return new NameSplit(parts.get(true), parts.get(false));
    }

    private static String digest(String name) {
        return HexFormat.of().formatHex(ModelVersion.sha256().digest(name.getBytes(StandardCharsets.UTF_8)));
    }
}
