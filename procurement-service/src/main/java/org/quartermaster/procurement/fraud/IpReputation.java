package org.quartermaster.procurement.fraud;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.procurement.audit.AuditLog;
import org.quartermaster.procurement.audit.AuditLog.Target;
import org.quartermaster.procurement.fraud.IpReputationFile.LineError;
import org.quartermaster.procurement.operator.Operators;

/** Which networks hide their users, as lists that are published tell. */
@ApplicationScoped
class IpReputation {
    private static final String INSERT = """
            insert into procurement.ip_reputation (cidr, kind)
            select cast(s.cidr as inet), s.kind from unnest($1::text[], $2::text[]) as s (cidr, kind)
            on conflict do nothing
            """;

    private final Operators operator;
    private final AuditLog audit;

    @Inject
    IpReputation(Operators operator, AuditLog audit) {
        this.operator = operator;
        this.audit = audit;
    }

    /** What became of a file. */
    record Imported(int read, int added, int rejected, List<LineError> errors) {}

    Uni<Answer> add(UnitOfWork unit, IpReputationFile file, String address) {
        var rows = new Columns<>(file.entries());
        return operator.require(unit)
                .chain(() -> unit.run(
                        INSERT, rows.texts(IpReputationFile.Entry::cidr), rows.texts(IpReputationFile.Entry::kind)))
                .map(added -> new Imported(
                        file.entries().size() + file.errors().size(),
                        added.rowCount(),
                        file.errors().size(),
                        file.errors()))
                .call(imported -> audit.noteAdmin(
                        unit,
                        Ids.parse(unit.caller().subject()).orElse(null),
                        "ip_reputation.imported",
                        new Target("ip_reputation", "file"),
                        Map.of("added", imported.added()),
                        address))
                .map(imported -> new Answer(200, imported, null, null));
    }
}
