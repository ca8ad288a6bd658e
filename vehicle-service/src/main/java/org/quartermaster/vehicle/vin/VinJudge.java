package org.quartermaster.vehicle.vin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Year;
import java.time.ZoneOffset;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.Problem.FieldError;
import org.quartermaster.platform.problem.ProblemType;

/** Gives verdicts as of now. */
@ApplicationScoped
public class VinJudge {
    private static final ProblemType MALFORMED = new ProblemType(422, "vin_malformed");
    private static final int LONGEST = 100;

    private final MakerLists makers;

    @Inject
    VinJudge(MakerLists makers) {
        this.makers = makers;
    }

    /**
     * The verdict on any text of a sensible length.
     *
     * @param field name of the field that the text came in
     * @param market country that the vehicle is sold in (ISO 3166-1 alpha-2), or null
     * @param year model year that is stated elsewhere, or null
     */
    public Verdict judge(String text, String field, String market, Integer year) {
        if (text.length() > LONGEST) {
            throw Problem.invalid(field, "string_too_long", LONGEST);
        }
        return judgeKept(text, market, year);
    }

    /** As above, of a text that was taken before, however long: a feed may say anything. */
    public Verdict judgeKept(String text, String market, Integer year) {
        var now = Year.now(ZoneOffset.UTC).getValue();
        return Verdict.of(text, new Verdict.Circumstances(market, year, now), makers.list());
    }

    /** The verdict on a VIN that identifies a vehicle; 422 {@code vin_malformed} shows why another does not. */
    public Verdict requireWellFormed(String text) {
        var verdict = judge(text, "vin", null, null);
        if (!verdict.wellFormed()) {
            throw Problem.invalid(
                            MALFORMED,
                            verdict.problems().stream()
                                    .map(fault ->
                                            new FieldError("vin", fault.code(), fault.character(), fault.position()))
                                    .toList())
                    .showing("verdict", verdict);
        }
        return verdict;
    }
}
