package org.quartermaster.equipment.track;

import java.util.ArrayDeque;

/**
 * Leaves points out of a line that the rest of it tells within a tolerance (Douglas and Peucker, 1973), on a sphere.
 * Long lines are taken in pieces whose ends stay, because the worst case grows with the square of the length.
 */
final class Simplifier {
    private static final int PIECE = 4_096;

    private Simplifier() {}

    /** A line none of whose lost points is further than the tolerance from it; tolerance 0 loses none. */
    static Line simplify(Line line, double metres) {
        if (metres <= 0 || line.size() < 3) {
            return line;
        }
        var kept = new Line();
        kept.add(line, 0);
        for (var from = 0; from < line.size() - 1; from += PIECE) {
            piece(line, from, Math.min(from + PIECE, line.size() - 1), metres, kept);
        }
        return kept;
    }

    /** Adds what stays of a piece after its first point, which stands there already. */
    private static void piece(Line line, int from, int to, double metres, Line kept) {
        var points = new Sphere(line, from, to);
        var stays = staying(points, metres);
        for (var i = 1; i < points.size(); i++) {
            if (stays[i]) {
                kept.add(line, from + i);
            }
        }
    }

    private static boolean[] staying(Sphere points, double metres) {
        var last = points.size() - 1;
        var stays = new boolean[points.size()];
        stays[0] = true;
        stays[last] = true;
        var open = new ArrayDeque<int[]>();
        open.push(new int[] {0, last});
        while (!open.isEmpty()) {
            var span = open.pop();
            var farthest = farthest(points, span[0], span[1], metres);
            if (farthest > 0) {
                stays[farthest] = true;
                open.push(new int[] {span[0], farthest});
                open.push(new int[] {farthest, span[1]});
            }
        }
        return stays;
    }

    /** The point farthest from the arc between the ends, or 0 when all are within the tolerance. */
    private static int farthest(Sphere points, int start, int end, double metres) {
        var found = 0;
        var most = metres;
        for (var i = start + 1; i < end; i++) {
            var distance = points.metres(i, start, end);
            if (distance > most) {
                most = distance;
                found = i;
            }
        }
        return found;
    }
}
