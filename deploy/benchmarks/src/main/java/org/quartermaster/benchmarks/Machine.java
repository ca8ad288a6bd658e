package org.quartermaster.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What the run was made on. */
final class Machine {
    private Machine() {}

    static String describe() {
        return "%s, %d cores, %s %s, Java %s. Service, database, NATS and load share the machine: read the ratios."
                .formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Runtime.version().feature());
    }

    /** Processor time that a process has had, in seconds; NaN where the system does not tell. */
    static double cpuSeconds(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .map(time -> time.toNanos() / 1e9)
                .orElse(Double.NaN);
    }

    /** Resident memory of a process in MB; NaN where the system does not tell. */
    static double residentMegabytes(long pid) {
        try {
            for (var line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
                if (line.startsWith("VmRSS:")) {
                    return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024.0;
                }
            }
        } catch (IOException notLinux) {
            return Double.NaN;
        }
        return Double.NaN;
    }

    /** What a Java process holds in memory that it can still reach, in MB. */
    static double liveMegabytes(long pid) throws IOException, InterruptedException {
        var command = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var process = new ProcessBuilder(command, Long.toString(pid), "GC.class_histogram").start();
        try (var out = process.inputReader()) {
            var total = out.lines().filter(line -> line.startsWith("Total")).findFirst();
            process.waitFor();
            return total.map(line -> Long.parseLong(line.trim().split("\\s+")[2]) / 1e6)
                    .orElseThrow(() -> new IOException("the process tells nothing of its memory"));
        }
    }
}
