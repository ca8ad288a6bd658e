package org.quartermaster.equipment.track;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MeridianTest {
    private static Line line(double... lonsAndLats) {
        var line = new Line();
        for (var i = 0; i < lonsAndLats.length; i += 2) {
            line.add(lonsAndLats[i + 1], lonsAndLats[i], i * 10L);
        }
        return line;
    }

    @Test
    void lineOnOneSideStaysWhole() {
        assertThat(Meridian.cut(line(10, 0, -10, 0, 170, 5))).hasSize(1);
    }

    @Test
    void lineIsCutWhereItCrosses() {
        var parts = Meridian.cut(line(178, 10, 179, 10, -177, 14, -176, 14));

        assertThat(parts).hasSize(2);
        var east = parts.get(0);
        var west = parts.get(1);
        assertThat(east.size()).isEqualTo(3);
        assertThat(east.lon(2)).isEqualTo(180.0);
        assertThat(east.lat(2)).isEqualTo(11.0);
        assertThat(east.micros(2)).isEqualTo(25);
        assertThat(west.size()).isEqualTo(3);
        assertThat(west.lon(0)).isEqualTo(-180.0);
        assertThat(west.lat(0)).isEqualTo(11.0);
    }

    @Test
    void everyCrossingCuts() {
        assertThat(Meridian.cut(line(179, 0, -179, 0, 179, 0, 180, 0, -180, 0, -179, 0)))
                .hasSize(4)
                .allMatch(part -> part.size() >= 2);
    }
}
