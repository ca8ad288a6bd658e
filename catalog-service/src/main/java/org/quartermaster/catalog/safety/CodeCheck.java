package org.quartermaster.catalog.safety;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.Problem.FieldError;
import org.quartermaster.platform.problem.ProblemType;

/** Holds what one row names against the lists; what is in none of them is told with the nearest rows. */
public final class CodeCheck {
    private static final String NEAREST = "nearest";
    private static final String NOT_IN_LIST = "citation.not_in_list";
    private static final String NO_HAZARD = "hazard.unknown";
    private static final String NO_EQUIPMENT = "ppe.unknown";

    private final SafetyCodes codes;
    private final List<FieldError> errors = new ArrayList<>();

    CodeCheck(SafetyCodes codes) {
        this.codes = codes;
    }

    /** The citations as they are kept: the row's own name and the paragraph. Superseded editions may be cited. */
    public List<String> standards(String field, List<String> citations) {
        Set<String> kept = new LinkedHashSet<>();
        for (var i = 0; i < citations.size(); i++) {
            var answer = codes.cited(citations.get(i));
            if (answer.isUsable()) {
                kept.add(answer.paragraph() == null ? answer.standard() : answer.standard() + answer.paragraph());
            } else {
                error(at(field, i), NOT_IN_LIST, answer.nearest());
            }
        }
        return List.copyOf(kept);
    }

    /** Notes a hazard that is in no list. */
    public void hazard(String field, String code) {
        if (!codes.hazards().containsKey(code)) {
            error(field, NO_HAZARD, NearestCodes.of(code, codes.hazards().values()));
        }
    }

    /** As {@link #hazard}, for several. */
    public void hazards(String field, List<String> hazards) {
        for (var i = 0; i < hazards.size(); i++) {
            hazard(at(field, i), hazards.get(i));
        }
    }

    /** Notes kinds of protective equipment that are in no list. */
    public void equipment(String field, List<String> kinds) {
        for (var i = 0; i < kinds.size(); i++) {
            equipment(at(field, i), kinds.get(i));
        }
    }

    /** As above, for one. */
    public void equipment(String field, String kind) {
        if (!codes.equipment().containsKey(kind)) {
            error(field, NO_EQUIPMENT, NearestCodes.of(kind, codes.equipment().values()));
        }
    }

    private static String at(String field, int index) {
        return field + '[' + index + ']';
    }

    private void error(String field, String code, List<?> nearest) {
        errors.add(new FieldError(field, code, Map.of(NEAREST, nearest)));
    }

    /** What is in no list. */
    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    /** 422 where something is in no list, under the code of the first. */
    public void require() {
        if (!errors.isEmpty()) {
            throw Problem.invalid(new ProblemType(422, errors.get(0).code()), errors);
        }
    }
}
