package org.quartermaster.platform.db;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import jakarta.persistence.Column;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Fills an entity from a row of a plain query by the column names of its mapping, so that hot reads skip the session
 * but show what the session would show; transient fields take what the query selects under their name. The entity is
 * detached; never hand it to a session.
 */
public final class Rows<E> {
    private final Supplier<E> maker;
    private final Map<String, Field> fields = new HashMap<>();

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
        for (var i = 0; i < row.size(); i++) {
            var field = fields.get(row.getColumnName(i));
            if (field != null) {
                set(entity, field, row.getValue(i));
            }
        }
        return entity;
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
        return switch (type.getSimpleName()) {
            case "Integer", "int" -> number.intValue();
            case "Long", "long" -> number.longValue();
            case "Double", "double" -> number.doubleValue();
            case "BigDecimal" -> new java.math.BigDecimal(number.toString());
            default -> value;
        };
    }
}
