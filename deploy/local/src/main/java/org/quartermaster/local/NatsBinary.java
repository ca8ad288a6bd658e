package org.quartermaster.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds nats-server: on PATH, in the cache, or as the package of Debian and Ubuntu, unpacked without root. */
final class NatsBinary {
    private static final String MISSING = """
            nats-server was not found. Install it, or name a running server in NATS_URL:
              Debian, Ubuntu  sudo apt-get install nats-server
              macOS           brew install nats-server
              others          https://docs.nats.io/running-a-nats-service/introduction/installation
            """;

    private NatsBinary() {}

    static Path find() throws IOException {
        Path installed = Processes.onPath("nats-server");
        if (installed != null) {
            return installed;
        }
        Path cached = Folders.cache().resolve("nats").resolve("nats-server");
        if (!Files.isExecutable(cached)) {
            fetchPackage(cached);
        }
        return cached;
    }

    private static void fetchPackage(Path cached) throws IOException {
        if (Processes.onPath("apt-get") == null || Processes.onPath("dpkg-deb") == null) {
            throw new IOException(MISSING);
        }
        Path work = Files.createTempDirectory("quartermaster-nats");
        try {
            Path unpacked = unpack(download(work), work);
            Files.createDirectories(cached.getParent());
            // Moved in one step, so that a second process never sees half a file.
            Path next = cached.resolveSibling(
                    "nats-server." + ProcessHandle.current().pid());
            Files.copy(unpacked, next, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
            Files.move(next, cached, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Folders.delete(work);
        }
    }

    private static Path download(Path work) throws IOException {
        List<String> unsandboxed = List.of("-qq", "-o", "APT::Sandbox::User=");
        String first = run(work, "apt-get", unsandboxed, "download", "nats-server");
        if (first.isEmpty()) {
            return packageIn(work);
        }
        // The package lists are empty or old: private ones need no root and leave the system as it is.
        List<String> own = new ArrayList<>(unsandboxed);
        own.addAll(List.of(
                "-o",
                "Dir::State::lists="
                        + Files.createDirectories(work.resolve("lists/partial")).getParent()));
        own.addAll(List.of(
                "-o",
                "Dir::Cache="
                        + Files.createDirectories(work.resolve("cache/archives/partial"))
                                .getParent()
                                .getParent()));
        String update = run(work, "apt-get", own, "update");
        String second = run(work, "apt-get", own, "download", "nats-server");
        if (!second.isEmpty()) {
            throw new IOException(MISSING + "The package could not be fetched: " + first + update + second);
        }
        return packageIn(work);
    }

    private static Path packageIn(Path work) throws IOException {
        try (Stream<Path> files = Files.list(work)) {
            return files.filter(file -> file.toString().endsWith(".deb"))
                    .findFirst()
                    .orElseThrow(() -> new IOException(MISSING));
        }
    }

    private static Path unpack(Path deb, Path work) throws IOException {
        Path root = work.resolve("root");
        String problem = run(work, "dpkg-deb", List.of("-x", deb.toString(), root.toString()));
        for (String folder : List.of("usr/sbin", "usr/bin")) {
            Path binary = root.resolve(folder).resolve("nats-server");
            if (Files.isExecutable(binary)) {
                return binary;
            }
        }
        throw new IOException(MISSING + "The package holds no nats-server: " + problem);
    }

    /** Runs a program and gives its output when it fails, and nothing when it succeeds. */
    private static String run(Path folder, String program, List<String> options, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(program);
        command.addAll(options);
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes()).strip();
        try {
            return process.waitFor() == 0 ? "" : program + ": " + output + "\n";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
