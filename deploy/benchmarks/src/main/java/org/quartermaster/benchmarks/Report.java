package org.quartermaster.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table of one run. */
final class Report {
    /**
     * One line.
     *
     * @param ours what the service did, with its unit
     * @param yardstick what it is held against, or null
     * @param ratio ours by yardstick, or null
     * @param bar what must hold
     * @param held whether it does
     */
    record Line(String what, String ours, String yardstick, Double ratio, String bar, boolean held) {}

    private final List<Line> lines = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** More is better: ours must be at least {@code share} of the yardstick. */
    void atLeast(String what, double ours, String unit, String yardstickName, double yardstick, double share) {
        var ratio = ours / yardstick;
        add(new Line(
                what,
                number(ours) + " " + unit,
                yardstickName + " " + number(yardstick) + " " + unit,
                ratio,
                "at least " + number(share),
                ratio >= share));
    }

    /** More is better: an absolute floor. */
    void atLeast(String what, double ours, String unit, double floor) {
        add(new Line(what, number(ours) + " " + unit, null, null, "at least " + number(floor), ours >= floor));
    }

    /** Less is better: an absolute ceiling. */
    void below(String what, double ours, String unit, double ceiling) {
        add(new Line(what, number(ours) + " " + unit, null, null, "under " + number(ceiling), ours < ceiling));
    }

    /** Less is better: an absolute limit. */
    void atMost(String what, double ours, String unit, double limit) {
        add(new Line(what, number(ours) + " " + unit, null, null, "at most " + number(limit), ours <= limit));
    }

    /** One value alone is right. */
    void exactly(String what, double ours, String unit, double wanted) {
        add(new Line(what, number(ours) + " " + unit, null, null, "exactly " + number(wanted), ours == wanted));
    }

    /** Less is better: ours may be at most {@code times} the yardstick. */
    void atMost(String what, double ours, String unit, String yardstickName, double yardstick, double times) {
        var ratio = ours / yardstick;
        add(new Line(
                what,
                number(ours) + " " + unit,
                yardstickName + " " + number(yardstick) + " " + unit,
                ratio,
                "at most " + number(times),
                ratio <= times));
    }

    /** What was to be measured is not there. */
    void missing(String what, String why) {
        add(new Line(what, why, null, null, "is there", false));
    }

    void note(String note) {
        notes.add(note);
        System.out.println("  " + note);
    }

    private void add(Line line) {
        lines.add(line);
        System.out.println("  " + markdown(line));
    }

    boolean allHeld() {
        return lines.stream().allMatch(Line::held);
    }

    String markdown() {
        var text = new StringBuilder("| what | measured | yardstick in the same run | ratio | bar | held |\n");
        text.append("|---|---|---|---|---|---|\n");
        lines.forEach(line -> text.append(markdown(line)).append('\n'));
        notes.forEach(note -> text.append("\n- ").append(note));
        return text.append('\n').toString();
    }

    private static String markdown(Line line) {
        return "| %s | %s | %s | %s | %s | %s |"
                .formatted(
                        line.what,
                        line.ours,
                        line.yardstick == null ? "" : line.yardstick,
                        line.ratio == null ? "" : String.format(Locale.ROOT, "%.2f", line.ratio),
                        line.bar,
                        line.held ? "yes" : "**no**");
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, "# Benchmark\n\n" + Machine.describe() + "\n\n" + markdown());
    }

    static String number(double value) {
        return value >= 100 ? String.format(Locale.ROOT, "%,.0f", value) : String.format(Locale.ROOT, "%.3g", value);
    }
}
