package org.quartermaster.catalog.quotation;

/** The statements by which a quotation goes from one state to the next. */
final class StatusSql {
    static final String SEND = """
            update catalog.quotation set status = 'sent', is_current = true, sent_date = $3,
              line_items = cast($4::text as jsonb), pdf_sha256 = $5
            where tenant_id = $1 and id = $2
            """;
    static final String STEP_BACK = """
            update catalog.quotation set is_current = false,
              status = case when status = 'sent' then 'superseded' else status end
            where tenant_id = $1 and id = $2
            """;
    static final String ACCEPT = """
            update catalog.quotation set status = 'accepted', response_date = $3, accepted_by = $4, client_reference = $5,
              backordered = cast($6::text as jsonb), untracked = cast($7::text as jsonb)
            where tenant_id = $1 and id = $2
            """;
    static final String REJECT = """
            update catalog.quotation set status = 'rejected', response_date = $3, response_note = $4
            where tenant_id = $1 and id = $2
            """;
    static final String END = "update catalog.quotation set status = $3 where tenant_id = $1 and id = $2";
    static final String CURRENT = """
            select id from catalog.quotation
            where tenant_id = $1 and quotation_number = $2 and is_current and id <> $3
            """;
    static final String REVISIONS = """
            select max(revision) as newest, bool_or(status = 'draft') as has_draft
            from catalog.quotation where tenant_id = $1 and quotation_number = $2
            """;

    private StatusSql() {}
}
