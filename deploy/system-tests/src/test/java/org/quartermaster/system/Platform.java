package org.quartermaster.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.quartermaster.local.ClassArchive;
import org.quartermaster.local.RunningService;

/** Packaged services as processes, on one PostgreSQL and one NATS server; procurement issues the tokens. */
public final class Platform implements AutoCloseable {
    public static final List<String> SERVICES = List.of("procurement", "equipment", "vehicle", "catalog");

    private final Path folder;
    private final Settings settings;
    private final Map<String, Integer> ports = new HashMap<>();
    private final Map<String, RunningService> running = new ConcurrentHashMap<>();
    private final Map<String, RunningService> second = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();

    private Platform(Path folder, Collection<String> services, Map<String, String> more) throws IOException {
        this.folder = folder;
        for (var service : services) {
            ports.put(service, Traffic.freePort());
        }
        this.settings = new Settings(folder, ports, more);
    }

    /**
     * Starts all four.
     *
     * @param folder for logs, mails and files
     * @param auth {@code demo} or {@code required}
     */
    public static Platform start(Path folder, String auth) throws IOException {
        return start(folder, SERVICES, Map.of("QM_AUTH", auth));
    }

    /** Starts some of them, procurement too, with more in their environment. */
    public static Platform start(Path folder, Collection<String> services, Map<String, String> more)
            throws IOException {
        var platform = new Platform(folder, services, more);
        try {
            platform.each(
                    services,
                    service -> platform.running.put(
                            service, platform.start(service, platform.ports.get(service), platform.log(service))));
            return platform;
        } catch (IOException | RuntimeException failed) {
            platform.close();
            throw failed;
        }
    }

    /** At the same time: most of a start is spent waiting for the database. */
    private void each(Collection<String> services, Consumer<String> work) throws IOException {
        var all = services.stream()
                .map(service -> CompletableFuture.runAsync(() -> work.accept(service)))
                .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(all).join();
        } catch (CompletionException failed) {
            throw new IOException(failed.getCause());
        }
    }

    private RunningService start(String service, int port, Path log) {
        var jar = Path.of("../../%s-service/target/quarkus-app/quarkus-run.jar".formatted(service));
        assertThat(jar).as("the packaged service; run mvn verify").exists();
        try {
            return ClassArchive.of(jar).exists()
                    ? RunningService.start(jar, port, List.of(), settings.of(service), log)
                    : RunningService.startArchiving(jar, port, settings.of(service), log);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Starts a service again, on the port that it always has. */
    public void start(String service) {
        running.put(service, start(service, ports.get(service), log(service)));
    }

    /** Ends a service with SIGKILL. */
    public void kill(String service) throws IOException {
        running.remove(service).kill();
        Files.move(log(service), folder.resolve(service + "-" + System.nanoTime() + ".log"));
    }

    /** Starts a second replica of every service, to which every other question goes from now on. */
    public void startSecond() throws IOException {
        each(
                ports.keySet(),
                service -> second.computeIfAbsent(service, name -> start(name, freePort(), log(name + "-second"))));
    }

    /** Ends the second replicas in good order. */
    public void stopSecond() throws IOException {
        each(second.keySet(), service -> second.remove(service).close());
    }

    private static int freePort() {
        try {
            return Traffic.freePort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public List<String> services() {
        return ports.keySet().stream().sorted().toList();
    }

    /** Where a service is asked next: its replicas take turns. */
    public int port(String service) {
        var other = second.get(service);
        return other == null || turn.getAndIncrement() % 2 == 0 ? ports.get(service) : other.port();
    }

    private Path log(String name) {
        return folder.resolve(name + ".log");
    }

    @Override
    public void close() {
        try {
            stopSecond();
            each(running.keySet(), service -> running.get(service).close());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
