package org.quartermaster.procurement.entity;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.TenantDatabase.Query;

/** Moves the parts of tenders from one entity to another, and back. */
@ApplicationScoped
class EntityMerges {
    private static final String NOTE_LINKS = """
            insert into procurement.entity_merge_moves (entity_id, tender_id, part, relationship_type, dropped)
            select l.entity_id, l.tender_id, l.entity_type, l.relationship_type,
              exists (select from procurement.tender_entity_link k
                where k.tender_id = l.tender_id and k.entity_id = $2 and k.entity_type = l.entity_type)
            from procurement.tender_entity_link l where l.entity_id = $1
            """;
    private static final String NOTE_BUYERS = """
            insert into procurement.entity_merge_moves (entity_id, tender_id, part, dropped)
            select $1, tender_id, 'buyer_entity_id', false from procurement.tenders where buyer_entity_id = $1
            """;
    private static final String DROP_LINKS = """
            delete from procurement.tender_entity_link l using procurement.entity_merge_moves m
            where m.entity_id = $1 and m.dropped and l.entity_id = $1 and l.tender_id = m.tender_id
              and l.entity_type = m.part
            """;
    private static final String MOVE_LINKS =
            "update procurement.tender_entity_link set entity_id = $2 where entity_id = $1";
    private static final String MOVE_BUYERS =
            "update procurement.tenders set buyer_entity_id = $2 where buyer_entity_id = $1";
    private static final String JOIN_ROLES = """
            update procurement.entities e set roles = (select array_agg(distinct r order by r)
              from unnest(e.roles || (select f.roles from procurement.entities f where f.entity_id = $1)) r)
            where e.entity_id = $2
            """;
    private static final String MARK = "update procurement.entities set merged_into = $2 where entity_id = $1";

    private static final String LINKS_BACK = """
            update procurement.tender_entity_link l set entity_id = $1 from procurement.entity_merge_moves m
            where m.entity_id = $1 and not m.dropped and l.entity_id = $2 and l.tender_id = m.tender_id
              and l.entity_type = m.part
              and not exists (select from procurement.tender_entity_link k
                where k.tender_id = l.tender_id and k.entity_id = $1 and k.entity_type = l.entity_type)
            """;
    private static final String LINKS_AGAIN = """
            insert into procurement.tender_entity_link (tender_id, entity_id, entity_type, relationship_type)
            select tender_id, $1, part, relationship_type from procurement.entity_merge_moves
            where entity_id = $1 and dropped on conflict do nothing
            """;
    private static final String BUYERS_BACK = """
            update procurement.tenders t set buyer_entity_id = $1 from procurement.entity_merge_moves m
            where m.entity_id = $1 and m.part = 'buyer_entity_id' and t.tender_id = m.tender_id
              and t.buyer_entity_id = $2
            """;
    private static final String FORGET = "delete from procurement.entity_merge_moves where entity_id = $1";
    private static final String UNMARK = "update procurement.entities set merged_into = null where entity_id = $1";

    Uni<Void> merge(UnitOfWork unit, UUID entity, UUID into) {
        return unit.runAll(List.of(
                        Query.of(NOTE_LINKS, entity, into),
                        Query.of(NOTE_BUYERS, entity),
                        Query.of(DROP_LINKS, entity),
                        Query.of(MOVE_LINKS, entity, into),
                        Query.of(MOVE_BUYERS, entity, into),
                        Query.of(JOIN_ROLES, entity, into),
                        Query.of(MARK, entity, into)))
                .replaceWithVoid();
    }

    Uni<Void> part(UnitOfWork unit, UUID entity, UUID into) {
        return unit.runAll(List.of(
                        Query.of(LINKS_BACK, entity, into),
                        Query.of(LINKS_AGAIN, entity),
                        Query.of(BUYERS_BACK, entity, into),
                        Query.of(FORGET, entity),
                        Query.of(UNMARK, entity)))
                .replaceWithVoid();
    }
}
