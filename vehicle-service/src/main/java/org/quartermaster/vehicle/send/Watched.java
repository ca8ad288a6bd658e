package org.quartermaster.vehicle.send;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;

/** A file that tells, while it is sent, how many percent of it were read. */
final class Watched extends FilterInputStream {
    private final long bytes;
    private final DoubleConsumer percent;
    private long count;

    private Watched(InputStream file, long bytes, DoubleConsumer percent) {
        super(file);
        this.bytes = bytes;
        this.percent = percent;
    }

    /** The bytes of a file as the body of a request. */
    static BodyPublisher body(Path file, DoubleConsumer percent) throws IOException {
        var bytes = Files.size(file);
        return bytes == 0
                ? BodyPublishers.noBody()
                : BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> open(file, bytes, percent)), bytes);
    }

    private static InputStream open(Path file, long bytes, DoubleConsumer percent) {
        try {
            return new Watched(Files.newInputStream(file), bytes, percent);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        var read = super.read(target, offset, length);
        count += Math.max(read, 0);
        percent.accept(100.0 * count / bytes);
        return read;
    }
}
