package org.quartermaster.equipment.geofence.shape;

import java.util.List;

/** One polygon or several: a zone that is split at the antimeridian, or has parts that lie apart. */
public record Outline(List<Ring> rings) implements Area {

    @Override
    public boolean contains(double lat, double lon) {
        return rings.stream().anyMatch(ring -> ring.contains(lat, lon));
    }

    /** NB: inside, of the part that the place is deepest in; the seam between two parts may count as border. */
    @Override
    public double metresToBorder(double lat, double lon) {
        var around = rings.stream().filter(ring -> ring.contains(lat, lon)).toList();
        var depth = around.stream()
                .mapToDouble(ring -> ring.metresToBorder(lat, lon))
                .max();
        return depth.orElseGet(() -> rings.stream()
                .mapToDouble(ring -> ring.metresToBorder(lat, lon))
                .min()
                .orElse(Double.MAX_VALUE));
    }

    @Override
    public Bounds bounds() {
        var bounds = Bounds.NOTHING;
        for (var ring : rings) {
            var own = ring.bounds();
            bounds = bounds.with(own.south(), own.west()).with(own.north(), own.east());
        }
        return bounds;
    }
}
