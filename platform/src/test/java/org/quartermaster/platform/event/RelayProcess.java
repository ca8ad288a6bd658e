package org.quartermaster.platform.event;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.quartermaster.platform.PlatformConfig;
import org.quartermaster.platform.db.SystemConnection;

/** A relay alone in a process, so that a test can kill and pause it. */
final class RelayProcess {
    private final Process process;

    private RelayProcess(Process process) {
        this.process = process;
    }

    /** Takes its configuration as {@code name=value}. */
    public static void main(String... arguments) throws InterruptedException {
        var properties = new TreeMap<String, String>();
        for (var argument : arguments) {
            properties.put(argument.substring(0, argument.indexOf('=')), argument.substring(argument.indexOf('=') + 1));
        }
        var config = config(properties);
        var nats = new NatsConnection(config);
        relay(config, nats, new Wake(config, nats)).start(null);
        new CountDownLatch(1).await();
    }

    static Relay relay(PlatformConfig config, NatsConnection nats, Wake wake) {
        var meters = new OutboxMeters(new SimpleMeterRegistry());
        return new Relay(config, new SystemConnection(config), nats, wake, meters);
    }

    static PlatformConfig config(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(properties, "arguments", 100))
                .withMapping(PlatformConfig.class)
                .build()
                .getConfigMapping(PlatformConfig.class);
    }

    /** Starts one and calls back when it becomes the active relay. */
    static RelayProcess start(Map<String, String> properties, Consumer<RelayProcess> active) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                RelayProcess.class.getName()));
        properties.forEach((name, value) -> command.add(name + "=" + value));
        var started = new RelayProcess(
                new ProcessBuilder(command).redirectErrorStream(true).start());
        var reader = new Thread(() -> started.read(active), "relay-output");
        reader.setDaemon(true);
        reader.start();
        return started;
    }

    private void read(Consumer<RelayProcess> active) {
        try (BufferedReader output = process.inputReader()) {
            output.lines()
                    .filter(line -> line.contains("is the active one") && process.isAlive())
                    .forEach(line -> active.accept(this));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (UncheckedIOException killed) {
            // The end of a killed process's output.
        }
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGSTOP or SIGCONT. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }
}
