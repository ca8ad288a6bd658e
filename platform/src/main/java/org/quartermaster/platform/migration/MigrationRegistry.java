package org.quartermaster.platform.migration;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.quartermaster.platform.rest.Json;

/** All migrations of a service in one machine-readable file, which the build writes beside them. */
@ApplicationScoped
public final class MigrationRegistry {
    private static final String FILE = "db/_registry.json";
    private static final JsonMapper JSON = mapper();

    /** Called by the build with the folder of the service's classes. */
    public static void main(String[] arguments) throws IOException {
        var file = Path.of(arguments[0]).resolve(FILE);
        Files.createDirectories(file.getParent());
        var migrations = Stream.concat(MigrationFile.all('V').stream(), MigrationFile.all('S').stream())
                .map(Migration::of)
                .sorted(Comparator.comparing(Migration::version))
                .toList();
        JSON.writeValue(file.toFile(), migrations);
    }

    /** By version, in its order. */
    Map<String, Migration> read() throws IOException {
        var byVersion = new LinkedHashMap<String, Migration>();
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IOException(FILE + " is missing: build with Maven");
            }
            for (var migration : List.of(JSON.readValue(in, Migration[].class))) {
                byVersion.put(migration.version(), migration);
            }
        }
        return byVersion;
    }

    private static JsonMapper mapper() {
        var mapper = JsonMapper.builder()
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build();
        new Json().customize(mapper);
        return mapper;
    }
}
