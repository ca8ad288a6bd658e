package org.quartermaster.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.procurement.ocds.Json;
import org.quartermaster.procurement.ocds.schema.CompactSchema;
import org.quartermaster.procurement.ocds.schema.SchemaValidator;
import org.quartermaster.procurement.ocds.schema.Shape;

/** Checks releases against the schema with the classes of the service, and prints the seconds without the reading. */
public final class SchemaChecking {
    private static final int AT_ONCE = 256;

    private SchemaChecking() {}

    /** Argument: a file of JSON lines. */
    public static void main(String... arguments) throws IOException {
        var schema = CompactSchema.release();
        var took = 0L;
        try (var file = Files.newBufferedReader(Path.of(arguments[0]))) {
            for (var releases = next(file); !releases.isEmpty(); releases = next(file)) {
                var begin = System.nanoTime();
                check(releases, schema);
                took += System.nanoTime() - begin;
            }
        }
        System.out.println(took / 1e9);
    }

    private static void check(List<ObjectNode> releases, Shape schema) {
        var faults = releases.parallelStream()
                .mapToInt(
                        release -> SchemaValidator.validate(release, schema, 0).size())
                .sum();
        if (faults > 0) {
            throw new IllegalStateException(faults + " faults in releases that should have none");
        }
    }

    private static List<ObjectNode> next(BufferedReader file) throws IOException {
        var releases = new ArrayList<ObjectNode>();
        for (var line = file.readLine(); line != null; line = file.readLine()) {
            releases.add((ObjectNode) Json.MAPPER.readTree(line));
            if (releases.size() == AT_ONCE) {
                break;
            }
        }
        return releases;
    }
}
