package org.quartermaster.platform.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/** The committed document of the service's API, as YAML or JSON. */
@Path("/q/openapi")
@PermitAll
@Singleton
public final class OpenApiResource {
    private static final String YAML = "application/yaml";

    private final ObjectMapper mapper;
    private volatile String json;

    @Inject
    OpenApiResource(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @GET
    @Blocking
    @Produces({YAML, MediaType.APPLICATION_JSON})
    @Operation(summary = "The document of the API as YAML, or JSON with format=json", hidden = true)
    public Response document(@Context HttpHeaders headers, @RestQuery String format) throws IOException {
        var asJson = "json".equalsIgnoreCase(format)
                || headers.getAcceptableMediaTypes().contains(MediaType.APPLICATION_JSON_TYPE);
        return asJson
                ? Response.ok(json(), MediaType.APPLICATION_JSON_TYPE).build()
                : Response.ok(yaml(), YAML).build();
    }

    /** NB: kept once it was asked for, because reading the YAML takes a good part of a second. */
    private String json() throws IOException {
        if (json == null) {
            json = mapper.writeValueAsString(new ObjectMapper(new YAMLFactory()).readTree(yaml()));
        }
        return json;
    }

    private static byte[] yaml() throws IOException {
        try (var stream =
                Thread.currentThread().getContextClassLoader().getResourceAsStream("documents/openapi.yaml")) {
            return stream.readAllBytes();
        }
    }
}
