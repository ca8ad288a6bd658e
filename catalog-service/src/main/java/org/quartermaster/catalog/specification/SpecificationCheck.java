package org.quartermaster.catalog.specification;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.Problem.FieldError;
import org.quartermaster.platform.problem.ProblemType;

/** What specifications have to be: a value or a reason, of the feature that they are bound to, and no two of one. */
final class SpecificationCheck {
    private static final String VALUE = "feature.value";

    private SpecificationCheck() {}

    /**
     * Fills what the given values mean.
     *
     * @param place such as {@code items[%d].}, or empty for one alone
     * @throws Problem 422 with all that is wrong, under the code of the first
     */
    static void fill(List<Specification> specifications, Map<String, Feature> features, String place) {
        var errors = new ArrayList<FieldError>();
        var keys = new HashSet<String>();
        for (var i = 0; i < specifications.size(); i++) {
            var each = specifications.get(i);
            var wrong = fill(each, features);
            var name = place.formatted(i);
            if (wrong != null) {
                errors.add(new FieldError(name + field(wrong), wrong));
            } else if (!keys.add(each.key())) {
                errors.add(new FieldError(name + (each.featureId == null ? "spec_name" : "feature_id"), "duplicate"));
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(type(errors.get(0).code()), errors);
        }
    }

    /** What is wrong of a field alone has the usual code. */
    private static ProblemType type(String code) {
        return code.contains(".") ? new ProblemType(422, code) : ProblemType.INVALID;
    }

    private static String fill(Specification specification, Map<String, Feature> features) {
        clear(specification);
        if (specification.valueLow != null
                && specification.valueHigh != null
                && specification.valueLow.compareTo(specification.valueHigh) > 0) {
            return VALUE;
        }
        var feature = features.get(specification.featureId);
        if (specification.featureId != null) {
            return feature == null || !feature.inClass() ? "feature.unknown" : feature.fill(specification);
        }
        return fillFree(specification);
    }

    private static void clear(Specification specification) {
        specification.dimension = null;
        specification.canonicalLow = null;
        specification.canonicalHigh = null;
        if (specification.noValueReason != null) {
            specification.specValue = "";
            specification.valueCode = null;
            specification.valueNum = null;
            specification.valueLow = null;
            specification.valueHigh = null;
            specification.valueBool = null;
        }
    }

    private static String fillFree(Specification specification) {
        if (specification.noValueReason != null) {
            return null;
        }
        if (specification.valueCode != null) {
            return "feature.unknown";
        }
        if (specification.specValue == null && specification.valueBool != null) {
            specification.specValue = specification.valueBool.toString();
        }
        if (Quantities.readText(specification)) {
            Quantities.measure(specification);
        }
        return specification.specValue == null ? "missing" : null;
    }

    private static String field(String wrong) {
        return switch (wrong) {
            case "feature.unknown" -> "feature_id";
            case "feature.unit", "unit.mismatch" -> "unit";
            default -> "spec_value";
        };
    }
}
