package org.quartermaster.local;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Child processes, known by a file with their id and start time, so that a later run finds what a killed one left.
 *
 * <p>NB: no lambdas here. A shutdown hook runs this code after Quarkus has closed its test class loader, when a class
 * that was not needed before cannot be loaded any more.
 */
final class Processes {
    static final boolean WINDOWS = File.separatorChar == '\\';

    private Processes() {}

    /** Starts a command in its own session where possible: Ctrl-C in the terminal must not reach it before us. */
    static Process start(ProcessBuilder builder, Path pidFile, Path log) throws IOException {
        Path setsid = onPath("setsid");
        if (setsid != null) {
            builder.command().add(0, setsid.toString());
        }
        Files.createDirectories(log.toAbsolutePath().getParent());
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Process process = builder.start();
        Files.createDirectories(pidFile.toAbsolutePath().getParent());
        Files.writeString(pidFile, process.pid() + "\n" + startOf(process.toHandle()) + "\n");
        return process;
    }

    /** The process of a file written by {@link #start}, when it still runs. */
    static ProcessHandle running(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return null;
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.size() < 2) {
            return null;
        }
        ProcessHandle handle = alive(lines.get(0));
        return handle != null && String.valueOf(startOf(handle)).equals(lines.get(1)) ? handle : null;
    }

    /** The postmaster of a data directory, when it still runs. */
    static ProcessHandle postmaster(Path dataDirectory) throws IOException {
        Path pidFile = dataDirectory.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return null;
        }
        List<String> lines = Files.readAllLines(pidFile);
        ProcessHandle handle = lines.isEmpty() ? null : alive(lines.get(0));
        return handle != null && handle.info().command().orElse("").contains("postgres") ? handle : null;
    }

    /** Asks a process to end, and ends it by force when the time is over; false when force was needed. */
    static boolean stop(ProcessHandle handle, String signal, Duration patience) {
        if (handle == null || !handle.isAlive()) {
            return true;
        }
        signal(handle, signal);
        if (gone(handle, patience)) {
            return true;
        }
        handle.destroyForcibly();
        gone(handle, Duration.ofSeconds(10));
        return false;
    }

    static boolean gone(ProcessHandle handle, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (handle.isAlive() && System.nanoTime() < end) {
            sleep(50);
        }
        return !handle.isAlive();
    }

    static void signal(ProcessHandle handle, String signal) {
        try {
            if (WINDOWS || "TERM".equals(signal)) {
                handle.destroy();
            } else {
                new ProcessBuilder("kill", "-" + signal, Long.toString(handle.pid()))
                        .start()
                        .waitFor(5, TimeUnit.SECONDS);
            }
        } catch (IOException e) {
            handle.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ProcessHandle alive(String pid) {
        Optional<ProcessHandle> handle = ProcessHandle.of(Long.parseLong(pid.strip()));
        return handle.isPresent() && handle.get().isAlive() ? handle.get() : null;
    }

    private static long startOf(ProcessHandle handle) {
        var start = handle.info().startInstant();
        return start.isPresent() ? start.get().toEpochMilli() : 0;
    }

    static Path onPath(String program) {
        String path = System.getenv("PATH");
        for (String folder : (path == null ? "" : path).split(File.pathSeparator)) {
            Path candidate = Path.of(folder, WINDOWS ? program + ".exe" : program);
            if (!folder.isEmpty() && Files.isExecutable(candidate)) {
                return candidate;
            }
        }
        return null;
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
