package org.quartermaster.catalog.rfpline;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.quartermaster.catalog.matching.Match;
import org.quartermaster.catalog.rfp.RfpDocument;
import org.quartermaster.catalog.rfp.RfpProblems;
import org.quartermaster.catalog.rfp.RfpRepository;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Fields;

/** Changes of lines; each is a change of their request. */
@ApplicationScoped
class LineService {
    private final RfpRepository rfps;
    private final LineRepository lines;
    private final LineDecisions decisions;
    private final MatchWriter matches;
    private final DatabaseJson json;

    @Inject
    LineService(
            RfpRepository rfps, LineRepository lines, LineDecisions decisions, MatchWriter matches, DatabaseJson json) {
        this.rfps = rfps;
        this.lines = lines;
        this.decisions = decisions;
        this.matches = matches;
        this.json = json;
    }

    private Uni<RfpDocument> lockOpen(UnitOfWork unit, long rfp) {
        return rfps.lock(unit, rfp).invoke(found -> {
            if (!found.state.isOpen()) {
                throw RfpProblems.state();
            }
        });
    }

    /** 201 with a line that the reading missed, matched as the others are. */
    Uni<Answer> add(UnitOfWork unit, long rfp, NewLine line, List<Match> found) {
        return lockOpen(unit, rfp).chain(before -> lines.next(unit, rfp)
                .call(number -> lines.insert(unit, rfp, List.of(line.numbered(number))))
                .call(number -> match(unit, rfp, number, found))
                .chain(number -> view(unit, rfp, number))
                .call(view -> rfps.changed(unit, before, "updated", Map.of("line", view)))
                .map(view -> Answer.created(view, "/api/v1/rfps/" + rfp + "/lines/" + view.lineNo())));
    }

    private Uni<Void> match(UnitOfWork unit, long rfp, int lineNo, List<Match> found) {
        return Thresholds.of(unit)
                .chain(thresholds -> lines.lock(unit, rfp, lineNo)
                        .map(line -> new MatchedLine(line.id, lineNo, line.uom, null, line.wish(), found, thresholds)))
                .chain(matched -> matches.save(unit, List.of(matched)))
                .replaceWithVoid();
    }

    private Uni<RfpLineView> view(UnitOfWork unit, long rfp, int lineNo) {
        return lines.lock(unit, rfp, lineNo).map(line -> RfpLineView.of(line, json));
    }

    /** What a person says of a line; confirming and rejecting teach. */
    Uni<Answer> update(UnitOfWork unit, LineAddress at, String ifMatch, Fields fields) {
        return lockOpen(unit, at.rfp()).chain(before -> lines.lock(unit, at.rfp(), at.lineNo())
                .invoke(line -> ETags.requireMatch(ifMatch, line.version))
                .call(line -> decisions.apply(unit, line, fields))
                .chain(() -> view(unit, at.rfp(), at.lineNo()))
                .call(view -> rfps.changed(unit, before, "updated", Map.of("line", view)))
                .map(Answer::ok));
    }
}
