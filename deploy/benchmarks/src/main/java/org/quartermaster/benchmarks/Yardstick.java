package org.quartermaster.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The comparator as a process of its own, as the service is one. */
final class Yardstick implements AutoCloseable {
    private final Process process;
    private final int port;

    private Yardstick(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static Yardstick start(Stand stand) throws IOException {
        var port = Stand.freePort();
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Comparator.class.getName(),
                        String.valueOf(port),
                        String.valueOf(stand.database),
                        stand.name,
                        Stand.TENANT)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var out = process.inputReader()) {
            if (!"ready".equals(out.readLine())) {
                throw new IOException("the yardstick did not start");
            }
        }
        return new Yardstick(process, port);
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
