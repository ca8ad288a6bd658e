package org.quartermaster.procurement.work;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.SystemConnection;
import org.quartermaster.platform.job.Jobs;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.HeavyWork;
import org.quartermaster.platform.security.Caller;

/** Orders jobs that need no file, only parameters. */
@ApplicationScoped
public class JobOrders {
    private final Jobs jobs;
    private final SystemConnection database;

    @Inject
    JobOrders(Jobs jobs, SystemConnection database) {
        this.jobs = jobs;
        this.database = database;
    }

    /** Queues a job; 202 with its address. */
    public Uni<Answer> order(Caller caller, String kind, ObjectNode parameters) {
        return HeavyWork.run(() -> {
            var id = Ids.next("job");
            try (var connection = database.open()) {
                jobs.queue(connection, caller, id, kind, parameters);
            }
            jobs.ring();
            return Jobs.accepted(id);
        });
    }
}
