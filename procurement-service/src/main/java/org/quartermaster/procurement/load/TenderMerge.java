package org.quartermaster.procurement.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.quartermaster.platform.db.Sql;

/** Merges a batch of processes into the tables that are read, a statement for each table. */
public final class TenderMerge {
    static final String COLUMNS =
            "tender_id, ocid, process_id, source_id, source_reference, source_url, title, description,"
                    + " category, main_category, procuring_entity, buyer_entity_id, procedure, procedure_details, status,"
                    + " ocds_status, publication_date, opening_date, closing_date, estimated_value, estimated_currency,"
                    + " actual_value, actual_currency, cpv_code, cpv_codes, cpv_prefixes, cpv_main_prefixes, winner, lots_count,"
                    + " documents_count, language, country, search, material_version, last_release_date, scraped_at";
    static final String LOTS = "tender_id, lot_id, title, description, status, value, currency, closing_date";
    static final String ITEMS = "tender_id, item_id, description, cpv_code, additional_cpv, quantity, unit, unit_value,"
            + " currency, lot_id";
    static final String AWARDS = "tender_id, award_id, title, status, date, value, currency, lot_ids, suppliers";
    static final String CONTRACTS = "tender_id, contract_id, award_id, title, status, date_signed, value, currency,"
            + " period_start, period_end";
    static final String DOCUMENTS =
            "tender_id, source_document_id, doc_type, file_name, file_url, mime_type, language, published_at";

    private static final String PROCESSES = """
            insert into procurement.ocds_processes as p (process_id, ocid, buyer_key, tender_id, compiled, release_count,
              first_date, last_date, welded, compile_state, warnings)
            select process_id, ocid, buyer_key, tender_id, compiled, release_count, first_date, last_date, welded,
              compile_state, warnings
            from b_processes
            on conflict (process_id) do update set compiled = excluded.compiled, release_count = excluded.release_count,
              first_date = excluded.first_date, last_date = excluded.last_date, welded = excluded.welded,
              compile_state = excluded.compile_state, warnings = excluded.warnings
            """;
    private static final String MEMBERS = """
            update procurement.ocds_releases r set process_id = m.process_id from b_members m
            where r.release_key = m.release_key
            """;
    private static final String TENDERS =
            """
            insert into procurement.tenders as t (%s)
            select %s from b_tenders
            on conflict (tender_id) do update set %s, rv = t.rv + 1
            """.formatted(COLUMNS, COLUMNS.replace(" scraped_at", " now()"), assignments());
    private static final String DROP = "delete from procurement.%s x using b_tenders b where x.tender_id = b.tender_id";
    private static final String ADD = "insert into procurement.%s (%s) select %s from %s on conflict do nothing";
    private static final String DROP_DOCUMENTS = """
            delete from procurement.tender_documents d using b_tenders b
            where d.tender_id = b.tender_id and d.source_document_id is not null and not exists (
              select from b_documents n where n.tender_id = d.tender_id and n.source_document_id = d.source_document_id)
            """;
    private static final String ADD_DOCUMENTS = """
            insert into procurement.tender_documents as d (%s)
            select %s from b_documents
            on conflict (tender_id, source_document_id) do update set doc_type = excluded.doc_type,
              file_name = excluded.file_name, file_url = excluded.file_url, mime_type = excluded.mime_type,
              language = excluded.language, published_at = excluded.published_at, rv = d.rv + 1
            where (d.doc_type, d.file_name, d.file_url, d.mime_type, d.language, d.published_at) is distinct from
              (excluded.doc_type, excluded.file_name, excluded.file_url, excluded.mime_type, excluded.language,
              excluded.published_at)
            """.formatted(DOCUMENTS, DOCUMENTS);
    private static final String ALL_DOCUMENTS = """
            update procurement.tenders t set documents_count = n.count
            from (
              select b.tender_id, count(d.doc_id) as count from b_tenders b
              left join procurement.tender_documents d on d.tender_id = b.tender_id group by b.tender_id
            ) n
            where t.tender_id = n.tender_id and t.documents_count <> n.count
            """;
    private static final String LINKS = """
            insert into procurement.tender_entity_link (tender_id, entity_id, entity_type)
            select distinct tender_id, entity_id, entity_type from b_parties
            on conflict do nothing
            """;
    private static final String CHANGES = """
            with added as (
              insert into procurement.tender_changes (tender_id, material_version, classes, release_key, changed, silent)
              select t.tender_id, t.material_version, b.classes, b.release_key, b.changed, ?
              from b_changes b join procurement.tenders t on t.tender_id = b.tender_id
              order by t.tender_id
              returning tender_id, classes
            )
            insert into told (tender_id, classes, status)
            select a.tender_id, a.classes, b.status_before from added a join b_changes b on b.tender_id = a.tender_id
            """;

    private final Connection connection;
    private final Set<String> filled;

    private TenderMerge(Connection connection, Set<String> filled) {
        this.connection = connection;
        this.filled = filled;
    }

    private static String assignments() {
        return Arrays.stream(COLUMNS.split(", "))
                .filter(column -> !column.equals("tender_id"))
                .map(column -> column.equals("material_version")
                        ? "material_version = t.material_version + excluded.material_version"
                        : column + " = excluded." + column)
                .collect(Collectors.joining(", "));
    }

    /** @param filled the tables of the batch that have rows */
    static void run(Connection connection, Set<String> filled, boolean silent) throws SQLException {
        Sql.update(connection, PROCESSES);
        if (filled.contains("b_members")) {
            Sql.update(connection, MEMBERS);
        }
        Sql.update(connection, TENDERS);
        var merge = new TenderMerge(connection, filled);
        merge.part("tender_lots", LOTS, "b_lots");
        merge.part("tender_items", ITEMS, "b_items");
        merge.part("tender_awards", AWARDS, "b_awards");
        merge.part("tender_contracts", CONTRACTS, "b_contracts");
        Sql.update(connection, DROP_DOCUMENTS);
        if (filled.contains("b_documents")) {
            Sql.update(connection, ADD_DOCUMENTS);
        }
        Sql.update(connection, ALL_DOCUMENTS);
        Sql.update(connection, DROP.formatted("tender_entity_link"));
        Sql.update(connection, LINKS);
        Sql.update(connection, CHANGES, silent);
    }

    private void part(String table, String columns, String batch) throws SQLException {
        Sql.update(connection, DROP.formatted(table));
        if (filled.contains(batch)) {
            Sql.update(connection, ADD.formatted(table, columns, columns, batch));
        }
    }
}
