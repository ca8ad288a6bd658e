package org.quartermaster.system.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The operations that the services' committed documents tell of, so that a new one is tested as soon as it is there. */
final class Documents {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private Documents() {}

    static List<Operation> of(String service) throws IOException {
        var file = Path.of("../../%s-service/src/main/openapi/openapi.yaml".formatted(service));
        var operations = new ArrayList<Operation>();
        for (var path : YAML.readTree(file.toFile()).path("paths").properties()) {
            for (var method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey())) {
                    operations.add(operation(service, path.getKey(), method.getKey(), method.getValue()));
                }
            }
        }
        return operations;
    }

    private static Operation operation(String service, String path, String method, JsonNode described) {
        var parameters = new ArrayList<Parameter>();
        described.path("parameters").forEach(parameter -> parameters.add(Parameter.of(parameter)));
        var bodies = new LinkedHashMap<String, JsonNode>();
        for (var body : described.path("requestBody").path("content").properties()) {
            bodies.put(body.getKey(), body.getValue().get("example"));
        }
        return new Operation(service, method.toUpperCase(Locale.ROOT), path, parameters, bodies);
    }
}
