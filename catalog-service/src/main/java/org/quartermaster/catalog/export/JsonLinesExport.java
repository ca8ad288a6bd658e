package org.quartermaster.catalog.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;

/** Rows as JSON objects, one a line, with decimals as they are kept and JSON as what it is. */
final class JsonLinesExport implements ExportFile {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final OutputStream output;
    private final List<String> names;

    JsonLinesExport(OutputStream output, List<String> names) {
        this.output = output;
        this.names = names;
    }

    @Override
    public void write(List<List<Object>> rows) throws IOException {
        for (var row : rows) {
            var object = new LinkedHashMap<String, Object>();
            for (var i = 0; i < names.size(); i++) {
                object.put(names.get(i), row.get(i));
            }
            output.write(JSON.writeValueAsBytes(object));
            output.write('\n');
        }
    }

    @Override
    public void end() {}
}
