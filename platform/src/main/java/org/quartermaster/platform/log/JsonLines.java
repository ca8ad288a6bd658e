package org.quartermaster.platform.log;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.logging.LoggingFilter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/**
 * Makes one JSON object of each record, where {@code qm-log.format} is {@code json}. NB: a filter, because Quarkus takes
 * a formatter from extensions alone, and a formatter that is set at start-up comes after the first lines.
 */
@LoggingFilter(name = "json-lines")
public final class JsonLines implements Filter {
    private static final PatternFormatter MESSAGE = new PatternFormatter("%s");

    private final boolean active;

    public JsonLines() {
        this("json".equals(ConfigProvider.getConfig().getValue("qm-log.format", String.class)));
    }

    JsonLines(boolean active) {
        this.active = active;
    }

    @Override
    public boolean isLoggable(LogRecord record) {
        if (active && record instanceof ExtLogRecord full) {
            full.setMessage(line(full), ExtLogRecord.FormatStyle.NO_FORMAT);
        }
        return true;
    }

    private static String line(ExtLogRecord record) {
        var line = JsonNodeFactory.instance
                .objectNode()
                .put("time", record.getInstant().toString())
                .put("level", record.getLevel().getName())
                .put("logger", record.getLoggerName())
                .put("thread", record.getThreadName())
                .put("message", MESSAGE.format(record));
        record.getMdcCopy().forEach(line::put);
        if (record.getThrown() != null) {
            var trace = new StringWriter();
            record.getThrown().printStackTrace(new PrintWriter(trace));
            line.put("error", trace.toString());
        }
        return line.toString();
    }
}
