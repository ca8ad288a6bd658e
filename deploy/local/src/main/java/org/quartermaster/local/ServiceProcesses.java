package org.quartermaster.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The services as child processes; on close all are asked to end first and then waited for. */
final class ServiceProcesses implements AutoCloseable {
    private static final Duration READY = Duration.ofSeconds(300);
    /** An orderly stop takes up to 20 s, and at the first run the classes are archived after it. */
    private static final Duration STOP = Duration.ofSeconds(40);

    private final State state;
    private final Map<Service, Process> running = new LinkedHashMap<>();
    private final Map<Service, ClassArchive> archives = new HashMap<>();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    ServiceProcesses(State state) {
        this.state = state;
    }

    /** Ends services that a killed launcher left behind. */
    static void stopLeftovers(State state, List<Service> services) throws IOException {
        for (Service service : services) {
            Processes.stop(Processes.running(state.pidFile(service.name())), "TERM", STOP);
        }
    }

    void start(Service service, Path jar, Map<String, String> environment) throws IOException {
        Path log = state.log(service.name());
        Files.createDirectories(log.getParent());
        Files.writeString(log, "");
        ClassArchive archive = ClassArchive.of(jar);
        ProcessBuilder builder = JavaCommand.of(jar, archive.exists() ? archive.use() : archive.make());
        archives.put(service, archive);
        builder.environment().putAll(environment);
        running.put(service, Processes.start(builder, state.pidFile(service.name()), log));
    }

    void awaitReady(Service service) {
        long end = System.nanoTime() + READY.toNanos();
        while (!isReady(service)) {
            if (!running.get(service).isAlive()) {
                throw failed(
                        service,
                        "stopped with exit code " + running.get(service).exitValue());
            }
            if (System.nanoTime() > end) {
                throw failed(service, "was not ready after " + READY.toSeconds() + " s");
            }
            Processes.sleep(250);
        }
    }

    private boolean isReady(Service service) {
        URI health = URI.create("http://127.0.0.1:" + service.port() + "/q/health/ready");
        HttpRequest request =
                HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(5)).build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private StackException failed(Service service, String how) {
        Path log = state.log(service.name());
        return new StackException(
                "%s %s. The end of %s:%n%s".formatted(service.name(), how, log, Folders.tail(log, 30)));
    }

    /** Calls back with the name of a service that ends by itself. */
    void watch(BiConsumer<Service, Integer> ended) {
        running.forEach(
                (service, process) -> process.onExit().thenAccept(gone -> ended.accept(service, gone.exitValue())));
    }

    @Override
    public void close() throws IOException {
        running.values().forEach(Process::destroy);
        for (var entry : running.entrySet()) {
            ProcessHandle handle = entry.getValue().toHandle();
            if (Processes.stop(handle, "TERM", STOP)) {
                archives.get(entry.getKey()).keep();
            } else {
                System.err.println(entry.getKey().name() + " did not stop in time and was killed");
            }
            Files.deleteIfExists(state.pidFile(entry.getKey().name()));
        }
    }
}
