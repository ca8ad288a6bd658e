package org.quartermaster.equipment.label;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** A shape as the data of one SVG path (SVG 2, section 9.3), to a tenth of a unit. */
final class SvgPath {
    /** Letters of the segment types of {@link PathIterator}, by number. */
    private static final String COMMANDS = "MLQCZ";
    /** Coordinates that each of them has. */
    private static final int[] LENGTHS = {2, 2, 4, 6, 0};

    private SvgPath() {}

    static String of(Shape shape) {
        var data = new StringBuilder();
        var coordinates = new double[6];
        for (var path = shape.getPathIterator(null); !path.isDone(); path.next()) {
            var type = path.currentSegment(coordinates);
            data.append(COMMANDS.charAt(type));
            for (var i = 0; i < LENGTHS[type]; i++) {
                data.append(i == 0 ? "" : " ").append(number(coordinates[i]));
            }
        }
        return data.toString();
    }

    private static String number(double value) {
        var rounded = new BigDecimal(value).setScale(1, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
