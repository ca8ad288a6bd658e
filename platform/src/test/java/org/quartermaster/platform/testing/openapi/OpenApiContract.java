package org.quartermaster.platform.testing.openapi;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.quartermaster.platform.testing.TestIssuer;
import org.quartermaster.platform.testing.TestTenant;

/**
 * The committed document of a service, which is the one that it serves, says what the code says; a service's test
 * extends it. Annotations alone do not know the fields: the contract calls every endpoint and hears which it reads.
 */
public abstract class OpenApiContract {
    private static final Path COMMITTED = Path.of("src/main/openapi/openapi.yaml");
    private static final Path TEXTS = Path.of("src/main/openapi/fields.properties");
    private static final String UPDATE = "openapi.update";
    private static final String[] ROLES = {"admin", "data-admin"};

    private final ObjectMapper json = new ObjectMapper();
    private final ObjectMapper yaml = new ObjectMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build());
    private final String root;

    /** @param root package of the service */
    protected OpenApiContract(String root) {
        this.root = root;
    }

    /**
     * Ids of rows that exist, by the names of the path parameters, or by the beginnings of paths that end with one; for
     * endpoints that read their fields after they have found the row.
     */
    protected abstract Map<String, String> existing(TestTenant tenant);

    /** A token of a user with these roles; for services that look for the row of the user. */
    protected String token(TestTenant tenant, String... roles) {
        return TestIssuer.shared().token(tenant.id(), roles);
    }

    /** Rows of one tenant and a token of one of its users; they serve all endpoints until one changes something. */
    private record Rows(String token, Map<String, String> existing) {
        static Rows of(OpenApiContract contract) {
            var tenant = TestTenant.create();
            return new Rows(contract.token(tenant, ROLES), contract.existing(tenant));
        }
    }

    @Test
    void theCommittedDocumentSaysWhatTheCodeSays() throws IOException, InterruptedException {
        var description = describe();
        var document = yaml.writeValueAsString(description.finish());

        if (System.getProperty(UPDATE) != null) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, document);
        }

        assertEquals("", String.join("\n", description.complaints()), "texts stand in " + TEXTS);
        assertEquals(
                Files.exists(COMMITTED) ? Files.readString(COMMITTED) : "",
                document,
                "The API has changed. If that is meant, update " + COMMITTED + " and commit it: mvn -pl "
                        + Path.of("").toAbsolutePath().getFileName() + " -am test -Dtest=OpenApiTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -D" + UPDATE);
    }

    /** NB: a document that is being updated was not there yet when the service was built. */
    @Test
    @DisabledIfSystemProperty(named = UPDATE, matches = ".*")
    void theServiceServesTheCommittedDocument() throws IOException {
        var committed = Files.readString(COMMITTED);

        assertEquals(committed, given().get("/q/openapi").asString());
        for (var served : List.of(
                given().queryParam("format", "json").get("/q/openapi"),
                given().accept("application/json").get("/q/openapi"))) {
            assertEquals(yaml.readTree(committed), json.readTree(served.asString()));
        }
    }

    private Description describe() throws IOException, InterruptedException {
        var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root, "org.quartermaster.platform");
        var annotated = (ObjectNode) json.readTree(given().queryParam("format", "json")
                .get("/q/openapi-annotations")
                .asString());
        var description = new Description(annotated, FieldTexts.read(TEXTS), Views.of(classes));
        var interview = new Interview();
        Rows rows = null;
        for (var endpoint : sorted(Endpoint.of(classes))) {
            var stream = annotated
                    .path("paths")
                    .path(endpoint.path())
                    .path(endpoint.verb())
                    .at("/responses/200/content")
                    .has("text/event-stream");
            if (rows == null) {
                rows = Rows.of(this);
            }
            var result = interview.of(endpoint, rows.token(), rows.existing(), stream);
            description.complete(endpoint, result);
            // What may have changed the rows leaves them to nobody.
            rows = endpoint.verb().equals("get") || result.status() >= 400 ? rows : null;
        }
        return description;
    }

    private static List<Endpoint> sorted(List<Endpoint> endpoints) {
        return endpoints.stream()
                .sorted(Comparator.comparing(Endpoint::toString))
                .toList();
    }

    @Test
    void theServiceKnowsEveryQueryParameterOfTheDocument() throws IOException {
        var rows = Rows.of(this);

        yaml.readTree(Files.readString(COMMITTED)).path("paths").properties().forEach(path -> {
            var parameters = Description.parameters(path.getValue().path("get"), "query");
            if (!parameters.isEmpty()) {
                assertNotEquals("unknown_parameter", codeOf(rows, path.getKey(), parameters), path.getKey());
            }
        });
    }

    private static String codeOf(Rows rows, String template, Map<String, JsonNode> parameters) {
        var request = given().auth().oauth2(rows.token());
        parameters.forEach((name, parameter) -> request.queryParam(name, example(parameter)));
        var response = request.urlEncodingEnabled(true).get(Endpoint.fill(template, rows.existing()));
        return response.contentType().contains("json") ? response.path("code") : "";
    }

    private static String example(JsonNode parameter) {
        var example = parameter.path("example");
        return example.isArray() ? example.path(0).asText() : example.asText("1");
    }
}
