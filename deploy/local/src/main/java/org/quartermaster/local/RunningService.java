package org.quartermaster.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One packaged service as a process of its own, for system tests and benchmarks that stop, kill and measure it. */
public final class RunningService implements AutoCloseable {
    private static final Duration READY = Duration.ofSeconds(300);
    private static final Duration STOP = Duration.ofSeconds(60);
    private static final Duration END = Duration.ofSeconds(30);

    private final int port;
    private final Path log;
    private final Process process;
    private final ClassArchive archive;

    private RunningService(int port, Path log, Process process, ClassArchive archive) {
        this.port = port;
        this.log = log;
        this.process = process;
        this.archive = archive;
    }

    /**
     * Starts the service, with the archive of its classes when there is one, and waits until it is ready.
     *
     * @param jar the service's quarkus-run.jar
     * @param options of the Java virtual machine
     * @param environment as a deployment would set it; the port is added
     * @throws IOException when it ends or is not ready within five minutes, with the end of its log
     */
    public static RunningService start(
            Path jar, int port, List<String> options, Map<String, String> environment, Path log) throws IOException {
        var archive = ClassArchive.of(jar);
        var all = new ArrayList<>(archive.use());
        all.addAll(options);
        return start(archive, JavaCommand.of(jar, all), port, environment, log);
    }

    /** Starts the service as {@link #start} does; when it is closed, it writes the archive of its classes. */
    public static RunningService startArchiving(Path jar, int port, Map<String, String> environment, Path log)
            throws IOException {
        var archive = ClassArchive.of(jar);
        return start(archive, JavaCommand.of(jar, archive.make()), port, environment, log);
    }

    private static RunningService start(
            ClassArchive archive, ProcessBuilder builder, int port, Map<String, String> environment, Path log)
            throws IOException {
        builder.environment().putAll(environment);
        builder.environment().put("QM_HTTP_PORT", Integer.toString(port));
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        var pidFile = log.resolveSibling(log.getFileName() + ".pid");
        Files.deleteIfExists(log);
        var service = new RunningService(port, log, Processes.start(builder, pidFile, log), archive);
        service.awaitReady();
        return service;
    }

    private void awaitReady() throws IOException {
        var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        var end = System.nanoTime() + READY.toNanos();
        while (!isReady(http)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                close();
                throw new IOException("the service was not ready:\n" + Folders.tail(log, 40));
            }
            Processes.sleep(100);
        }
    }

    private boolean isReady(HttpClient http) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    /** What it has written so far. */
    public String log() throws IOException {
        return Files.readString(log);
    }

    /** Sends a signal such as {@code KILL}, {@code STOP} or {@code CONT}. */
    public void signal(String name) throws IOException {
        Processes.signal(process.toHandle(), name);
    }

    /** Ends it with SIGKILL, as a crash would. */
    public void kill() {
        process.destroyForcibly();
        Processes.gone(process.toHandle(), STOP);
    }

    /** Waits until it has ended by itself; false when it has not within 30 seconds. */
    public boolean hasEnded() {
        return Processes.gone(process.toHandle(), END);
    }

    @Override
    public void close() {
        if (Processes.stop(process.toHandle(), "TERM", STOP)) {
            archive.keep();
        }
    }
}
