package org.quartermaster.procurement.ocds.publish;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.quartermaster.platform.chain.CanonicalJson;
import org.quartermaster.procurement.ocds.Issue;
import org.quartermaster.procurement.ocds.IssueCode;
import org.quartermaster.procurement.ocds.Texts;
import org.quartermaster.procurement.ocds.schema.SchemaValidator;
import org.quartermaster.procurement.ocds.schema.Shape;

/** Makes what goes out valid: a value that the schema refuses is left out, a required one is given. */
public final class Mending {
    /** A mended value may break a rule of what holds it; the schema is less deep than this. */
    private static final int MOST_ROUNDS = 16;

    private static final int HASH_DIGITS = 16;

    private final ObjectNode root;
    private final List<Issue> issues = new ArrayList<>();

    private Mending(ObjectNode root) {
        this.root = root;
    }

    /** The valid form of a value and a warning for each thing mended. */
    public record Mended(ObjectNode value, List<Issue> issues) {}

    public static Mended mend(ObjectNode value, Shape shape) {
        var mending = new Mending(value.deepCopy());
        mending.run(shape);
        return new Mended(mending.root, List.copyOf(mending.issues));
    }

    private void run(Shape shape) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            var errors = SchemaValidator.validate(root, shape, 0).stream()
                    .filter(Issue::isError)
                    .toList();
            if (errors.isEmpty()) {
                return;
            }
            for (int i = errors.size() - 1; i >= 0; i--) {
                mend(errors.get(i));
            }
        }
    }

    /** NB: from the last to the first, so that the places of the earlier ones stay. */
    private void mend(Issue error) {
        var at = JsonPointer.compile(error.pointer());
        var holder = root.at(at.head());
        if (error.code() == IssueCode.REQUIRED_MISSING && holder instanceof ObjectNode object) {
            give(object, at.last().getMatchingProperty());
        } else if (error.code() == IssueCode.NOT_UNIQUE && root.at(at) instanceof ArrayNode list) {
            var distinct = new LinkedHashSet<JsonNode>();
            list.forEach(distinct::add);
            list.removeAll().addAll(distinct);
        } else if (holder instanceof ObjectNode object) {
            object.remove(at.last().getMatchingProperty());
        } else if (holder instanceof ArrayNode list) {
            list.remove(at.last().getMatchingIndex());
        }
        issues.add(new Issue(
                IssueCode.EXPORT_MENDED,
                0,
                Texts.of(root.path("ocid")),
                Texts.of(root.path("id")),
                error.pointer(),
                error.message()));
    }

    private void give(ObjectNode object, String name) {
        switch (name) {
            case "id" -> object.put(name, "gen-" + CanonicalJson.hash(object).substring(0, HASH_DIGITS));
            case "initiationType" -> object.put(name, "tender");
            case "tag" -> object.putArray(name).add(stage());
            case "awardID" -> object.put(name, awardId());
            default -> object.put(name, "unknown");
        }
    }

    private String stage() {
        if (!root.path("contracts").isEmpty()) {
            return "contract";
        }
        if (!root.path("awards").isEmpty()) {
            return "award";
        }
        return root.has("tender") ? "tender" : "planning";
    }

    private String awardId() {
        var awards = root.path("awards");
        var only = awards.size() == 1 ? Texts.id(awards.get(0).path("id")) : null;
        return only == null ? "unknown" : only;
    }
}
