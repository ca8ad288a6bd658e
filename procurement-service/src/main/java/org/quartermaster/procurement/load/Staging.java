package org.quartermaster.procurement.load;

import java.sql.Connection;
import java.sql.SQLException;
import org.quartermaster.platform.db.Sql;

/** The tables of one transaction that releases, and what is made of them, go through on their way. */
final class Staging {
    static final String COPY_RELEASES = """
            copy staged (n, position, ocid, release_id, id_generated, date, date_text, tags, raw, normalized, content_hash,
              buyer_keys, valid, issue_count) from stdin
            """;
    static final String COPY_ISSUES = """
            copy staged_issues (n, position, ocid, release_id, severity, code, pointer, message) from stdin
            """;

    private static final String[] TABLES = {
        """
            create temp table staged (n bigint, position bigint, ocid text, release_id text, id_generated boolean,
              date timestamptz, date_text text, tags text[], raw json, normalized jsonb, content_hash bytea,
              buyer_keys text[], valid boolean, issue_count int) on commit drop
            """,
        """
            create temp table staged_issues (n bigint, position bigint, ocid text, release_id text, severity text,
              code text, pointer text, message text) on commit drop
            """,
        """
            create temp table fresh (release_key bigint, ocid text, release_id text, content_hash bytea, n bigint,
              position bigint) on commit drop
            """,
        "create temp table touched (ocid text, bytes bigint) on commit drop",
        "create temp table told (tender_id text, classes text[], status text) on commit drop",
        "create temp table b_members (release_key bigint, process_id uuid) on commit drop",
        "create temp table b_processes (like procurement.ocds_processes including defaults) on commit drop",
        "create temp table b_tenders (like procurement.tenders including defaults) on commit drop",
        """
            create temp table b_changes (tender_id text, classes text[], release_key bigint, changed jsonb,
              status_before text) on commit drop
            """,
        "create temp table b_lots (like procurement.tender_lots including defaults) on commit drop",
        "create temp table b_items (like procurement.tender_items including defaults) on commit drop",
        "create temp table b_awards (like procurement.tender_awards including defaults) on commit drop",
        "create temp table b_contracts (like procurement.tender_contracts including defaults) on commit drop",
        "create temp table b_documents (like procurement.tender_documents including defaults) on commit drop",
        "create temp table b_parties (tender_id text, entity_id uuid, entity_type text) on commit drop",
    };

    private static final String EMPTY = """
            truncate b_members, b_processes, b_tenders, b_changes, b_lots, b_items, b_awards, b_contracts, b_documents,
              b_parties
            """;

    private Staging() {}

    static void create(Connection connection) throws SQLException {
        for (var table : TABLES) {
            Sql.update(connection, table);
        }
    }

    /** Makes room for the next batch of processes. */
    static void emptyBatch(Connection connection) throws SQLException {
        Sql.update(connection, EMPTY);
    }
}
