package org.quartermaster.catalog.safety;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.platform.rest.Fields;

/**
 * A question to the safety desk.
 *
 * @param task what is to be done, in words, or null
 * @param taskId a task of the list, or null
 * @param tools names of tools
 * @param productIds products that the work is done with
 * @param hours with each of the products, or null
 * @param jurisdiction whose law is asked for; null for that of the tenant's settings
 */
record AssessmentInput(
        String task,
        String taskId,
        List<String> tools,
        List<Long> productIds,
        ExposureInput exposure,
        BigDecimal hours,
        String jurisdiction) {
    private static final int MAX_TEXT = 2_000;
    private static final int CODE = 64;
    private static final int MAX_JSON = 64 * 1_024;
    private static final String PRODUCTS = "product_ids";

    static AssessmentInput read(Fields fields) {
        var exposure = fields.nested("exposure");
        var input = new AssessmentInput(
                fields.text("task", 1, MAX_TEXT).value(),
                fields.text("task_id", 1, CODE).value(),
                fields.texts("tools"),
                products(fields),
                ExposureInput.read(exposure),
                ExposureInput.hours(exposure),
                Jurisdiction.read(fields));
        if (input.task == null && input.taskId == null) {
            fields.error("task", "missing");
        }
        fields.checkStrictly();
        return input;
    }

    private static List<Long> products(Fields fields) {
        var given = fields.json(PRODUCTS, MAX_JSON, 2).or(JsonNodeFactory.instance.arrayNode());
        if (!given.isArray()) {
            fields.error(PRODUCTS, "type");
        }
        var ids = new ArrayList<Long>();
        for (var i = 0; i < given.size(); i++) {
            if (given.path(i).isIntegralNumber() && given.path(i).canConvertToLong()) {
                ids.add(given.path(i).longValue());
            } else {
                fields.error(PRODUCTS + '[' + i + ']', "int_parsing");
            }
        }
        return ids;
    }

    /** The exposure with the noise and vibration of the products that it names. */
    ExposureInput exposure(List<KnownProduct> products) {
        var each = hoursOfEach();
        return each == null ? exposure : exposure.with(products, each);
    }

    private BigDecimal hoursOfEach() {
        return hours == null ? SpokenHours.in(task) : hours;
    }

    /** What would have to be known to tell the exposure. */
    List<String> untold(List<KnownProduct> products) {
        return hoursOfEach() != null
                ? List.of()
                : products.stream()
                        .filter(product ->
                                product.soundDba() != null && exposure.noise().isEmpty()
                                        || product.vibration() != null
                                                && exposure.vibration().isEmpty())
                        .map(product -> "hours with " + product.sku())
                        .toList();
    }
}
