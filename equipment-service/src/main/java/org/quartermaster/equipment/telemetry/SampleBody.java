package org.quartermaster.equipment.telemetry;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Locale;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Json;
import org.quartermaster.platform.rest.Unpacked;

/** The body of a batch in one of its formats; gzip is unpacked on the way, and a bomb stops at the limit. */
final class SampleBody {
    private static final int JSON_SAMPLES = 10_000;
    private static final int JSON_BYTES = 8 * 1024 * 1024;
    private static final int STREAM_BYTES = 64 * 1024 * 1024;

    private SampleBody() {}

    /** What the Content-Type means. */
    enum Format {
        JSON,
        LINES,
        CSV;

        /** @throws Problem 415 for another type */
        static Format of(String contentType) {
            var media = contentType == null
                    ? ""
                    : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
            if (media.equals("application/json")) {
                return JSON;
            }
            return switch (media) {
                case "application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonlines" ->
                    LINES;
                case "text/csv" -> CSV;
                default -> throw Problem.of(ProblemType.UNSUPPORTED_TYPE);
            };
        }
    }

    /**
     * The unpacked body, cut off with 413 where it grows too long.
     *
     * @throws Problem 415 for an unknown Content-Encoding, 400 when it is not what it says
     */
    static InputStream unpacked(InputStream body, String encoding, Format format) {
        var limit = format == Format.JSON ? JSON_BYTES : STREAM_BYTES;
        return Unpacked.of(body, encoding, limit);
    }

    /** @throws Problem 400 when the body breaks off */
    static byte[] bytes(InputStream body) {
        try {
            return body.readAllBytes();
        } catch (IOException broken) {
            throw Problem.of(ProblemType.BAD_REQUEST);
        }
    }

    /** A JSON array of samples, or an object with them; read as a whole, so that a broken one stores nothing. */
    static Samples json(byte[] body, OfferReader reader) {
        var node = Json.read(body);
        var array = node != null && node.isObject() ? node.get("samples") : node;
        if (array == null || !array.isArray()) {
            throw Problem.invalid(node != null && node.isObject() ? "samples" : "", array == null ? "missing" : "type");
        }
        if (array.size() > JSON_SAMPLES) {
            throw Problem.of(ProblemType.TOO_LARGE);
        }
        Iterator<JsonNode> nodes = array.elements();
        return new Samples() {
            @Override
            public Offer next() {
                return nodes.hasNext() ? reader.read(nodes.next()) : null;
            }

            @Override
            public int limit() {
                return JSON_SAMPLES;
            }
        };
    }

    /** Lines of JSON or of CSV, read as they come. */
    static Samples streamed(InputStream body, Format format, OfferReader reader) {
        return format == Format.CSV ? new CsvSamples(body, reader) : new LineSamples(body, reader);
    }
}
