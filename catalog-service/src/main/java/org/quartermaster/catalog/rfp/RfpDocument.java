package org.quartermaster.catalog.rfp;

import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.quartermaster.platform.db.Rows;

/** A request for quotation; fields are named as the columns are. */
public final class RfpDocument {
    /** What lists read. */
    static final String BRIEF = """
            r.id, r.document_name, r.document_path, r.file_id, r.file_size, r.file_type, r.upload_date,
            r.analysis_status, r.state, cast(r.analysis_results as text) as analysis_results, r.failure_code,
            r.client_name, r.customer_id, r.project_value, r.currency, r.deadline, r.language, r.source, r.source_ref,
            r.version, r.created_at, r.updated_at,
            (select cast(json_build_object('lines', count(*),
                'auto', count(*) filter (where l.status = 'auto'),
                'review', count(*) filter (where l.status = 'review'),
                'no_match', count(*) filter (where l.status = 'no_match'),
                'confirmed', count(*) filter (where l.status = 'confirmed'),
                'rejected', count(*) filter (where l.status = 'rejected'),
                'excluded', count(*) filter (where l.status = 'excluded')) as text)
              from catalog.rfpline l where l.tenant_id = r.tenant_id and l.rfp_id = r.id) as counts\
            """;

    /** What one of them shows. */
    static final String FULL = BRIEF + ", r.parsed_content, cast(r.parsed_requirements as text) as parsed_requirements";

    private static final Rows<RfpDocument> ROWS = Rows.of(RfpDocument.class, RfpDocument::new);

    public Long id;
    public String documentName;
    String documentPath;
    Long fileId;
    Long fileSize;
    String fileType;
    Instant uploadDate;
    String parsedContent;
    String parsedRequirements;
    public AnalysisStatus analysisStatus;
    public RfpState state;
    String analysisResults;
    String failureCode;
    String clientName;
    Long customerId;
    BigDecimal projectValue;
    String currency;
    LocalDate deadline;
    String language;
    RfpSource source;
    String sourceRef;
    public int version;
    Instant createdAt;
    Instant updatedAt;
    String counts;

    static RfpDocument read(Row row) {
        return ROWS.read(row);
    }
}
