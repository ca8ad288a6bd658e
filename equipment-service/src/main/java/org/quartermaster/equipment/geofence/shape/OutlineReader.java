package org.quartermaster.equipment.geofence.shape;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Reads GeoJSON polygons (RFC 7946, sections 3.1.6 and 3.1.7), and says what is wrong with them. */
public final class OutlineReader {
    public static final int MAX_POINTS = 500;
    private static final int MIN_POINTS = 3;

    private OutlineReader() {}

    /** What is wrong with a polygon: the code of its message. */
    public static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;

        public final String code;

        Wrong(String code) {
            super(code, null, false, false);
            this.code = code;
        }
    }

    /** An outline that was checked when it was stored. */
    public static Outline stored(JsonNode geometry) {
        try {
            return parse(geometry);
        } catch (Wrong impossible) {
            throw new IllegalStateException("a stored polygon is broken", impossible);
        }
    }

    public static Outline read(JsonNode geometry) throws Wrong {
        var outline = parse(geometry);
        for (var ring : outline.rings()) {
            check(ring);
        }
        return outline;
    }

    private static Outline parse(JsonNode geometry) throws Wrong {
        var coordinates = geometry.path("coordinates");
        var rings = new ArrayList<Ring>();
        switch (geometry.path("type").asText()) {
            case "Polygon" -> rings.add(polygon(coordinates));
            case "MultiPolygon" -> {
                for (var polygon : coordinates) {
                    rings.add(polygon(polygon));
                }
            }
            default -> throw new Wrong("polygon_type");
        }
        if (rings.isEmpty()
                || rings.stream().mapToInt(ring -> ring.lons().length).sum() > MAX_POINTS) {
            throw new Wrong("polygon_points");
        }
        return new Outline(List.copyOf(rings));
    }

    private static void check(Ring ring) throws Wrong {
        if (ring.crossesAntimeridian()) {
            throw new Wrong("crosses_antimeridian");
        }
        if (ring.crossesItself()) {
            throw new Wrong("crosses_itself");
        }
    }

    private static Ring polygon(JsonNode rings) throws Wrong {
        if (!rings.isArray() || rings.isEmpty()) {
            throw new Wrong("polygon_points");
        }
        if (rings.size() > 1) {
            throw new Wrong("polygon_hole");
        }
        return ring(rings.get(0));
    }

    /** Repeated corners count once. */
    private static Ring ring(JsonNode positions) throws Wrong {
        if (!positions.isArray() || positions.size() <= MIN_POINTS || positions.size() > MAX_POINTS + 1) {
            throw new Wrong("polygon_points");
        }
        var corners = new ArrayList<double[]>();
        for (var position : positions) {
            var corner = corner(position);
            var last = corners.isEmpty() ? null : corners.get(corners.size() - 1);
            if (last == null || last[0] != corner[0] || last[1] != corner[1]) {
                corners.add(corner);
            }
        }
        var last = corners.remove(corners.size() - 1);
        if (corners.isEmpty() || last[0] != corners.get(0)[0] || last[1] != corners.get(0)[1]) {
            throw new Wrong("ring_not_closed");
        }
        if (corners.size() < MIN_POINTS) {
            throw new Wrong("polygon_points");
        }
        return new Ring(
                corners.stream().mapToDouble(corner -> corner[0]).toArray(),
                corners.stream().mapToDouble(corner -> corner[1]).toArray());
    }

    private static double[] corner(JsonNode position) throws Wrong {
        var fits = position.isArray()
                && (position.size() == 2 || position.size() == 3)
                && position.get(0).isNumber()
                && position.get(1).isNumber();
        var lon = fits ? position.get(0).doubleValue() : Double.NaN;
        var lat = fits ? position.get(1).doubleValue() : Double.NaN;
        if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
            throw new Wrong("polygon_position");
        }
        return new double[] {lon, lat};
    }
}
