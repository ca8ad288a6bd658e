package org.quartermaster.procurement.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The invented notices of three publishers, in the order in which they come; their dates count from the first start. */
final class DemoNotices {
    /** NB: the last one changes tenders of the first: a deadline moves, one is awarded, one is cancelled. */
    static final List<DemoNotices> ALL = List.of(
            new DemoNotices("demo-mk", "notices-mk.json"),
            new DemoNotices("demo-sr", "notices-sr.json"),
            new DemoNotices("demo-en", "notices-en.json"),
            new DemoNotices("demo-mk", "news-mk.json"));

    /** Days from the first one, and the hour (UTC) where it is not the morning. */
    private static final Pattern DAY = Pattern.compile("\\$\\{([+-]\\d+)(?:T(\\d\\d:\\d\\d))?}");

    private static final String MORNING = "08:00";

    private final String source;
    private final String name;

    private DemoNotices(String source, String name) {
        this.source = source;
        this.name = name;
    }

    String source() {
        return source;
    }

    /** The file as it is imported. */
    byte[] text(LocalDate firstDay) throws IOException {
        try (var file = open(name)) {
            var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            var dated = DAY.matcher(text).replaceAll(day -> instant(firstDay, day));
            return dated.getBytes(StandardCharsets.UTF_8);
        }
    }

    private static String instant(LocalDate firstDay, MatchResult day) {
        var time = LocalTime.parse(day.group(2) == null ? MORNING : day.group(2));
        return firstDay.plusDays(Long.parseLong(day.group(1)))
                .atTime(time)
                .toInstant(ZoneOffset.UTC)
                .toString();
    }

    /** A file that comes with the demo. */
    static InputStream open(String name) {
        return DemoNotices.class.getResourceAsStream("/demo/" + name);
    }
}
