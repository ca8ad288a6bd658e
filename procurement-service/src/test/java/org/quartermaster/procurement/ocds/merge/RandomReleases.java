package org.quartermaster.procurement.ocds.merge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.quartermaster.procurement.ocds.Json;
import org.quartermaster.procurement.ocds.Release;
import org.quartermaster.procurement.ocds.TestReleases;

/** Random releases of one process, few names and values, so that they meet; some clash on purpose. */
public final class RandomReleases {
    private static final List<String> TAGS = List.of("planning", "tender", "tenderUpdate", "award", "contract");

    private RandomReleases() {}

    public static List<Release> some(Random random) {
        var releases = new ArrayList<Release>();
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            var date = "2025-01-0" + (1 + random.nextInt(3)) + "T00:00:00Z";
            var members = Json.text(object(random, 0));
            var inner = members.substring(1, members.length() - 1);
            releases.add(
                    TestReleases.release("r" + random.nextInt(3), date, TAGS.get(random.nextInt(TAGS.size())), inner));
        }
        return releases;
    }

    private static JsonNode object(Random random, int depth) {
        var object = Json.NODES.objectNode();
        int size = random.nextInt(4);
        for (int i = 0; i < size; i++) {
            object.set("f" + random.nextInt(4), value(random, depth + 1));
        }
        return object;
    }

    private static JsonNode value(Random random, int depth) {
        return switch (random.nextInt(depth > 3 ? 4 : 8)) {
            case 0 -> Json.NODES.nullNode();
            case 1 -> Json.NODES.numberNode(random.nextInt(3));
            case 2, 3 -> Json.NODES.textNode("t" + random.nextInt(3));
            case 4 -> Json.NODES.arrayNode().add("t" + random.nextInt(2));
            case 5, 6 -> object(random, depth);
            default -> list(random, depth);
        };
    }

    private static JsonNode list(Random random, int depth) {
        var list = Json.NODES.arrayNode();
        for (int i = random.nextInt(3); i >= 0; i--) {
            var member = (com.fasterxml.jackson.databind.node.ObjectNode) object(random, depth);
            list.add(random.nextInt(4) == 0 ? member : member.put("id", random.nextInt(3)));
        }
        return list;
    }
}
