package org.quartermaster.equipment.telemetry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Set;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;

/** CSV with a header of the names of a sample; measures stand in columns {@code measures.<name>}. */
final class CsvSamples implements Samples {
    private static final Set<String> TEXTS =
            Set.of("equipment_id", "serial_number", "vin", "qr_code", "sample_id", "recorded_at");
    private static final String MEASURES = "measures.";
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int LONGEST_RECORD = 1024 * 1024;

    private final Iterator<NamedCsvRecord> records;
    private final OfferReader reader;

    CsvSamples(InputStream body, OfferReader reader) {
        this.reader = reader;
        this.records = CsvReader.builder()
                .allowMissingFields(true)
                .maxBufferSize(LONGEST_RECORD)
                .ofNamedCsvRecord(strict(body))
                .iterator();
    }

    /** The text of the body without a byte order mark; bytes that are no UTF-8 end it, and are not made to question marks. */
    private static Reader strict(InputStream body) {
        var text = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8.newDecoder()));
        try {
            text.mark(1);
            if (text.read() != BYTE_ORDER_MARK) {
                text.reset();
            }
            return text;
        } catch (IOException broken) {
            throw Problem.of(ProblemType.BAD_REQUEST);
        }
    }

    @Override
    public int limit() {
        return 500_000;
    }

    @Override
    public Offer next() throws IOException {
        try {
            return records.hasNext() ? reader.read(object(records.next())) : null;
        } catch (CsvParseException broken) {
            throw broken.getCause() instanceof Problem known ? known : Problem.of(ProblemType.BAD_REQUEST);
        } catch (UncheckedIOException broken) {
            throw unread(broken.getCause());
        }
    }

    private static IOException unread(IOException cause) {
        if (cause instanceof CharacterCodingException) {
            throw Problem.of(ProblemType.BAD_REQUEST);
        }
        return cause;
    }

    /** An empty cell is no value. */
    private static ObjectNode object(NamedCsvRecord row) {
        var object = JsonNodeFactory.instance.objectNode();
        row.getFieldsAsMap().forEach((name, text) -> {
            if (text.isBlank()) {
                return;
            }
            if (name.startsWith(MEASURES)) {
                object.withObjectProperty("measures").set(name.substring(MEASURES.length()), value("", text));
            } else {
                object.set(name, value(name, text));
            }
        });
        return object;
    }

    private static JsonNode value(String name, String text) {
        var nodes = JsonNodeFactory.instance;
        var plain = text.strip();
        if (TEXTS.contains(name)) {
            return nodes.textNode(plain);
        }
        if (plain.equals("true") || plain.equals("false")) {
            return nodes.booleanNode(plain.equals("true"));
        }
        try {
            return nodes.numberNode(new BigDecimal(plain));
        } catch (NumberFormatException notANumber) {
            return nodes.textNode(plain);
        }
    }
}
