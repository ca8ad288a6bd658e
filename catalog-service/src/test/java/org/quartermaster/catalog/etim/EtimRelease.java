package org.quartermaster.catalog.etim;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A release of one class, as it is published: semicolons, UTF-16LE with its mark.
 *
 * @param number three digits that its codes have after the kind
 * @param features the end of the code and the type of each, such as {@code 001;N}; those of numbers are in mm
 */
public record EtimRelease(String number, int version, String name, List<String> features, List<String> synonyms) {
    /** A class with a width and a colour. */
    public static EtimRelease of(String number, int version, String name) {
        return new EtimRelease(number, version, name, List.of("001;N", "002;A"), List.of("Zwacker" + number));
    }

    public EtimRelease withFeatures(String... other) {
        return new EtimRelease(number, version, name, List.of(other), synonyms);
    }

    public EtimRelease withSynonyms(String... other) {
        return new EtimRelease(number, version, name, features, List.of(other));
    }

    public byte[] zip() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            add(zip, "ETIMARTGROUP", "ARTGROUPID;GROUPDESC", "EG%1$s001;Grobbling %1$s");
            add(zip, "ETIMUNIT", "UNITOFMEASID;UNITDESC;UNITABBREV", "EU%1$s001;Millimetre;mm");
            add(zip, "ETIMVALUE", "VALUEID;VALUEDESC", "EV%1$s001;Red", "EV%1$s002;Blue");
            add(
                    zip,
                    "ETIMFEATURE",
                    "FEATUREID;FEATUREDESC;FEATUREGROUPID",
                    "EF%1$s001;Width;EFG1",
                    "EF%1$s002;Colour;EFG1");
            add(
                    zip,
                    "ETIMARTCLASS",
                    "ARTCLASSID;ARTGROUPID;ARTCLASSDESC;ARTCLASSVERSION",
                    "EC%1$s001;EG%1$s001;" + name + ";" + version);
            add(
                    zip,
                    "ETIMARTCLASSFEATUREMAP",
                    "ARTCLASSFEATURENR;ARTCLASSID;FEATUREID;FEATURETYPE;UNITOFMEASID;SORTNR",
                    IntStream.range(0, features.size()).mapToObj(this::feature).toArray(String[]::new));
            if (features.contains("002;A")) {
                add(
                        zip,
                        "ETIMARTCLASSFEATUREVALUEMAP",
                        "ARTCLASSFEATURENR;VALUEID;SORTNR",
                        "2;EV%1$s001;1",
                        "2;EV%1$s002;2");
            }
            add(
                    zip,
                    "ETIMARTCLASSSYNONYMMAP",
                    "ARTCLASSID;CLASSSYNONYM",
                    synonyms.stream().map(word -> "EC%1$s001;" + word).toArray(String[]::new));
        }
        return bytes.toByteArray();
    }

    private String feature(int place) {
        var feature = features.get(place);
        var unit = feature.endsWith("A") ? "" : "EU%1$s001";
        return place + 1 + ";EC%1$s001;EF%1$s" + feature + ";" + unit + ";" + (place + 1);
    }

    private void add(ZipOutputStream zip, String file, String header, String... rows) throws IOException {
        var text = IntStream.rangeClosed(0, rows.length)
                .mapToObj(line -> line == 0 ? header : rows[line - 1].formatted(number))
                .collect(Collectors.joining("\n", "\uFEFF", "\n"));
        zip.putNextEntry(new ZipEntry(file + ".csv"));
        zip.write(text.getBytes(StandardCharsets.UTF_16LE));
    }
}
