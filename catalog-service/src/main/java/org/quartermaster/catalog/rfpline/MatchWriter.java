package org.quartermaster.catalog.rfpline;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.catalog.matching.Match;
import org.quartermaster.catalog.matching.Matcher;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.TenantDatabase.Query;

/** Keeps what matching found for lines that nobody decided on. */
@ApplicationScoped
public class MatchWriter {
    private static final String FORGET = "delete from catalog.rfplinematch where tenant_id = $1 and line_id = any ($2)";
    private static final String MATCHES = """
            insert into catalog.rfplinematch (tenant_id, line_id, rank, product_id, score, confidence, evidence, model_version)
            select $1, line_id, rank, product_id, score, confidence, cast(evidence as jsonb), $8
            from unnest($2::bigint[], $3::int[], $4::bigint[], $5::numeric[], $6::numeric[], $7::text[])
              as n (line_id, rank, product_id, score, confidence, evidence)
            """;
    private static final String LINES = """
            update catalog.rfpline l set status = n.status, product_id = n.product_id, confidence = n.confidence,
              constraints = cast(n.constraints as jsonb),
              pack_code = (select k.code from catalog.productpack k
                where k.tenant_id = $1 and k.product_id = n.product_id
                  and (k.factor = n.per_pack or n.per_pack is null and k.code = n.uom)
                order by k.code = n.uom desc, k.id limit 1)
            from unnest($2::bigint[], $3::text[], $4::bigint[], $5::numeric[], $6::text[], $7::text[], $8::numeric[])
              as n (id, status, product_id, confidence, constraints, uom, per_pack)
            where l.tenant_id = $1 and l.id = n.id and l.status in ('extracted', 'auto', 'review', 'no_match')
            """;
    private static final String DIFFERENCES = """
            select n.line_no from unnest($2::int[], $3::bigint[], $4::numeric[]) as n (line_no, product_id, per_pack)
            where n.per_pack is not null and n.product_id is not null
              and exists (select from catalog.productpack k where k.tenant_id = $1 and k.product_id = n.product_id)
              and not exists (select from catalog.productpack k
                where k.tenant_id = $1 and k.product_id = n.product_id and k.factor = n.per_pack)
            order by n.line_no
            """;

    private final DatabaseJson json;
    private final LineMeters meters;

    @Inject
    MatchWriter(DatabaseJson json, LineMeters meters) {
        this.json = json;
        this.meters = meters;
    }

    private record Found(long line, Match match) {}

    /** Writes the matches, and gives the numbers of lines whose packs hold another number than the product's. */
    public Uni<List<Integer>> save(UnitOfWork unit, List<MatchedLine> lines) {
        var tenant = unit.caller().tenant();
        var columns = new Columns<>(lines);
        meters.matched(unit, lines);
        return unit.runAll(List.of(
                        Query.of(FORGET, tenant, longs(lines)),
                        matches(tenant, lines),
                        lines(tenant, lines),
                        Query.of(
                                DIFFERENCES,
                                tenant,
                                columns.integers(MatchedLine::lineNo),
                                lines.stream().map(MatchedLine::first).toArray(Long[]::new),
                                columns.numbers(MatchedLine::perPack))))
                .map(results -> {
                    var numbers = new ArrayList<Integer>();
                    results.get(3).forEach(row -> numbers.add(row.getInteger("line_no")));
                    return numbers;
                });
    }

    private static Long[] longs(List<MatchedLine> lines) {
        return lines.stream().map(MatchedLine::id).toArray(Long[]::new);
    }

    private Query matches(String tenant, List<MatchedLine> lines) {
        var found = lines.stream()
                .flatMap(line -> line.matches().stream().map(match -> new Found(line.id(), match)))
                .toList();
        var columns = new Columns<>(found);
        return Query.of(
                MATCHES,
                tenant,
                found.stream().map(Found::line).toArray(Long[]::new),
                columns.integers(one -> one.match().rank()),
                found.stream().map(one -> one.match().productId()).toArray(Long[]::new),
                columns.numbers(one -> BigDecimal.valueOf(one.match().score())),
                columns.numbers(one -> BigDecimal.valueOf(one.match().confidence())),
                columns.texts(one -> json.text(one.match().evidence())),
                Matcher.MODEL_VERSION);
    }

    private Query lines(String tenant, List<MatchedLine> lines) {
        var columns = new Columns<>(lines);
        return Query.of(
                LINES,
                tenant,
                longs(lines),
                columns.texts(MatchedLine::status),
                lines.stream().map(MatchedLine::chosen).toArray(Long[]::new),
                columns.numbers(MatchedLine::confidence),
                columns.texts(line -> json.text(line.constraints())),
                columns.texts(MatchedLine::uom),
                columns.numbers(MatchedLine::perPack));
    }
}
