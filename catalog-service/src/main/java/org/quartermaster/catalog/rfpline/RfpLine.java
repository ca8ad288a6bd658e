package org.quartermaster.catalog.rfpline;

import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import java.time.Instant;
import org.quartermaster.catalog.matching.Wish;
import org.quartermaster.catalog.unit.Measures;
import org.quartermaster.catalog.unit.Units;
import org.quartermaster.platform.db.Rows;

/** One thing that a request asks for; fields are named as the columns are. */
public final class RfpLine {
    static final String COLUMNS = """
            l.id, l.rfp_id, l.line_no, l.lot, cast(l.source_span as text) as source_span, l.raw_text, l.description,
            l.quantity, l.uom, l.uom_raw, l.brand, l.mpn, cast(l.constraints as text) as constraints, l.unspsc_hint,
            l.status, l.product_id, l.pack_code, l.confidence, l.decided_by, l.decided_at, l.version, l.created_at,
            l.updated_at\
            """;
    static final String WITH_MATCHES = COLUMNS + """
            , (select cast(coalesce(json_agg(json_build_object('rank', m.rank, 'product_id', m.product_id,
                'sku', p.sku, 'name', p.name, 'score', m.score, 'confidence', m.confidence, 'evidence', m.evidence,
                'model_version', m.model_version) order by m.rank), '[]') as text)
              from catalog.rfplinematch m join catalog.product p on p.tenant_id = m.tenant_id and p.id = m.product_id
              where m.tenant_id = l.tenant_id and m.line_id = l.id) as matches\
            """;

    private static final Rows<RfpLine> ROWS = Rows.of(RfpLine.class, RfpLine::new);
    private static final Measures MEASURES = new Measures(Units.standard());

    public Long id;
    Long rfpId;
    public int lineNo;
    String lot;
    String sourceSpan = "{}";
    String rawText;
    String description;
    public BigDecimal quantity;
    public String uom;
    String uomRaw;
    String brand;
    String mpn;
    String constraints = "[]";
    String unspscHint;
    public LineStatus status = LineStatus.EXTRACTED;
    Long productId;
    String packCode;
    BigDecimal confidence;
    String decidedBy;
    Instant decidedAt;
    int version;
    Instant createdAt;
    Instant updatedAt;

    /** As JSON; null where the query left them out. */
    String matches;

    static RfpLine read(Row row) {
        return ROWS.read(row);
    }

    /** What the line asks for. */
    public Wish wish() {
        return Wish.of(description, brand, mpn, MEASURES.in(description));
    }
}
