package org.quartermaster.platform.openapi;

import static java.util.Map.entry;
import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createComponents;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createHeader;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;
import static org.eclipse.microprofile.openapi.OASFactory.createSecurityRequirement;
import static org.eclipse.microprofile.openapi.OASFactory.createSecurityScheme;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Adds to the document what holds for every operation, so that no endpoint repeats it: problems and the bearer token. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class CommonAnswers implements OASFilter {
    private static final Map<Integer, String> PROBLEMS = new TreeMap<>(Map.ofEntries(
            entry(400, "The request cannot be read"),
            entry(401, "No token, or a refused one"),
            entry(403, "The role does not suffice"),
            entry(404, "Not there, or of another tenant"),
            entry(409, "In conflict with the present state"),
            entry(412, "Changed since the given ETag"),
            entry(413, "The body is too large"),
            entry(422, "A wrong value"),
            entry(429, "Too many requests"),
            entry(500, "An error of the service"),
            entry(503, "Something that the answer needs is away")));
    private static final Map<String, String> RATE_LIMIT = new TreeMap<>(Map.of(
            "RateLimit-Limit", "Requests of the limit that is nearest to its end",
            "RateLimit-Remaining", "What is left of it",
            "RateLimit-Reset", "Seconds until it begins anew"));
    private static final String RETRY_AFTER = "Retry-After";

    @Override
    public Schema filterSchema(Schema schema) {
        var words = schema.getEnumeration();
        if (words != null) {
            schema.setEnumeration(words.stream()
                    .map(word -> word instanceof String text ? (Object) text.toLowerCase(Locale.ROOT) : word)
                    .toList());
        }
        return schema;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var components = document.getComponents() == null ? createComponents() : document.getComponents();
        document.setComponents(components);
        components.addSchema("Problem", problem());
        components.addSecurityScheme(
                "bearer",
                createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT"));
        components.addSecurityScheme(
                "api_key",
                createSecurityScheme()
                        .type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.HEADER)
                        .name("X-API-Key")
                        .description("Exchanged for a token at the issuer"));
        RATE_LIMIT.forEach((name, text) -> components.addHeader(name, number(text)));
        components.addHeader(RETRY_AFTER, number("Seconds after which another try makes sense"));
        PROBLEMS.forEach((status, text) -> components.addResponse("Problem" + status, problem(status, text)));
        document.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> complete(path, method, operation)));
    }

    private static APIResponse problem(int status, String text) {
        var answer = createAPIResponse()
                .description(text)
                .content(createContent()
                        .addMediaType(
                                "application/problem+json",
                                createMediaType().schema(createSchema().ref("Problem"))));
        if (status < 500) {
            addRateLimit(answer);
        }
        return status == 429 || status == 503
                ? answer.addHeader(RETRY_AFTER, createHeader().ref(RETRY_AFTER))
                : answer;
    }

    private static void addRateLimit(APIResponse answer) {
        RATE_LIMIT
                .keySet()
                .forEach(name -> answer.addHeader(name, createHeader().ref(name)));
    }

    private static void complete(String path, HttpMethod method, Operation operation) {
        var open = !path.startsWith("/api/") && !path.startsWith("/q/");
        if (operation.getSecurity() == null) {
            operation.setSecurity(
                    open
                            ? List.of(createSecurityRequirement())
                            : List.of(
                                    createSecurityRequirement().addScheme("bearer"),
                                    createSecurityRequirement().addScheme("api_key")));
        }
        if (!open) {
            operation.getResponses().getAPIResponses().values().stream()
                    .filter(answer -> answer.getRef() == null)
                    .forEach(CommonAnswers::addRateLimit);
        }
        for (var status : open ? List.of(500) : statuses(path, method)) {
            var code = status.toString();
            if (!operation.getResponses().hasAPIResponse(code)) {
                operation
                        .getResponses()
                        .addAPIResponse(code, createAPIResponse().ref("Problem" + code));
            }
        }
    }

    private static List<Integer> statuses(String path, HttpMethod method) {
        var statuses = new ArrayList<>(List.of(400, 401, 403, 422, 429, 500, 503));
        if (path.contains("{")) {
            statuses.add(404);
        }
        if (method != HttpMethod.GET) {
            statuses.addAll(List.of(409, 413));
        }
        if (List.of(HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE).contains(method)) {
            statuses.add(412);
        }
        return statuses;
    }

    /** RFC 9457 with the platform's own members. */
    private static Schema problem() {
        var error = object().addProperty("field", text("Parameter, or JSON path such as samples[3].hours"))
                .addProperty("code", text("Stable, machine-readable"))
                .addProperty("message", text("In the language of the client"));
        return object().addProperty("type", text("URI of the kind of problem"))
                .addProperty("title", text("The kind of problem"))
                .addProperty(
                        "status", createSchema().addType(SchemaType.INTEGER).format("int32"))
                .addProperty("detail", text("What went wrong this time"))
                .addProperty("instance", text("Path of the request"))
                .addProperty("code", text("Stable, machine-readable"))
                .addProperty("request_id", text("Names the request in the logs"))
                .addProperty("errors", createSchema().addType(SchemaType.ARRAY).items(error));
    }

    private static Schema object() {
        return createSchema().addType(SchemaType.OBJECT);
    }

    private static Header number(String description) {
        return createHeader()
                .description(description)
                .schema(createSchema().addType(SchemaType.INTEGER).format("int64"));
    }

    private static Schema text(String description) {
        return createSchema().addType(SchemaType.STRING).description(description);
    }
}
