package org.quartermaster.vehicle.vin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Makers by code, and countries by the ranges of the first two characters. */
final class WmiList {
    /** The order of ranges: letters before digits, 0 last. */
    private static final String ORDER = "ABCDEFGHJKLMNPRSTUVWXYZ1234567890";

    private final Map<String, String> makers = new HashMap<>();
    private final Map<String, String> countries = new HashMap<>();

    private WmiList() {}

    /** The short list that the service brings with it. */
    static WmiList own() {
        var list = new WmiList();
        read("vin/makers.csv", (code, maker) -> list.makers.put(code, maker));
        read("vin/countries.csv", list::addRange);
        return list;
    }

    /**
     * The maker of a code: its own entry; without one that of the first 3 characters, else 2. A small maker has a code of
     * 6, and nothing to do with those who have the first 2.
     */
    String maker(String code) {
        var whole = makers.getOrDefault(code, makers.get(code.substring(0, 3)));
        return whole == null && code.length() == 3 ? makers.get(code.substring(0, 2)) : whole;
    }

    /** The country of a code, or null. */
    String country(String code) {
        return countries.get(code.substring(0, 2));
    }

    /** This list with further entries, which come before its own. */
    WmiList with(Map<String, String> moreMakers, Map<String, String> moreCountries) {
        var list = new WmiList();
        list.makers.putAll(makers);
        list.makers.putAll(moreMakers);
        list.countries.putAll(countries);
        list.countries.putAll(moreCountries);
        return list;
    }

    /** @param range such as {@code 1} or {@code KL-KR} */
    private void addRange(String range, String country) {
        var seconds = range.length() < 2 ? "" : range.substring(1, 2) + range.charAt(range.length() - 1);
        range(range.substring(0, 1), seconds).forEach(code -> countries.put(code, country));
    }

    /**
     * The first two characters of a range.
     *
     * @param seconds the first and last second character, or the only one; empty for all
     */
    static List<String> range(String first, String seconds) {
        var from = seconds.isEmpty() ? 0 : ORDER.indexOf(seconds.charAt(0));
        var to = seconds.isEmpty() ? ORDER.length() - 1 : ORDER.indexOf(seconds.charAt(seconds.length() - 1));
        return IntStream.rangeClosed(from, to)
                .mapToObj(i -> first + ORDER.charAt(i))
                .toList();
    }

    @FunctionalInterface
    private interface Entry {
        void add(String key, String value);
    }

    private static void read(String file, Entry entry) {
        try (var in = WmiList.class.getClassLoader().getResourceAsStream(file);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(",", 2))
                    .forEach(parts -> entry.add(parts[0], parts[1]));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file, unreadable);
        }
    }
}
