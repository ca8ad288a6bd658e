package org.quartermaster.system.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Bodies with something wrong: one value in JSON, or the whole. */
final class OddBodies {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Stands where the odd value comes, which may be none that a JSON tree can hold. */
    private static final String PLACE = "@odd@";

    private static final String FILE = """
            --quartermaster\r
            Content-Disposition: form-data; name="file"; filename="%s"\r
            \r
            %s\r
            --quartermaster--\r
            """;

    private static final List<String> WHOLE = Stream.concat(
                    """
                    null
                    []
                    {}
                    true
                    0
                    "text"
                    {
                    {"a":}
                    {'a':1}
                    {"a":1,}
                    nul
                    [1,2
                    {"a":1}{"b":2}
                    {"a":1} x
                    /* c */ {}
                    {"a":"\t"}
                    \ufeff{}
                    <?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>
                    {"releases":[{}]}
                    {"releases":{}}
                    --quartermaster
                    --quartermaster--
                    """.lines(),
                    Stream.of(
                            "",
                            " ",
                            "\n\n\n",
                            "\0",
                            "a,b\n\"unclosed",
                            "a;b\r1;2\r",
                            "id,id\n1,1\n",
                            "{}\n{}\nx\n",
                            FILE.formatted("../../x", "PK\3\4"),
                            FILE.formatted("x.csv\\\"", "id\n1")))
            .toList();

    private OddBodies() {}

    static byte[] of(byte[] usual, Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> whole(random);
            case 1 -> Arrays.copyOf(usual, random.nextInt(usual.length + 1));
            case 2 -> broken(usual, random);
            default -> changed(usual, random);
        };
    }

    private static byte[] whole(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> "[".repeat(20_000).getBytes(StandardCharsets.UTF_8);
            case 1 -> "{\"a\":".repeat(20_000).getBytes(StandardCharsets.UTF_8);
            case 2 -> noise(random);
            default -> OddValues.any(WHOLE, random).getBytes(StandardCharsets.UTF_8);
        };
    }

    private static byte[] noise(Random random) {
        var bytes = new byte[random.nextInt(2000)];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Bytes that are no UTF-8, or another encoding of it all. */
    private static byte[] broken(byte[] usual, Random random) {
        if (random.nextBoolean() || usual.length == 0) {
            return new String(usual, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16);
        }
        var bytes = usual.clone();
        bytes[random.nextInt(bytes.length)] = (byte) (0x80 + random.nextInt(128));
        return bytes;
    }

    private static byte[] changed(byte[] usual, Random random) {
        JsonNode tree = null;
        try {
            tree = JSON.readTree(usual);
        } catch (IOException notJson) {
            return whole(random);
        }
        var holders = new ArrayList<ContainerNode<?>>();
        collect(tree, holders);
        if (holders.isEmpty()) {
            return whole(random);
        }
        var text = text(change(tree, OddValues.any(holders, random), random));
        return text.replace('"' + PLACE + '"', OddValues.inJson(random)).getBytes(StandardCharsets.UTF_8);
    }

    private static String text(JsonNode tree) {
        try {
            return JSON.writeValueAsString(tree);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void collect(JsonNode node, List<ContainerNode<?>> holders) {
        if (node instanceof ContainerNode<?> holder) {
            holders.add(holder);
            node.forEach(member -> collect(member, holders));
        }
    }

    private static JsonNode change(JsonNode tree, ContainerNode<?> holder, Random random) {
        if (holder instanceof ArrayNode list) {
            if (list.isEmpty()) {
                list.add(PLACE);
            } else {
                list.set(random.nextInt(list.size()), PLACE);
            }
        } else if (holder instanceof ObjectNode object) {
            var names = new ArrayList<String>();
            object.fieldNames().forEachRemaining(names::add);
            var name = names.isEmpty() || random.nextInt(12) == 0 ? "nobody_knows" : OddValues.any(names, random);
            if (random.nextInt(10) == 0) {
                object.remove(name);
            } else {
                object.put(name, PLACE);
            }
        }
        return tree;
    }
}
