package org.quartermaster.procurement.ocds.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.quartermaster.procurement.ocds.Issue;
import org.quartermaster.procurement.ocds.TestReleases;

/** The compact schema gives the verdicts of the official files; run with -Ddata.folder. */
@EnabledIfSystemProperty(named = "data.folder", matches = ".+")
final class OfficialSchemaTest {
    private static final Shape COMPACT = CompactSchema.release();
    private static final int MUTATIONS_EACH = 40;
    private static final List<String> VALUES = List.of(
            "null", "''", "'x'", "5", "1.5", "1.0", "-3", "true", "[]", "{}", "[{}]", "['a']", "['a','a']", "[null]",
            "'2025-01-01'", "'2025-01-01T10:00:00Z'", "'2025-01-01t10:00:00z'", "'2025-01-01T10:00:60Z'",
            "'2016-12-31T23:59:60Z'", "'2025-01-01T10:00Z'", "'2025-01-01 10:00:00Z'", "'2025-01-01T10:00:00+02:00'",
            "'2025-01-01T10:00:00-00:00'", "'2025-01-01T10:00:00+18:30'", "'2025-01-01T10:00:00.1234567891Z'",
            "'2025-02-29T10:00:00Z'", "'http://a.b/c?d=[e]'", "'http://a b'", "'urn:x'", "'x:'", "'//a'", "'http://'",
            "'http://ж.mk'", "'mailto:a@b.c'", "'1:x'", "'a/b'", "'EUR'", "'active'", "'open'", "'tender'",
            "{'id':''}", "{'id':1}", "[{'id':1},{'id':1}]", "[{'id':1},{'id':1.0}]", "[{'id':1,'awardID':'a'}]");

    private static Path folder() {
        return Path.of(System.getProperty("data.folder"), "ocds");
    }

    private static JsonSchema official() {
        var config = SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4)
                .getSchema(TestReleases.file(folder().resolve("schema/release-schema.json")), config);
    }

    private static List<JsonNode> samples() {
        var all = new ArrayList<JsonNode>();
        for (var name : List.of("uk-scotland-pcs-releases", "portugal-base-2019-release-package")) {
            TestReleases.file(folder().resolve("samples/" + name + ".json")).get("releases").forEach(all::add);
        }
        TestReleases.file(folder().resolve("samples/fictional/ocds-213czf-000-00001.json"))
                .get("releases")
                .forEach(all::add);
        return all;
    }

    private static boolean isValid(JsonNode release, Shape shape) {
        return SchemaValidator.validate(release, shape, 0).stream().noneMatch(Issue::isError);
    }

    @Test
    void samplesAndTheirMutationsGetTheSameVerdict() {
        var official = official();
        var loaded = org.quartermaster.procurement.ocds.schema.JsonSchema.read(
                TestReleases.file(folder().resolve("schema/release-schema.json")));
        var random = new Random(20_25);
        var different = new ArrayList<String>();
        for (var sample : samples()) {
            for (int i = 0; i < MUTATIONS_EACH; i++) {
                var release = valid(sample);
                var told = i == 0 ? "" : mutate(release, random);
                var verdict = official.validate(release).isEmpty();
                if (verdict != isValid(release, COMPACT) || verdict != isValid(release, loaded)) {
                    different.add(told + " official " + verdict + " ours " + SchemaValidator.validate(release, COMPACT, 0));
                }
            }
        }
        assertThat(different).isEmpty();
    }

    /** A copy that has no fault of its own, so that a mutation decides the verdict. */
    private static ObjectNode valid(JsonNode sample) {
        return org.quartermaster.procurement.ocds.publish.Mending.mend((ObjectNode) sample, COMPACT).value();
    }

    private static String mutate(ObjectNode release, Random random) {
        var holders = new ArrayList<JsonNode>();
        collect(release, holders);
        var holder = holders.get(random.nextInt(holders.size()));
        var value = TestReleases.json(VALUES.get(random.nextInt(VALUES.size())));
        if (holder instanceof ArrayNode list) {
            int at = random.nextInt(list.size());
            list.set(at, value);
            return "[" + at + "] = " + value;
        }
        var object = (ObjectNode) holder;
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        var name = names.get(random.nextInt(names.size()));
        switch (random.nextInt(5)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(name + "_" + List.of("mk", "sr-Latn-RS", "q", "x-a", "123").get(random.nextInt(5)), value);
            default -> object.set(name, value);
        }
        return name + " = " + value;
    }

    private static void collect(JsonNode value, List<JsonNode> holders) {
        if (value.isContainerNode() && !value.isEmpty()) {
            holders.add(value);
            value.forEach(child -> collect(child, holders));
        }
    }
}
