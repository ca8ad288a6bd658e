package org.quartermaster.platform.testing.openapi;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Members of the answers that are never null, which the annotations' schemas do not tell: primitives and lists of views. */
final class Views {
    private final Map<String, Set<String>> filled = new HashMap<>();

    static Views none() {
        return new Views();
    }

    static Views of(JavaClasses classes) {
        var views = new Views();
        classes.stream().filter(JavaClass::isRecord).map(JavaClass::reflect).forEach(views::add);
        return views;
    }

    /** NB: of two records with one name only what both say holds. */
    private void add(Class<?> type) {
        var schema = type.getAnnotation(Schema.class);
        var name = schema == null || schema.name().isEmpty() ? type.getSimpleName() : schema.name();
        filled.merge(name, members(type), (one, other) -> {
            one.retainAll(other);
            return one;
        });
    }

    private static Set<String> members(Class<?> type) {
        var names = new HashSet<String>();
        for (var component : type.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                names.addAll(members(component.getType()));
            } else if (component.getType().isPrimitive() || isListOfViews(component)) {
                names.add(SnakeCaseStrategy.INSTANCE.translate(component.getName()));
            }
        }
        return names;
    }

    private static boolean isListOfViews(RecordComponent component) {
        return Collection.class.isAssignableFrom(component.getType())
                && component.getGenericType() instanceof ParameterizedType list
                && list.getActualTypeArguments()[0] instanceof Class<?> view
                && view.isRecord();
    }

    boolean isNeverNull(String view, String member) {
        return filled.getOrDefault(view, Set.of()).contains(member);
    }
}
