package org.quartermaster.catalog.specification;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.quartermaster.catalog.unit.Unit;
import org.quartermaster.catalog.unit.Units;

/**
 * A feature as the class of an article has it.
 *
 * @param type A for a value of a list, L for yes or no, N for a number, R for a range
 * @param unitSymbol null where it has none
 * @param unitCode the unit by UN/ECE Recommendation 20, where there is one
 * @param values names of the values of its list by code
 * @param inClass false where the article is confirmed to be of a class without it
 */
record Feature(
        String code,
        String name,
        String type,
        String unitSymbol,
        String unitCode,
        Map<String, String> values,
        boolean inClass) {
    private static final List<String> YES = List.of("true", "yes", "1");
    private static final List<String> NO = List.of("false", "no", "0");

    /** What its unit measures, where we know that. */
    Optional<String> dimension() {
        var word = unitCode == null ? unitSymbol : unitCode;
        return word == null ? Optional.empty() : Units.standard().find(word).map(Unit::dimension);
    }

    /** Fills what the value means; the code of what is wrong, or null. */
    String fill(Specification specification) {
        if (specification.specName == null) {
            specification.specName = name;
        }
        if (specification.noValueReason != null) {
            return null;
        }
        return switch (type) {
            case "A" -> fillListed(specification);
            case "L" -> fillLogical(specification);
            default -> fillNumber(specification);
        };
    }

    private String fillListed(Specification specification) {
        if (specification.valueCode == null && specification.specValue != null) {
            specification.valueCode = values.entrySet().stream()
                    .filter(value -> value.getValue().equalsIgnoreCase(specification.specValue.strip())
                            || value.getKey().equals(specification.specValue.strip()))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(null);
        }
        if (!values.containsKey(specification.valueCode)) {
            return "feature.value";
        }
        specification.specValue = values.get(specification.valueCode);
        return null;
    }

    private static String fillLogical(Specification specification) {
        if (specification.valueBool == null && specification.specValue != null) {
            var word = specification.specValue.strip().toLowerCase(Locale.ROOT);
            specification.valueBool = YES.contains(word) ? Boolean.TRUE : NO.contains(word) ? Boolean.FALSE : null;
        }
        if (specification.valueBool == null) {
            return "feature.value";
        }
        specification.specValue = specification.valueBool.toString();
        return null;
    }

    private String fillNumber(Specification specification) {
        if (!Quantities.readText(specification)) {
            return "feature.value";
        }
        if (type.equals("R") && specification.valueNum != null) {
            specification.valueLow = specification.valueNum;
            specification.valueHigh = specification.valueNum;
            specification.valueNum = null;
        }
        if (type.equals("N") ? specification.valueNum == null : specification.valueLow == null) {
            return "feature.value";
        }
        var wrong = checkUnit(specification);
        if (wrong == null) {
            Quantities.measure(specification);
        }
        return wrong;
    }

    /** NB: a number without a unit is in the unit of the class. */
    private String checkUnit(Specification specification) {
        if (specification.unit == null) {
            specification.unit = unitSymbol;
            return null;
        }
        if (unitSymbol == null) {
            return "feature.unit";
        }
        var given = Units.standard().find(specification.unit);
        var own = dimension();
        if (given.isEmpty() || own.isEmpty()) {
            return specification.unit.equals(unitSymbol) ? null : "feature.unit";
        }
        return given.map(Unit::dimension).equals(own) ? null : "unit.mismatch";
    }
}
