package org.quartermaster.procurement.manual;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quartermaster.platform.change.SystemWrites;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.changes.ChangePositions;
import org.quartermaster.procurement.config.SystemConfig;
import org.quartermaster.procurement.load.Load;
import org.quartermaster.procurement.load.Load.Told;
import org.quartermaster.procurement.load.LoadLock;
import org.quartermaster.procurement.load.LoadOrder;
import org.quartermaster.procurement.load.StoredRelease;
import org.quartermaster.procurement.load.TenderIds;
import org.quartermaster.procurement.load.TenderNews;
import org.quartermaster.procurement.ocds.Json;
import org.quartermaster.procurement.ocds.OwnMember;
import org.quartermaster.procurement.ocds.Texts;
import org.quartermaster.procurement.ocds.read.ReadRelease;
import org.quartermaster.procurement.ocds.weld.BuyerKeys;
import org.quartermaster.procurement.source.ReleaseSchema;
import org.quartermaster.procurement.source.Source;
import org.quartermaster.procurement.source.Sources;
import org.quartermaster.procurement.tender.TenderDetail;
import org.quartermaster.procurement.tender.TenderDetails;
import org.quartermaster.procurement.text.Folding;

/** Tenders that are written through the API: each writing is a release, and goes the way of all releases. Blocking. */
@ApplicationScoped
class TenderWrites {
    static final ProblemType NOT_FOUND = new ProblemType(404, "tender_not_found");
    static final ProblemType DELETED = new ProblemType(410, "tender_deleted");
    private static final String JOB = "manual";

    private static final String COMPILED = """
            select cast(p.compiled as text) from procurement.tenders t
            join procurement.ocds_processes p on p.process_id = t.process_id where t.tender_id = ?
            """;
    private static final String JOIN = """
            insert into procurement.ocds_joins (ocid, buyer_key, joined_key) values (?, ?, ?) on conflict do nothing
            """;
    private static final String SHELVE = """
            with shelved as (
              update procurement.tenders set deleted_at = cast(? as timestamptz), rv = rv + 1 where tender_id = ?
              returning tender_id, material_version, deleted_at
            )
            insert into procurement.tender_changes (tender_id, material_version, classes, changed)
            select tender_id, material_version, '{status_changed}',
              jsonb_build_array(jsonb_build_object('path', '/deleted_at', 'before', cast(? as text), 'after', deleted_at))
            from shelved
            """;
    private static final List<String> SHELVED = List.of("status_changed");

    private final SystemWrites writes;
    private final TenderDetails details;
    private final ReleaseSchema schema;
    private final SystemConfig settings;
    private final ChangePositions positions;
    private final ObjectMapper json;

    @Inject
    TenderWrites(
            SystemWrites writes,
            TenderDetails details,
            ReleaseSchema schema,
            SystemConfig settings,
            ChangePositions positions,
            ObjectMapper json) {
        this.writes = writes;
        this.details = details;
        this.schema = schema;
        this.settings = settings;
        this.positions = positions;
        this.json = json;
    }

    /** @param mark that a request has in common with its repetitions, or a new one */
    Answer create(Caller caller, TenderInput input, String mark) throws SQLException {
        var ocid = settings.text("ocds.prefix") + "-" + mark;
        var id = TenderIds.of(ocid);
        var detail = within(caller, unit -> {
            var known = find(unit.connection(), id);
            if (known.isPresent()) {
                return known.get();
            }
            var body = head(unit, ocid).put("initiationType", "tender");
            body.putArray("tag").add("tender");
            if (input.hasAwards()) {
                body.withArray("tag").add("award");
            }
            body.setAll(input.sections());
            ((ObjectNode) body.get("tender")).put("id", reference(input, ocid));
            return store(unit, body, id, null, input);
        });
        return Answer.created(
                detail.withoutDocuments(),
                "/api/v1/tenders/" + id,
                detail.withoutDocuments().tag());
    }

    private static String reference(TenderInput input, String ocid) {
        var given = Texts.of(input.sections().path(OwnMember.NAME).path("sourceReference"));
        return given == null ? ocid : given;
    }

    Answer change(Caller caller, String id, String ifMatch, TenderInput input) throws SQLException {
        var detail = within(caller, unit -> {
            var connection = unit.connection();
            var before = lock(connection, id, ifMatch);
            var sections = input.sections();
            if (sections.isEmpty()) {
                return before;
            }
            var compiled = compiled(connection, id);
            var body = head(unit, before.tender().ocid());
            input.tags().forEach(body.putArray("tag")::add);
            body.setAll(sections);
            input.completeLists(body, compiled, schema.release());
            if (body.get("tender") instanceof ObjectNode tender
                    && compiled.path("tender").has("id")) {
                tender.set("id", compiled.get("tender").get("id"));
            }
            stayWith(connection, body, compiled);
            return store(unit, body, id, before, input);
        });
        return Answer.ok(detail.withoutDocuments());
    }

    /** NB: a release belongs to those that it shares a buyer with; one that names another buyer says that they are one. */
    private static void stayWith(Connection connection, ObjectNode body, ObjectNode compiled) throws SQLException {
        var keys = BuyerKeys.of(compiled, Folding::key);
        if (!body.has("buyer") && compiled.has("buyer")) {
            body.set("buyer", compiled.get("buyer"));
        }
        var own = BuyerKeys.of(body, Folding::key);
        if (!keys.isEmpty() && !own.isEmpty() && own.stream().noneMatch(keys::contains)) {
            var ocid = body.get("ocid").textValue();
            Sql.update(
                    connection,
                    JOIN,
                    ocid,
                    keys.iterator().next(),
                    own.iterator().next());
        }
    }

    private static ObjectNode compiled(Connection connection, String id) throws SQLException {
        return Sql.query(connection, COMPILED, row -> StoredRelease.body(row.getString(1)), id).stream()
                .findFirst()
                .orElseThrow(() -> Problem.of(DELETED));
    }

    private static ObjectNode head(SystemWrites.Unit unit, String ocid) {
        return Json.NODES
                .objectNode()
                .put("ocid", ocid)
                .put("id", Ids.uuid().toString())
                .put("date", unit.now().toString());
    }

    private TenderDetail store(
            SystemWrites.Unit unit, ObjectNode body, String id, TenderDetail before, TenderInput input)
            throws SQLException {
        var connection = unit.connection();
        var source = Sources.find(connection, Source.MANUAL).orElseThrow();
        var load = new Load(connection, new LoadOrder(JOB, source, false, false, unit.now()), schema.release(), json);
        load.release(new ReadRelease(0, Json.text(body), body, List.of()));
        load.merge(() -> {});
        var told = load.told(true, 2);
        var after = find(connection, id).orElseThrow();
        if (input.isAwarded() && !after.tender().status().equals("awarded")) {
            throw Problem.invalid("awards", "award_needed");
        }
        told.stream().filter(one -> one.tenderId().equals(id)).forEach(one -> unit.changes()
                .add(TenderNews.change(one, after, before, Map.of())));
        return after;
    }

    Answer delete(Caller caller, String id, String ifMatch) throws SQLException {
        within(caller, unit -> {
            var before = lock(unit.connection(), id, ifMatch);
            return shelve(unit, id, before, unit.now().toString());
        });
        return Answer.empty();
    }

    Answer restore(Caller caller, String id, String ifMatch) throws SQLException {
        var detail = within(caller, unit -> {
            var before = find(unit.connection(), id).orElseThrow(() -> Problem.of(NOT_FOUND));
            ETags.requireMatch(ifMatch, before.version());
            return before.tender().deletedAt() == null ? before : shelve(unit, id, before, null);
        });
        return Answer.ok(detail.withoutDocuments());
    }

    private TenderDetail shelve(SystemWrites.Unit unit, String id, TenderDetail before, String deletedAt)
            throws SQLException {
        var formerly = before.tender().deletedAt();
        Sql.update(unit.connection(), SHELVE, deletedAt, id, formerly == null ? null : formerly.toString());
        var after = find(unit.connection(), id).orElseThrow();
        unit.changes().add(TenderNews.change(new Told(id, SHELVED, null), after, before, Map.of()));
        return after;
    }

    private <T> T within(Caller caller, SystemWrites.Work<T, SQLException> work) throws SQLException {
        var done = writes.write(caller, unit -> {
            LoadLock.holdSoon(unit.connection());
            return work.run(unit);
        });
        positions.ring();
        return done;
    }

    private TenderDetail lock(Connection connection, String id, String ifMatch) throws SQLException {
        var detail = find(connection, id).orElseThrow(() -> Problem.of(NOT_FOUND));
        if (detail.tender().deletedAt() != null) {
            throw Problem.of(DELETED);
        }
        ETags.requireMatch(ifMatch, detail.version());
        return detail;
    }

    private Optional<TenderDetail> find(Connection connection, String id) throws SQLException {
        return details.read(connection, List.of(id)).stream().findFirst();
    }
}
