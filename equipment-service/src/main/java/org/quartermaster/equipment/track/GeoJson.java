package org.quartermaster.equipment.track;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.quartermaster.platform.list.TimeRange;

/** Writes a track as GeoJSON (RFC 7946). */
final class GeoJson {
    private static final int DECIMALS = 7;

    private GeoJson() {}

    static TrackFeature feature(String equipmentId, TimeRange range, Track track) {
        var parts = Meridian.cut(track.line());
        var times = nested(parts, GeoJson::times);
        var properties = new TrackFeature.Properties(
                equipmentId, range.from(), range.to(), track.positions(), track.tolerance(), times);
        return new TrackFeature("Feature", geometry(track.line(), parts), properties);
    }

    /** A line needs two positions (3.1.4). */
    private static TrackFeature.Geometry geometry(Line line, List<Line> parts) {
        return switch (line.size()) {
            case 0 -> null;
            case 1 -> new TrackFeature.Geometry("Point", position(line, 0));
            default ->
                new TrackFeature.Geometry(
                        parts.size() == 1 ? "LineString" : "MultiLineString", nested(parts, GeoJson::positions));
        };
    }

    private static Object nested(List<Line> parts, Function<Line, List<?>> write) {
        return parts.size() == 1
                ? write.apply(parts.get(0))
                : parts.stream().map(write).toList();
    }

    private static List<?> positions(Line line) {
        return all(line, index -> position(line, index));
    }

    private static List<?> times(Line line) {
        return all(line, index -> Instant.EPOCH.plus(line.micros(index), ChronoUnit.MICROS));
    }

    private static <T> List<T> all(Line line, IntFunction<T> write) {
        return IntStream.range(0, line.size()).mapToObj(write).toList();
    }

    private static List<BigDecimal> position(Line line, int index) {
        return List.of(rounded(line.lon(index)), rounded(line.lat(index)));
    }

    private static BigDecimal rounded(double degrees) {
        return BigDecimal.valueOf(degrees).setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
