package org.quartermaster.local;

import io.nats.client.Connection;
import io.nats.client.ErrorListener;
import io.nats.client.JetStreamApiException;
import io.nats.client.Nats;
import io.nats.client.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A NATS server with JetStream on a loopback port, or the one that NATS_URL names.
 *
 * <p>The process is known by a file in the server's folder, so any object on the same folder can stop and start it.
 */
public final class NatsServer implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration STOP = Duration.ofSeconds(15);

    private final Path folder;
    private final int port;
    private final String external;
    private final String more;

    /** Prepares a server; {@link #start} runs it. The folder holds its store, configuration and log. */
    public NatsServer(Path folder, int port) {
        this(folder, port, external(), "");
    }

    /** One of a cluster, which is never the one that NATS_URL names. */
    NatsServer(Path folder, int port, String more) {
        this(folder, port, null, more);
    }

    private NatsServer(Path folder, int port, String external, String more) {
        this.folder = folder.toAbsolutePath();
        this.port = port;
        this.external = external;
        this.more = more;
    }

    private static String external() {
        String given = System.getenv("NATS_URL");
        return given == null || given.isBlank() ? null : given;
    }

    public String url() {
        return external != null ? external : "nats://127.0.0.1:" + port;
    }

    public boolean isExternal() {
        return external != null;
    }

    /** Starts the server, or starts it again on the same port and store, and waits until JetStream answers. */
    public void start() throws IOException {
        if (external == null) {
            launch();
        }
        awaitJetStream();
    }

    /** Starts the process alone: one of a cluster is not ready before the others. */
    void launch() throws IOException {
        stop();
        Files.createDirectories(folder);
        Path config = Files.writeString(folder.resolve("nats.conf"), configuration());
        var builder =
                new ProcessBuilder(new ArrayList<>(List.of(NatsBinary.find().toString(), "-c", config.toString())));
        Processes.start(builder, pidFile(), log());
    }

    private String configuration() {
        String store = folder.resolve("store").toString().replace('\\', '/');
        return """
                listen: "127.0.0.1:%d"
                jetstream {
                  store_dir: "%s"
                }
                %s""".formatted(port, store, more);
    }

    @SuppressWarnings("try") // jnats declares InterruptedException on close
    void awaitJetStream() throws IOException {
        long end = System.nanoTime() + START.toNanos();
        while (true) {
            try (Connection connection = connect()) {
                connection.jetStreamManagement().getAccountStatistics();
                return;
            } catch (IOException | JetStreamApiException e) {
                boolean dead = external == null && Processes.running(pidFile()) == null;
                if (dead || System.nanoTime() > end) {
                    throw new IOException("JetStream does not answer at " + url() + ":\n" + Folders.tail(log(), 20), e);
                }
                Processes.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
    }

    private Connection connect() throws IOException, InterruptedException {
        return Nats.connect(new Options.Builder()
                .server(url())
                .noReconnect()
                .errorListener(new ErrorListener() {}) // a refused connection is expected while it starts
                .connectionTimeout(Duration.ofSeconds(2))
                .build());
    }

    /** Ends the server with SIGTERM. */
    public void stop() throws IOException {
        end("TERM");
    }

    /** Ends the server with SIGKILL, as a crash would. */
    public void kill() throws IOException {
        ownOnly();
        end("KILL");
    }

    private void end(String signal) throws IOException {
        ownOnly();
        Processes.stop(Processes.running(pidFile()), signal, STOP);
        Files.deleteIfExists(pidFile());
    }

    private void ownOnly() {
        if (external != null) {
            throw new IllegalStateException("the server of NATS_URL is not ours to stop: " + external);
        }
    }

    private Path pidFile() {
        return folder.resolve("nats.pid");
    }

    private Path log() {
        return folder.resolve("nats.log");
    }

    @Override
    public void close() throws IOException {
        if (external == null) {
            stop();
        }
    }
}
