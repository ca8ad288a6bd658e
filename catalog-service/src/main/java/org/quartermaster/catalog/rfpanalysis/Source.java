package org.quartermaster.catalog.rfpanalysis;

import io.vertx.sqlclient.Row;
import java.nio.charset.StandardCharsets;

/**
 * What a request is read from.
 *
 * @param title its name, which is its only line when nothing else can be found
 * @param isTender whether it came without a file
 * @param hasLines whether its lines came with it
 * @param unspscHint the commodity that a tender's code stands for, or null
 * @param content the file, or the text that stands for it
 */
record Source(String title, boolean isTender, boolean hasLines, String unspscHint, byte[] content) {
    static final String SELECT = """
            select r.document_name, r.source = 'tender' as is_tender, r.parsed_content,
              r.analysis_results #>> '{tender,unspsc_hint}' as unspsc_hint,
              exists (select from catalog.rfpline l where l.tenant_id = r.tenant_id and l.rfp_id = r.id) as has_lines,
              (select f.content from catalog.storedfile f where f.tenant_id = r.tenant_id and f.id = r.file_id) as content
            from catalog.rfpdocument r where r.tenant_id = $1 and r.id = $2
            """;

    static Source of(Row row) {
        var file = row.getBuffer("content");
        var text = row.getString("parsed_content");
        return new Source(
                row.getString("document_name"),
                row.getBoolean("is_tender"),
                row.getBoolean("has_lines"),
                row.getString("unspsc_hint"),
                file != null ? file.getBytes() : text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8));
    }
}
