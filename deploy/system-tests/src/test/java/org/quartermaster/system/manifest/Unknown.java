package org.quartermaster.system.manifest;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds what a model of Kubernetes was given and has no field for: the API server would drop it in silence. */
final class Unknown {
    private final List<String> found = new ArrayList<>();

    private Unknown() {}

    static List<String> in(Object model) {
        var unknown = new Unknown();
        unknown.look(model, "");
        return unknown.found;
    }

    private void look(Object value, String path) {
        if (value instanceof Collection<?> items) {
            items.forEach(item -> look(item, path + "[]"));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> look(item, path + "." + key));
        } else if (value != null && value.getClass().getName().startsWith("io.fabric8.kubernetes.api.model")) {
            getters(value).forEach(getter -> lookThrough(value, getter, path));
        }
    }

    private void lookThrough(Object bean, Method getter, String path) {
        try {
            var value = getter.invoke(bean);
            if (getter.getName().equals("getAdditionalProperties")) {
                ((Map<?, ?>) value).keySet().forEach(key -> found.add(path + "." + key));
            } else {
                look(value, path + "." + getter.getName().substring(3));
            }
        } catch (ReflectiveOperationException refused) {
            throw new IllegalStateException(getter + " cannot be called", refused);
        }
    }

    private static Stream<Method> getters(Object bean) {
        return Stream.of(bean.getClass().getMethods())
                .filter(method -> method.getName().startsWith("get") && method.getParameterCount() == 0)
                .filter(method -> !method.getName().equals("getClass"));
    }
}
