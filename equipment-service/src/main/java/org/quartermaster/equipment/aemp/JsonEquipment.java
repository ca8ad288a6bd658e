package org.quartermaster.equipment.aemp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Json;

/** Finds the machines of a document in JSON, which is read as a whole. Blocking. */
final class JsonEquipment {
    private JsonEquipment() {}

    /** @throws Problem 400 when it is no JSON or breaks off, 422 when it is another document */
    static Iterator<ObjectNode> of(InputStream body) {
        var document = Json.object(bytes(body));
        var fleet = document.path("Fleet").isObject() ? document.path("Fleet") : document;
        if (fleet.has("EquipmentHeader")) {
            return List.of((ObjectNode) fleet).iterator();
        }
        if (!fleet.path("Equipment").isArray()) {
            throw Problem.invalid("Equipment", fleet.has("Equipment") ? "type" : "missing");
        }
        var nodes = fleet.get("Equipment").elements();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return nodes.hasNext();
            }

            @Override
            public ObjectNode next() {
                JsonNode node = nodes.next();
                if (node instanceof ObjectNode equipment) {
                    return equipment;
                }
                throw Problem.invalid("Equipment", "type");
            }
        };
    }

    private static byte[] bytes(InputStream body) {
        try {
            return body.readAllBytes();
        } catch (IOException broken) {
            throw Problem.of(ProblemType.BAD_REQUEST);
        }
    }
}
