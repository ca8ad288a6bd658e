package org.quartermaster.vehicle.send;

import java.io.PrintStream;

/** How far a file is: a bar that moves on a terminal, a line for each phase elsewhere. */
final class ProgressBar {
    private static final int WIDTH = 30;
    private static final String WIPE = "\r\u001b[K";

    private final PrintStream out;
    private final boolean moves;
    private String name;
    private String shown = "";

    ProgressBar(PrintStream out, boolean moves) {
        this.out = out;
        this.moves = moves;
    }

    void begin(String file) {
        name = file;
    }

    /** @param more what else is known, or empty */
    synchronized void show(String phase, double percent, String more) {
        var line = moves ? bar(phase, percent, more) : name + ": " + phase;
        if (!line.equals(shown)) {
            shown = line;
            out.print(moves ? WIPE + line : line + "\n");
            out.flush();
        }
    }

    private String bar(String phase, double percent, String more) {
        var full = (int) Math.min(WIDTH, Math.round(percent * WIDTH / 100));
        return "%s %-10s [%s%s] %3.0f %%  %s"
                .formatted(name, phase, "#".repeat(full), " ".repeat(WIDTH - full), percent, more);
    }

    void end() {
        if (moves) {
            out.print(WIPE);
            out.flush();
        }
    }
}
