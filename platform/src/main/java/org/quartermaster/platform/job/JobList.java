package org.quartermaster.platform.job;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** The jobs of a tenant that the caller may see. */
@ApplicationScoped
final class JobList {
    private static final SortKey CREATED = SortKey.of("created_at", "j.created_at", "timestamptz");
    private static final SortKey ID = SortKey.of("job_id", "j.job_id", "text");

    private final TenantDatabase database;
    private final JobKinds kinds;

    @Inject
    JobList(TenantDatabase database, JobKinds kinds) {
        this.database = database;
        this.kinds = kinds;
    }

    Uni<Slice<JobView>> find(Caller caller, Fields query, Locale language) {
        var list = new ListQuery("jobs", JobView.COLUMNS, "platform.job j");
        list.where("j.received_at is not null").where("j.kind = any (?)", (Object) kinds.visibleTo(caller));
        query.text("kind", 0, 60).to(kind -> list.where("j.kind = ?", kind));
        list.words("j.state", query.words("state", JobState.class)).page(query).descending(CREATED, ID);
        return list.run(database, caller, query, row -> JobView.of(row, language));
    }
}
