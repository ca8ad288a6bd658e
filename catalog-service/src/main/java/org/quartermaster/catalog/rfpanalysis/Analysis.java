package org.quartermaster.catalog.rfpanalysis;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quartermaster.catalog.matching.Match;
import org.quartermaster.catalog.matching.Matcher;
import org.quartermaster.catalog.matching.Wish;
import org.quartermaster.catalog.quantity.Quantity;
import org.quartermaster.catalog.rfp.RfpRepository;
import org.quartermaster.catalog.rfpline.LineConstraint;
import org.quartermaster.catalog.rfpline.LineRepository;
import org.quartermaster.catalog.rfpline.MatchWriter;
import org.quartermaster.catalog.rfpline.MatchedLine;
import org.quartermaster.catalog.rfpline.NewLine;
import org.quartermaster.catalog.rfpline.RfpLine;
import org.quartermaster.catalog.rfpline.Thresholds;
import org.quartermaster.catalog.rfpreading.Extraction.Warning;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.DatabaseJson;

/** The steps of an analysis in the database, each a transaction of its own. */
@ApplicationScoped
class Analysis {
    private static final String PACK_DIFFERENCE = "pack.difference";
    private static final String BEGIN = """
            update catalog.rfpdocument set analysis_status = 'analyzing'
            where tenant_id = $1 and id = $2 and analysis_status in ('pending', 'analyzing')
            """;
    private static final String KEEP = """
            update catalog.rfpdocument set parsed_content = coalesce($3, parsed_content),
              parsed_requirements = cast($4::text as jsonb), client_name = coalesce(client_name, $5),
              deadline = coalesce(deadline, $6), project_value = coalesce(project_value, $7),
              currency = coalesce(currency, (select code from catalog.currency where code = $8)),
              state = case when state = 'received' then 'extracted' else state end
            where tenant_id = $1 and id = $2
            """;
    private static final String FINISH = """
            update catalog.rfpdocument set analysis_status = 'analyzed', failure_code = null,
              analysis_results = analysis_results || cast($3::text as jsonb),
              state = case when state in ('received', 'extracted') then 'matched' else state end
            where tenant_id = $1 and id = $2
            """;
    private static final String FAIL = """
            update catalog.rfpdocument set analysis_status = 'failed', failure_code = $3
            where tenant_id = $1 and id = $2 and analysis_status in ('pending', 'analyzing')
            """;

    private final RfpRepository rfps;
    private final LineRepository lines;
    private final MatchWriter matches;
    private final DatabaseJson json;

    @Inject
    Analysis(RfpRepository rfps, LineRepository lines, MatchWriter matches, DatabaseJson json) {
        this.rfps = rfps;
        this.lines = lines;
        this.matches = matches;
        this.json = json;
    }

    /** A line with what matching found. */
    record FoundLine(RfpLine line, Wish wish, List<Match> matches) {}

    /** How long the steps took, in milliseconds. */
    record Timings(long reading, long matching) {}

    /** False when there is nothing to do: the request is gone, or was analyzed. */
    Uni<Boolean> begin(UnitOfWork unit, long id) {
        return unit.run(BEGIN, unit.caller().tenant(), id).map(begun -> begun.rowCount() > 0);
    }

    /** Keeps what was read; what the client said of the request himself stays. NB: it may be gone by now. */
    Uni<Void> keep(UnitOfWork unit, long id, ReadRequest read) {
        var facts = read.facts();
        return unit.run(
                        KEEP,
                        unit.caller().tenant(),
                        id,
                        read.content(),
                        json.text(requirements(read.lines())),
                        facts == null ? null : facts.client(),
                        facts == null ? null : facts.deadline(),
                        facts == null ? null : facts.projectValue(),
                        facts == null ? null : facts.currency())
                .chain(kept ->
                        kept.rowCount() == 0 ? Uni.createFrom().voidItem() : lines.insert(unit, id, read.lines()));
    }

    private static List<Map<String, Object>> requirements(List<NewLine> lines) {
        var requirements = new ArrayList<Map<String, Object>>();
        for (var line : lines) {
            LineConstraint.of(line.wish()).forEach(constraint -> {
                var one = new LinkedHashMap<String, Object>();
                one.put("line_no", line.lineNo());
                one.put("name", constraint.name());
                one.put("text", constraint.text());
                requirements.add(one);
            });
        }
        return requirements;
    }

    /** The lines that nobody decided on. */
    Uni<List<RfpLine>> open(UnitOfWork unit, long id) {
        return lines.open(unit, id);
    }

    /** Keeps the matches, and tells that the request is analyzed. */
    Uni<Void> finish(UnitOfWork unit, long id, ReadRequest read, List<FoundLine> found, Timings timings) {
        return rfps.lock(unit, id)
                .chain(before -> Thresholds.of(unit)
                        .map(thresholds -> found.stream()
                                .map(line -> matched(line, read, thresholds))
                                .toList())
                        .chain(matched -> matches.save(unit, matched))
                        .map(differences -> results(warnings(read, found, differences), timings))
                        .chain(results -> unit.run(FINISH, unit.caller().tenant(), id, json.text(results)))
                        .chain(() -> rfps.changed(unit, before, "analyzed", Map.of())))
                .replaceWithVoid();
    }

    private static MatchedLine matched(FoundLine found, ReadRequest read, Thresholds thresholds) {
        var line = found.line();
        return new MatchedLine(
                line.id,
                line.lineNo,
                line.uom,
                read.packs().get(line.lineNo),
                found.wish(),
                found.matches(),
                thresholds);
    }

    /** Those of reading, of lines without a quantity, and of packs that hold another number than the product's. */
    private static List<Warning> warnings(ReadRequest read, List<FoundLine> found, List<Integer> differences) {
        var byLine = new TreeMap<Integer, Warning>();
        var warnings = new ArrayList<Warning>();
        found.stream()
                .filter(one -> one.line().quantity == null)
                .forEach(one -> byLine.put(one.line().lineNo, new Warning(Quantity.MISSING, one.line().lineNo)));
        if (read.facts() != null) {
            for (var warning : read.facts().warnings()) {
                if (warning.lineNo() == null) {
                    warnings.add(warning);
                } else if (byLine.containsKey(warning.lineNo())) {
                    byLine.put(warning.lineNo(), warning);
                }
            }
        }
        warnings.addAll(byLine.values());
        differences.forEach(line -> warnings.add(new Warning(PACK_DIFFERENCE, line)));
        return warnings;
    }

    private static Map<String, Object> results(List<Warning> warnings, Timings timings) {
        var results = new LinkedHashMap<String, Object>();
        results.put("warnings", warnings);
        results.put("timings_ms", timings);
        results.put("extractor_version", Matcher.MODEL_VERSION);
        return results;
    }

    /** Says why a request that was being analyzed gives nothing. */
    Uni<Void> fail(UnitOfWork unit, long id, String code) {
        return rfps.lock(unit, id).chain(before -> unit.run(FAIL, unit.caller().tenant(), id, code)
                .chain(failed -> failed.rowCount() == 0
                        ? Uni.createFrom().voidItem()
                        : rfps.changed(unit, before, "failed", Map.of())));
    }
}
