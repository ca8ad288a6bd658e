package org.quartermaster.procurement.tender;

import io.vertx.sqlclient.Row;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quartermaster.platform.db.Rows;

/** How tenders are read by plain queries. */
public final class TenderSql {
    /** The tables that {@link #COLUMNS} are read from. */
    public static final String FROM =
            "procurement.tenders t left join procurement.ocds_processes p on p.process_id = t.process_id";

    /** The status of a tender {@code t} now. */
    public static final String STATUS =
            "case when t.status = 'open' and t.closing_date < now() then 'closed' else t.status end";

    /** What a {@link TenderView} shows, and no more: the search vector may be long. */
    public static final String COLUMNS = Stream.of(
                            "tender_id",
                            "ocid",
                            "source_id",
                            "source_reference",
                            "source_url",
                            "title",
                            "description",
                            "category",
                            "main_category",
                            "procuring_entity",
                            "buyer_entity_id",
                            "procedure",
                            "procedure_details",
                            "ocds_status",
                            "publication_date",
                            "opening_date",
                            "closing_date",
                            "estimated_value",
                            "estimated_currency",
                            "actual_value",
                            "actual_currency",
                            "estimated_value_mkd",
                            "estimated_value_eur",
                            "actual_value_mkd",
                            "actual_value_eur",
                            "cpv_code",
                            "cpv_codes",
                            "winner",
                            "language",
                            "country",
                            "lots_count",
                            "documents_count",
                            "material_version",
                            "last_release_date",
                            "scraped_at",
                            "deleted_at",
                            "rv",
                            "created_at",
                            "updated_at")
                    .map("t."::concat)
                    .collect(Collectors.joining(", "))
            + ", " + STATUS + " as status, coalesce(p.welded, false) as welded";

    private static final String PART = """
            , (select coalesce(jsonb_agg(to_jsonb(x) order by x.%2$s), '[]') from (select %3$s
                from procurement.%4$s where tender_id = t.tender_id) x) as %1$s""";

    /** As JSON text, one row for each tender of the ids in {@code $1} or {@code ?}, deleted ones too. */
    static final String DETAIL = """
            select cast(to_jsonb(r) as text) as tender from (
              select %s%s%s%s%s%s
                , (select coalesce(jsonb_agg(jsonb_build_object('entity_id', e.entity_id, 'name', e.name,
                      'entity_type', l.entity_type) order by l.entity_type, e.name, e.entity_id), '[]')
                    from procurement.tender_entity_link l join procurement.entities e on e.entity_id = l.entity_id
                    where l.tender_id = t.tender_id) as entities
                , coalesce(p.warnings, '[]') as warnings
              from %s where t.tender_id = any (%s)
            ) r order by r.tender_id
            """;

    private static final Rows<Tender> ROWS = Rows.of(Tender.class, Tender::new);

    private TenderSql() {}

    /** The tender of a row with {@link #COLUMNS}. */
    public static Tender read(Row row) {
        return ROWS.read(row);
    }

    static String detail(String parameter) {
        return DETAIL.formatted(
                COLUMNS,
                part(
                        "lots",
                        "lot_id",
                        "lot_id, title, description, status, value, currency, closing_date",
                        "tender_lots"),
                part(
                        "items",
                        "item_id",
                        "item_id, description, cpv_code, additional_cpv, quantity, unit, unit_value, currency, lot_id",
                        "tender_items"),
                part(
                        "awards",
                        "award_id",
                        "award_id, title, status, date, value, currency, lot_ids, suppliers",
                        "tender_awards"),
                part(
                        "contracts",
                        "contract_id",
                        "contract_id, award_id, title, status, date_signed, value, currency, period_start, period_end",
                        "tender_contracts"),
                part("documents", "doc_id", """
                        doc_id, source_document_id, doc_type, file_name, file_url, extraction_status, extraction_error,
                          file_size_bytes, page_count, mime_type, language, published_at, uploaded_at""", "tender_documents"),
                FROM,
                parameter);
    }

    private static String part(String name, String key, String columns, String table) {
        return PART.formatted(name, key, columns, table);
    }
}
