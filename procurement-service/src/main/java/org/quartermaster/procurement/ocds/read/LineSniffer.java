package org.quartermaster.procurement.ocds.read;

import java.util.ArrayList;
import java.util.List;

/** Tells by the first lines of a file whether each is a value of its own, also when the first one is broken. */
final class LineSniffer {
    private static final int LINES_SEEN = 3;

    private LineSniffer() {}

    private record Line(int from, int to) {}

    static boolean isLines(byte[] bytes, int from, int to) {
        var lines = firstLines(bytes, from, to);
        if (lines.size() < 2) {
            return false;
        }
        return isWhole(bytes, lines.get(0))
                || (isWhole(bytes, lines.get(1)) && (lines.size() == 2 || opens(bytes, lines.get(2))));
    }

    private static List<Line> firstLines(byte[] bytes, int from, int to) {
        var lines = new ArrayList<Line>();
        int start = from;
        for (int i = from; i <= to && lines.size() < LINES_SEEN; i++) {
            if (i == to || bytes[i] == '\n') {
                addLine(lines, bytes, start, i);
                start = i + 1;
            }
        }
        return lines;
    }

    private static void addLine(List<Line> lines, byte[] bytes, int from, int to) {
        int first = from;
        int end = to;
        while (first < end && bytes[first] <= ' ' && bytes[first] >= 0) {
            first++;
        }
        while (end > first && bytes[end - 1] <= ' ' && bytes[end - 1] >= 0) {
            end--;
        }
        if (end > first) {
            lines.add(new Line(first, end));
        }
    }

    private static boolean opens(byte[] bytes, Line line) {
        return bytes[line.from] == '{' || bytes[line.from] == '[';
    }

    private static boolean isWhole(byte[] bytes, Line line) {
        if (!opens(bytes, line)) {
            return false;
        }
        int depth = 0;
        boolean quoted = false;
        for (int i = line.from; i < line.to; i++) {
            byte b = bytes[i];
            if (quoted) {
                i += b == '\\' ? 1 : 0;
                quoted = b != '"';
            } else {
                quoted = b == '"';
                depth += opening(b);
                if (depth == 0 && i < line.to - 1) {
                    return false;
                }
            }
        }
        return depth == 0 && !quoted;
    }

    private static int opening(byte b) {
        return switch (b) {
            case '{', '[' -> 1;
            case '}', ']' -> -1;
            default -> 0;
        };
    }
}
