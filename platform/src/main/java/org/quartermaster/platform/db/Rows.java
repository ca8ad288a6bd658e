package org.quartermaster.platform.db;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.data.Numeric;
import jakarta.persistence.Column;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Fills an entity from a row of a plain query by the column names of its mapping, so that hot reads skip the session
 * but show what the session would show; transient fields take what the query selects under their name. The entity is
 * detached; never hand it to a session.
 */
public final class Rows<E> {
    private final Supplier<E> maker;
    private final Map<String, Field> fields = new HashMap<>();
    private volatile Layout last = new Layout(List.of(), List.of());

    /** The fields of a query's columns, in their order; null for a column that the entity lacks. */
    private record Layout(List<String> columns, List<Field> fields) {
        boolean isOf(Row row) {
            var same = row.size() == columns.size();
            for (var i = 0; same && i < columns.size(); i++) {
                same = columns.get(i).equals(row.getColumnName(i));
            }
            return same;
        }
    }

    /** A reader for entities made by the given constructor. */
    public static <E> Rows<E> of(Class<E> type, Supplier<E> maker) {
        return new Rows<>(type, maker);
    }

    private Rows(Class<E> type, Supplier<E> maker) {
        this.maker = maker;
        for (Class<?> level = type; level != Object.class; level = level.getSuperclass()) {
            for (var field : level.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())
                        && !field.isSynthetic()
                        && !field.getName().startsWith("$")) {
                    field.setAccessible(true);
                    fields.put(column(field), field);
                }
            }
        }
    }

    private static String column(Field field) {
        var named = field.getAnnotation(Column.class);
        return named != null && !named.name().isEmpty()
                ? named.name()
                : field.getName().replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    /** The entity of one row; columns that the query left out stay null. */
    public E read(Row row) {
        var entity = maker.get();
        var layout = layout(row);
        for (var i = 0; i < row.size(); i++) {
            var field = layout.fields().get(i);
            if (field != null) {
                set(entity, field, row.getValue(i));
            }
        }
        return entity;
    }

    /** NB: mostly that of the row before, so that a list looks each column up once. */
    private Layout layout(Row row) {
        var layout = last;
        if (!layout.isOf(row)) {
            var columns =
                    IntStream.range(0, row.size()).mapToObj(row::getColumnName).toList();
            layout = new Layout(columns, columns.stream().map(fields::get).toList());
            last = layout;
        }
        return layout;
    }

    private static void set(Object entity, Field field, Object value) {
        try {
            if (value != null || !field.getType().isPrimitive()) {
                field.set(entity, convert(value, field.getType()));
            }
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object convert(Object value, Class<?> type) {
        if (value == null) {
            return null;
        }
        if (type == Instant.class) {
            return ((OffsetDateTime) value).toInstant();
        }
        if (type.isEnum()) {
            return Words.find((Class<? extends Enum>) type, (String) value).orElseThrow();
        }
        if (type == String.class && (value instanceof JsonObject || value instanceof JsonArray)) {
            return value.toString();
        }
        if (value instanceof Buffer buffer) {
            return buffer.getBytes();
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return number(value, type);
        }
        return value;
    }

    private static Object number(Object value, Class<?> type) {
        if (!(value instanceof Number number)) {
            return value;
        }
        if (type == BigDecimal.class) {
            return number instanceof Numeric numeric ? numeric.bigDecimalValue() : new BigDecimal(number.toString());
        }
        if (type == Integer.class || type == int.class) {
            return number.intValue();
        }
        if (type == Long.class || type == long.class) {
            return number.longValue();
        }
        return type == Double.class || type == double.class ? (Object) number.doubleValue() : value;
    }
}
