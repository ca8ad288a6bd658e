package org.quartermaster.platform.db;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** The values of one column over many rows, as arrays that {@code unnest} takes; a missing value is null. */
public record Columns<T>(List<T> rows) {

    /** The values as {@code text[]}. */
    public String[] texts(Function<T, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    /** The values as {@code numeric[]}. */
    public Number[] numbers(Function<T, Number> value) {
        return rows.stream().map(value).toArray(Number[]::new);
    }

    /** The values as {@code int[]}. */
    public Integer[] integers(Function<T, Integer> value) {
        return rows.stream().map(value).toArray(Integer[]::new);
    }

    /** The values as {@code float8[]}. */
    public Double[] doubles(Function<T, Double> value) {
        return rows.stream().map(value).toArray(Double[]::new);
    }

    /** The values as {@code float4[]}. */
    public Float[] floats(Function<T, Float> value) {
        return rows.stream().map(value).toArray(Float[]::new);
    }

    /** The values as {@code bool[]}. */
    public Boolean[] booleans(Function<T, Boolean> value) {
        return rows.stream().map(value).toArray(Boolean[]::new);
    }

    /** The values as {@code uuid[]}. */
    public UUID[] uuids(Function<T, UUID> value) {
        return rows.stream().map(value).toArray(UUID[]::new);
    }

    /** The values as {@code date[]}. */
    public LocalDate[] dates(Function<T, LocalDate> value) {
        return rows.stream().map(value).toArray(LocalDate[]::new);
    }

    /** The values as {@code timestamptz[]}. */
    public OffsetDateTime[] times(Function<T, Instant> value) {
        return rows.stream().map(value).map(Columns::time).toArray(OffsetDateTime[]::new);
    }

    /** A time as a parameter; null stays null. */
    public static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** A column of a row as a time; null stays null. */
    public static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
