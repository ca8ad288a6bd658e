package org.quartermaster.equipment.track;

import java.util.ArrayList;
import java.util.List;

/** Cuts a line where it crosses the antimeridian, so that no map draws it around the world (RFC 7946, 3.1.9). */
final class Meridian {
    private static final double HALF = 180;

    private Meridian() {}

    /** The parts of a line; one when it does not cross. */
    static List<Line> cut(Line line) {
        var parts = new ArrayList<Line>();
        var part = new Line();
        for (var i = 0; i < line.size(); i++) {
            if (i > 0 && Math.abs(line.lon(i) - line.lon(i - 1)) > HALF) {
                part = cross(line, i, part, parts);
            }
            part.add(line, i);
        }
        parts.add(part);
        return parts;
    }

    /** Ends a part at the antimeridian and begins the next one there. */
    private static Line cross(Line line, int next, Line part, List<Line> parts) {
        var side = Math.copySign(HALF, line.lon(next - 1));
        var here = side - line.lon(next - 1);
        var there = line.lon(next) + side;
        var share = here + there == 0 ? 0 : here / (here + there);
        var lat = line.lat(next - 1) + share * (line.lat(next) - line.lat(next - 1));
        var at = line.micros(next - 1) + Math.round(share * (line.micros(next) - line.micros(next - 1)));
        part.add(lat, side, at);
        parts.add(part);
        var following = new Line();
        following.add(lat, -side, at);
        return following;
    }
}
