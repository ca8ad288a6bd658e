package org.quartermaster.procurement.criteria;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.procurement.cpv.Cpv;

/**
 * What tenders are asked for, by an alert, a saved search or a search; all of it must be fulfilled. Criteria that were
 * not given are null or empty.
 */
public record Criteria(
        Keywords keywords,
        CpvCriterion cpv,
        ValueCriterion value,
        Names buyers,
        Names suppliers,
        List<Procedure> procedures,
        List<MainCategory> mainCategories,
        List<TenderStatus> statuses,
        List<String> countries,
        List<String> languages,
        List<String> sources,
        Period published,
        ClosingCriterion closing,
        Unknown unknown) {

    /** Reads criteria; whatever is wrong or unknown in them is noted. */
    public static Criteria read(Fields fields) {
        return new CriteriaReader(fields).read();
    }

    /** Reads criteria that were stored as {@link #toJson} wrote them. */
    public static Criteria stored(ObjectNode json) {
        var fields = Fields.ofStored(json);
        var criteria = read(fields);
        fields.check();
        return criteria;
    }

    /** True where every tender fulfils them. */
    public boolean isEmpty() {
        return keywords == null
                && cpv == null
                && value == null
                && buyers == null
                && suppliers == null
                && published == null
                && closing == null
                && Stream.of(procedures, mainCategories, statuses, countries, languages, sources)
                        .allMatch(List::isEmpty);
    }

    /** Notes empty criteria as wrong, as an alert must not have them. */
    public void requireAny(Fields fields, String name) {
        if (isEmpty() && fields.errors().isEmpty()) {
            fields.error(name, "empty_criteria");
        }
    }

    /** The subtrees of the CPV that are asked for or left out. */
    public List<Cpv> codes() {
        return cpv == null ? List.of() : cpv.codes();
    }

    /** What the unknown value of a tender means. */
    public Unknown unknownValue() {
        return value == null || value.unknown() == null ? unknown : value.unknown();
    }

    /** What the unknown closing date of a tender means. */
    public Unknown unknownClosing() {
        return closing == null || closing.unknown() == null ? unknown : closing.unknown();
    }

    /** As they are stored and shown: what was not given is left out. */
    public ObjectNode toJson() {
        return CriteriaJson.of(this);
    }
}
