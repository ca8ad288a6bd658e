package org.quartermaster.vehicle.imports;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The time of a snapshot as file names tell it, such as {@code salesdata_2026-04-01T0600.csv}; in UTC. */
final class SnapshotTime {
    private static final String BETWEEN = "[-_.:T ]?";
    private static final Pattern STAMP = Pattern.compile(
            "(?<!\\d)(20\\d\\d)[-_.]?(\\d\\d)[-_.]?(\\d\\d)(?:%1$s(\\d\\d)%1$s(\\d\\d)(?:%1$s(\\d\\d))?)?(?!\\d)"
                    .formatted(BETWEEN));

    private SnapshotTime() {}

    /** The first time in the name; null where there is none. */
    static Instant of(String name) {
        var stamp = STAMP.matcher(name);
        while (stamp.find()) {
            try {
                return LocalDateTime.of(
                                part(stamp, 1),
                                part(stamp, 2),
                                part(stamp, 3),
                                part(stamp, 4),
                                part(stamp, 5),
                                part(stamp, 6))
                        .toInstant(ZoneOffset.UTC);
            } catch (DateTimeException noSuchDay) {
                continue;
            }
        }
        return null;
    }

    private static int part(Matcher stamp, int group) {
        return stamp.group(group) == null ? 0 : Integer.parseInt(stamp.group(group));
    }
}
