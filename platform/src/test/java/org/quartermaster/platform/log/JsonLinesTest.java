package org.quartermaster.platform.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.logging.Level;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;

class JsonLinesTest {
    private static final PatternFormatter MESSAGE = new PatternFormatter("%s");

    private static ExtLogRecord record(String message, Object... parameters) {
        var record = new ExtLogRecord(
                Level.WARNING, message, ExtLogRecord.FormatStyle.PRINTF, JsonLinesTest.class.getName());
        record.setParameters(parameters);
        record.setLoggerName("a.b");
        record.setThreadName("main");
        record.setInstant(Instant.parse("2026-01-02T03:04:05.006Z"));
        return record;
    }

    private static JsonNode line(ExtLogRecord record) throws JsonProcessingException {
        assertTrue(new JsonLines(true).isLoggable(record));
        return new ObjectMapper().readTree(MESSAGE.format(record));
    }

    @Test
    void aRecordIsOneObjectOnOneLine() throws JsonProcessingException {
        var record = record("%s said \"%s\"\nand 100%%", "A", "школа");

        var line = line(record);

        assertEquals(new ObjectMapper().readTree("""
                {"time": "2026-01-02T03:04:05.006Z", "level": "WARNING", "logger": "a.b", "thread": "main",
                 "message": "A said \\"школа\\"\\nand 100%"}
                """), line);
        assertEquals(-1, MESSAGE.format(record).indexOf('\n'));
    }

    @Test
    void theFieldsOfTheRequestAndTheFailureStandBesideIt() throws JsonProcessingException {
        var record = record("failed");
        record.setThrown(new IllegalStateException("broken"));
        record.putMdc(LogFields.REQUEST_ID, "req_1");
        record.putMdc(LogFields.TENANT, "tenant_a");

        var line = line(record);

        assertEquals("req_1", line.path("request_id").asText());
        assertEquals("tenant_a", line.path("tenant").asText());
        assertTrue(line.path("error").asText().startsWith("java.lang.IllegalStateException: broken\n\tat "));
    }

    @Test
    void textStaysAsItIs() {
        var record = record("plain %d", 1);

        new JsonLines(false).isLoggable(record);

        assertEquals("plain 1", MESSAGE.format(record));
    }
}
