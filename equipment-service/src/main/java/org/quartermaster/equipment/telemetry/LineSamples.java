package org.quartermaster.equipment.telemetry;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.Json;

/** Newline-delimited JSON; a line that cannot be read is refused alone. */
final class LineSamples implements Samples {
    private static final int LONGEST = 64 * 1024;
    private static final int BUFFER = 64 * 1024;

    private final InputStream body;
    private final OfferReader reader;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
    private boolean ended;

    LineSamples(InputStream body, OfferReader reader) {
        this.body = new BufferedInputStream(body, BUFFER);
        this.reader = reader;
    }

    @Override
    public int limit() {
        return 500_000;
    }

    @Override
    public Offer next() throws IOException {
        while (!ended) {
            var tooLong = readLine();
            if (tooLong) {
                return reader.unreadableText(text().substring(0, 1024));
            }
            if (!text().isBlank()) {
                return read(line.toByteArray());
            }
        }
        return null;
    }

    private Offer read(byte[] bytes) {
        try {
            return reader.read(Json.read(bytes));
        } catch (Problem unreadable) {
            return reader.unreadableText(text());
        }
    }

    private String text() {
        return line.toString(StandardCharsets.UTF_8);
    }

    /** True when the line is longer than a sample can be; its rest is skipped. */
    private boolean readLine() throws IOException {
        line.reset();
        var length = 0;
        int read;
        while ((read = body.read()) >= 0 && read != '\n') {
            if (length++ < LONGEST) {
                line.write(read);
            }
        }
        ended = read < 0;
        return length > LONGEST;
    }
}
