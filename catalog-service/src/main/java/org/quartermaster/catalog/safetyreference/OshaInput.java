package org.quartermaster.catalog.safetyreference;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.quartermaster.catalog.safety.CodeCheck;
import org.quartermaster.catalog.safety.Jurisdiction;
import org.quartermaster.catalog.safety.RiskLevel;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.rest.Fields;

/** A section of 29 CFR as a request gives it. */
record OshaInput(
        String cfr,
        String part,
        String section,
        String subpart,
        String title,
        String description,
        String requirements,
        List<String> appliesTo,
        List<String> requiredPpe,
        boolean mandatory,
        String riskLevel,
        String penalties,
        String legalReferenceUrl,
        String jurisdiction,
        LocalDate effectiveFrom,
        LocalDate effectiveTo,
        String supersededBy,
        LocalDate sourceDate)
        implements SafetyInput<OshaInput> {
    static final Pattern CFR = Pattern.compile("29 CFR ([0-9]{3,4})\\.([0-9]{1,4})");
    static final String EXAMPLE = "29 CFR 1910.134";

    static final SafetyList<OshaInput, OshaView> LIST = new SafetyList<>(
            "oshastandard",
            "cfr",
            false,
            "osha_standard",
            OshaInput.class,
            OshaView.class,
            view -> Long.toString(view.id()),
            view -> "osha/" + view.part() + '/' + view.section());

    static String cfr(String part, String section) {
        return "29 CFR " + part + '.' + section;
    }

    static OshaInput read(Fields fields) {
        var cfr = SafetyFields.requiredCode(fields, "cfr");
        var named = CFR.matcher(cfr == null ? "" : cfr);
        var isNamed = named.matches();
        if (cfr != null && !isNamed) {
            fields.error("cfr", "string_pattern", EXAMPLE);
        }
        var jurisdiction = Jurisdiction.read(fields);
        fields.require("legal_reference_url");
        var input = new OshaInput(
                cfr,
                same(fields, "part", isNamed ? named.group(1) : null),
                same(fields, "section", isNamed ? named.group(2) : null),
                SafetyFields.code(fields, "subpart"),
                SafetyFields.requiredName(fields, "title"),
                SafetyFields.requiredText(fields, "description"),
                SafetyFields.requiredText(fields, "requirements"),
                SafetyFields.texts(fields, "applies_to", SafetyFields.NAME),
                SafetyFields.texts(fields, "required_ppe", SafetyFields.CODE),
                fields.bool("mandatory").or(true),
                Words.of(fields.word("risk_level", RiskLevel.class).or(RiskLevel.MEDIUM)),
                SafetyFields.text(fields, "penalties"),
                SafetyFields.url(fields, "legal_reference_url"),
                jurisdiction == null ? Jurisdiction.US : jurisdiction,
                fields.date("effective_from").value(),
                fields.date("effective_to").value(),
                SafetyFields.code(fields, "superseded_by"),
                fields.date("source_date").value());
        input.checkPeriod(fields);
        fields.checkStrictly();
        return input;
    }

    /** NB: part and section follow from the citation; whoever gives them has to give the same. */
    private static String same(Fields fields, String name, String value) {
        var given = SafetyFields.code(fields, name);
        if (given != null && value != null && !given.equals(value)) {
            fields.error(name, "string_pattern", value);
        }
        return value;
    }

    private void checkPeriod(Fields fields) {
        if (effectiveFrom != null && effectiveTo != null && !effectiveTo.isAfter(effectiveFrom)) {
            fields.error("effective_to", "greater_than_equal", effectiveFrom.plusDays(1));
        }
    }

    @Override
    public OshaInput checked(CodeCheck check) {
        check.equipment("required_ppe", requiredPpe);
        return this;
    }
}
