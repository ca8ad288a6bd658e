package org.quartermaster.platform.asyncapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The document of the service's events, beside that of its API. */
@Path("/q/asyncapi")
@PermitAll
public final class AsyncApiResource {
    private static final YAMLMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build());

    private final AsyncApi document;

    @Inject
    AsyncApiResource(AsyncApi document) {
        this.document = document;
    }

    @GET
    @Produces("application/vnd.aai.asyncapi+yaml")
    @Operation(summary = "The document of the events as YAML", hidden = true)
    public String yaml() throws JsonProcessingException {
        return YAML.writeValueAsString(document.document());
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The document of the events as JSON", hidden = true)
    public JsonNode json() {
        return document.document();
    }
}
