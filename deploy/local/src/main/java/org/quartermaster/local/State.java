package org.quartermaster.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The folder {@code .quartermaster} that keeps data and logs between runs, held by one launcher at a time. */
final class State implements AutoCloseable {
    private static final int SECRET_BYTES = 32;

    private final Path folder;
    private final FileChannel channel;

    private State(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    static State hold(Path home) throws IOException {
        Path folder = Files.createDirectories(home.resolve(".quartermaster"));
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new StackException("Quartermaster is already running here; stop it with Ctrl-C in its terminal.");
        }
        Files.writeString(folder.resolve("up.pid"), ProcessHandle.current().pid() + "\n");
        return new State(folder, channel);
    }

    Path postgres() {
        return folder.resolve("postgres");
    }

    Path nats() {
        return folder.resolve("nats");
    }

    Path log(String name) {
        return folder.resolve("logs").resolve(name + ".log");
    }

    Path pidFile(String name) {
        return folder.resolve("run").resolve(name + ".pid");
    }

    /**
     * A secret of the services: 32 random bytes in base64, made at the first run and readable by its owner alone.
     *
     * @param name of its file
     */
    String secret(String name) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            byte[] bytes = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(bytes);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, Base64.getEncoder().encodeToString(bytes) + "\n");
        }
        return Files.readString(file).strip();
    }

    void drop() {
        Folders.delete(postgres());
        Folders.delete(nats());
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(folder.resolve("up.pid"));
        channel.close();
    }
}
