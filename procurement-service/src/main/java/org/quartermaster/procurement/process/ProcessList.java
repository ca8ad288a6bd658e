package org.quartermaster.procurement.process;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** Reads processes. */
@ApplicationScoped
class ProcessList {
    static final String COLUMNS = """
            cast(jsonb_build_object('process_id', p.process_id, 'ocid', p.ocid, 'buyer_key', p.buyer_key, 'tender_id',
              p.tender_id, 'release_count', p.release_count, 'first_date', p.first_date, 'last_date', p.last_date, 'welded',
              p.welded, 'compile_state', p.compile_state, 'warnings', p.warnings, 'created_at', p.created_at, 'updated_at',
              p.updated_at) as text) as process\
            """;
    private static final SortKey OCID = SortKey.of("ocid", "p.ocid", "text");
    private static final SortKey BUYER = SortKey.of("buyer_key", "p.buyer_key", "text");
    private static final int LONGEST = 500;

    private final TenantDatabase database;
    private final DatabaseJson json;

    @Inject
    ProcessList(TenantDatabase database, DatabaseJson json) {
        this.database = database;
        this.json = json;
    }

    Uni<Slice<ProcessView>> find(Caller caller, Fields query) {
        var list = new ListQuery("ocds-processes", COLUMNS, "procurement.ocds_processes p");
        query.bool("welded").to(welded -> list.where("p.welded = ?", welded));
        query.word("compile_state", CompileState.class).to(state -> list.where("p.compile_state = ?", Words.of(state)));
        query.text("ocid", 1, LONGEST).to(ocid -> list.where("p.ocid = ?", ocid));
        return list.pageByCursor(query).order(List.of(OCID), BUYER).run(database, caller, query, this::view);
    }

    private ProcessView view(Row row) {
        return read(row.getString("process"));
    }

    ProcessView read(String text) {
        return json.read(text, ProcessView.class);
    }
}
