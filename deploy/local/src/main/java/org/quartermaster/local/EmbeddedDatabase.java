package org.quartermaster.local;

import com.sun.management.OperatingSystemMXBean;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** A real PostgreSQL server on a loopback port, without Docker and without installing anything. */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Duration STOP = Duration.ofSeconds(60);
    private static final long MIN_BUFFERS = 128;
    private static final long MAX_BUFFERS = 1024;
    private static final long MEGABYTE = 1024 * 1024;

    private final EmbeddedPostgres server;
    private final Path data;

    private EmbeddedDatabase(EmbeddedPostgres server, Path data) {
        this.server = server;
        this.data = data;
    }

    /**
     * Starts PostgreSQL on a data directory, which is made when it is missing and kept on close.
     *
     * @param durable whether every commit reaches the disk; tests do without
     */
    public static EmbeddedDatabase start(Path data, int port, boolean durable, Path log) throws IOException {
        stopLeftover(data);
        Path ready = data.resolveSibling(data.getFileName() + ".ready");
        if (!Files.exists(ready)) {
            // A run that was killed while the directory was being made leaves half of one.
            Folders.delete(data);
        }
        Files.createDirectories(data);
        Files.createDirectories(log.toAbsolutePath().getParent());
        try {
            EmbeddedPostgres server = builder(data, port, durable, log).start();
            Files.writeString(ready, "");
            return new EmbeddedDatabase(server, data);
        } catch (IOException | RuntimeException e) {
            stopLeftover(data);
            throw new IOException("PostgreSQL did not start on port " + port + ":\n" + Folders.tail(log, 20), e);
        }
    }

    private static EmbeddedPostgres.Builder builder(Path data, int port, boolean durable, Path log) {
        File binaries = Folders.cache().resolve("postgres").toFile();
        var output = ProcessBuilder.Redirect.appendTo(log.toFile());
        String safe = durable ? "on" : "off";
        // fsync is given explicitly: the library starts the server with -F, and the later option wins.
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(binaries)
                .setLocaleConfig("locale", "C")
                .setPort(port)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setOutputRedirector(output)
                .setErrorRedirector(output)
                .setServerConfig("fsync", safe)
                .setServerConfig("full_page_writes", safe)
                .setServerConfig("synchronous_commit", safe)
                .setServerConfig("max_connections", "300")
                .setServerConfig("shared_buffers", (durable ? buffers() : MIN_BUFFERS) + "MB")
                .setServerConfig("timezone", "UTC")
                .setServerConfig("listen_addresses", "127.0.0.1,::1")
                .setServerConfig("unix_socket_directories", "")
                .setDataDirectoryCustomizer(made -> preload(made.toPath(), binaries.toPath()));
    }

    /** Megabytes: a quarter of the machine's memory, as PostgreSQL's manual advises (19.4.1), up to 1 GB. */
    private static long buffers() {
        var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return Math.min(MAX_BUFFERS, Math.max(MIN_BUFFERS, machine.getTotalMemorySize() / MEGABYTE / 4));
    }

    /** The binaries of some platforms may lack the library, and a server told to load it would not start. */
    private static void preload(Path data, Path binaries) {
        try (Stream<Path> files = Files.find(binaries, 5, (path, attributes) -> path.getFileName()
                .toString()
                .matches("pg_stat_statements\\.(so|dylib|dll)"))) {
            String line = files.findAny().isPresent() ? "shared_preload_libraries = 'pg_stat_statements'\n" : "";
            Files.writeString(data.resolve("postgresql.auto.conf"), line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the server that a killed run left, and removes a stale lock, which would refuse the start. */
    static void stopLeftover(Path data) throws IOException {
        Processes.stop(Processes.postmaster(data), "INT", STOP);
        Files.deleteIfExists(data.resolve("postmaster.pid"));
    }

    public int port() {
        return server.getPort();
    }

    @Override
    public void close() throws IOException {
        ProcessHandle postmaster = Processes.postmaster(data);
        server.close();
        // The library waits five seconds only, and the last checkpoint of a large database may need more.
        Processes.stop(postmaster, "INT", STOP);
    }
}
