package org.quartermaster.equipment.telemetry;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A body on disk, for a request whose key must be judged by all of it before any of it has an effect. */
final class KeptBody implements AutoCloseable {
    private final Path file = Files.createTempFile("batch", null);

    /** @throws IOException when the body breaks off or there is no room for it */
    KeptBody(InputStream body) throws IOException {
        try {
            Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | RuntimeException broken) {
            close();
            throw broken;
        }
    }

    /** The body from its beginning. */
    InputStream open() throws IOException {
        return new BufferedInputStream(Files.newInputStream(file));
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
