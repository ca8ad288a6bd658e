package org.quartermaster.vehicle.completeness;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Fields;

/**
 * A whole set of weights as a request says it.
 *
 * @param minScore score that is needed to verify; null leaves it as it is
 */
record WeightInput(List<Weight> weights, BigDecimal minScore, String note) {
    private static final ProblemType SUM = new ProblemType(422, "weights_sum");
    private static final int MOST = 100;

    static WeightInput read(Fields fields, EntityType type) {
        fields.require("weights");
        var items = fields.items("weights", MOST);
        var weights = items.stream().map(WeightInput::weight).toList();
        var minScore = fields.decimal("min_score", 2, "0", "100").value();
        var note = fields.text("note", 0, 500).value();
        checkNames(fields, type, weights);
        fields.checkStrictly();
        var sum = WeightSet.sum(weights);
        if (sum != WeightSet.WHOLE) {
            throw Problem.of(SUM, sum).showing("sum", sum);
        }
        return new WeightInput(weights, minScore, note);
    }

    private static Weight weight(Fields item) {
        item.require("field_name", "weight_percent");
        return new Weight(
                item.text("field_name", 1, 100).value(),
                item.integer("weight_percent", 0, WeightSet.WHOLE).or(0),
                item.bool("is_mandatory").or(false),
                item.bool("is_active").or(true),
                item.text("description", 0, 500).value());
    }

    private static void checkNames(Fields fields, EntityType type, List<Weight> weights) {
        var seen = new HashSet<String>();
        IntStream.range(0, weights.size()).forEach(i -> {
            var name = weights.get(i).fieldName();
            var place = "weights[" + i + "].field_name";
            if (name != null && !type.fields().contains(name)) {
                fields.error(place, "unknown_field");
            } else if (name != null && !seen.add(name)) {
                fields.error(place, "duplicate", name);
            }
        });
    }
}
