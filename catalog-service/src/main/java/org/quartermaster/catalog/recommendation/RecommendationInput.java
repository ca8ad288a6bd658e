package org.quartermaster.catalog.recommendation;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.catalog.kit.ItemKind;
import org.quartermaster.catalog.kit.Selector;
import org.quartermaster.catalog.request.Numbers;
import org.quartermaster.catalog.row.Input;
import org.quartermaster.catalog.row.Saving;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.rest.Json;

/** Takes the fields of a request over into a recommendation. */
final class RecommendationInput {
    private static final int NAME = 300;
    private static final int CODE = 64;
    private static final int TEXT = 20_000;
    private static final int MAX_ITEMS = 1_000;
    private static final int MAX_BYTES = 65_536;
    private static final int MAX_DEPTH = 16;

    private RecommendationInput() {}

    static void apply(Fields fields, Saving saving, RecommendationRow row) {
        saving.take(Input.line(fields, "title", 1, NAME), row.title, value -> row.title = value);
        saving.take(fields.text("description", 1, TEXT), row.description, value -> row.description = value);
        saving.take(Input.line(fields, "category", 1, NAME), row.category, value -> row.category = value);
        saving.take(fields.word("priority", WorkPriority.class), WorkPriority.MEDIUM, value -> row.priority = value);
        saving.take(
                Numbers.exact(fields, "estimated_hours", 4, "0", "999999999999"), value -> row.estimatedHours = value);
        saving.take(Numbers.exact(fields, "confidence_score", 4, "0", "1"), value -> row.confidenceScore = value);
        saving.take(Input.line(fields, "assigned_to", 0, NAME), value -> row.assignedTo = value);
        saving.take(fields.time("due_date"), value -> row.dueDate = value);
        saving.take(fields.word("outcome", WorkOutcome.class), value -> row.outcome = value);
        saving.take(
                fields.object("client_requirements", MAX_BYTES, MAX_DEPTH),
                Json.object(null),
                value -> row.clientRequirements = value);
    }

    /** Where a new one comes from: a person, or a program that a user keeps. */
    static void source(Fields fields, RecommendationRow row) {
        fields.word("recommendation_source", WorkSource.class).to(source -> row.recommendationSource = source);
        if (row.recommendationSource != WorkSource.MANUAL && row.recommendationSource != WorkSource.EXTERNAL) {
            fields.error("recommendation_source", "enum", "manual, external");
        }
        Input.line(fields, "source_ref", 0, NAME).to(reference -> row.sourceRef = reference);
    }

    /**
     * The items of a request; one with the {@code id} of an item that is there begins with what that says.
     *
     * @param saving with {@link Saving#PART} the items that are not named stay
     * @return null where the request names none
     */
    static List<Wish> items(Fields fields, Saving saving, List<WorkItem> before) {
        var given = fields.items("items", MAX_ITEMS);
        if (!fields.has("items")) {
            return saving == Saving.WHOLE ? List.of() : null;
        }
        var rest = new ArrayList<>(before);
        var wishes = new ArrayList<Wish>();
        for (var item : given) {
            var known = known(item, before);
            rest.remove(known);
            wishes.add(wish(item, known));
        }
        if (saving == Saving.PART) {
            rest.forEach(item -> wishes.add(0, wish(Fields.ofJson(Json.object(null), Fields.Nulls.IGNORED), item)));
        }
        return wishes;
    }

    private static WorkItem known(Fields item, List<WorkItem> before) {
        var id = Numbers.id(item, "id").value();
        if (id == null) {
            return null;
        }
        var known = before.stream().filter(each -> each.id().equals(id)).findFirst();
        if (known.isEmpty()) {
            item.error("id", "reference.unknown");
        }
        return known.orElse(null);
    }

    private static Wish wish(Fields item, WorkItem known) {
        if (known == null) {
            item.require("kind", "reason");
        }
        var selector = item.has("selector") || known == null ? Selector.read(item) : known.selector();
        var product = Numbers.id(item, "product_id").or(known == null ? null : known.productId());
        if (product == null && selector.isEmpty()) {
            item.error("product_id", "missing");
        }
        return new Wish(
                known == null ? null : known.id(),
                item.word("kind", ItemKind.class).or(known == null ? null : known.kind()),
                product,
                null,
                selector,
                last(selector),
                Numbers.quantity(item, "quantity").or(known == null ? BigDecimal.ONE : known.quantity()),
                item.text("uom", 0, CODE).or(known == null ? null : known.uom()),
                item.bool("mandatory").or(known != null && known.mandatory()),
                item.text("reason", 1, TEXT).or(known == null ? null : known.reason()),
                item.has("standards") || known == null ? item.texts("standards") : known.standards(),
                item.word("outcome", WorkOutcome.class).or(known == null ? null : known.outcome()));
    }

    private static String last(JsonNode selector) {
        var unspsc = selector.path("unspsc").textValue();
        return unspsc == null ? null : Selector.last(unspsc);
    }
}
