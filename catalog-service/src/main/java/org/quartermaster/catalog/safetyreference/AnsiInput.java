package org.quartermaster.catalog.safetyreference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.quartermaster.catalog.safety.CodeCheck;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.rest.Fields;

/** An edition of a consensus standard as a request gives it. */
record AnsiInput(
        String standard,
        String family,
        String edition,
        String editionStatus,
        String supersededBy,
        String body,
        String title,
        String description,
        String standardType,
        JsonNode specifications,
        JsonNode markings,
        JsonNode testRequirements,
        List<String> productTypes,
        List<String> industries,
        List<String> citedBy,
        List<String> languages,
        String referenceUrl)
        implements SafetyInput<AnsiInput> {
    static final SafetyList<AnsiInput, AnsiView> LIST = new SafetyList<>(
            "ansistandard",
            "id",
            false,
            "ansi_standard",
            AnsiInput.class,
            AnsiView.class,
            view -> Long.toString(view.id()),
            view -> "ansi/" + view.id());

    /** Whether an edition is in force. */
    enum Edition {
        CURRENT,
        SUPERSEDED,
        WITHDRAWN
    }

    static AnsiInput read(Fields fields) {
        var input = new AnsiInput(
                SafetyFields.requiredCode(fields, "standard"),
                SafetyFields.requiredCode(fields, "family"),
                SafetyFields.requiredCode(fields, "edition"),
                Words.of(fields.word("edition_status", Edition.class).or(Edition.CURRENT)),
                SafetyFields.code(fields, "superseded_by"),
                SafetyFields.requiredCode(fields, "body"),
                SafetyFields.requiredName(fields, "title"),
                SafetyFields.requiredText(fields, "description"),
                SafetyFields.requiredCode(fields, "standard_type"),
                SafetyFields.object(fields, "specifications"),
                SafetyFields.object(fields, "markings"),
                SafetyFields.object(fields, "test_requirements"),
                SafetyFields.texts(fields, "product_types", SafetyFields.NAME),
                SafetyFields.texts(fields, "industries", SafetyFields.NAME),
                SafetyFields.texts(fields, "cited_by", SafetyFields.NAME),
                SafetyFields.texts(fields, "languages", SafetyFields.CODE),
                SafetyFields.url(fields, "reference_url"));
        fields.checkStrictly();
        return input;
    }

    @Override
    public AnsiInput checked(CodeCheck check) {
        return this;
    }
}
