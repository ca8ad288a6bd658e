package org.quartermaster.benchmarks;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The tables of one run, one for each section, written anew after each: a run that is cut short leaves what it has. */
final class Report {
    /** What one section showed. */
    private record Section(String name, List<Line> lines, List<String> notes) {
        Section(String name) {
            this(name, new ArrayList<>(), new ArrayList<>());
        }

        boolean isEmpty() {
            return lines.isEmpty() && notes.isEmpty();
        }

        String markdown() {
            var text = new StringBuilder("## " + name + "\n\n");
            if (!lines.isEmpty()) {
                text.append("| what | measured | yardstick in the same run | ratio | bar | held |\n");
                text.append("|---|---|---|---|---|---|\n");
            }
            lines.forEach(line -> text.append(Report.markdown(line)).append('\n'));
            notes.forEach(note -> text.append("\n- ").append(note));
            return text.append('\n').toString();
        }
    }

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

    private final Path file;
    private final Deque<Section> sections = new ArrayDeque<>();

    Report(Path file) {
        this.file = file;
        begin("run");
    }

    /** What is told from now on belongs to this section. */
    void begin(String section) {
        sections.add(new Section(section));
    }

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
        sections.getLast().notes().add(note);
        System.out.println("  " + note);
    }

    private void add(Line line) {
        sections.getLast().lines().add(line);
        System.out.println("  " + markdown(line));
    }

    private Stream<Line> lines() {
        return sections.stream().flatMap(section -> section.lines().stream());
    }

    String markdown() {
        var held = lines().filter(Line::held).count() + " of " + lines().count() + " bars held.\n\n";
        return sections.stream()
                .filter(section -> !section.isEmpty())
                .map(Section::markdown)
                .collect(joining("\n", held, ""));
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

    void write() throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, "# Benchmark\n\n" + Machine.describe() + "\n\n" + markdown());
    }

    static String number(double value) {
        return value >= 100 ? String.format(Locale.ROOT, "%,.0f", value) : String.format(Locale.ROOT, "%.3g", value);
    }
}
