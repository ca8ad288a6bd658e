package org.quartermaster.catalog.safetyreference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.rest.Fields;

/** What to do against a hazard before anyone puts on equipment, from the best to the weakest. */
enum Control {
    ELIMINATE,
    SUBSTITUTE,
    ENGINEER,
    ORGANISE;

    private static final int MAX_CONTROLS = 1_000;

    /** The controls of a task as they are kept: {@code [{kind, text}]}. */
    static JsonNode read(Fields fields) {
        var controls = JsonNodeFactory.instance.arrayNode();
        for (var item : fields.items("controls", MAX_CONTROLS)) {
            item.require("kind");
            var kind = item.word("kind", Control.class).value();
            controls.addObject()
                    .put("kind", kind == null ? null : Words.of(kind))
                    .put("text", SafetyFields.text(item, "text"));
        }
        return controls;
    }
}
