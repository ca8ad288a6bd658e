package org.quartermaster.equipment.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Path2D;
import org.junit.jupiter.api.Test;

class SvgPathTest {

    @Test
    void everyKindOfSegmentHasItsLetter() {
        var shape = new Path2D.Double();
        shape.moveTo(0, 1.25);
        shape.lineTo(-10, 0.04);
        shape.quadTo(1, 2, 3, 4);
        shape.curveTo(1, 2, 3, 4, 5.5, 1e3);
        shape.closePath();

        assertThat(SvgPath.of(shape)).isEqualTo("M0 1.3L-10 0Q1 2 3 4C1 2 3 4 5.5 1000Z");
    }
}
