package org.quartermaster.procurement.supervision;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.job.JobKind;
import org.quartermaster.platform.job.JobRun;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.procurement.audit.AuditLog;
import org.quartermaster.procurement.organization.OperatorOrganization;

/** Gives somebody who has registered the right to run the installation: what {@code deploy/bootstrap-operator} orders. */
@ApplicationScoped
class OperatorBootstrap implements JobKind {
    static final String NAME = "procurement.bootstrap-operator";

    static final ProblemType UNKNOWN = new ProblemType(404, "account_unknown");
    private static final String USER =
            "select user_id from procurement.users where email_norm = $1 and status = 'active' and email_verified";

    private final Writes writes;
    private final OperatorOrganization organization;
    private final AuditLog audit;

    @Inject
    OperatorBootstrap(Writes writes, OperatorOrganization organization, AuditLog audit) {
        this.writes = writes;
        this.organization = organization;
        this.audit = audit;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String role() {
        return Roles.ADMIN;
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public Outcome run(JobRun run) {
        var email = run.parameters().path("email").asText();
        run.await(() -> writes.writeGlobal(Caller.system(AuditLog.PLATFORM), unit -> appoint(unit, email)));
        run.progress(1, 1L);
        return Outcome.succeeded(null);
    }

    private Uni<Void> appoint(UnitOfWork unit, String email) {
        return unit.run(USER, email)
                .map(UNKNOWN::require)
                .map((Row row) -> row.getUUID(0))
                .chain(user -> organization.admit(unit, user).chain(() -> note(unit, user)));
    }

    private Uni<Void> note(UnitOfWork unit, UUID user) {
        var target = new AuditLog.Target("user", user.toString());
        return audit.noteAdmin(unit, null, "operator.appointed", target, Map.of(), null);
    }
}
