package org.quartermaster.platform.testing.openapi;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.InputStream;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.quartermaster.platform.change.Idempotency;

/**
 * A method of a resource, as its annotations and calls show it.
 *
 * @param verb of HTTP, in lower case
 * @param roles of which one is needed; empty for all the world
 * @param takesBody whether it is handed the bytes of a body
 * @param consumes media types of the body; empty where it does not say
 * @param idempotent whether it honours the header Idempotency-Key
 */
record Endpoint(
        String verb, String path, List<String> roles, boolean takesBody, List<String> consumes, boolean idempotent) {
    static final String JSON = "application/json";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)[^}]*}");

    static List<Endpoint> of(JavaClasses classes) {
        return classes.stream()
                .filter(type -> type.isAnnotatedWith(Path.class))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class) && !isHidden(method))
                .map(Endpoint::of)
                .toList();
    }

    private static boolean isHidden(JavaMethod method) {
        return method.isAnnotatedWith(Operation.class)
                && method.getAnnotationOfType(Operation.class).hidden();
    }

    private static Endpoint of(JavaMethod method) {
        var reflected = method.reflect();
        var verb = Arrays.stream(reflected.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(found -> found != null)
                .findFirst()
                .orElseThrow();
        var path = "/" + segment(reflected.getDeclaringClass()) + "/" + segment(reflected);
        return new Endpoint(
                verb.value().toLowerCase(Locale.ROOT),
                PLACEHOLDER
                        .matcher(path.replaceAll("/{2,}", "/").replaceAll("(.)/$", "$1"))
                        .replaceAll("{$1}"),
                roles(reflected),
                Arrays.stream(reflected.getParameterTypes())
                        .anyMatch(type -> type == byte[].class || InputStream.class.isAssignableFrom(type)),
                consumes(reflected),
                reaches(method, new HashSet<>()));
    }

    private static String segment(AnnotatedElement annotated) {
        var path = annotated.getAnnotation(Path.class);
        return path == null ? "" : path.value();
    }

    private static List<String> consumes(Method method) {
        var own = method.getAnnotation(Consumes.class);
        var consumes = own == null ? method.getDeclaringClass().getAnnotation(Consumes.class) : own;
        return consumes == null ? List.of() : List.of(consumes.value());
    }

    private static List<String> roles(Method method) {
        var own = method.getAnnotation(RolesAllowed.class);
        if (own != null) {
            return List.of(own.value());
        }
        var open = method.isAnnotationPresent(PermitAll.class);
        var inherited = method.getDeclaringClass().getAnnotation(RolesAllowed.class);
        return open || inherited == null ? List.of() : List.of(inherited.value());
    }

    /** Whether the method, or one of its class that it calls, goes through {@link Idempotency}. */
    private static boolean reaches(JavaMethod method, Set<JavaMethod> seen) {
        if (!seen.add(method)) {
            return false;
        }
        return method.getMethodCallsFromSelf().stream().anyMatch(call -> {
            if (call.getTargetOwner().isEquivalentTo(Idempotency.class)) {
                return true;
            }
            return call.getTargetOwner().equals(method.getOwner())
                    && call.getTarget()
                            .resolveMember()
                            .filter(target -> reaches(target, seen))
                            .isPresent();
        });
    }

    boolean isOpen() {
        return roles.isEmpty();
    }

    /** Whether it is of those that take tokens and keys of administrators alone, and say so by their path. */
    boolean isForAdministrators() {
        return path.contains("/admin/");
    }

    /** Whether a body can be too large, of another kind or wrong; that of a form is read before the method. */
    boolean mayRefuseBody() {
        return takesBody || (!verb.equals("get") && consumes.contains("multipart/form-data"));
    }

    /** Whether the bytes are a JSON object that the code takes apart. */
    boolean takesJson() {
        return takesBody && (consumes.isEmpty() || consumes.contains(JSON));
    }

    /** A path with the ids of rows that exist, by what stands before and in a placeholder, or by its name alone. */
    static String fill(String template, Map<String, String> existing) {
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(existing.getOrDefault(
                        template.substring(0, found.end()), existing.getOrDefault(found.group(1), "none"))));
    }

    List<String> placeholders() {
        var names = new ArrayList<String>();
        var matcher = PLACEHOLDER.matcher(path);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    @Override
    public String toString() {
        return verb.toUpperCase(Locale.ROOT) + " " + path;
    }
}
