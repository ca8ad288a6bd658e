package org.quartermaster.catalog.specification;

import org.quartermaster.catalog.unit.Unit;
import org.quartermaster.catalog.unit.Units;

/** Numbers of specifications: read from their text, written as one, and in the base unit. */
final class Quantities {
    private Quantities() {}

    /** Takes number and unit from the text where they are not given apart; false where there is no number. */
    static boolean readText(Specification specification) {
        if (!isNumeric(specification) && specification.specValue != null) {
            Numeric.read(specification.specValue).ifPresent(numeric -> {
                if (numeric.isRange()) {
                    specification.valueLow = numeric.low();
                    specification.valueHigh = numeric.high();
                } else {
                    specification.valueNum = numeric.low();
                }
                specification.unit = numeric.unit() == null ? specification.unit : numeric.unit();
            });
        }
        return isNumeric(specification);
    }

    private static boolean isNumeric(Specification specification) {
        return specification.valueNum != null || specification.valueLow != null && specification.valueHigh != null;
    }

    /** Gives it its value in the base unit, and a text where it has none. A number of no known unit stays as it is. */
    static void measure(Specification specification) {
        var low = specification.valueNum == null ? specification.valueLow : specification.valueNum;
        var high = specification.valueNum == null ? specification.valueHigh : specification.valueNum;
        var unit = specification.unit == null
                ? null
                : Units.standard()
                        .find(specification.unit)
                        .filter(known -> !known.isPack())
                        .orElse(null);
        specification.dimension = unit == null ? null : unit.dimension();
        specification.canonicalLow = unit == null ? plainOf(specification) ? low : null : unit.toBase(low);
        specification.canonicalHigh = unit == null ? plainOf(specification) ? high : null : unit.toBase(high);
        specification.unit = unit == null ? specification.unit : unit.symbol();
        if (specification.specValue == null) {
            specification.specValue = text(specification, unit);
        }
    }

    /** A feature without a unit is compared by its bare number. */
    private static boolean plainOf(Specification specification) {
        return specification.featureId != null && specification.unit == null;
    }

    private static String text(Specification specification, Unit unit) {
        var number = specification.valueNum == null
                ? specification.valueLow.toPlainString() + "-" + specification.valueHigh.toPlainString()
                : specification.valueNum.toPlainString();
        return unit == null ? number : number + " " + unit.symbol();
    }
}
