package org.quartermaster.catalog.rfpline;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.problem.ProblemType;

/** Lines in the database. */
@ApplicationScoped
public class LineRepository {
    /** NB: numbers that are there stay as they are, with what people decided on them. */
    private static final String INSERT = """
            insert into catalog.rfpline (tenant_id, rfp_id, line_no, lot, source_span, raw_text, description, quantity,
              uom, uom_raw, brand, mpn, constraints, unspsc_hint)
            select $1, $2, line_no, lot, cast(span as jsonb), raw_text, description, quantity, uom, uom_raw, brand, mpn,
              cast(constraints as jsonb), unspsc_hint
            from unnest($3::int[], $4::text[], $5::text[], $6::text[], $7::text[], $8::numeric[], $9::text[], $10::text[],
                $11::text[], $12::text[], $13::text[], $14::text[])
              as n (line_no, lot, span, raw_text, description, quantity, uom, uom_raw, brand, mpn, constraints, unspsc_hint)
            order by line_no
            on conflict (tenant_id, rfp_id, line_no) do nothing
            """;

    private static final String OPEN = "select " + RfpLine.COLUMNS + """
             from catalog.rfpline l
            where l.tenant_id = $1 and l.rfp_id = $2 and l.status in ('extracted', 'auto', 'review', 'no_match')
            order by l.line_no
            """;
    private static final String ONE = "select " + RfpLine.WITH_MATCHES
            + " from catalog.rfpline l where l.tenant_id = $1 and l.rfp_id = $2 and l.line_no = $3 for no key update of l";
    private static final String NEXT = """
            select coalesce(max(line_no), 0) + 1 as line_no from catalog.rfpline where tenant_id = $1 and rfp_id = $2
            """;

    private final DatabaseJson json;

    @Inject
    LineRepository(DatabaseJson json) {
        this.json = json;
    }

    /** Keeps lines whose numbers are not there yet. */
    public Uni<Void> insert(UnitOfWork unit, long rfp, List<NewLine> lines) {
        var columns = new Columns<>(lines);
        return unit.run(
                        INSERT,
                        unit.caller().tenant(),
                        rfp,
                        columns.integers(NewLine::lineNo),
                        columns.texts(NewLine::shownLot),
                        columns.texts(NewLine::sourceSpan),
                        columns.texts(NewLine::shownText),
                        columns.texts(NewLine::description),
                        columns.numbers(NewLine::quantity),
                        columns.texts(NewLine::uom),
                        columns.texts(NewLine::shownUomRaw),
                        columns.texts(NewLine::brand),
                        columns.texts(NewLine::mpn),
                        columns.texts(line -> json.text(LineConstraint.of(line.wish()))),
                        columns.texts(NewLine::unspscHint))
                .replaceWithVoid();
    }

    /** The lines of a request that nobody decided on. */
    public Uni<List<RfpLine>> open(UnitOfWork unit, long rfp) {
        return unit.run(OPEN, unit.caller().tenant(), rfp).map(rows -> {
            var lines = new ArrayList<RfpLine>();
            rows.forEach(row -> lines.add(RfpLine.read(row)));
            return lines;
        });
    }

    /** Locks a line; 404 for none. */
    Uni<RfpLine> lock(UnitOfWork unit, long rfp, int lineNo) {
        return unit.run(ONE, unit.caller().tenant(), rfp, lineNo)
                .map(ProblemType.NOT_FOUND::require)
                .map(RfpLine::read);
    }

    /** The number after the last one; the request is locked. */
    Uni<Integer> next(UnitOfWork unit, long rfp) {
        return unit.run(NEXT, unit.caller().tenant(), rfp)
                .map(rows -> rows.iterator().next().getInteger("line_no"));
    }
}
