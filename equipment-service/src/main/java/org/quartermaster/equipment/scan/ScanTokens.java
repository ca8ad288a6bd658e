package org.quartermaster.equipment.scan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.security.Caller;

/**
 * The live scan token of each machine: made when first asked for, so that a machine has one however it was registered.
 * It rests while its machine is deleted, and is revoked only by the next one.
 */
@ApplicationScoped
public class ScanTokens {
    /** 22 digits and letters: over 128 bits. */
    private static final int LENGTH = 22;

    private static final String LIVE = """
            select s.equipment_id, s.token, s.created_at from scan_tokens s
            join equipment e on e.tenant_id = s.tenant_id and e.equipment_id = s.equipment_id
            where s.equipment_id = any ($1) and s.revoked_at is null and e.deleted_at is null
            """;
    private static final String MAKE = """
            with wanted as (
              select * from jsonb_to_recordset(cast(cast(?1 as text) as jsonb)) as w (equipment_id text, token text)
            ), made as (
              insert into scan_tokens (tenant_id, equipment_id, token, created_at)
              select e.tenant_id, e.equipment_id, w.token, ?2
              from wanted w join equipment e on e.equipment_id = w.equipment_id
              where e.deleted_at is null
              on conflict do nothing returning *
            )
            insert into scan_directory (token_hash, tenant_id, equipment_id)
            select sha256(convert_to(token, 'UTF8')), tenant_id, equipment_id from made
            """;

    private final TenantDatabase database;
    private final Writes writes;

    @Inject
    ScanTokens(TenantDatabase database, Writes writes) {
        this.database = database;
        this.writes = writes;
    }

    /** The tokens of machines by their ids; unknown and deleted machines have none. */
    public Uni<Map<String, ScanToken>> ofMachines(Caller caller, Collection<String> ids) {
        return live(caller, ids)
                .chain(found -> found.keySet().containsAll(ids)
                        ? Uni.createFrom().item(found)
                        : writes.write(caller, unit -> make(unit, missing(ids, found)))
                                .chain(() -> live(caller, ids)));
    }

    private Uni<Map<String, ScanToken>> live(Caller caller, Collection<String> ids) {
        return database.read(caller, LIVE, (Object) ids.toArray(String[]::new)).map(ScanTokens::read);
    }

    private static Map<String, ScanToken> read(RowSet<Row> rows) {
        var found = new HashMap<String, ScanToken>();
        rows.forEach(row -> found.put(
                row.getString("equipment_id"),
                new ScanToken(
                        row.getString("equipment_id"),
                        row.getString("token"),
                        row.getOffsetDateTime("created_at").toInstant())));
        return found;
    }

    private static List<String> missing(Collection<String> ids, Map<String, ScanToken> found) {
        return ids.stream().filter(id -> !found.containsKey(id)).distinct().toList();
    }

    private static Uni<Void> make(UnitOfWork unit, List<String> ids) {
        var tokens = new HashMap<String, String>();
        ids.forEach(id -> tokens.put(id, Ids.random(LENGTH)));
        return make(unit, tokens);
    }

    private static Uni<Void> make(UnitOfWork unit, Map<String, String> tokens) {
        var wanted = JsonNodeFactory.instance.arrayNode();
        tokens.forEach((id, token) -> wanted.addObject().put("equipment_id", id).put("token", token));
        return unit.session()
                .createNativeQuery(MAKE)
                .setParameter(1, wanted.toString())
                .setParameter(2, unit.now())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Revokes the token of a locked machine, if any, and makes another. */
    Uni<ScanToken> rotate(UnitOfWork unit, String equipmentId) {
        var token = new ScanToken(equipmentId, Ids.random(LENGTH), unit.now());
        return revoke(unit, equipmentId)
                .chain(() -> make(unit, Map.of(equipmentId, token.token())))
                .replaceWith(token);
    }

    private static Uni<Integer> revoke(UnitOfWork unit, String equipmentId) {
        return unit.session()
                .createNativeQuery("""
                        with revoked as (
                          update scan_tokens set revoked_at = ?1 where equipment_id = ?2 and revoked_at is null
                        )
                        delete from scan_directory where equipment_id = ?2
                        """)
                .setParameter(1, unit.now())
                .setParameter(2, equipmentId)
                .executeUpdate();
    }
}
