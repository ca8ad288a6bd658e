package org.quartermaster.procurement.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.quartermaster.procurement.ocds.Json;
import org.quartermaster.procurement.ocds.schema.CompactSchema;
import org.quartermaster.procurement.ocds.schema.JsonSchema;
import org.quartermaster.procurement.ocds.schema.Shape;

/** The schema that releases are held against: our compact one, or the official file where it is configured. */
@ApplicationScoped
public class ReleaseSchema {
    private final Shape release;

    @Inject
    ReleaseSchema(OcdsConfig config) throws IOException {
        release = config.schemaPath().isPresent() ? read(config.schemaPath().get()) : CompactSchema.release();
    }

    private static Shape read(Path file) throws IOException {
        return JsonSchema.read(Json.MAPPER.readTree(Files.readAllBytes(file)));
    }

    public Shape release() {
        return release;
    }
}
