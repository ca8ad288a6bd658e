package org.quartermaster.platform.testing.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
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

/**
 * Members of the answers that are never null, which the annotations' schemas do not tell: primitives, lists of views,
 * and those that are left out where they have no value.
 */
final class Views {
    private final Map<String, Set<String>> filled = new HashMap<>();
    private final Set<String> generic = new HashSet<>();

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
        if (type.getTypeParameters().length > 0) {
            generic.add(name);
        }
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
            } else if (component.getType().isPrimitive() || isListOfViews(component) || isLeftOut(component)) {
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

    private static boolean isLeftOut(RecordComponent component) {
        var own = component.getAccessor().getAnnotation(JsonInclude.class);
        var include = own == null ? component.getDeclaringRecord().getAnnotation(JsonInclude.class) : own;
        return include != null && include.value() == JsonInclude.Include.NON_NULL;
    }

    /** NB: the schema of a generic record is named after it and its argument, such as {@code PagePlanView}. */
    boolean isNeverNull(String view, String member) {
        return filled.getOrDefault(view, Set.of()).contains(member)
                || generic.stream()
                        .anyMatch(name ->
                                view.startsWith(name) && filled.get(name).contains(member));
    }
}
